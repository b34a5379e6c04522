import { createHash } from 'node:crypto';

/** The page's style; readable on a screen and on A4, without anything from elsewhere. */
export const STYLE = `
:root { color-scheme: light; }
@page { size: A4; margin: 20mm; }
body { margin: 0 auto; padding: 1rem; max-width: 60rem; color: #000; background: #fff; font: 1rem/1.5 Arial, Helvetica, sans-serif; }
h1 { font-size: 1.75rem; line-height: 1.25; }
h2 { margin-top: 2.5rem; font-size: 1.4rem; line-height: 1.3; break-after: avoid; }
h3 { margin-top: 1.75rem; font-size: 1.1rem; line-height: 1.3; break-after: avoid; }
table { width: 100%; margin: 0.5rem 0 1rem; border-collapse: collapse; }
caption { text-align: left; font-weight: bold; padding: 0.25rem 0; }
th, td { text-align: left; vertical-align: top; padding: 0.25rem 0.5rem 0.25rem 0; border-bottom: 1px solid #767676; overflow-wrap: break-word; hyphens: auto; }
tbody th { font-weight: normal; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
dl { display: grid; grid-template-columns: minmax(10rem, 1fr) 3fr; gap: 0.25rem 1rem; margin: 0.5rem 0 1rem; }
dt { font-weight: bold; }
dd { margin: 0; overflow-wrap: anywhere; }
.written { white-space: pre-line; overflow-wrap: anywhere; margin: 0.25rem 0; }
.none { color: #404040; }
`;

/** What a Content-Security-Policy must name for the style to be used (CSP 3, 2.3.1). */
export const STYLE_SOURCE = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;
