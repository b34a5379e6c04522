import {
  addDays,
  addMonths,
  addWorkingDays,
  addYears,
  copenhagenDate,
  copenhagenInstant,
  type Instant,
  type LocalDate,
  type LocalTime,
} from '../../libs/domain/calendar/index.js';
import { defaultPolicy } from '../../libs/domain/plan/default-policy.js';

const { closingDays } = defaultPolicy;

/** The working day that lies so many working days after a day, or before it. */
export function workingDay(from: LocalDate, count: number): LocalDate {
  return addWorkingDays(from, count, closingDays);
}

/** The first working day that lies at least so many months after a day. */
export function monthsAfter(from: LocalDate, months: number): LocalDate {
  return workingDay(addMonths(from, months), 0);
}

/** A time of day on the working day that lies so many working days after another day, in Denmark. */
export function at(from: LocalDate, workingDays: number, time: LocalTime): Instant {
  return copenhagenInstant(workingDay(from, workingDays), time);
}

/** The first working day of the January after an instant. */
export function firstWorkingDayOfNextYear(now: Instant): LocalDate {
  const firstOfJanuary = `${addYears(copenhagenDate(now), 1).slice(0, 4)}-01-01`;
  return workingDay(addDays(firstOfJanuary, 1), 0);
}

/** When a consent that is given on a day ends, if it is given for the longest time: a year. */
export function yearFrom(day: LocalDate): Instant {
  return copenhagenInstant(addMonths(day, 12), '00:00');
}
