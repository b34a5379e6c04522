import type { VNode } from 'preact';
import { withReturn } from '../../http/local-path.js';
import type { FilledIn } from '../../http/filled-in.js';
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

/** What somebody sees who signed in too long ago for what they want to do. */
export function AnewPage({ language, signIn, leave, filledIn }: AnewPageParts): VNode {
  const words = SESSION_WORDS[language].anew;
  return (
    <>
      <h1>{words.heading}</h1>
      <p>{words.text}</p>
      {filledIn === 'none' ? null : <p>{filledIn === 'kept' ? words.kept : words.tooLong}</p>}
      <div class="button-row">
        <a class="button button-primary" href={signIn}>
          {words.signIn}
        </a>
        <a class="button button-secondary" href={leave}>
          {words.leave}
        </a>
      </div>
    </>
  );
}

export interface AnewPageParts extends Worded {
  /** Where the sign-in begins. */
  readonly signIn: string;
  /** The page that they came from. */
  readonly leave: string;
  /** What became of what they filled in. */
  readonly filledIn: 'none' | 'kept' | 'tooLong';
}

/** What was filled in before, to be sent or let go. */
export function FilledInPage({ language, visitor, filledIn }: FilledInPageParts): VNode {
  const words = SESSION_WORDS[language].filledIn;
  return (
    <>
      <h1>{words.heading}</h1>
      <p>{words.text}</p>
      <form method="post" action={filledIn.path}>
        <FormToken visitor={visitor} />
        {filledIn.fields.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <div class="button-row">
          <button type="submit" class="button button-primary">
            {words.send}
          </button>
          <a class="button button-secondary" href={filledIn.from}>
            {words.back}
          </a>
        </div>
      </form>
    </>
  );
}

export interface FilledInPageParts extends Worded {
  readonly visitor: Visitor;
  readonly filledIn: FilledIn;
}
