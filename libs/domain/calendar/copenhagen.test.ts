import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDuration, copenhagenDate, copenhagenInstant, copenhagenTime, type Instant } from './index.js';

const intl = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Copenhagen',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

function byIntl(instant: Instant): string {
  const parts = Object.fromEntries(
    intl.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]),
  );
  return `${String(parts['year'])}-${String(parts['month'])}-${String(parts['day'])} ${String(parts['hour'])}:${String(parts['minute'])}`;
}

function byCalendar(instant: Instant): string {
  return `${copenhagenDate(instant)} ${copenhagenTime(instant)}`;
}

const instants: fc.Arbitrary<Instant> = fc
  .date({ min: new Date('1996-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString());

describe('date and time in Denmark', () => {
  it.each([
    ['winter', '2027-01-15T08:00:00.000Z', '2027-01-15 09:00'],
    ['summer', '2027-07-15T08:00:00.000Z', '2027-07-15 10:00'],
    ['the evening before, by UTC', '2027-07-14T22:30:00.000Z', '2027-07-15 00:30'],
    ['New Year', '2026-12-31T23:00:00.000Z', '2027-01-01 00:00'],
    ['the last second before summer time', '2027-03-28T00:59:59.999Z', '2027-03-28 01:59'],
    ['the first second of summer time', '2027-03-28T01:00:00.000Z', '2027-03-28 03:00'],
    ['the last second of summer time', '2027-10-31T00:59:59.999Z', '2027-10-31 02:59'],
    ['the first second after summer time', '2027-10-31T01:00:00.000Z', '2027-10-31 02:00'],
  ])('%s', (_name, instant, expected) => {
    expect(byCalendar(instant)).toBe(expected);
  });

  it('agree with Intl in every half hour of the last eight days of March and October, 2000 to 2049', () => {
    const wrong: string[] = [];
    for (let year = 2000; year < 2050; year += 1) {
      for (const month of [2, 9]) {
        for (let halfHour = 0; halfHour < 8 * 48; halfHour += 1) {
          const instant = new Date(Date.UTC(year, month, 24, 0, halfHour * 30)).toISOString();
          if (byCalendar(instant) !== byIntl(instant)) {
            wrong.push(instant);
          }
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('agree with Intl at any instant since 1996', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        expect(byCalendar(instant)).toBe(byIntl(instant));
      }),
      { numRuns: 2000 },
    );
  });

  it('are not told of what is no instant', () => {
    expect(() => copenhagenDate('2027-03-01')).toThrow(RangeError);
    expect(() => copenhagenTime('2027-02-30T09:00:00.000Z')).toThrow(RangeError);
  });
});

describe('the instant of a Danish date and time', () => {
  it.each([
    ['winter', '2027-01-15', '09:00', '2027-01-15T08:00:00.000Z'],
    ['summer', '2027-07-15', '09:00', '2027-07-15T07:00:00.000Z'],
    ['midnight in summer', '2027-07-15', '00:00', '2027-07-14T22:00:00.000Z'],
    ['just before the hour that is left out', '2027-03-28', '01:59', '2027-03-28T00:59:00.000Z'],
    ['in the hour that is left out: an hour later', '2027-03-28', '02:30', '2027-03-28T01:30:00.000Z'],
    ['just after the hour that is left out', '2027-03-28', '03:00', '2027-03-28T01:00:00.000Z'],
    ['in the hour that occurs twice: the first', '2027-10-31', '02:30', '2027-10-31T00:30:00.000Z'],
    ['after the hour that occurs twice', '2027-10-31', '03:00', '2027-10-31T02:00:00.000Z'],
  ])('%s', (_name, date, time, expected) => {
    expect(copenhagenInstant(date, time)).toBe(expected);
  });

  it.each([
    ['2027-02-30', '09:00'],
    ['2027-02-28', '24:00'],
    ['2027-02-28', '9'],
  ])('refuses %s %s', (date, time) => {
    expect(() => copenhagenInstant(date, time)).toThrow(RangeError);
  });

  it('leads back to the same minute, or an hour before it where the hour occurs twice', () => {
    const aroundChanges = fc
      .record({
        year: fc.integer({ min: 2000, max: 2049 }),
        month: fc.constantFrom(2, 9),
        minutes: fc.integer({ min: 0, max: 8 * 1440 }),
      })
      .map(({ year, month, minutes }) => new Date(Date.UTC(year, month, 24, 0, minutes)).toISOString());
    fc.assert(
      fc.property(fc.oneof(instants, aroundChanges), (instant) => {
        const minute = `${instant.slice(0, 16)}:00.000Z`;
        const back = copenhagenInstant(copenhagenDate(minute), copenhagenTime(minute));
        expect([minute, addDuration(minute, { hours: -1 })]).toContain(back);
        expect(byIntl(back)).toBe(byIntl(minute));
      }),
      { numRuns: 3000 },
    );
  });
});
