import type { VNode } from 'preact';
import { PROBLEMS } from '../../../../libs/contracts/problem.js';
import type { LinkedTo } from '../../../../libs/domain/access/access-link.types.js';
import type { Visitor } from '../../http/visit.js';
import { FormToken } from '../../layout/form-token.js';
import type { Worded } from '../../layout/frame.js';
import { ACCESS_LINK_WORDS } from './access-link.words.js';
import { LINK_ENTRY, pageOfLink } from './link-start.js';

interface CodePageParts extends Worded {
  /** Somebody who is signed in as another. */
  readonly visitor: Visitor | null;
  /** Whether the code that was written last does not belong to the link. */
  readonly wrong: boolean;
}

/** Where the code is written that belongs to the link. */
export function CodePage({ language, visitor, wrong }: CodePageParts): VNode {
  const words = ACCESS_LINK_WORDS[language].code;
  const { title, detail } = PROBLEMS['ACCESS_LINK.CODE_WRONG'][language];
  return (
    <>
      {wrong ? (
        <div class="alert alert-error" role="alert" aria-labelledby="code-wrong">
          <div class="alert-body">
            <p class="alert-heading" id="code-wrong">
              {title}
            </p>
            <p class="alert-text">
              <a href="#code">{detail}</a>
            </p>
          </div>
        </div>
      ) : null}
      <h1>{words.title}</h1>
      <p>{words.text}</p>
      <form method="post" action={LINK_ENTRY}>
        {visitor === null ? null : <FormToken visitor={visitor} />}
        <div class={wrong ? 'form-group form-error' : 'form-group'}>
          <label class="form-label" for="code">
            {words.label}
          </label>
          <span class="form-hint" id="code-hint">
            {words.hint}
          </span>
          <input
            class="form-input input-width-s"
            id="code"
            name="code"
            type="text"
            inputmode="numeric"
            autocomplete="off"
            maxLength={20}
            required
            aria-describedby="code-hint"
            aria-invalid={wrong ? 'true' : undefined}
          />
        </div>
        <div class="button-row">
          <button type="submit" class="button button-primary">
            {words.button}
          </button>
        </div>
      </form>
    </>
  );
}

/** What somebody is told who has no link that works, and no sign-in. */
export function AskForLinkPage({ language }: Worded): VNode {
  const words = ACCESS_LINK_WORDS[language].ask;
  return (
    <>
      <h1>{words.title}</h1>
      <p>{words.who}</p>
      <p>{words.how}</p>
      <p>{words.have}</p>
      <div class="button-row">
        <a class="button button-secondary" href="/sign-in">
          {words.signIn}
        </a>
      </div>
    </>
  );
}

/** What somebody finds who came by a link. */
export function OpenedPage({ language, link, until }: OpenedParts): VNode {
  const words = ACCESS_LINK_WORDS[language].opened;
  return (
    <>
      <h1>{words.title}</h1>
      <p>{words.purposes[link.purpose]}</p>
      <p>{words.until(until)}</p>
      <div class="button-row">
        <a class="button button-primary" href={pageOfLink(link)}>
          {words.goOn}
        </a>
      </div>
    </>
  );
}

interface OpenedParts extends Worded {
  readonly link: LinkedTo;
  /** The time of day at which the session ends at the latest, in Denmark. */
  readonly until: string;
}
