import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDuration,
  compareInstants,
  durationBetween,
  type Instant,
  isInstant,
  isLocalDate,
  isLocalTime,
  isNamedDate,
  isNamedInstant,
  maxInstant,
  minInstant,
} from './index.js';

const instants: fc.Arbitrary<Instant> = fc
  .date({ min: new Date('1910-01-01'), max: new Date('2190-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString());

describe('what an instant is', () => {
  it.each([
    ['2027-03-01T09:00:00.000Z', true],
    ['2028-02-29T23:59:59.999Z', true],
    ['1900-01-01T00:00:00.000Z', true],
    ['2200-12-31T23:59:59.999Z', true],
    ['2027-02-29T09:00:00.000Z', false],
    ['2027-03-01T24:00:00.000Z', false],
    ['2027-03-01T09:60:00.000Z', false],
    ['2027-03-01T09:00:60.000Z', false],
    ['2027-03-01T09:00:00Z', false],
    ['2027-03-01T09:00:00.000+01:00', false],
    ['2027-03-01', false],
    ['1899-12-31T23:59:59.999Z', false],
    ['2201-01-01T00:00:00.000Z', false],
    ['', false],
    [1_800_000_000_000, false],
    [null, false],
    [undefined, false],
  ])('%s: %s', (value, expected) => {
    expect(isInstant(value)).toBe(expected);
  });

  it('takes whatever Date writes', () => {
    fc.assert(fc.property(instants, (instant) => isInstant(instant)));
  });
});

describe('what a date is', () => {
  it.each([
    ['2027-03-01', true],
    ['2028-02-29', true],
    ['2000-02-29', true],
    ['2027-02-29', false],
    ['1900-02-29', false],
    ['2027-04-31', false],
    ['2027-13-01', false],
    ['2027-00-10', false],
    ['2027-01-00', false],
    ['1899-12-31', false],
    ['2201-01-01', false],
    ['2027-3-1', false],
    ['01-03-2027', false],
    ['2027-03-01T09:00:00.000Z', false],
    ['2027-03-01\n', false],
    [20270301, false],
  ])('%s: %s', (value, expected) => {
    expect(isLocalDate(value)).toBe(expected);
  });
});

describe('what people may name', () => {
  it.each([
    ['1919-12-31', false],
    ['1920-01-01', true],
    ['2100-12-31', true],
    ['2101-01-01', false],
    ['2100-02-29', false],
  ])('%s: %s', (date, expected) => {
    expect(isNamedDate(date)).toBe(expected);
    expect(isNamedInstant(`${date}T12:00:00.000Z`)).toBe(expected);
  });
});

describe('what a time of day is', () => {
  it.each([
    ['00:00', true],
    ['23:59', true],
    ['24:00', false],
    ['9:00', false],
    ['09:60', false],
    ['09:00:00', false],
    [900, false],
  ])('%s: %s', (value, expected) => {
    expect(isLocalTime(value)).toBe(expected);
  });
});

describe('adding a duration', () => {
  it.each([
    ['2027-03-01T09:00:00.000Z', { minutes: 90 }, '2027-03-01T10:30:00.000Z'],
    ['2027-03-01T09:00:00.000Z', { hours: -10 }, '2027-02-28T23:00:00.000Z'],
    ['2027-03-27T09:00:00.000Z', { days: 2 }, '2027-03-29T09:00:00.000Z'],
    ['2027-03-01T09:00:00.000Z', { days: 1, hours: -24 }, '2027-03-01T09:00:00.000Z'],
    ['2027-03-01T09:00:00.000Z', { hours: 0.5 }, '2027-03-01T09:30:00.000Z'],
    ['2027-03-01T09:00:00.000Z', {}, '2027-03-01T09:00:00.000Z'],
  ])('%s and %j give %s', (instant, duration, expected) => {
    expect(addDuration(instant, duration)).toBe(expected);
  });

  it.each([
    ['tomorrow', { days: 1 }],
    ['2027-02-30T09:00:00.000Z', { days: 1 }],
    ['2200-12-31T09:00:00.000Z', { days: 1 }],
    ['1900-01-01T09:00:00.000Z', { days: -1 }],
    ['2027-03-01T09:00:00.000Z', { days: Number.NaN }],
    ['2027-03-01T09:00:00.000Z', { days: Number.POSITIVE_INFINITY }],
  ])('%s and %j are refused', (instant, duration) => {
    expect(() => addDuration(instant, duration)).toThrow(RangeError);
  });

  it('is undone by the negative and measured by the duration between', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: -3000, max: 3000 }), fc.integer(), (instant, days, odd) => {
        const minutes = odd % 1440;
        const later = addDuration(instant, { days, minutes });
        expect(durationBetween(instant, later)).toBe((days * 1440 + minutes) * 60_000);
        expect(addDuration(later, { days: -days, minutes: -minutes })).toBe(instant);
      }),
    );
  });
});

describe('the order of instants', () => {
  it('is the order of time', () => {
    fc.assert(
      fc.property(instants, instants, (a, b) => {
        expect(compareInstants(a, b)).toBe(Math.sign(Date.parse(a) - Date.parse(b)));
        expect(compareInstants(a, a)).toBe(0);
        expect([minInstant(a, b), maxInstant(a, b)]).toEqual([a, b].sort(compareInstants));
      }),
    );
  });

  it('finds the first and the last of several', () => {
    const [first, second, third] = [
      '2026-12-31T23:59:59.999Z',
      '2027-01-01T00:00:00.000Z',
      '2027-01-01T00:00:00.001Z',
    ] as const;
    expect(minInstant(second, third, first)).toBe(first);
    expect(maxInstant(second, third, first)).toBe(third);
    expect(maxInstant(second)).toBe(second);
  });
});
