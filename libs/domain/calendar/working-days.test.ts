import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  addWorkingDays,
  type ClosingDays,
  compareInstants,
  copenhagenDate,
  copenhagenTime,
  type Instant,
  isWorkingDay,
  nextReminderInstant,
  nextWorkingDay,
  type QuietHours,
  workingDaysBetween,
} from './index.js';
import { dateOf, dayNumberOf } from './local-date.js';

const allClosed: ClosingDays = {
  firstOfMay: true,
  constitutionDay: true,
  christmasEve: true,
  newYearsEve: true,
};
const night: QuietHours = { quietFrom: '20:00', quietTo: '08:00' };

const dates = fc.integer({ min: dayNumberOf('2000-01-01'), max: dayNumberOf('2049-12-31') }).map(dateOf);
const closings: fc.Arbitrary<ClosingDays> = fc.record({
  firstOfMay: fc.boolean(),
  constitutionDay: fc.boolean(),
  christmasEve: fc.boolean(),
  newYearsEve: fc.boolean(),
});
const times = fc
  .integer({ min: 0, max: 1439 })
  .map((minute) => new Date(minute * 60_000).toISOString().slice(11, 16));
const instants: fc.Arbitrary<Instant> = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2049-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString());

describe('adding working days', () => {
  it.each([
    ['within a week', '2027-03-01', 3, '2027-03-04'],
    ['over a weekend', '2027-03-05', 1, '2027-03-08'],
    ['from a Saturday', '2027-03-06', 1, '2027-03-08'],
    ['over Easter', '2027-03-24', 1, '2027-03-30'],
    ['over Christmas and New Year', '2026-12-23', 3, '2026-12-30'],
    ['over New Year', '2026-12-30', 1, '2027-01-04'],
    ['back over a weekend', '2027-03-08', -1, '2027-03-05'],
    ['back over Easter', '2027-03-30', -2, '2027-03-23'],
    ['back from a Sunday', '2027-03-07', -1, '2027-03-05'],
    ['none from a working day', '2027-03-05', 0, '2027-03-05'],
    ['none from a Saturday', '2027-03-06', 0, '2027-03-08'],
    ['none from Maundy Thursday', '2027-03-25', 0, '2027-03-30'],
  ])('%s: %s and %i give %s', (_name, date, count, expected) => {
    expect(addWorkingDays(date, count, allClosed)).toBe(expected);
  });

  it('counts a closing day that is switched off', () => {
    expect(addWorkingDays('2026-12-30', 1, { ...allClosed, newYearsEve: false })).toBe('2026-12-31');
  });

  it.each([
    ['2027-02-30', 1],
    ['2027-03-01', 0.5],
    ['2027-03-01', Number.NaN],
    ['2027-03-01', Number.POSITIVE_INFINITY],
    ['2200-12-30', 5],
    ['1900-01-03', -5],
  ])('refuses %s and %d', (date, count) => {
    expect(() => addWorkingDays(date, count, allClosed)).toThrow(RangeError);
  });

  it('gives a working day, and counting it gives the number that was added', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -400, max: 400 }), closings, (date, count, closing) => {
        const result = addWorkingDays(date, count, closing);
        expect(isWorkingDay(result, closing)).toBe(true);
        if (count !== 0) {
          expect(workingDaysBetween(date, result, closing)).toBe(count);
        }
      }),
    );
  });

  it('goes there and back between working days', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -200, max: 200 }), closings, (date, count, closing) => {
        const start = addWorkingDays(date, 0, closing);
        expect(addWorkingDays(addWorkingDays(start, count, closing), -count, closing)).toBe(start);
      }),
    );
  });
});

describe('counting working days', () => {
  it.each([
    ['a week', '2027-03-01', '2027-03-08', 5],
    ['the first day is not counted, the last one is', '2027-03-01', '2027-03-02', 1],
    ['no time', '2027-03-01', '2027-03-01', 0],
    ['a weekend', '2027-03-05', '2027-03-07', 0],
    ['Easter week', '2027-03-22', '2027-03-30', 3],
    ['backwards', '2027-03-08', '2027-03-01', -5],
  ])('%s: %s to %s is %i', (_name, from, to, expected) => {
    expect(workingDaysBetween(from, to, allClosed)).toBe(expected);
  });

  it('adds up over a day in between', () => {
    fc.assert(
      fc.property(dates, fc.nat(500), fc.nat(500), closings, (from, first, second, closing) => {
        const middle = addDays(from, first);
        const to = addDays(middle, second);
        expect(workingDaysBetween(from, to, closing)).toBe(
          workingDaysBetween(from, middle, closing) + workingDaysBetween(middle, to, closing),
        );
      }),
    );
  });
});

