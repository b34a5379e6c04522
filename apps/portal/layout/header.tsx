import type { VNode } from 'preact';
import { withReturn } from '../http/local-path.js';
import type { Visitor } from '../http/visit.js';
import { FormToken } from './form-token.js';
import type { Frame } from './frame.js';
import { Icon } from './icon.js';
import { LAYOUT_WORDS } from './layout.words.js';

/** Whose page it is, who is signed in, and the way out. */
export function Header({ visit, asset }: Frame): VNode {
  const words = LAYOUT_WORDS[visit.language];
  return (
    <header class="header">
      <div class="portal-info">
        <div class="portal-info-inner container">
          <a class="portal-name" href="/" aria-label={words.toFrontPage}>
            {words.portal}
          </a>
          {visit.visitor === null ? (
            <a class="function-link log-on" href={withReturn('/sign-in', visit.path)}>
              <Icon name="lock" asset={asset} />
              {words.logOn}
            </a>
          ) : (
            <SignedIn visit={visit} asset={asset} visitor={visit.visitor} />
          )}
        </div>
      </div>
      <div class="solution-info">
        <div class="solution-info-inner container">
          <div class="solution-heading">{words.solution}</div>
        </div>
      </div>
    </header>
  );
}

function SignedIn({ visit, asset, visitor }: Frame & { readonly visitor: Visitor }): VNode {
  const { givenName, familyName, organisation } = visitor.person;
  const name = `${givenName} ${familyName}`;
  return (
    <div class="portal-user">
      <p class="user">{organisation === null ? name : `${name}, ${organisation}`}</p>
      <form method="post" action="/sign-out">
        <FormToken visitor={visitor} />
        <button type="submit" class="function-link log-off">
          <Icon name="lock" asset={asset} />
          {LAYOUT_WORDS[visit.language].logOff}
        </button>
      </form>
    </div>
  );
}
