import type { ComponentChildren, VNode } from 'preact';
import type { AssetAddress } from '../../../../libs/pages/assets.js';
import { Document } from '../../../../libs/pages/document.js';

/** What every page of the local sign-in has around its content. It says on each what it is. */
export function SignInLayout(parts: {
  readonly title: string;
  readonly asset: AssetAddress;
  readonly children: ComponentChildren;
}): VNode {
  return (
    <Document language="da" title={`${parts.title} – lokalt log-on`} asset={parts.asset}>
      <a class="skipnav" href="#main-content">
        Gå til sidens indhold
      </a>
      <header class="header">
        <div class="local-notice">
          <div class="container">
            <p>
              <strong>Lokal opsætning til afprøvning.</strong> Her logger ingen rigtige mennesker på, og der
              er ingen adgangskode. Alle personer er opdigtede.
            </p>
          </div>
        </div>
        <div class="portal-info">
          <div class="portal-info-inner container">
            <span class="portal-name">Lokalt log-on</span>
          </div>
        </div>
      </header>
      <main class="container page" id="main-content" tabIndex={-1}>
        {parts.children}
      </main>
    </Document>
  );
}
