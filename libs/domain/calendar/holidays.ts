import { fromDayNumber, toDayNumber, weekdayOf } from './day-number.js';
import { firstYear, lastYear, type LocalDate } from './instant.js';
import { dateOf, dayNumberOf } from './local-date.js';

/** Days on which public offices close though they are no public holidays; `true` is closed. */
export type ClosingDays = {
  /** 1 May. */
  firstOfMay: boolean;
  /** 5 June, grundlovsdag. */
  constitutionDay: boolean;
  /** 24 December, juleaftensdag. */
  christmasEve: boolean;
  /** 31 December, nytårsaftensdag. */
  newYearsEve: boolean;
};

/** A Danish public holiday: its date, its key, and its name as shown to people. */
export type PublicHoliday = { date: LocalDate; name: PublicHolidayName; danishName: string };

type FixedHoliday = { name: string; danishName: string; month: number; day: number };
type MovableHoliday = { name: string; danishName: string; daysAfterEaster: number };

const fixedHolidays = [
  { name: 'newYearsDay', danishName: 'Nytårsdag', month: 1, day: 1 },
  { name: 'christmasDay', danishName: 'Juledag', month: 12, day: 25 },
  { name: 'secondChristmasDay', danishName: '2. juledag', month: 12, day: 26 },
] as const satisfies readonly FixedHoliday[];

const movableHolidays = [
  { name: 'maundyThursday', danishName: 'Skærtorsdag', daysAfterEaster: -3 },
  { name: 'goodFriday', danishName: 'Langfredag', daysAfterEaster: -2 },
  { name: 'easterSunday', danishName: 'Påskedag', daysAfterEaster: 0 },
  { name: 'easterMonday', danishName: '2. påskedag', daysAfterEaster: 1 },
  { name: 'greatPrayerDay', danishName: 'Store bededag', daysAfterEaster: 26 },
  { name: 'ascensionDay', danishName: 'Kristi himmelfartsdag', daysAfterEaster: 39 },
  { name: 'whitSunday', danishName: 'Pinsedag', daysAfterEaster: 49 },
  { name: 'whitMonday', danishName: '2. pinsedag', daysAfterEaster: 50 },
] as const satisfies readonly MovableHoliday[];

export type PublicHolidayName = (typeof fixedHolidays | typeof movableHolidays)[number]['name'];

/** Law no. 214 of 6 March 2023 abolished store bededag from 1 January 2024. */
const lastYearWithGreatPrayerDay = 2023;

/** The day number of Easter Sunday: the anonymous Gregorian computus (Meeus/Jones/Butcher). */
function easterSunday(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonCorrection + 15) % 30;
  const toSunday =
    (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const lateMoon = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const fromMarch = epact + toSunday - 7 * lateMoon + 114;
  return toDayNumber(year, Math.floor(fromMarch / 31), (fromMarch % 31) + 1);
}

function movableHolidaysOf(year: number): readonly (typeof movableHolidays)[number][] {
  return movableHolidays.filter(
    ({ name }) => name !== 'greatPrayerDay' || year <= lastYearWithGreatPrayerDay,
  );
}

/**
 * The public holidays (helligdage) of a year in order of date, those on a Sunday included.
 * @throws RangeError if `year` is not whole or falls outside 1900 to 2200.
 */
export function publicHolidays(year: number): PublicHoliday[] {
  if (!Number.isInteger(year) || year < firstYear || year > lastYear) {
    throw new RangeError('Expected a year from 1900 to 2200.');
  }
  const easter = easterSunday(year);
  return [
    ...fixedHolidays.map(({ month, day, ...names }) => ({
      ...names,
      dayNumber: toDayNumber(year, month, day),
    })),
    ...movableHolidaysOf(year).map(({ daysAfterEaster, ...names }) => ({
      ...names,
      dayNumber: easter + daysAfterEaster,
    })),
  ]
    .sort((a, b) => a.dayNumber - b.dayNumber)
    .map(({ dayNumber, name, danishName }) => ({ date: dateOf(dayNumber), name, danishName }));
}

function isPublicHoliday(dayNumber: number, year: number, month: number, day: number): boolean {
  if (fixedHolidays.some((holiday) => holiday.month === month && holiday.day === day)) {
    return true;
  }
  const daysAfterEaster = dayNumber - easterSunday(year);
  return movableHolidaysOf(year).some((holiday) => holiday.daysAfterEaster === daysAfterEaster);
}

function isClosingDay(month: number, day: number, closingDays: ClosingDays): boolean {
  return (
    (closingDays.firstOfMay && month === 5 && day === 1) ||
    (closingDays.constitutionDay && month === 6 && day === 5) ||
    (closingDays.christmasEve && month === 12 && day === 24) ||
    (closingDays.newYearsEve && month === 12 && day === 31)
  );
}

/** `isWorkingDay` for a day number, so that counting need not write and read dates. */
export function isWorkingDayNumber(dayNumber: number, closingDays: ClosingDays): boolean {
  if (weekdayOf(dayNumber) > 5) {
    return false;
  }
  const { year, month, day } = fromDayNumber(dayNumber);
  return !isPublicHoliday(dayNumber, year, month, day) && !isClosingDay(month, day, closingDays);
}

/**
 * Whether a date is a working day: Monday to Friday, no public holiday, and not closed by `closingDays`.
 * @throws RangeError if `date` is none.
 */
export function isWorkingDay(date: LocalDate, closingDays: ClosingDays): boolean {
  return isWorkingDayNumber(dayNumberOf(date), closingDays);
}
