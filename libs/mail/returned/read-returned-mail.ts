import { type Attachment, type ParsedMail, simpleParser, type StructuredHeader } from 'mailparser';
import { type CalendarReply, readReply } from '../calendar/read-reply.js';
import { type DeliveryStatusEntry, readDeliveryStatus } from './delivery-status.js';

/** What came back to a return address. */
export type ReturnedMail =
  /** A mail server reports what became of a mail (RFC 3464). */
  | { readonly kind: 'deliveryReport'; readonly entries: readonly DeliveryStatusEntry[] }
  /** A calendar program answers an invitation (RFC 5546, 3.2.3). */
  | { readonly kind: 'calendarReply'; readonly sender: string; readonly reply: CalendarReply }
  /** Anything else: nothing follows from it. */
  | { readonly kind: 'other'; readonly what: OtherMail };

/** `automatic`: no person wrote it (RFC 3834), such as a vacation reply. */
export type OtherMail = 'unreadable' | 'automatic' | 'personal';

/** Enough for every report and reply; a mail with more of anything is not read. */
const LIMITS = { maxChildNodes: 50, maxHeadSize: 65_536 };

const STATUS_PARTS = ['message/delivery-status', 'message/global-delivery-status'];
const CALENDAR_PARTS = ['text/calendar', 'application/ics'];

/**
 * Reads what came back. What is no mail, or more than a report or a reply can be, is `other`; it never throws.
 * @param raw the mail as it came, of anybody; whoever takes it in limits its size
 * @param envelopeSender the sender of the envelope (RFC 5321, MAIL FROM), empty for the null sender
 */
export async function readReturnedMail(raw: Buffer, envelopeSender: string): Promise<ReturnedMail> {
  const mail = await parsed(raw);
  if (mail === null) return { kind: 'other', what: 'unreadable' };
  const entries = isDeliveryReport(mail)
    ? textsOf(mail, STATUS_PARTS).flatMap((text) => readDeliveryStatus(text))
    : [];
  if (entries.length > 0) return { kind: 'deliveryReport', entries };
  const sender = soleSender(mail);
  const [reply] = textsOf(mail, CALENDAR_PARTS).flatMap((text) => readReply(text) ?? []);
  if (reply !== undefined && sender !== null) return { kind: 'calendarReply', sender, reply };
  return { kind: 'other', what: isAutomatic(mail, envelopeSender) ? 'automatic' : 'personal' };
}

async function parsed(raw: Buffer): Promise<ParsedMail | null> {
  try {
    return await simpleParser(raw, {
      ...LIMITS,
      keepDeliveryStatus: true,
      ignoreEmbedded: true,
      checksumAlgo: false,
      // The words of a mail are not looked at.
      skipHtmlToText: true,
      skipTextToHtml: true,
      skipImageLinks: true,
    });
  } catch {
    return null;
  }
}

function isDeliveryReport({ headers }: ParsedMail): boolean {
  const type = headers.get('content-type') as StructuredHeader | undefined;
  return (
    type?.value.toLowerCase() === 'multipart/report' &&
    type.params['report-type']?.toLowerCase() === 'delivery-status'
  );
}

function textsOf({ attachments }: ParsedMail, types: readonly string[]): string[] {
  return attachments
    .filter(({ contentType }: Attachment) => types.includes(contentType.toLowerCase()))
    .map(({ content }) => content.toString('utf8'));
}

/** The address that a mail says to be from, if it is one. */
function soleSender({ from }: ParsedMail): string | null {
  const [sender, ...others] = from?.value ?? [];
  return others.length > 0 ? null : (sender?.address?.toLowerCase() ?? null);
}

function isAutomatic({ headers }: ParsedMail, envelopeSender: string): boolean {
  const submitted = headers.get('auto-submitted');
  const says = typeof submitted === 'string' && !/^\s*no\b/i.test(submitted);
  return envelopeSender === '' || says || headers.has('precedence') || headers.has('x-autoreply');
}
