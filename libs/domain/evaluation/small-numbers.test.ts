import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { quarterOf } from './quarter.js';
import { LEAST_TOLD, toldFigures, withoutSmallNumbers } from './small-numbers.rules.js';

describe('counts', () => {
  it.each([
    ['without small ones are told', [7, 0, 12], [7, 0, 12], 19],
    ['of nothing are told', [], [], 0],
    ['that are small are hidden, and the next larger with them', [3, 20, 6], [null, 20, null], 29],
    ['that are small and many hide each other', [3, 20, 4], [null, 20, null], 27],
    ['that are small and few together take another one along', [1, 20, 1], [null, null, null], 22],
    ['that are small and alone hide the sum', [3, 0], [null, 0], null],
    ['that are small and alone in a single group hide the sum', [4], [null], null],
  ])('%s', (_, counts, told, total) => {
    expect(withoutSmallNumbers(counts)).toEqual({ counts: told, total });
  });

  it('never tell of one to four, nor leave them to be reckoned from the sum', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { maxLength: 8 }), (counts) => {
        const { counts: told, total } = withoutSmallNumbers(counts);
        const hidden = counts.filter((_, place) => told[place] === null);
        expect(told.filter((one) => one !== null && one > 0 && one < LEAST_TOLD)).toEqual([]);
        expect(hidden.every((one) => one > 0)).toBe(true);
        if (total === null || hidden.length === 0) return;
        expect(hidden.length).toBeGreaterThan(1);
        expect(hidden.reduce((sum, one) => sum + one, 0)).toBeGreaterThanOrEqual(LEAST_TOLD);
      }),
    );
  });
});

describe('lengths of duties', () => {
  it('are told of five plans and more', () => {
    const medianDays = { consent: { days: 12, plans: 5 }, gathering: { days: 30, plans: 4 } };
    const told = toldFigures([{ name: 'Nord', started: 9, ended: 0, medianDays }]);
    expect(told).toEqual({
      groups: [
        {
          name: 'Nord',
          started: 9,
          ended: 0,
          medianDays: { consent: 12, gathering: null, convening: null, drafting: null, distribution: null },
        },
      ],
      total: { started: 9, ended: 0 },
    });
  });
});

describe('a quarter', () => {
  it('begins and ends at midnight in Denmark, in summer time and in winter time', () => {
    expect(quarterOf('2027-Q1')).toEqual({
      from: '2026-12-31T23:00:00.000Z',
      to: '2027-03-31T22:00:00.000Z',
    });
    expect(quarterOf('2027-Q4')).toEqual({
      from: '2027-09-30T22:00:00.000Z',
      to: '2027-12-31T23:00:00.000Z',
    });
  });

  it.each(['2027', '2027-Q5', '1999-Q1', '2027-Q1 ', ''])('is not named by %j', (text) => {
    expect(quarterOf(text)).toBeNull();
  });
});
