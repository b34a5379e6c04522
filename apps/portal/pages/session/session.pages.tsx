import type { VNode } from 'preact';
import { withReturn } from '../../http/local-path.js';
import type { Visitor } from '../../http/visit.js';
import { FormToken } from '../../layout/form-token.js';
import type { Worded } from '../../layout/frame.js';
import { isLast } from '../../layout/session-warning.js';
import { SESSION_WARNING_WORDS } from '../../layout/session-warning.words.js';
import { SESSION_WORDS } from './session.words.js';

/** The warning as a page of its own, where no script shows it in time. */
export function WarningPage(parts: WarningPageParts): VNode {
  const words = SESSION_WARNING_WORDS[parts.language];
  return (
    <>
      <h1>{words.heading}</h1>
      <p>
        {isLast(parts.visitor) ? words.whyLast : words.why} {words.when} <strong>{parts.until}</strong>.
      </p>
      <div class="button-row">
        {isLast(parts.visitor) ? (
          <a class="button button-primary" href={parts.path}>
            {words.finish}
          </a>
        ) : (
          <form method="post" action="/session/extension">
            <FormToken visitor={parts.visitor} />
            <input type="hidden" name="return" value={parts.path} />
            <button type="submit" class="button button-primary">
              {words.stay}
            </button>
          </form>
        )}
        <form method="post" action="/sign-out">
          <FormToken visitor={parts.visitor} />
          <button type="submit" class="button button-secondary">
            {words.leave}
          </button>
        </form>
      </div>
    </>
  );
}

export interface WarningPageParts extends Worded {
  readonly visitor: Visitor;
  /** The time of day until which somebody has time to stay, in Denmark. */
  readonly until: string;
  /** The page to come back to. */
  readonly path: string;
}

/** What somebody sees whose session is over. */
export function EndedPage({ language, path }: Worded & { readonly path: string }): VNode {
  const words = SESSION_WORDS[language].ended;
  return (
    <>
      <h1>{words.heading}</h1>
      <p>{words.text}</p>
      <div class="button-row">
        <a class="button button-primary" href={withReturn('/sign-in', path)}>
          {words.again}
        </a>
      </div>
    </>
  );
}
