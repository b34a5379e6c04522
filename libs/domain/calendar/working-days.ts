import { copenhagenDate, copenhagenInstant, copenhagenTime } from './copenhagen.js';
import { type ClosingDays, isWorkingDay, isWorkingDayNumber } from './holidays.js';
import { type Instant, isLocalTime, type LocalDate, type LocalTime } from './instant.js';
import { addDays, dateOf, dayNumberOf } from './local-date.js';

/**
 * The hours of a day in which nobody is written to: from `quietFrom` up to, and not including, `quietTo`; over
 * midnight if `quietFrom` is the later one, never if both are the same.
 */
export type QuietHours = { quietFrom: LocalTime; quietTo: LocalTime };

/** More than there are in the years 1900 to 2200, so that a wrong count fails at once. */
const mostWorkingDays = 100_000;

/**
 * The working day that lies `count` working days after `date`, or before it if negative; `date` itself is not
 * counted. With 0: `date` if it is a working day, else the next working day.
 * @throws RangeError if `date` is none, `count` is not whole, or the result falls outside the years 1900 to 2200.
 */
export function addWorkingDays(date: LocalDate, count: number, closingDays: ClosingDays): LocalDate {
  if (!Number.isInteger(count) || Math.abs(count) > mostWorkingDays) {
    throw new RangeError('Expected a whole number of working days within the years 1900 to 2200.');
  }
  if (count === 0) {
    return isWorkingDay(date, closingDays) ? date : nextWorkingDay(date, closingDays);
  }
  const step = count > 0 ? 1 : -1;
  let dayNumber = dayNumberOf(date);
  for (let left = Math.abs(count); left > 0;) {
    dayNumber += step;
    if (isWorkingDayNumber(dayNumber, closingDays)) {
      left -= 1;
    }
  }
  return dateOf(dayNumber);
}

/**
 * The number of working days from `from` to `to`, without `from` and with `to`; negative if `to` is earlier.
 * So `workingDaysBetween(date, addWorkingDays(date, n))` is `n` for every `n` but 0.
 * @throws RangeError if one of them is no date.
 */
export function workingDaysBetween(from: LocalDate, to: LocalDate, closingDays: ClosingDays): number {
  const start = dayNumberOf(from);
  const end = dayNumberOf(to);
  const step = end >= start ? 1 : -1;
  let count = 0;
  for (let dayNumber = start; dayNumber !== end;) {
    dayNumber += step;
    if (isWorkingDayNumber(dayNumber, closingDays)) {
      count += step;
    }
  }
  return count;
}

/**
 * The first working day after `date`, never `date` itself.
 * @throws RangeError if `date` is none or the result falls outside the years 1900 to 2200.
 */
export function nextWorkingDay(date: LocalDate, closingDays: ClosingDays): LocalDate {
  return addWorkingDays(date, 1, closingDays);
}

function isQuiet(time: LocalTime, { quietFrom, quietTo }: QuietHours): boolean {
  return quietFrom <= quietTo ? quietFrom <= time && time < quietTo : time >= quietFrom || time < quietTo;
}

function firstTimeOfDay(quietHours: QuietHours): LocalTime {
  return isQuiet('00:00', quietHours) ? quietHours.quietTo : '00:00';
}

/**
 * The moment at which a reminder may go out: `instant` itself, or, if it falls in the quiet hours or on a day that
 * is no working day (weekend, public holiday, closing day), the next moment that does not. Danish local time.
 * @throws RangeError if `instant` or a quiet hour is none, or the result falls outside the years 1900 to 2200.
 */
export function nextReminderInstant(
  instant: Instant,
  quietHours: QuietHours,
  closingDays: ClosingDays,
): Instant {
  if (!isLocalTime(quietHours.quietFrom) || !isLocalTime(quietHours.quietTo)) {
    throw new RangeError('Expected quiet hours such as 20:00 and 08:00.');
  }
  const date = copenhagenDate(instant);
  const time = copenhagenTime(instant);
  const quiet = isQuiet(time, quietHours);
  const isOpen = isWorkingDay(date, closingDays);
  if (isOpen && !quiet) {
    return instant;
  }
  // Clocks change on Sundays, so a working day has each time of day exactly once.
  if (isOpen && time < quietHours.quietTo) {
    return copenhagenInstant(date, quietHours.quietTo);
  }
  return copenhagenInstant(addWorkingDays(addDays(date, 1), 0, closingDays), firstTimeOfDay(quietHours));
}

/**
 * The moment at which something other than a reminder may disturb somebody: `instant` itself, or the end of the quiet
 * hours that it falls in, whatever day it is. Danish local time.
 * @throws RangeError if `instant` is none, or the result falls outside the years 1900 to 2200.
 */
export function nextAwakeInstant(instant: Instant, quietHours: QuietHours): Instant {
  const time = copenhagenTime(instant);
  if (!isQuiet(time, quietHours)) return instant;
  const date = copenhagenDate(instant);
  return copenhagenInstant(time < quietHours.quietTo ? date : addDays(date, 1), quietHours.quietTo);
}
