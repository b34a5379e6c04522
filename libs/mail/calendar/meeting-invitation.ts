import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendarMethod,
  ICalEventClass,
  ICalEventStatus,
} from 'ical-generator';
import type { Instant } from '../../domain/calendar/index.js';
import type { MailLanguage } from '../language.js';
import { domainOf, isMailAddress } from '../mail-address.js';
import { revealsCourse } from '../neutral-words.js';
import { plainLine } from '../plain-line.js';
import { CATALOGUES } from '../templates/catalogue.js';

export interface CalendarPerson {
  /** Null for somebody whose name is protected or unknown. */
  readonly name: string | null;
  readonly email: string;
}

export type CalendarMethod = 'REQUEST' | 'CANCEL';

export interface MeetingEntry {
  /** One for the life of the meeting; see `meetingUid`. */
  readonly uid: string;
  /** The meeting's sequence, raised at every change (RFC 5545, 3.8.7.4). */
  readonly sequence: number;
  readonly method: CalendarMethod;
  /** A cancellation carries the time that its recipient was last told, never a newer one. */
  readonly from: Instant;
  readonly to: Instant;
  readonly organizer: CalendarPerson;
  /** The one who gets the mail; nobody else is listed. */
  readonly attendee: CalendarPerson;
  /** Left out of the entry if it would reveal the course, and from every cancellation. */
  readonly place: string | null;
  readonly language: MailLanguage;
  /** When the entry was written (DTSTAMP). */
  readonly stamp: Instant;
}

/** The UID that a meeting keeps in every calendar, through all changes and its cancellation. */
export function meetingUid(meetingId: string, domain: string): string {
  return `meeting-${meetingId}@${domain}`;
}

function neutralName({ name, email }: CalendarPerson): string {
  const line = plainLine(name ?? '');
  return line === '' || revealsCourse(line) ? email : line;
}

/**
 * The calendar entry that invites one attendee to a meeting, changes the earlier entry or cancels it: iTIP
 * (RFC 5546) in UTC, to be sent by iMIP (RFC 6047). Its heading is neutral and it is marked private, so that
 * colleagues who see the attendee's calendar see nothing of it.
 * @returns an iCalendar object (RFC 5545) whose METHOD is `entry.method`
 * @throws RangeError if an address is none.
 */
export function meetingInvitation(entry: MeetingEntry): string {
  if (!isMailAddress(entry.organizer.email) || !isMailAddress(entry.attendee.email)) {
    throw new RangeError('Organizer and attendee of a calendar entry need one mail address each.');
  }
  const invites = entry.method === 'REQUEST';
  const place = entry.place === null ? '' : plainLine(entry.place);
  const calendar = ical({
    method: invites ? ICalCalendarMethod.REQUEST : ICalCalendarMethod.CANCEL,
    prodId: {
      company: domainOf(entry.organizer.email),
      product: 'calendar',
      language: entry.language.toUpperCase(),
    },
  });
  const event = calendar.createEvent({
    id: entry.uid,
    sequence: entry.sequence,
    stamp: entry.stamp,
    start: entry.from,
    end: entry.to,
    summary: CATALOGUES[entry.language].meeting,
    class: ICalEventClass.PRIVATE,
    status: invites ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
    organizer: { name: neutralName(entry.organizer), email: entry.organizer.email },
  });
  if (invites && place !== '' && !revealsCourse(place)) {
    event.location(place);
  }
  event.createAttendee({
    email: entry.attendee.email,
    name: neutralName(entry.attendee),
    type: ICalAttendeeType.INDIVIDUAL,
    role: ICalAttendeeRole.REQ,
    ...(invites ? { rsvp: true, status: ICalAttendeeStatus.NEEDSACTION } : {}),
  });
  return calendar.toString();
}
