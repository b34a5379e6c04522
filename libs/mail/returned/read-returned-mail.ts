import { createHash } from 'node:crypto';
import { type Attachment, type ParsedMail, simpleParser, type StructuredHeader } from 'mailparser';
import { calendarText } from '../calendar/calendar-text.js';
import { type CalendarReply, readReplies } from '../calendar/read-reply.js';
import { canonicalAddress } from '../mail-address.js';
import { type DeliveryStatusEntry, readDeliveryStatus } from './delivery-status.js';
import { readWrittenReport } from './written-report.js';

/** What came back to a return address. */
export type ReturnedMail =
  /** A mail server reports what became of a mail (RFC 3464). */
  | { readonly kind: 'deliveryReport'; readonly entries: readonly DeliveryStatusEntry[] }
  /** A calendar program answers an invitation (RFC 5546, 3.2.3), or proposes another time (3.2.7). */
  | {
      readonly kind: 'calendarReply';
      /** The address that the mail says to be from, in its one form; null if it names none, or several. */
      readonly sender: string | null;
      readonly replies: readonly CalendarReply[];
    }
  /** No person wrote it (RFC 3834), such as a vacation reply: nothing follows from it. */
  | { readonly kind: 'automatic' }
  /** Anything else: somebody has to look after it. */
  | { readonly kind: 'notUnderstood'; readonly what: NotUnderstood };

export type NotUnderstood =
  /** No mail that can be taken apart. */
  | 'unreadable'
  /** Words of a person. */
  | 'personal'
  /** Something from a calendar that is no answer. */
  | 'calendar'
  /** Something that a mail server reports, and nobody knows of what. */
  | 'report';

/** Enough for every report and reply; a mail with more of anything is not read. */
const LIMITS = { maxChildNodes: 50, maxHeadSize: 65_536 };

const STATUS_PARTS = ['message/delivery-status', 'message/global-delivery-status'];
const CALENDAR_PARTS = ['text/calendar', 'application/ics', 'text/x-vcalendar', 'application/calendar'];
/** Who writes for a mail server (RFC 2142, 5). */
const MAIL_SYSTEM = /^(?:mailer-?daemon|mail-?daemon|maildelivery|postmaster|microsoftexchange[0-9a-f]*)@/i;
/** By what programs say that they answered by themselves, besides Auto-Submitted. */
const AUTOMATIC_HEADERS = [
  'list-id',
  'x-autoreply',
  'x-autorespond',
  'x-autoresponder',
  'x-auto-response',
  'x-auto-reply-from',
  'x-mail-autoreply',
];
const AUTOMATIC_SUBJECT =
  /^\s*(?:auto(?:matic|matisk)? ?(?:reply|svar)|autosvar|out of office|ikke til stede|fravær)\b/i;

/**
 * Reads what came back: exactly one thing, whatever it is; it never throws.
 * @param raw the mail as it came, of anybody; whoever takes it in limits its size
 * @param envelopeSender the sender of the envelope (RFC 5321, MAIL FROM), empty for the null sender
 */
export async function readReturnedMail(raw: Buffer, envelopeSender: string): Promise<ReturnedMail> {
  const mail = await parsed(raw);
  if (mail === null) return { kind: 'notUnderstood', what: 'unreadable' };
  const isFromMailSystem = envelopeSender === '' || MAIL_SYSTEM.test(soleSender(mail) ?? '');
  // A person who passes a report on, to ask what it means, reports nothing.
  const entries = isFromMailSystem
    ? partsOf(mail, STATUS_PARTS).flatMap(({ content }) => readDeliveryStatus(content.toString('utf8')))
    : [];
  if (entries.length > 0) return { kind: 'deliveryReport', entries };
  const replies = calendarsOf(mail).flatMap(({ text, method }) => readReplies(text, method));
  if (replies.length > 0) return { kind: 'calendarReply', sender: soleSender(mail), replies };
  if (isReadingReport(mail)) return { kind: 'automatic' };
  const written = isFromMailSystem ? readWrittenReport(writtenIn(mail)) : null;
  if (written !== null) return { kind: 'deliveryReport', entries: [written] };
  if (!isReport(mail) && isAutomatic(mail)) return { kind: 'automatic' };
  if (isFromMailSystem) return { kind: 'notUnderstood', what: 'report' };
  return { kind: 'notUnderstood', what: calendarsOf(mail).length > 0 ? 'calendar' : 'personal' };
}

