import { describe, expect, it } from '@jest/globals';
import Holidays from 'date-holidays';
import { addDays, type ClosingDays, isWorkingDay, publicHolidays, weekday } from './index.js';

const years = Array.from({ length: 50 }, (_, index) => 2000 + index);
const noneClosed: ClosingDays = {
  firstOfMay: false,
  constitutionDay: false,
  christmasEve: false,
  newYearsEve: false,
};
const allClosed: ClosingDays = {
  firstOfMay: true,
  constitutionDay: true,
  christmasEve: true,
  newYearsEve: true,
};
const library = new Holidays('DK');

function libraryDates(year: number, type: string): string[] {
  return library
    .getHolidays(year)
    .filter((holiday) => holiday.type === type)
    .map(({ date }) => date.slice(0, 10))
    .sort();
}

function libraryDate(year: number, name: string): string | undefined {
  return library
    .getHolidays(year)
    .find((holiday) => holiday.name === name)
    ?.date.slice(0, 10);
}

describe('public holidays', () => {
  it('of 2023, the last year with store bededag', () => {
    expect(publicHolidays(2023)).toEqual([
      { date: '2023-01-01', name: 'newYearsDay', danishName: 'Nytårsdag' },
      { date: '2023-04-06', name: 'maundyThursday', danishName: 'Skærtorsdag' },
      { date: '2023-04-07', name: 'goodFriday', danishName: 'Langfredag' },
      { date: '2023-04-09', name: 'easterSunday', danishName: 'Påskedag' },
      { date: '2023-04-10', name: 'easterMonday', danishName: '2. påskedag' },
      { date: '2023-05-05', name: 'greatPrayerDay', danishName: 'Store bededag' },
      { date: '2023-05-18', name: 'ascensionDay', danishName: 'Kristi himmelfartsdag' },
      { date: '2023-05-28', name: 'whitSunday', danishName: 'Pinsedag' },
      { date: '2023-05-29', name: 'whitMonday', danishName: '2. pinsedag' },
      { date: '2023-12-25', name: 'christmasDay', danishName: 'Juledag' },
      { date: '2023-12-26', name: 'secondChristmasDay', danishName: '2. juledag' },
    ]);
  });

  it.each(years)('of %i are those of the holiday library', (year) => {
    expect(publicHolidays(year).map(({ date }) => date)).toEqual(libraryDates(year, 'public'));
  });

  it.each(years)('of %i include store bededag only until 2023', (year) => {
    const prayerDay = publicHolidays(year).find(({ name }) => name === 'greatPrayerDay');
    expect(prayerDay !== undefined).toBe(year <= 2023);
    const easter = publicHolidays(year).find(({ name }) => name === 'easterSunday')?.date ?? '';
    expect(isWorkingDay(addDays(easter, 26), noneClosed)).toBe(year > 2023);
  });

  it.each([
    [1900, '1900-04-15'],
    [1943, '1943-04-25'],
    [1954, '1954-04-18'],
    [1981, '1981-04-19'],
    [2008, '2008-03-23'],
    [2038, '2038-04-25'],
    [2049, '2049-04-18'],
    [2076, '2076-04-19'],
    [2200, '2200-04-06'],
  ])('Easter of %i is %s', (year, expected) => {
    expect(publicHolidays(year).find(({ name }) => name === 'easterSunday')?.date).toBe(expected);
  });

  it.each([1899, 2201, 2027.5, Number.NaN])('of %d are refused', (year) => {
    expect(() => publicHolidays(year)).toThrow(RangeError);
  });
});

describe('working days', () => {
  it.each([
    ['a Tuesday', '2027-03-02', true],
    ['a Saturday', '2027-03-06', false],
    ['a Sunday', '2027-03-07', false],
    ['Maundy Thursday', '2027-03-25', false],
    ['the Wednesday before it', '2027-03-24', true],
    ['Ascension Day', '2027-05-06', false],
    ['the Friday after it', '2027-05-07', true],
    ['the fourth Friday after Easter in 2023', '2023-05-05', false],
    ['the fourth Friday after Easter in 2024', '2024-04-26', true],
  ])('%s, %s: %s', (_name, date, expected) => {
    expect(isWorkingDay(date, allClosed)).toBe(expected);
  });

  it.each([
    ['firstOfMay', '2028-05-01'],
    ['constitutionDay', '2029-06-05'],
    ['christmasEve', '2027-12-24'],
    ['newYearsEve', '2027-12-31'],
  ] as const)('%s closes %s by its own switch only', (closingDay, date) => {
    const others = { ...allClosed, [closingDay]: false };
    expect(isWorkingDay(date, others)).toBe(true);
    expect(isWorkingDay(date, { ...noneClosed, [closingDay]: true })).toBe(false);
  });

  it.each([
    ['firstOfMay', '1. maj'],
    ['constitutionDay', 'Grundlovsdag'],
    ['christmasEve', 'Juleaftensdag'],
  ] as const)('%s is the day the holiday library calls %s, over 50 years', (closingDay, name) => {
    for (const year of years) {
      const date = libraryDate(year, name) ?? '';
      const isOtherwiseOpen = weekday(date) <= 5 && !libraryDates(year, 'public').includes(date);
      expect(isWorkingDay(date, noneClosed)).toBe(isOtherwiseOpen);
      expect(isWorkingDay(date, { ...noneClosed, [closingDay]: true })).toBe(false);
    }
  });

  it('are, over 50 years, the weekdays the holiday library does not name', () => {
    const wrong: string[] = [];
    for (const year of years) {
      const free = new Set(libraryDates(year, 'public'));
      const closed = new Set([`${year}-05-01`, `${year}-06-05`, `${year}-12-24`, `${year}-12-31`]);
      for (let date = `${year}-01-01`; date.startsWith(String(year)); date = addDays(date, 1)) {
        const isOpen = weekday(date) <= 5 && !free.has(date);
        const agrees =
          isWorkingDay(date, noneClosed) === isOpen &&
          isWorkingDay(date, allClosed) === (isOpen && !closed.has(date));
        if (!agrees) {
          wrong.push(date);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('are not told of what is no date', () => {
    expect(() => isWorkingDay('2027-02-30', noneClosed)).toThrow(RangeError);
  });
});
