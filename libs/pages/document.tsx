import type { ComponentChildren, VNode } from 'preact';
import type { Language } from '../contracts/problem.types.js';
import type { AssetAddress } from './assets.js';

/** What every page has around its content. */
export interface DocumentParts {
  readonly language: Language;
  /** What the page is about, then whose it is: it is read first, and stands on the tab. */
  readonly title: string;
  readonly asset: AssetAddress;
  /** More for the head, such as a script of one page's own. */
  readonly head?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** The frame of an HTML page in Det Fælles Designsystem: language, title, styles; nothing inline. */
export function Document({ language, title, asset, head, children }: DocumentParts): VNode {
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{title}</title>
        <link rel="icon" href={asset('own', 'icon.svg')} type="image/svg+xml" />
        <link rel="stylesheet" href={asset('design', 'css/dkfds.min.css')} />
        <link rel="stylesheet" href={asset('own', 'pages.css')} />
        {head}
      </head>
      <body>{children}</body>
    </html>
  );
}
