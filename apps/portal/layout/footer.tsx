import type { VNode } from 'preact';
import type { Language } from '../../../libs/contracts/problem.types.js';
import { withReturn } from '../http/local-path.js';
import type { Frame } from './frame.js';
import { Icon } from './icon.js';
import { LAYOUT_WORDS } from './layout.words.js';

/** Each language is called as in itself. */
const LANGUAGES: readonly (readonly [Language, string])[] = [
  ['da', 'Dansk'],
  ['en', 'English'],
];

/** As the design system has it: the one that is read now, then the others. */
function currentFirst(current: Language): typeof LANGUAGES {
  return LANGUAGES.toSorted(([one], [other]) => Number(other === current) - Number(one === current));
}

interface FooterParts extends Frame {
  /** Whether it is a set-up on one machine, in which nobody needs a password. */
  readonly localSetup: boolean;
}

/** What holds for every page: the accessibility statement, and the choice of language. */
export function Footer({ visit, asset, localSetup }: FooterParts): VNode {
  const words = LAYOUT_WORDS[visit.language];
  return (
    <footer>
      <div class="footer">
        <div class="container">
          <ul class="align-text-left unstyled-list inline-list">
            <li>
              <strong class="weight-semibold">{words.portal}</strong>
            </li>
            <li>{words.about}</li>
            {localSetup ? (
              <li>
                <strong>{words.localSetup}</strong>
              </li>
            ) : null}
            <li class="d-print-none">
              <a class="function-link" href="/accessibility">
                {words.accessibility}
              </a>
            </li>
          </ul>
        </div>
      </div>
      <nav class="language-switcher" aria-label={words.chooseLanguage}>
        <div class="container">
          <ul>
            {currentFirst(visit.language).map(([language, name]) => (
              <li key={language}>
                <a
                  href={withReturn(`/language/${language}`, visit.path)}
                  lang={language}
                  hreflang={language}
                  aria-current={language === visit.language ? 'true' : undefined}
                >
                  {language === visit.language ? <Icon name="check" asset={asset} /> : null}
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </div>
      </nav>
    </footer>
  );
}