describe('the next working day', () => {
  it.each([
    ['2027-03-01', '2027-03-02'],
    ['2027-03-05', '2027-03-08'],
    ['2027-03-06', '2027-03-08'],
    ['2027-03-24', '2027-03-30'],
  ])('after %s is %s', (date, expected) => {
    expect(nextWorkingDay(date, allClosed)).toBe(expected);
  });
});

describe('when a reminder may go out', () => {
  it.each([
    ['by day: at once, to the millisecond', '2027-03-01T09:12:34.567Z', '2027-03-01T09:12:34.567Z'],
    ['in the last minute before the night', '2027-03-01T18:59:59.999Z', '2027-03-01T18:59:59.999Z'],
    ['at the beginning of the night', '2027-03-01T19:00:00.000Z', '2027-03-02T07:00:00.000Z'],
    ['in the small hours', '2027-03-02T02:00:00.000Z', '2027-03-02T07:00:00.000Z'],
    ['at the end of the night', '2027-03-02T07:00:00.000Z', '2027-03-02T07:00:00.000Z'],
    ['on a Friday evening', '2027-03-05T19:30:00.000Z', '2027-03-08T07:00:00.000Z'],
    ['on a Saturday at noon', '2027-03-06T11:00:00.000Z', '2027-03-08T07:00:00.000Z'],
    ['at Easter, over the change of clocks', '2027-03-25T11:00:00.000Z', '2027-03-30T06:00:00.000Z'],
    ['in summer', '2027-07-01T18:00:00.000Z', '2027-07-02T06:00:00.000Z'],
    ['on Christmas Eve', '2026-12-24T11:00:00.000Z', '2026-12-28T07:00:00.000Z'],
    ['in the small hours of Christmas Eve', '2026-12-24T03:00:00.000Z', '2026-12-28T07:00:00.000Z'],
    ['in the hour that occurs twice', '2027-10-31T01:30:00.000Z', '2027-11-01T07:00:00.000Z'],
  ])('%s', (_name, instant, expected) => {
    expect(nextReminderInstant(instant, night, allClosed)).toBe(expected);
  });

  it.each([
    ['within a day, before them', '11:00', '13:00', '2027-03-01T09:00:00.000Z', '2027-03-01T09:00:00.000Z'],
    ['within a day, in them', '11:00', '13:00', '2027-03-01T10:30:00.000Z', '2027-03-01T12:00:00.000Z'],
    ['within a day, on a Sunday', '11:00', '13:00', '2027-03-07T10:30:00.000Z', '2027-03-07T23:00:00.000Z'],
    ['from midnight', '00:00', '08:00', '2027-03-01T02:00:00.000Z', '2027-03-01T07:00:00.000Z'],
    ['until midnight', '20:00', '00:00', '2027-03-01T20:00:00.000Z', '2027-03-01T23:00:00.000Z'],
    ['none', '00:00', '00:00', '2027-03-01T02:00:00.000Z', '2027-03-01T02:00:00.000Z'],
  ])('with quiet hours %s', (_name, quietFrom, quietTo, instant, expected) => {
    expect(nextReminderInstant(instant, { quietFrom, quietTo }, allClosed)).toBe(expected);
  });

  it('is refused for hours that are none', () => {
    const instant = '2027-03-01T09:00:00.000Z';
    expect(() => nextReminderInstant(instant, { ...night, quietTo: '24:00' }, allClosed)).toThrow(RangeError);
    expect(() => nextReminderInstant(instant, { ...night, quietFrom: '' }, allClosed)).toThrow(RangeError);
    expect(() => nextReminderInstant('2027-03-01', night, allClosed)).toThrow(RangeError);
  });

  it('is never before, on a working day, out of the quiet hours, and stays where it is', () => {
    fc.assert(
      fc.property(instants, times, times, closings, (instant, quietFrom, quietTo, closing) => {
        const quietHours = { quietFrom, quietTo };
        const result = nextReminderInstant(instant, quietHours, closing);
        const time = copenhagenTime(result);
        const isQuiet =
          quietFrom <= quietTo ? time >= quietFrom && time < quietTo : time >= quietFrom || time < quietTo;
        expect(compareInstants(result, instant)).toBeGreaterThanOrEqual(0);
        expect(isWorkingDay(copenhagenDate(result), closing)).toBe(true);
        expect(isQuiet).toBe(false);
        expect(nextReminderInstant(result, quietHours, closing)).toBe(result);
      }),
      { numRuns: 1000 },
    );
  });
});
