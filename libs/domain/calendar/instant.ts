import { dayExists } from './day-number.js';

/** A point in time: ISO 8601 in UTC with milliseconds, for instance `2027-03-01T09:00:00.000Z`. */
export type Instant = string;
/** A day in Denmark: `YYYY-MM-DD`. */
export type LocalDate = string;
/** A time of day in Denmark: `HH:MM`, from `00:00` to `23:59`. */
export type LocalTime = string;
/** An absolute length of time; a day is 24 hours, whatever the clocks do. Parts may be negative. */
export type Duration = { days?: number; hours?: number; minutes?: number };

/** The first and last year that the calendar works with. */
export const firstYear = 1900;
export const lastYear = 2200;

const instantPattern = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;
const datePattern = /^\d{4}-\d{2}-\d{2}$/;
const timePattern = /^([01]\d|2[0-3]):[0-5]\d$/;

function startsWithExistingDay(text: string): boolean {
  const year = Number(text.slice(0, 4));
  const inRange = year >= firstYear && year <= lastYear;
  return inRange && dayExists(year, Number(text.slice(5, 7)), Number(text.slice(8, 10)));
}

/** Whether `value` is an instant exactly as `Date.toISOString` writes it, of a day that exists, 1900–2200. */
export function isInstant(value: unknown): value is Instant {
  return typeof value === 'string' && instantPattern.test(value) && startsWithExistingDay(value);
}

/** Whether `value` is `YYYY-MM-DD` of a day that exists, 1900–2200. */
export function isLocalDate(value: unknown): value is LocalDate {
  return typeof value === 'string' && datePattern.test(value) && startsWithExistingDay(value);
}

/**
 * The first and last year of what people may name. Whatever the rules count from it, reminders before, periods of years
 * after, still falls within the calendar.
 */
export const firstNamedYear = 1920;
export const lastNamedYear = 2100;

function hasNamedYear(value: string): boolean {
  const year = Number(value.slice(0, 4));
  return year >= firstNamedYear && year <= lastNamedYear;
}

/** Whether `value` is an instant that people may name: one of the years 1920–2100. */
export function isNamedInstant(value: unknown): value is Instant {
  return isInstant(value) && hasNamedYear(value);
}

/** Whether `value` is a day that people may name: one of the years 1920–2100. */
export function isNamedDate(value: unknown): value is LocalDate {
  return isLocalDate(value) && hasNamedYear(value);
}

/** Whether `value` is `HH:MM` from `00:00` to `23:59`. */
export function isLocalTime(value: unknown): value is LocalTime {
  return typeof value === 'string' && timePattern.test(value);
}

/**
 * The milliseconds from 1970-01-01T00:00:00.000Z to an instant.
 * @throws RangeError if `instant` is none.
 */
export function toMilliseconds(instant: Instant): number {
  if (!isInstant(instant)) {
    throw new RangeError('Expected an instant such as 2027-03-01T09:00:00.000Z, in the years 1900 to 2200.');
  }
  return Date.parse(instant);
}

/**
 * The instant that is `milliseconds` after 1970-01-01T00:00:00.000Z.
 * @throws RangeError if it is no whole number or falls outside the years 1900 to 2200.
 */
export function fromMilliseconds(milliseconds: number): Instant {
  if (Number.isInteger(milliseconds)) {
    const date = new Date(milliseconds);
    const year = date.getUTCFullYear();
    if (year >= firstYear && year <= lastYear) {
      return date.toISOString();
    }
  }
  throw new RangeError('Expected a whole number of milliseconds within the years 1900 to 2200.');
}

/**
 * The instant that is `duration` later (earlier where parts are negative); absolute, so a day is 24 hours.
 * @throws RangeError if `instant` is none, or the result falls outside the years 1900 to 2200.
 */
export function addDuration(instant: Instant, duration: Duration): Instant {
  const { days = 0, hours = 0, minutes = 0 } = duration;
  return fromMilliseconds(
    toMilliseconds(instant) + Math.round(((days * 24 + hours) * 60 + minutes) * 60_000),
  );
}

/** Order of two instants: -1 if `a` is earlier, 1 if later, 0 if they are the same. Fit for sorting. */
export function compareInstants(a: Instant, b: Instant): -1 | 0 | 1 {
  // One fixed width and one zone: the order of the texts is the order of the times.
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}

/** The latest of one or more instants. */
export function maxInstant(first: Instant, ...others: Instant[]): Instant {
  return others.reduce((latest, other) => (other > latest ? other : latest), first);
}

/** The earliest of one or more instants. */
export function minInstant(first: Instant, ...others: Instant[]): Instant {
  return others.reduce((earliest, other) => (other < earliest ? other : earliest), first);
}

/**
 * The time from `a` to `b` in milliseconds; negative if `b` is earlier.
 * @throws RangeError if one of them is no instant.
 */
export function durationBetween(a: Instant, b: Instant): number {
  return toMilliseconds(b) - toMilliseconds(a);
}
