import type { VNode } from 'preact';
import { withReturn } from '../http/local-path.js';
import type { Visit, Visitor } from '../http/visit.js';
import { FormToken } from './form-token.js';
import { SESSION_WARNING_WORDS } from './session-warning.words.js';

interface WarningParts {
  readonly visit: Visit;
  readonly visitor: Visitor;
  /** How long before the end somebody is warned, in seconds. */
  readonly warning: number;
}

/** The dialog that `session-warning.js` opens in time, on the page where somebody is, so that nothing they wrote is lost. */
export function SessionWarning({ visit, visitor, warning }: WarningParts): VNode {
  const words = SESSION_WARNING_WORDS[visit.language];
  return (
    <dialog
      class="session-warning"
      aria-labelledby="session-warning-heading"
      data-warn-after={Math.max(0, visitor.secondsLeft - warning)}
      data-ends-after={visitor.secondsLeft}
      data-ended={withReturn('/session/ended', visit.path)}
    >
      <h2 id="session-warning-heading">{words.heading}</h2>
      <p>
        {isLast(visitor) ? words.whyLast : words.why} {words.when} <strong data-time />.
      </p>
      <div class="button-row">
        {isLast(visitor) ? (
          <form method="dialog">
            <button type="submit" class="button button-primary">
              {words.finish}
            </button>
          </form>
        ) : (
          <form method="post" action="/session/extension" data-extension>
            <FormToken visitor={visitor} />
            <input type="hidden" name="return" value={visit.path} />
            <button type="submit" class="button button-primary">
              {words.stay}
            </button>
          </form>
        )}
        <form method="post" action="/sign-out">
          <FormToken visitor={visitor} />
          <button type="submit" class="button button-secondary">
            {words.leave}
          </button>
        </form>
      </div>
    </dialog>
  );
}

/**
 * Where no script runs, a page of its own warns in time, and leads back. Whoever has been warned is led to the end of the
 * session when it comes.
 */
export function WarningWithoutScripts({ visit, visitor, warning }: WarningParts): VNode {
  const { secondsLeft } = visitor;
  const onwards =
    secondsLeft > warning
      ? `${secondsLeft - warning};url=${withReturn('/session/warning', visit.path)}`
      : `${secondsLeft + 1};url=${withReturn('/session/ended', visit.path)}`;
  return (
    <noscript>
      <meta http-equiv="refresh" content={onwards} />
    </noscript>
  );
}

/** Whether the session ends whatever is done, since it has lasted as long as one may. */
export function isLast({ session }: Visitor): boolean {
  return session.idleAt === session.endsAt;
}
