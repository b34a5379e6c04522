import { fromDayNumber, toDayNumber, weekdayOf } from './day-number.js';
import {
  fromMilliseconds,
  type Instant,
  isLocalTime,
  type LocalDate,
  type LocalTime,
  toMilliseconds,
} from './instant.js';
import { dateOf, dayNumberOf } from './local-date.js';

const millisecondsPerMinute = 60_000;
const millisecondsPerHour = 3_600_000;
const millisecondsPerDay = 86_400_000;

/** 01:00 UTC on the last Sunday of a month that has 31 days. */
function changeOfClocks(year: number, month: 3 | 10): number {
  const lastDay = toDayNumber(year, month, 31);
  return (lastDay - (weekdayOf(lastDay) % 7)) * millisecondsPerDay + millisecondsPerHour;
}

/**
 * Summer time from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of October: Directive
 * 2000/84/EC, in Denmark so since 1996. Applied to earlier years too, whose summers were other ones.
 */
function isSummerTime(milliseconds: number): boolean {
  const { year } = fromDayNumber(Math.floor(milliseconds / millisecondsPerDay));
  return milliseconds >= changeOfClocks(year, 3) && milliseconds < changeOfClocks(year, 10);
}

function localMilliseconds(instant: Instant): number {
  const milliseconds = toMilliseconds(instant);
  return milliseconds + (isSummerTime(milliseconds) ? 2 : 1) * millisecondsPerHour;
}

/**
 * The date in Denmark (Europe/Copenhagen) at an instant.
 * @throws RangeError if `instant` is none or the date falls outside the years 1900 to 2200.
 */
export function copenhagenDate(instant: Instant): LocalDate {
  return dateOf(Math.floor(localMilliseconds(instant) / millisecondsPerDay));
}

/**
 * The time of day in Denmark (Europe/Copenhagen) at an instant, seconds dropped.
 * @throws RangeError if `instant` is none.
 */
export function copenhagenTime(instant: Instant): LocalTime {
  const local = localMilliseconds(instant);
  const ofDay = local - Math.floor(local / millisecondsPerDay) * millisecondsPerDay;
  const hours = Math.floor(ofDay / millisecondsPerHour);
  const minutes = Math.floor((ofDay - hours * millisecondsPerHour) / millisecondsPerMinute);
  return `${hours < 10 ? '0' : ''}${hours}:${minutes < 10 ? '0' : ''}${minutes}`;
}

/**
 * The instant at which the clocks in Denmark (Europe/Copenhagen) show a date and a time.
 * In the hour that is left out in March (02:00–02:59) the time counts on from before the change: 02:30 becomes
 * 03:30 summer time. In the hour that occurs twice in October the first one, summer time, is meant. These are the
 * rules of RFC 5545, section 3.3.5, so a calendar entry means the same.
 * @throws RangeError if `date` or `time` is none or the instant falls outside the years 1900 to 2200.
 */
export function copenhagenInstant(date: LocalDate, time: LocalTime): Instant {
  if (!isLocalTime(time)) {
    throw new RangeError('Expected a time of day such as 09:30, from 00:00 to 23:59.');
  }
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  const local = dayNumberOf(date) * millisecondsPerDay + minutes * millisecondsPerMinute;
  const inSummer = local - 2 * millisecondsPerHour;
  return fromMilliseconds(isSummerTime(inSummer) ? inSummer : local - millisecondsPerHour);
}
