import { CATALOGUES } from '../templates/catalogue.js';
import { composeMessage, type NoticeContent } from '../templates/compose-message.js';

/**
 * What to say in a call that tells somebody about one or more notices: as neutral as a mail, in plain text, in the
 * recipient's language.
 * @throws RangeError if there is no item, or a link, date or instant is none.
 */
export function renderCallNote(content: NoticeContent): string {
  const { parts } = composeMessage(content);
  const { before, after } = CATALOGUES[content.language].callNote;
  const said = parts.map(({ heading, paragraphs }) => [heading, ...paragraphs].join('\n'));
  return `${[before, ...said, after].join('\n\n')}\n`;
}
