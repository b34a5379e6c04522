import { escapeHtml } from '../../mail/escape-html.js';

/** A piece of HTML: what went into it as text is escaped. */
export class Html {
  constructor(readonly text: string) {}
}

/** What can stand in a piece of HTML. Nothing is what null leaves. */
export type Part = string | number | null | Html | readonly Part[];

/** HTML written out, with parts put in; a text stays text whatever is in it. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const written = strings.map((text, index) => (index === 0 ? text : `${textOf(parts[index - 1])}${text}`));
  return new Html(written.join(''));
}

function textOf(part: Part | undefined): string {
  if (part === null || part === undefined) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'string') return escapeHtml(part);
  if (typeof part === 'number') return String(part);
  return part.map(textOf).join('');
}
