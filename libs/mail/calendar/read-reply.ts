import ICAL from 'ical.js';
import { type Instant, isNamedInstant } from '../../domain/calendar/index.js';
import { canonicalAddress, isMailAddress } from '../mail-address.js';
import { calendarsIn } from './calendar-text.js';

/** What an attendee answers (RFC 5545, 3.2.12); `none` stands for no answer yet and for any other word. */
export type CalendarResponse = 'accepted' | 'declined' | 'tentative' | 'delegated' | 'none';

export interface AnsweringAttendee {
  /** In its one form; null for an attendee who is named by something else than a mail address. */
  readonly address: string | null;
  readonly response: CalendarResponse;
}

/** An answer to an invitation as a calendar program sends it. It proves nothing: check to which address the mail came. */
export interface CalendarReply {
  readonly uid: string;
  /** The sequence of the invitation that it answers; null if it does not say. */
  readonly sequence: number | null;
  /** Who answers; programs name the others beside, and whoever was sent instead. */
  readonly attendees: readonly AnsweringAttendee[];
  /** Whether another time is proposed (RFC 5546, 3.2.7). */
  readonly isCounter: boolean;
  /** When it was written, by the clock of that program (DTSTAMP); null if that is not said in UTC. */
  readonly stamp: Instant | null;
}

/** A reply is about a kilobyte, of some programs with the zones of the world; more than this is none. */
const LARGEST = 100_000;
/** More meetings or people than any answer to one invitation names. */
const MOST = 20;

const RESPONSES: Readonly<Record<string, CalendarResponse>> = {
  ACCEPTED: 'accepted',
  DECLINED: 'declined',
  TENTATIVE: 'tentative',
  DELEGATED: 'delegated',
};

/**
 * Reads answers to invitations (RFC 5546, 3.2.3 and 3.2.7), one for each meeting that is named.
 * @param ics what came in a mail, of anybody
 * @param method as the mail says beside it, for programs that do not say it within; null if it says none
 * @returns none if it is no answer
 */
export function readReplies(ics: string, method: string | null = null): CalendarReply[] {
  if (ics.length > LARGEST) return [];
  return calendarsIn(ics)
    .slice(0, MOST)
    .flatMap((calendar) => orNull(() => repliesIn(calendar, method)) ?? []);
}

function repliesIn(text: string, saidBeside: string | null): CalendarReply[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const within = orNull(() => calendar.getFirstPropertyValue('method'));
  const method = (typeof within === 'string' ? within : (saidBeside ?? '')).trim().toUpperCase();
  if (method !== 'REPLY' && method !== 'COUNTER') return [];
  return calendar
    .getAllSubcomponents('vevent')
    .slice(0, MOST)
    .flatMap((event) => replyIn(event, method === 'COUNTER') ?? []);
}

function replyIn(event: ICAL.Component, isCounter: boolean): CalendarReply | null {
  const uid = orNull(() => event.getFirstPropertyValue('uid'));
  const attendees = event.getAllProperties('attendee').slice(0, MOST).map(attendeeOf);
  if (typeof uid !== 'string' || uid === '' || attendees.length === 0) return null;
  const sequence = orNull(() => event.getFirstPropertyValue('sequence'));
  return {
    uid: uid.trim(),
    sequence: typeof sequence === 'number' && Number.isSafeInteger(sequence) ? sequence : null,
    attendees,
    isCounter,
    stamp: instantOf(orNull(() => event.getFirstPropertyValue('dtstamp'))),
  };
}

function attendeeOf(attendee: ICAL.Property): AnsweringAttendee {
  const value = String(orNull(() => attendee.getFirstValue()));
  // Some name people by a place in their directory, and the address beside it (RFC 7986, 6.2).
  const address = [value, String(attendee.getParameter('email'))].map(addressIn).find((one) => one !== null);
  const partstat = String(attendee.getParameter('partstat')).toUpperCase();
  const response = Object.hasOwn(RESPONSES, partstat) ? RESPONSES[partstat] : undefined;
  return { address: address ?? null, response: response ?? 'none' };
}

function addressIn(value: string): string | null {
  const bare = value.trim().replace(/^mailto:\s*/iu, '');
  const address = canonicalAddress(orNull(() => decodeURIComponent(bare)) ?? bare);
  return isMailAddress(address) ? address.toLowerCase() : null;
}

/** DTSTAMP is in UTC (RFC 5545, 3.8.7.2); of any other clock nothing can be said. */
function instantOf(time: unknown): Instant | null {
  if (!(time instanceof ICAL.Time) || time.zone !== ICAL.Timezone.utcTimezone) return null;
  const milliseconds = time.toJSDate().getTime();
  const instant = Number.isNaN(milliseconds) ? '' : new Date(milliseconds).toISOString();
  return isNamedInstant(instant) ? instant : null;
}

/** The parser throws at what is no calendar, and at a value that is none when it is asked for. */
function orNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}
