import { escapeHtml } from '../escape-html.js';
import { CATALOGUES } from './catalogue.js';
import { composeMessage, type MessagePart, type NoticeContent } from './compose-message.js';

/** A mail in both forms that it is sent in; they say the same. */
export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const style = {
  body: 'margin:0;padding:24px;background:#ffffff;color:#1a1a1a;font:17px/1.5 Arial,Helvetica,sans-serif',
  main: 'max-width:36em',
  heading: 'margin:0 0 16px;font-size:24px;line-height:1.3',
  part: 'margin:24px 0 8px;font-size:19px;line-height:1.3',
  link: 'color:#004d99;text-decoration:underline',
  closing: 'margin:24px 0 0;padding-top:16px;border-top:1px solid #595959;font-size:15px',
};

const paragraph = (content: string): string => `<p>${content}</p>`;

function partAsHtml({ heading, paragraphs, action }: MessagePart, bundled: boolean): string {
  const link = `<a style="${style.link}" href="${escapeHtml(action.link)}">${escapeHtml(action.label)}</a>`;
  return [
    ...(bundled ? [`<h2 style="${style.part}">${escapeHtml(heading)}</h2>`] : []),
    ...paragraphs.map((text) => paragraph(escapeHtml(text))),
    paragraph(link),
  ].join('\n');
}

function partAsText({ heading, paragraphs, action }: MessagePart, bundled: boolean): string {
  return [...(bundled ? [heading] : []), ...paragraphs, `${action.label}: ${action.link}`].join('\n\n');
}

/**
 * The mail that tells one recipient about one or more notices: neutral, with the content behind links, in plain
 * text and in HTML that needs no images or styles (WCAG 2.1: language, headings, link texts, contrast).
 * @throws RangeError if there is no item, or a link, date or instant is none.
 */
export function renderMail(content: NoticeContent): RenderedMail {
  const { subject, heading, greeting, parts } = composeMessage(content);
  const closing = CATALOGUES[content.language].mailClosing;
  const bundled = parts.length > 1;
  const text = [heading, greeting, ...parts.map((part) => partAsText(part, bundled)), ...closing].join(
    '\n\n',
  );
  const html = [
    '<!doctype html>',
    `<html lang="${content.language}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(subject)}</title>`,
    '</head>',
    `<body style="${style.body}">`,
    `<main style="${style.main}">`,
    `<h1 style="${style.heading}">${escapeHtml(heading)}</h1>`,
    paragraph(escapeHtml(greeting)),
    ...parts.map((part) => partAsHtml(part, bundled)),
    `<div style="${style.closing}">`,
    ...closing.map((line) => paragraph(escapeHtml(line))),
    '</div>',
    '</main>',
    '</body>',
    '</html>',
  ].join('\n');
  return { subject, text: `${text}\n`, html: `${html}\n` };
}
