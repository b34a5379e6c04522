import { castMember } from '../../apps/local/demonstration/cast.js';
import type { CastName } from '../../apps/local/demonstration/cast.js';
import type { LifeFrame } from '../scenarios/life.js';
import type { ReceivedMail } from './mailbox.js';

/** The mails that somebody got. */
export function mailsTo(mails: readonly ReceivedMail[], name: CastName): ReceivedMail[] {
  const { email } = castMember(name);
  return mails.filter(({ envelope }) => email !== null && envelope.to.includes(email));
}

/** The mails of a life: those to its people, since nobody belongs to two. */
export function mailsOf(mails: readonly ReceivedMail[], life: LifeFrame): ReceivedMail[] {
  const addresses = [life.citizen, ...life.people].map((name) => castMember(name).email);
  return mails.filter(({ envelope }) => envelope.to.some((address) => addresses.includes(address)));
}

/** The calendar entry that a mail carries (RFC 6047), or null. */
export function calendarEntry({ parsed }: ReceivedMail): string | null {
  const entry = parsed.attachments.find(({ contentType }) => contentType === 'text/calendar');
  return entry === undefined ? null : entry.content.toString('utf8');
}

/** The UID of the calendar entry that came with a mail; empty for none. */
export function entryUidIn(mail: ReceivedMail): string {
  // Long lines are folded (RFC 5545, 3.1).
  const entry = (calendarEntry(mail) ?? '').replaceAll(/\r?\n[ \t]/g, '');
  return /^UID:(.+?)\r?$/m.exec(entry)?.[1] ?? '';
}

/** What a calendar entry asks for (RFC 5546), such as `REQUEST` or `CANCEL`. */
export function methodOf(entry: string): string | null {
  return /^METHOD:(.+?)\r?$/m.exec(entry)?.[1] ?? null;
}
