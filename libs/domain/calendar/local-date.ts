import { type CalendarDay, daysInMonth, fromDayNumber, toDayNumber, weekdayOf } from './day-number.js';
import { firstYear, isLocalDate, lastYear, type LocalDate } from './instant.js';

/** A day of the week: Monday 1 to Sunday 7 (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/**
 * Year, month and day of a date.
 * @throws RangeError if `date` is none.
 */
export function partsOf(date: LocalDate): CalendarDay {
  if (!isLocalDate(date)) {
    throw new RangeError('Expected an existing day such as 2027-03-01, in the years 1900 to 2200.');
  }
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/**
 * Days from 1970-01-01 to a date; negative before it.
 * @throws RangeError if `date` is none.
 */
export function dayNumberOf(date: LocalDate): number {
  const { year, month, day } = partsOf(date);
  return toDayNumber(year, month, day);
}

/**
 * The date that is `dayNumber` days after 1970-01-01.
 * @throws RangeError if it is no whole number or falls outside the years 1900 to 2200.
 */
export function dateOf(dayNumber: number): LocalDate {
  const { year, month, day } = fromDayNumber(dayNumber);
  return writeDate(year, month, day);
}

function writeDate(year: number, month: number, day: number): LocalDate {
  if (![year, month, day].every(Number.isInteger) || year < firstYear || year > lastYear) {
    throw new RangeError('Expected a day in the years 1900 to 2200.');
  }
  return `${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}

/**
 * The date `count` days later; earlier if negative.
 * @throws RangeError if `date` is none, `count` is not whole, or the result falls outside the years 1900 to 2200.
 */
export function addDays(date: LocalDate, count: number): LocalDate {
  return dateOf(dayNumberOf(date) + count);
}

/**
 * The same day of the month `count` months later (earlier if negative), or the last day of that month if it is
 * shorter: 31 January and one month give 28 or 29 February.
 * @throws RangeError if `date` is none, `count` is not whole, or the result falls outside the years 1900 to 2200.
 */
export function addMonths(date: LocalDate, count: number): LocalDate {
  const { year, month, day } = partsOf(date);
  const months = year * 12 + month - 1 + count;
  const resultYear = Math.floor(months / 12);
  const resultMonth = months - resultYear * 12 + 1;
  return writeDate(resultYear, resultMonth, Math.min(day, daysInMonth(resultYear, resultMonth)));
}

/**
 * The same day `count` years later (earlier if negative); 29 February gives 28 February in a common year.
 * @throws RangeError if `date` is none, `count` is not whole, or the result falls outside the years 1900 to 2200.
 */
export function addYears(date: LocalDate, count: number): LocalDate {
  return addMonths(date, count * 12);
}

/**
 * The number of days from `from` to `to`; negative if `to` is earlier.
 * @throws RangeError if one of them is no date.
 */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumberOf(to) - dayNumberOf(from);
}

/**
 * The day of the week: Monday 1 to Sunday 7.
 * @throws RangeError if `date` is none.
 */
export function weekday(date: LocalDate): Weekday {
  return weekdayOf(dayNumberOf(date)) as Weekday;
}
