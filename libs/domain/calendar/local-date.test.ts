import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fromDayNumber, toDayNumber } from './day-number.js';
import { addDays, addMonths, addYears, daysBetween, weekday } from './index.js';
import { dateOf } from './local-date.js';

const firstDay = Date.UTC(1900, 0, 1) / 86_400_000;
const lastDay = Date.UTC(2200, 11, 31) / 86_400_000;
const dates = fc.integer({ min: firstDay + 40_000, max: lastDay - 40_000 }).map(dateOf);

describe('days as numbers', () => {
  it('agree with Date on every day from 1900 to 2200', () => {
    const wrong: string[] = [];
    for (let dayNumber = firstDay; dayNumber <= lastDay; dayNumber += 1) {
      const date = new Date(dayNumber * 86_400_000);
      const text = date.toISOString().slice(0, 10);
      const { year, month, day } = fromDayNumber(dayNumber);
      const agrees =
        dateOf(dayNumber) === text &&
        toDayNumber(year, month, day) === dayNumber &&
        weekday(text) === (date.getUTCDay() === 0 ? 7 : date.getUTCDay());
      if (!agrees) {
        wrong.push(text);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('adding days, months and years', () => {
  it.each([
    ['2027-02-28', 1, '2027-03-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2027-01-01', -1, '2026-12-31'],
    ['2027-03-01', 0, '2027-03-01'],
  ])('%s and %i days give %s', (date, count, expected) => {
    expect(addDays(date, count)).toBe(expected);
  });

  it.each([
    ['2027-01-31', 1, '2027-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2027-03-31', -1, '2027-02-28'],
    ['2027-05-31', 6, '2027-11-30'],
    ['2027-11-15', 2, '2028-01-15'],
    ['2027-01-15', -1, '2026-12-15'],
    ['2027-01-15', -13, '2025-12-15'],
    ['2027-12-15', 12, '2028-12-15'],
  ])('%s and %i months give %s', (date, count, expected) => {
    expect(addMonths(date, count)).toBe(expected);
  });

  it.each([
    ['2028-02-29', 1, '2029-02-28'],
    ['2028-02-29', 4, '2032-02-29'],
    ['2027-06-05', -27, '2000-06-05'],
  ])('%s and %i years give %s', (date, count, expected) => {
    expect(addYears(date, count)).toBe(expected);
  });

  it.each([
    ['a day that does not exist', () => addDays('2027-02-30', 1)],
    ['half a day', () => addDays('2027-02-28', 0.5)],
    ['no number', () => addDays('2027-02-28', Number.NaN)],
    ['half a month', () => addMonths('2027-02-28', 0.5)],
    ['a day past the last year', () => addDays('2200-12-31', 1)],
    ['a month before the first year', () => addMonths('1900-01-31', -1)],
    ['no end', () => addYears('2027-01-01', Number.POSITIVE_INFINITY)],
  ])('refuses %s', (_name, attempt) => {
    expect(attempt).toThrow(RangeError);
  });

  it('counts back the days that were added', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -40_000, max: 40_000 }), (date, count) => {
        expect(daysBetween(date, addDays(date, count))).toBe(count);
      }),
    );
  });

  it('keeps the day of the month or takes the last one', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -1200, max: 1200 }), (date, count) => {
        const result = addMonths(date, count);
        const day = date.slice(8);
        const isLastOfMonth = addDays(result, 1).endsWith('-01');
        expect(result.slice(8) === day || (isLastOfMonth && result.slice(8) < day)).toBe(true);
      }),
    );
  });
});

describe('the day of the week', () => {
  it.each([
    ['2027-03-01', 1],
    ['2026-12-24', 4],
    ['2027-03-28', 7],
    ['1969-12-31', 3],
  ])('of %s is %i', (date, expected) => {
    expect(weekday(date)).toBe(expected);
  });
});
