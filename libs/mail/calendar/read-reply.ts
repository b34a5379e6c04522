import ICAL from 'ical.js';
import type { InvitationResponse } from '../../domain/meeting/meeting.types.js';
import { isMailAddress } from '../mail-address.js';

/** An attendee's answer as a calendar program sends it. It proves nothing: check who sent the mail. */
export interface CalendarReply {
  readonly uid: string;
  /** The sequence of the invitation that it answers. */
  readonly sequence: number;
  readonly attendee: string;
  readonly response: InvitationResponse;
}

/** A reply is about a kilobyte; more than this is none. */
const largest = 100_000;

const responses: Readonly<Record<string, InvitationResponse>> = {
  ACCEPTED: 'accepted',
  DECLINED: 'declined',
  TENTATIVE: 'tentative',
};

function onlyEvent(ics: string): ICAL.Component | null {
  try {
    const calendar = new ICAL.Component(ICAL.parse(ics) as unknown[]);
    const events = calendar.getAllSubcomponents('vevent');
    const isReply = calendar.getFirstPropertyValue('method') === 'REPLY';
    return isReply && events.length === 1 ? (events[0] ?? null) : null;
  } catch {
    return null;
  }
}

/**
 * Reads the answer to an invitation (RFC 5546, 3.2.3).
 * @param ics what came in a mail, of anybody
 * @returns null if it is no reply of one attendee to one meeting, or answers neither yes, no nor perhaps
 */
export function readReply(ics: string): CalendarReply | null {
  const event = ics.length > largest ? null : onlyEvent(ics);
  const [attendee, ...others] = event?.getAllProperties('attendee') ?? [];
  if (event === null || attendee === undefined || others.length > 0) {
    return null;
  }
  const uid = event.getFirstPropertyValue('uid');
  const sequence = event.getFirstPropertyValue('sequence') ?? 0;
  const address = String(attendee.getFirstValue()).replace(/^mailto:/iu, '');
  const response = responses[String(attendee.getParameter('partstat')).toUpperCase()];
  const whole = typeof uid === 'string' && typeof sequence === 'number' && isMailAddress(address);
  return whole && response !== undefined
    ? { uid, sequence, attendee: address.toLowerCase(), response }
    : null;
}