/**
 * What makes a mail the same one when it comes again, as from a server that missed our answer: its Message-ID and all below its
 * headers, to which servers on the way add.
 * @returns a digest that says nothing of it
 */
export function identityOf(raw: Buffer): string {
  const text = raw.toString('latin1');
  const end = /\r?\n\r?\n/.exec(text)?.index ?? text.length;
  const [, id = ''] = /^message-id:\s*(\S*)/im.exec(text.slice(0, end)) ?? [];
  return createHash('sha256').update(`${id}\n`).update(raw.subarray(end)).digest('hex');
}

async function parsed(raw: Buffer): Promise<ParsedMail | null> {
  try {
    return await simpleParser(raw, {
      ...LIMITS,
      keepDeliveryStatus: true,
      ignoreEmbedded: true,
      checksumAlgo: false,
      // The words of a mail are looked at only for what a mail server says.
      skipHtmlToText: true,
      skipTextToHtml: true,
      skipImageLinks: true,
    });
  } catch {
    return null;
  }
}

function partsOf({ attachments }: ParsedMail, types: readonly string[]): Attachment[] {
  return attachments.filter(({ contentType }) => types.includes(contentType.toLowerCase()));
}

interface FoundCalendar {
  readonly text: string;
  readonly method: string | null;
}

/** The calendars of a mail: a part that says so, a file of that ending, or all of the text. */
function calendarsOf(mail: ParsedMail): FoundCalendar[] {
  const parts = mail.attachments
    .filter(
      ({ contentType, filename }) =>
        CALENDAR_PARTS.includes(contentType.toLowerCase()) || /\.(?:ics|ical|vcs)$/i.test(filename ?? ''),
    )
    .map(({ content, headers }) => {
      const { charset = null, method = null } = paramsOf(headers.get('content-type'));
      return { text: calendarText(content, charset), method };
    });
  const text = mail.text ?? '';
  return /^\ufeff?\s*BEGIN:VCALENDAR/i.test(text) ? [...parts, { text, method: null }] : parts;
}

function paramsOf(header: unknown): Record<string, string> {
  return (header as StructuredHeader | undefined)?.params ?? {};
}

/** The address that a mail says to be from, if it is one. */
function soleSender({ from }: ParsedMail): string | null {
  const [sender, ...others] = from?.value ?? [];
  const address = others.length > 0 ? undefined : sender?.address;
  return address === undefined || address === '' ? null : canonicalAddress(address).toLowerCase();
}

function writtenIn({
  subject = '',
  text = '',
  html,
  headers,
}: ParsedMail): Parameters<typeof readWrittenReport>[0] {
  const failed = headers.get('x-failed-recipients');
  const written =
    text !== '' || typeof html !== 'string' ? text : html.slice(0, 100_000).replaceAll(/<[^<>]*>/g, ' ');
  return { subject, text: written, failedRecipients: typeof failed === 'string' ? failed : '' };
}

/** Whether it tells that a mail was read, or thrown away unread (RFC 8098). */
function isReadingReport({ headers }: ParsedMail): boolean {
  return paramsOf(headers.get('content-type'))['report-type']?.toLowerCase() === 'disposition-notification';
}

/** Whether a mail server says by itself that it reports; so do some of what nobody wrote besides. */
function isReport(mail: ParsedMail): boolean {
  const type = mail.headers.get('content-type') as StructuredHeader | undefined;
  return type?.value.toLowerCase() === 'multipart/report' || MAIL_SYSTEM.test(soleSender(mail) ?? '');
}

function isAutomatic({ headers, subject = '' }: ParsedMail): boolean {
  const submitted = headers.get('auto-submitted');
  const says = typeof submitted === 'string' && !/^\s*no\b/i.test(submitted);
  const precedence = headers.get('precedence');
  return (
    says ||
    (typeof precedence === 'string' && /bulk|list|junk|auto/i.test(precedence)) ||
    AUTOMATIC_HEADERS.some((header) => headers.has(header)) ||
    AUTOMATIC_SUBJECT.test(subject)
  );
}
