export { dayExists } from './day-number.js';
export {
  addDuration,
  compareInstants,
  type Duration,
  durationBetween,
  firstNamedYear,
  type Instant,
  isInstant,
  isLocalDate,
  isLocalTime,
  isNamedDate,
  isNamedInstant,
  lastNamedYear,
  type LocalDate,
  type LocalTime,
  maxInstant,
  minInstant,
} from './instant.js';
export { addDays, addMonths, addYears, daysBetween, type Weekday, weekday } from './local-date.js';
export { copenhagenDate, copenhagenInstant, copenhagenTime } from './copenhagen.js';
export {
  type ClosingDays,
  isWorkingDay,
  type PublicHoliday,
  type PublicHolidayName,
  publicHolidays,
} from './holidays.js';
export {
  addWorkingDays,
  nextAwakeInstant,
  nextReminderInstant,
  nextWorkingDay,
  type QuietHours,
  workingDaysBetween,
} from './working-days.js';
