import type { VNode } from 'preact';
import { Document } from '../../../libs/pages/document.js';
import type { Page } from '../http/page.js';
import { Footer } from './footer.js';
import type { Frame } from './frame.js';
import { Header } from './header.js';
import { LAYOUT_WORDS } from './layout.words.js';
import { SessionWarning, WarningWithoutScripts } from './session-warning.js';

/** A page in the frame that all of them have. */
export function PageLayout({ visit, asset, page, warning, localSetup }: PageParts): VNode {
  const words = LAYOUT_WORDS[visit.language];
  const visitor = page.more.isWarning === true ? null : visit.visitor;
  return (
    <Document
      language={visit.language}
      title={`${page.title} – ${words.portal}`}
      asset={asset}
      head={
        <>
          <link rel="stylesheet" href={asset('added', 'portal.css')} />
          {page.more.head}
          {visitor === null ? null : (
            <>
              <WarningWithoutScripts visit={visit} visitor={visitor} warning={warning} />
              <script type="module" src={asset('added', 'session-warning.js')} />
            </>
          )}
        </>
      }
    >
      <a class="skipnav" href="#main-content">
        {words.skip}
      </a>
      <Header visit={visit} asset={asset} />
      <main class="container page" id="main-content" tabIndex={-1}>
        {page.content}
      </main>
      <Footer visit={visit} asset={asset} localSetup={localSetup} />
      {visitor === null ? null : <SessionWarning visit={visit} visitor={visitor} warning={warning} />}
    </Document>
  );
}

/** A page with what its frame needs. */
export interface PageParts extends Frame {
  readonly page: Page;
  /** How long before the end of a session somebody is warned, in seconds. */
  readonly warning: number;
  /** Whether it is a set-up on one machine: every page says so. */
  readonly localSetup: boolean;
}
