import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type CountedPlan,
  FIGURE_GROUPINGS,
  type FigureGrouping,
  type OrganisationPlace,
} from './figures.types.js';
import { LEAST_TOLD } from './small-numbers.rules.js';
import { toldQuarter } from './told-quarter.rules.js';

/** Plans that are alike, and how many there are. */
interface Alike extends Pick<CountedPlan, 'organisationId' | 'groups'> {
  readonly count: number;
}

const alike = (organisationId: string, department: string, count: number, municipality = '0219'): Alike => ({
  organisationId,
  groups: { department, municipality, cluster: 'Øst', courseType: 'coordinated' },
  count,
});

const started = (all: readonly Alike[]): CountedPlan[] =>
  all.flatMap(({ organisationId, groups, count }) =>
    Array.from({ length: count }, () => ({ organisationId, groups, started: true, ended: false, days: {} })),
  );

const TREE: readonly OrganisationPlace[] = [
  { organisationId: 'region', parentId: null },
  { organisationId: 'north', parentId: 'region' },
  { organisationId: 'south', parentId: 'region' },
  { organisationId: 'village', parentId: 'north' },
];

/** How many started, in all and by group. */
function countsOf(plans: readonly Alike[], organisationId: string, grouping: FigureGrouping): unknown[] {
  const figures = toldQuarter(started(plans), TREE).get(organisationId)?.[grouping];
  return [
    figures?.total.started,
    Object.fromEntries((figures?.groups ?? []).map((one) => [one.name, one.started])),
  ];
}

