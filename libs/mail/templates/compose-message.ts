import type { MailLanguage } from '../language.js';
import { plainLine } from '../plain-line.js';
import { type Catalogue, CATALOGUES } from './catalogue.js';
import type { NoticeItem } from './notice-item.js';

/** What a mail, letter or call is about. */
export interface NoticeContent {
  readonly language: MailLanguage;
  /** How the recipient is greeted; null for somebody whose name is protected or unknown. */
  readonly firstName: string | null;
  /** At least one; several are bundled under one heading. */
  readonly items: readonly NoticeItem[];
}

export interface MessagePart {
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly action: { readonly label: string; readonly link: string };
}

/** A message in words, before it becomes text, HTML or a letter. */
export interface Message {
  readonly subject: string;
  readonly heading: string;
  readonly greeting: string;
  readonly parts: readonly MessagePart[];
}

function webLink(link: string): string {
  const address = URL.canParse(link) ? new URL(link) : null;
  if (address === null || (address.protocol !== 'https:' && address.protocol !== 'http:')) {
    throw new RangeError('The link of a notice must be an absolute http or https address.');
  }
  return address.href;
}

function partOf(item: NoticeItem, catalogue: Catalogue): MessagePart {
  const deadline = item.deadline === null ? null : catalogue.date(item.deadline);
  const { heading, action } = catalogue.notices[item.kind];
  const paragraphs =
    'meeting' in item
      ? catalogue.notices[item.kind].paragraphs({
          deadline,
          time: catalogue.period(item.meeting.from, item.meeting.to),
        })
      : catalogue.notices[item.kind].paragraphs({ deadline });
  return { heading, paragraphs, action: { label: action, link: webLink(item.link) } };
}

/**
 * Puts notices to one recipient into words.
 * @throws RangeError if there is no item, or a link, date or instant is none.
 */
export function composeMessage({ language, firstName, items }: NoticeContent): Message {
  const [first] = items;
  if (first === undefined) {
    throw new RangeError('A message needs at least one notice.');
  }
  const catalogue = CATALOGUES[language];
  const { subject, heading } = catalogue.notices[first.kind];
  const bundle = items.length > 1 ? catalogue.bundle(items.length) : null;
  return {
    subject: bundle ?? subject,
    heading: bundle ?? heading,
    greeting: catalogue.greeting(firstName === null ? null : plainLine(firstName)),
    parts: items.map((item) => partOf(item, catalogue)),
  };
}
