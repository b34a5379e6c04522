import type { VNode } from 'preact';
import type { FormState } from './form-fields.js';
import { FORM_WORDS } from './form.words.js';

/** Where a form leads that comes back: there the reading goes on, without a script that moves it. */
export const ERRORS = 'errors';

/** What is wrong with a form, above everything else on the page, with a link to each field. */
export function ErrorSummary({ language, problems }: Pick<FormState, 'language' | 'problems'>): VNode | null {
  if (problems.length === 0) return null;
  return (
    <div
      class="alert alert-error error-summary"
      id={ERRORS}
      tabIndex={-1}
      role="alert"
      aria-labelledby="errors-heading"
    >
      <div class="alert-body">
        {/* No heading: it stands before the one of the page. */}
        <p class="alert-heading" id="errors-heading">
          {FORM_WORDS[language].problems}
        </p>
        <ul class="nobullet-list">
          {problems.map(({ field, input = field, message }) => (
            <li key={message}>{input === null ? message : <a href={`#${input}`}>{message}</a>}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}
