import type { VNode } from 'preact';
import { detailOf, PROBLEMS, type ProblemCode } from '../../../libs/contracts/problem.js';
import { Page } from '../http/page.js';
import type { Worded } from './frame.js';
import { PROBLEM_WORDS } from './problem.words.js';

/** What a page says where something is wrong: what it is, and what to do. */
export function problemPage(parts: ProblemParts): Page {
  return new Page(PROBLEMS[parts.code][parts.language].title, <ProblemContent {...parts} />);
}

interface ProblemParts extends Worded {
  readonly code: ProblemCode;
  /** The roles that may do what was refused. */
  readonly permitted?: readonly string[];
  /** The number under which the log has it. */
  readonly correlationId: string;
}

/** Problems out of which a new sign-in leads; some need one although the provider knows the person. */
const SIGN_IN_AGAIN: Partial<Record<ProblemCode, string>> = {
  'PAGE.SIGN_IN_NEEDED': '/sign-in',
  'SIGN_IN.NOT_OURS': '/sign-in',
  'SIGN_IN.BROKEN_OFF': '/sign-in',
  'SIGN_IN.UNAVAILABLE': '/sign-in',
  'SIGN_IN.ASSURANCE_TOO_LOW': '/sign-in?again=yes',
  'SIGN_IN.NOT_REGISTERED': '/sign-in?again=yes',
};

function ProblemContent({ language, code, permitted = [], correlationId }: ProblemParts): VNode {
  const { status, [language]: text } = PROBLEMS[code];
  const words = PROBLEM_WORDS[language];
  const again = SIGN_IN_AGAIN[code];
  return (
    <>
      <h1>{text.title}</h1>
      <p>{detailOf(code, language, { permitted })}</p>
      {status < 500 ? null : (
        <p>
          {words.number} <code>{correlationId}</code>
        </p>
      )}
      <div class="button-row">
        {again === undefined ? null : (
          <a class="button button-primary" href={again}>
            {words.signIn}
          </a>
        )}
        <a class={again === undefined ? 'button button-primary' : 'button button-secondary'} href="/">
          {words.frontPage}
        </a>
      </div>
    </>
  );
}