describe('what is told of a quarter', () => {
  it('does not give back by the difference of two groupings what one of them hides', () => {
    const plans = [
      alike('south', 'A-Stort', 5, '0219'),
      alike('south', 'A-Lille', 2, '0219'),
      alike('south', 'B-Stort', 5, '0147'),
      alike('south', 'B-Lille', 3, '0147'),
    ];
    expect(countsOf(plans, 'south', 'department')).toEqual([
      15,
      { 'A-Stort': null, 'A-Lille': null, 'B-Stort': null, 'B-Lille': null },
    ]);
    expect(countsOf(plans, 'south', 'municipality')).toEqual([15, { '0219': 7, '0147': 8 }]);
  });

  it('does not give back by a round of three groups what one group has more than another', () => {
    const plans = [
      alike('south', 'A', 5, '0147'),
      alike('south', 'A', 2, '0219'),
      alike('south', 'B', 5, '0147'),
      alike('south', 'B', 2, '0219'),
      alike('south', 'C', 7, '0219'),
    ];
    // A and B less 0147 would be four: what 0219 has more than C.
    expect(countsOf(plans, 'south', 'municipality')).toEqual([21, { '0147': 10, '0219': 11 }]);
    expect(countsOf(plans, 'south', 'department')).toEqual([21, { A: 7, B: null, C: null }]);
  });

  it('does not give back by the difference of two organisations what neither of them tells', () => {
    const plans = [alike('north', 'Nord', 6), alike('region', 'Region', 2)];
    expect(countsOf(plans, 'region', 'municipality')).toEqual([8, { '0219': 8 }]);
    expect(countsOf(plans, 'north', 'municipality')).toEqual([null, { '0219': null }]);
  });

  it('does not give back what an organisation has besides all of those below it', () => {
    const own = alike('region', 'A', 1);
    const plans = [
      alike('north', 'A', 6),
      alike('south', 'A', 7),
      own,
      { ...own, groups: { ...own.groups, courseType: 'other' } },
    ];
    expect(countsOf(plans, 'region', 'municipality')).toEqual([15, { '0219': 15 }]);
    expect(countsOf(plans, 'south', 'municipality')).toEqual([7, { '0219': 7 }]);
    expect(countsOf(plans, 'north', 'municipality')).toEqual([null, { '0219': null }]);
  });

  it('tells what gives nobody away', () => {
    const plans = [alike('north', 'Nord', 12, '0219'), alike('south', 'Syd', 7, '0147')];
    expect(countsOf(plans, 'region', 'department')).toEqual([19, { Nord: 12, Syd: 7 }]);
    expect(countsOf(plans, 'region', 'municipality')).toEqual([19, { '0219': 12, '0147': 7 }]);
    expect(countsOf(plans, 'north', 'department')).toEqual([12, { Nord: 12 }]);
    expect(countsOf(plans, 'village', 'department')).toEqual([0, {}]);
  });

  it('is the same for organisations that stand in a circle', () => {
    const circle = [
      { organisationId: 'one', parentId: 'other' },
      { organisationId: 'other', parentId: 'one' },
    ];
    const told = toldQuarter(started([alike('one', 'Nord', 6), alike('other', 'Syd', 7)]), circle);
    expect(told.get('one')).toEqual(told.get('other'));
    expect(told.get('one')?.department.total.started).toBe(13);
  });

  it('tells how long duties took of five plans and more, where the number of the group is told', () => {
    const groups = { department: 'Nord', municipality: '0219', cluster: 'Øst', courseType: 'coordinated' };
    const plans = [2, 4, 8, 12, 30, 99].map((consent, n) => ({
      organisationId: 'village',
      groups,
      started: true,
      ended: n === 0,
      days: n > 1 ? { consent, gathering: 7 } : { consent },
    }));
    const none = { consent: null, gathering: null, convening: null, drafting: null, distribution: null };
    const group = toldQuarter(plans, TREE).get('village')?.department.groups;
    expect(group).toEqual([{ name: 'Nord', started: 6, ended: null, medianDays: { ...none, consent: 10 } }]);
    const beside = [...plans, ...started([alike('north', 'Nord', 1)])];
    const hidden = toldQuarter(beside, TREE).get('village')?.department.groups;
    expect(hidden).toEqual([{ name: 'Nord', started: null, ended: null, medianDays: none }]);
  });

  const name = fc.constantFrom('a', 'b', 'c');
  const somePlans = fc.uniqueArray(
    fc.record({
      organisationId: fc.constantFrom('region', 'north', 'south', 'village'),
      groups: fc.record({
        department: name,
        municipality: name,
        cluster: fc.constant('a'),
        courseType: fc.constantFrom('a', 'b'),
      }),
      count: fc.integer({ min: 1, max: 7 }),
    }),
    {
      minLength: 1,
      maxLength: 4,
      selector: ({ organisationId, groups }) => JSON.stringify([organisationId, groups]),
    },
  );

  it('leaves more than one possibility for every count and every difference of one to four, whoever is told', () => {
    fc.assert(
      fc.property(somePlans, (kinds) => {
        const answers = answersOf(kinds);
        const real = kinds.map(({ count }) => count);
        const sum = (places: readonly number[], of: readonly number[]): number =>
          places.reduce((all, place) => all + (of[place] ?? 0), 0);
        for (const { places, told } of answers) {
          expect([null, sum(places, real)]).toContain(told);
          expect(told === null || told === 0 || told >= LEAST_TOLD).toBe(true);
        }
        // What is hidden is known not to be nothing.
        const possible = everyCount(kinds.length, 8).filter((of) =>
          answers.every(({ places, told }) =>
            told === null ? sum(places, of) > 0 : sum(places, of) === told,
          ),
        );
        const secrets = answers.flatMap(({ places }) => [
          places,
          ...answers.flatMap((other) =>
            other.places.every((place) => places.includes(place))
              ? [places.filter((place) => !other.places.includes(place))]
              : [],
          ),
        ]);
        // What an organisation has besides those below it.
        const own = TREE.map(({ organisationId }) =>
          kinds.flatMap((one, place) => (one.organisationId === organisationId ? [place] : [])),
        );
        for (const places of [...secrets, ...own]) {
          const count = sum(places, real);
          if (count === 0 || count >= LEAST_TOLD) continue;
          expect(new Set(possible.map((of) => sum(places, of))).size).toBeGreaterThan(1);
        }
      }),
      { numRuns: 200 },
    );
  });

  /** Everything that anybody is told, with the places of the plans that it is about. */
  function answersOf(kinds: readonly Alike[]): { places: number[]; told: number | null }[] {
    const below: Record<string, readonly string[]> = {
      region: ['region', 'north', 'south', 'village'],
      north: ['north', 'village'],
      south: ['south'],
      village: ['village'],
    };
    const placesOf = (organisationId: string, fits: (one: Alike) => boolean): number[] =>
      kinds.flatMap((one, place) =>
        below[organisationId]?.includes(one.organisationId) === true && fits(one) ? [place] : [],
      );
    return [...toldQuarter(started(kinds), TREE)].flatMap(([organisationId, figures]) =>
      FIGURE_GROUPINGS.flatMap((grouping) => [
        { places: placesOf(organisationId, () => true), told: figures[grouping].total.started },
        ...figures[grouping].groups.map((group) => ({
          places: placesOf(organisationId, ({ groups }) => groups[grouping] === group.name),
          told: group.started,
        })),
      ]),
    );
  }

  /** All ways to give so many places a number from nothing to the most. */
  function everyCount(places: number, most: number): number[][] {
    if (places === 0) return [[]];
    return everyCount(places - 1, most).flatMap((rest) =>
      Array.from({ length: most + 1 }, (_, count) => [...rest, count]),
    );
  }
});
