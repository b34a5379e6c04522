import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { quarterOf } from './quarter.js';
import { type CountedPlans, FIGURE_GROUPINGS, type FigureGrouping } from './figures.types.js';
import { LEAST_TOLD, protectedGroupings, toldFigures, withoutSmallNumbers } from './small-numbers.rules.js';

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

describe('answers by several groupings', () => {
  const plans = (department: string, municipality: string): Pick<CountedPlans, 'groups'> => ({
    groups: { department, municipality, cluster: 'Øst', courseType: 'coordinated' },
  });

  it('do not give back by their difference what one of them hides', () => {
    const nested = [
      plans('A-Stort', '0219'),
      plans('A-Lille', '0219'),
      plans('B-Stort', '0147'),
      plans('B-Lille', '0147'),
    ];
    const { counts, total } = protectedGroupings(nested, [5, 2, 5, 3]);
    expect(total).toBe(15);
    expect([...counts.department.values()]).toEqual([null, null, null, null]);
    expect([...counts.municipality.values()]).toEqual([7, 8]);
  });

  it('tell what gives nobody away', () => {
    const { counts, total } = protectedGroupings([plans('Nord', '0219'), plans('Syd', '0147')], [12, 7]);
    expect([total, [...counts.department], [...counts.municipality]]).toEqual([
      19,
      [
        ['Nord', 12],
        ['Syd', 7],
      ],
      [
        ['0219', 12],
        ['0147', 7],
      ],
    ]);
  });

  const name = fc.constantFrom('a', 'b', 'c');
  const somePlans = fc.uniqueArray(
    fc.record({
      groups: fc.record({
        department: name,
        municipality: name,
        cluster: name,
        courseType: fc.constantFrom('a', 'b'),
      }),
      count: fc.integer({ min: 1, max: 7 }),
    }),
    { minLength: 1, maxLength: 4, selector: ({ groups }) => JSON.stringify(groups) },
  );

  it('leave more than one possibility for every count of one to four, whichever they are', () => {
    fc.assert(
      fc.property(somePlans, (cells) => {
        const { counts, total } = protectedGroupings(
          cells,
          cells.map(({ count }) => count),
        );
        const countIn = (grouping: FigureGrouping, group: string, of: readonly number[]): number =>
          cells.reduce(
            (sum, { groups }, place) => sum + (groups[grouping] === group ? (of[place] ?? 0) : 0),
            0,
          );
        const fits = (of: readonly number[]): boolean =>
          (total === null || of.reduce((sum, one) => sum + one, 0) === total) &&
          FIGURE_GROUPINGS.every((grouping) =>
            [...counts[grouping]].every(
              ([group, told]) => told === null || countIn(grouping, group, of) === told,
            ),
          );
        const possible = everyCount(cells.length, 8).filter(fits);
        for (const grouping of FIGURE_GROUPINGS) {
          for (const [group, told] of counts[grouping]) {
            expect(told === null || told === 0 || told >= LEAST_TOLD).toBe(true);
            if (told !== null) continue;
            const real = countIn(
              grouping,
              group,
              cells.map(({ count }) => count),
            );
            if (real >= LEAST_TOLD) continue;
            expect(new Set(possible.map((of) => countIn(grouping, group, of))).size).toBeGreaterThan(1);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  /** All ways to give so many places a number from nothing to the most. */
  function everyCount(places: number, most: number): number[][] {
    if (places === 0) return [[]];
    return everyCount(places - 1, most).flatMap((rest) =>
      Array.from({ length: most + 1 }, (_, count) => [...rest, count]),
    );
  }
});

describe('lengths of duties', () => {
  it('are told of five plans and more', () => {
    const medianDays = { consent: { days: 12, plans: 5 }, gathering: { days: 30, plans: 4 } };
    const groups = { department: 'Nord', municipality: '0219', cluster: 'Øst', courseType: 'coordinated' };
    const told = toldFigures(
      [{ groups, started: 9, ended: 0 }],
      'department',
      new Map([['Nord', medianDays]]),
    );
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
