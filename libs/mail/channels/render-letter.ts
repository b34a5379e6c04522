import type { LocalDate } from '../../domain/calendar/index.js';
import { escapeHtml } from '../escape-html.js';
import { plainLine } from '../plain-line.js';
import { CATALOGUES } from '../templates/catalogue.js';
import { composeMessage, type MessagePart, type NoticeContent } from '../templates/compose-message.js';

/** A name and what stands below it on an envelope. */
export interface PostalAddress {
  readonly name: string;
  /** Street, postcode and town; empty for a sheet that is handed over. */
  readonly lines: readonly string[];
}

/** A part of a letter: a heading, and what stands below it. */
export interface LetterDetail {
  readonly heading: string;
  readonly lines: readonly string[];
}

/** A letter that tells one recipient about one or more notices. */
export interface LetterContent extends NoticeContent {
  readonly recipient: PostalAddress;
  /** May be seen through the envelope's window: a place that reveals nothing about the course. */
  readonly sender: PostalAddress;
  /** Whom to call; the way to an answer for somebody who is not online. */
  readonly contact: { readonly name: string; readonly telephone: string };
  readonly date: LocalDate;
  /** What the letter says beside its notices: only what its recipient may know, as it lies in a closed envelope. */
  readonly details?: readonly LetterDetail[];
  /** Whether the document that the letter is about lies in the envelope. */
  readonly enclosed: boolean;
}

const style = `
@page { size: A4; margin: 20mm 25mm 20mm 20mm; }
body { margin: 0; color: #000; font: 12pt/1.5 Arial, Helvetica, sans-serif; }
.window { height: 65mm; padding-top: 20mm; box-sizing: border-box; }
.sender { margin: 0 0 4mm; font-size: 8pt; }
address { font-style: normal; line-height: 1.3; }
.date { margin: 0 0 10mm; text-align: right; }
h1 { margin: 0 0 5mm; font-size: 16pt; line-height: 1.3; }
h2 { margin: 6mm 0 2mm; font-size: 13pt; line-height: 1.3; break-after: avoid; }
p { margin: 0 0 4mm; orphans: 3; widows: 3; overflow-wrap: anywhere; white-space: pre-line; }
.farewell { margin-top: 10mm; break-inside: avoid; }
`;

const line = (text: string): string => escapeHtml(plainLine(text));
const paragraph = (text: string): string => `<p>${escapeHtml(text)}</p>`;

/**
 * A letter to print on A4, in HTML. The address stands where the window of a C5 or M65 envelope is; what can be
 * seen there are the recipient and the sender. Its notices are as neutral as a mail; what else it tells are the details.
 * @throws RangeError if there is no item, or a link, date or instant is none.
 */
export function renderLetter(letter: LetterContent): { readonly html: string } {
  const { heading, greeting, parts } = composeMessage(letter);
  const catalogue = CATALOGUES[letter.language];
  const words = catalogue.letter;
  const part = ({ heading: title, paragraphs, action }: MessagePart): string[] => [
    ...(parts.length > 1 ? [`<h2>${escapeHtml(title)}</h2>`] : []),
    ...paragraphs.map(paragraph),
    paragraph(words.link(action.link)),
  ];
  const html = [
    '<!doctype html>',
    `<html lang="${letter.language}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<title>${escapeHtml(heading)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    '<div class="window">',
    `<p class="sender">${[letter.sender.name, ...letter.sender.lines].map(line).join(', ')}</p>`,
    `<address>${[letter.recipient.name, ...letter.recipient.lines].map(line).join('<br>')}</address>`,
    '</div>',
    `<p class="date">${escapeHtml(catalogue.date(letter.date))}</p>`,
    '<main>',
    `<h1>${escapeHtml(heading)}</h1>`,
    paragraph(greeting),
    ...parts.flatMap(part),
    ...(letter.details ?? []).flatMap(({ heading: title, lines }) => [
      `<h2>${escapeHtml(title)}</h2>`,
      ...lines.map(paragraph),
    ]),
    ...(letter.enclosed ? [paragraph(words.enclosed)] : []),
    paragraph(words.contact(plainLine(letter.contact.name), plainLine(letter.contact.telephone))),
    `<p class="farewell">${escapeHtml(words.farewell)}<br>${line(letter.sender.name)}</p>`,
    '</main>',
    '</body>',
    '</html>',
  ].join('\n');
  return { html: `${html}\n` };
}
