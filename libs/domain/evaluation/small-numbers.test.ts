import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LEAST_TOLD, toldSets } from './small-numbers.rules.js';

/** Single counts and their sum, as they are told together. */
function toldOf(counts: readonly number[]): { counts: (number | null)[]; total: number | null } {
  const whole = { members: counts.map((_, place) => place), families: [] };
  const parts = counts.map((_, place) => ({ members: [place], families: ['parts'] }));
  const told = toldSets(counts, [whole, ...parts]);
  return {
    counts: counts.map((count, place) => (told.has(parts[place] ?? whole) ? count : null)),
    total: told.has(whole) ? sumOf(counts) : null,
  };
}

describe('counts', () => {
  it.each([
    ['without small ones are told', [7, 0, 12], [7, 0, 12], 19],
    ['of nothing are told', [], [], 0],
    ['that are small are hidden, and the next larger with them', [3, 20, 6], [null, 20, null], 29],
    ['that are small and many hide each other', [3, 20, 4], [null, 20, null], 27],
    ['that are small and few together take another one along', [1, 20, 1], [null, null, null], 22],
    ['that are small and alone hide the sum', [3, 0], [null, 0], null],
    ['that are small and alone in a single group hide the sum', [4], [null], null],
    ['of one each hide the sum', [1, 1, 1, 1, 1], [null, null, null, null, null], null],
    ['of one each beside a large one hide it', [9, 1, 1, 1, 1, 1], [null, null, null, null, null, null], 14],
  ])('%s', (_, counts, told, total) => {
    expect(toldOf(counts)).toEqual({ counts: told, total });
  });

  it('never tell of one to four, nor leave them to be reckoned from the sum', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { maxLength: 8 }), (counts) => {
        const { counts: told, total } = toldOf(counts);
        const hidden = counts.filter((_, place) => told[place] === null);
        expect(told.filter((one) => one !== null && one > 0 && one < LEAST_TOLD)).toEqual([]);
        expect(hidden.every((one) => one > 0)).toBe(true);
        if (total === null || hidden.length === 0) return;
        expect(hidden.length).toBeGreaterThan(1);
        expect(sumOf(hidden)).toBeGreaterThanOrEqual(LEAST_TOLD);
        expect(sumOf(hidden)).toBeGreaterThan(hidden.length);
      }),
    );
  });
});

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}
