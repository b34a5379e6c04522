import type { EntityManager } from 'typeorm';
import type { Instant } from '../domain/calendar/index.js';
import type { PlanState } from '../domain/plan/plan.types.js';
import { meetingInvitation, type NoticeItem, type OutgoingMail, renderMail } from '../mail/index.js';
import { mayDisclose } from '../domain/disclosure/may-disclose.js';
import { meetingTime } from './notice-content.js';
import { type NoticeRow, participantIdOf } from './notice-row.js';
import { entryUidOf, mailCode, newEntryUid } from './recipient-codes.js';
import type { NoticeSettings } from './notice-settings.js';
import type { FieldCipher } from '../persistence/encryption/field-cipher.js';
import type { Addressee } from '../record/read/addressees.read.js';
import { CALENDAR_KINDS, placeOf, type ToldEntry } from './told-meeting.js';

/** A notice that is to be sent now, with what is needed to say it. */
export interface SendableNotice {
  readonly row: NoticeRow;
  readonly state: PlanState;
  readonly item: NoticeItem;
  readonly told: ToldEntry | null;
}

export interface Composing {
  readonly manager: EntityManager;
  readonly addressee: Addressee & { readonly email: string };
  readonly settings: NoticeSettings;
  /** Where this mail comes back to; null if nobody listens there. */
  readonly returnAddress: string | null;
  /** The domain of Message-IDs and of the UIDs of calendar entries. */
  readonly domain: string;
  readonly cipher: FieldCipher;
  readonly now: Instant;
}

/** The one mail that tells a person of notices; the calendar entry of the first goes along if it has one. */
export async function composeNotices(
  notices: readonly SendableNotice[],
  composing: Composing,
): Promise<OutgoingMail> {
  const { addressee, cipher, now } = composing;
  const { givenName, familyName, language, protectedIdentity, email, personId } = addressee;
  const planIds = [...new Set(notices.map(({ row }) => row.planId))];
  const [first] = notices;
  return {
    noticeKeys: notices.map(({ row }) => mailCode(cipher, row.key)),
    threads: planIds.map((planId) => ({ planId: mailCode(cipher, planId, personId), recipientId: personId })),
    to: { name: protectedIdentity ? null : `${givenName} ${familyName}`, address: email },
    returnAddress: composing.returnAddress,
    language,
    ...renderMail({
      language,
      firstName: protectedIdentity ? null : givenName,
      items: different(notices.map(({ item }) => item)),
    }),
    calendar: first === undefined ? null : await calendarEntry(first, composing),
    at: now,
  };
}

/** What several notices say in the same words is said once. */
function different(items: readonly NoticeItem[]): NoticeItem[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}

async function calendarEntry(
  notice: SendableNotice,
  composing: Composing,
): Promise<OutgoingMail['calendar']> {
  const { row, state, told } = notice;
  const { manager, addressee, settings, now } = composing;
  const { kind, meetingId, sequence, entrySequence } = row;
  if (!CALENDAR_KINDS.includes(kind) || meetingId === null) return null;
  const cancels = kind === 'meetingCancellation';
  const time = cancels ? (told?.time ?? null) : meetingTime(state, row);
  const uid = entryUidIn(notice, composing);
  if (time === null || uid === null) return null;
  const method = cancels ? 'CANCEL' : 'REQUEST';
  const { email, givenName, familyName, language, protectedIdentity } = addressee;
  const content = meetingInvitation({
    uid,
    sequence: entrySequence ?? sequence ?? 0,
    method,
    ...time,
    organizer: { name: settings.mailFrom.name, email: organizerOf(notice, composing) },
    attendee: { name: protectedIdentity ? null : `${givenName} ${familyName}`, email },
    place: cancels || !mayKnowPlace(notice, now) ? null : await placeOf(manager, row),
    language,
    stamp: now,
  });
  return { method, content };
}

/** Where a meeting is stands under the kind that the consent form names for it. */
function mayKnowPlace({ row, state }: SendableNotice, at: string): boolean {
  const participantId = participantIdOf(row);
  return (
    participantId !== null &&
    mayDisclose(state, { participantId, kind: 'appointments', purpose: 'coordination', at }).allowed
  );
}

/** The UID of the entry of a notice: the one that its recipient's calendar has already, or a new one of their own. */
export function entryUidIn(
  { row, told }: SendableNotice,
  { cipher, domain, addressee }: Pick<Composing, 'cipher' | 'domain' | 'addressee'>,
): string | null {
  const { planId, meetingId } = row;
  const participantId = participantIdOf(row);
  if (meetingId === null || participantId === null) return null;
  const entry = { planId, meetingId, participantId, personId: addressee.personId };
  return told === null ? newEntryUid(cipher, entry, domain) : entryUidOf(told.uid, entry, domain);
}

/**
 * The address to which a calendar entry has the answer sent: that of the mail by which it came first, for its whole
 * life, since programs take an entry of another organiser for another entry.
 */
export function organizerOf(
  { told }: SendableNotice,
  { settings, returnAddress }: Pick<Composing, 'settings' | 'returnAddress'>,
): string {
  const { address } = settings.mailFrom;
  return told === null ? (returnAddress ?? address) : (told.organizer ?? address);
}
