import ICAL from 'ical.js';
import { type Instant, isNamedInstant } from '../../domain/calendar/index.js';
import type { InvitationResponse } from '../../domain/meeting/meeting.types.js';
import { isMailAddress } from '../mail-address.js';

/** An attendee's answer as a calendar program sends it. It proves nothing: check who sent the mail. */
export interface CalendarReply {
  readonly uid: string;
  /** The sequence of the invitation that it answers. */
  readonly sequence: number;
  readonly attendee: string;
  readonly response: InvitationResponse;
  /** When it was written, by the clock of that program (DTSTAMP). */
  readonly stamp: Instant;
}

/** A reply is about a kilobyte; more than this is none. */
const largest = 100_000;

const responses: Readonly<Record<string, InvitationResponse>> = {
  ACCEPTED: 'accepted',
  DECLINED: 'declined',
  TENTATIVE: 'tentative',
};

/**
 * Reads the answer to an invitation (RFC 5546, 3.2.3).
 * @param ics what came in a mail, of anybody
 * @returns null if it is no reply of one attendee to one meeting, or answers neither yes, no nor perhaps
 */
export function readReply(ics: string): CalendarReply | null {
  if (ics.length > largest) return null;
  try {
    const event = onlyEvent(new ICAL.Component(ICAL.parse(ics) as unknown[]));
    return event === null ? null : replyIn(event);
  } catch {
    // The parser throws at what is no calendar, and at a value that is none when it is asked for.
    return null;
  }
}

function onlyEvent(calendar: ICAL.Component): ICAL.Component | null {
  const [event, ...others] = calendar.getAllSubcomponents('vevent');
  const isReply = calendar.getFirstPropertyValue('method') === 'REPLY';
  return isReply && others.length === 0 ? (event ?? null) : null;
}

function replyIn(event: ICAL.Component): CalendarReply | null {
  const [attendee, ...others] = event.getAllProperties('attendee');
  if (attendee === undefined || others.length > 0) return null;
  const uid = event.getFirstPropertyValue('uid');
  const sequence = event.getFirstPropertyValue('sequence') ?? 0;
  const address = String(attendee.getFirstValue()).replace(/^mailto:/iu, '');
  const response = responses[String(attendee.getParameter('partstat')).toUpperCase()];
  const stamp = instantOf(event.getFirstPropertyValue('dtstamp'));
  const whole = typeof uid === 'string' && typeof sequence === 'number' && isMailAddress(address);
  return whole && response !== undefined && stamp !== null
    ? { uid, sequence, attendee: address.toLowerCase(), response, stamp }
    : null;
}

/** DTSTAMP is in UTC and must be there (RFC 5545, 3.8.7.2). */
function instantOf(time: unknown): Instant | null {
  if (!(time instanceof ICAL.Time)) return null;
  const milliseconds = time.toJSDate().getTime();
  const instant = Number.isNaN(milliseconds) ? '' : new Date(milliseconds).toISOString();
  return isNamedInstant(instant) ? instant : null;
}
