import {
  type CountedPlans,
  type DutyDays,
  FIGURE_GROUPINGS,
  type FigureGrouping,
  type Figures,
  MEASURED_DUTIES,
  type MeasuredDuty,
  type ToldFigures,
} from './figures.types.js';
import { LinearSpan } from './linear-span.js';

/**
 * The smallest number of plans that is told, besides none at all. Figures about health are published so that nobody can be
 * recognised in them; with Danish authorities fewer than five is usual as the limit.
 */
export const LEAST_TOLD = 5;

/** Counts of which none tells of too few, neither by itself nor taken from the sum of all. */
export interface ProtectedCounts {
  readonly counts: readonly (number | null)[];
  readonly total: number | null;
}

/**
 * Hides every count from one to four. Where the sum would still give it away, larger ones are hidden with it, the
 * smallest first, until at least two are hidden that make five together; where there are not enough, the sum is hidden.
 */
export function withoutSmallNumbers(counts: readonly number[]): ProtectedCounts {
  const places = counts.map((_, place) => place);
  const countAt = (place: number): number => counts[place] ?? 0;
  const hidden = places.filter((place) => countAt(place) > 0 && countAt(place) < LEAST_TOLD);
  const larger = places
    .filter((place) => countAt(place) >= LEAST_TOLD)
    .sort((a, b) => countAt(a) - countAt(b));
  const givesAway = (): boolean => hidden.length < 2 || sumOf(hidden.map(countAt)) < LEAST_TOLD;
  while (hidden.length > 0 && givesAway() && larger.length > 0) hidden.push(...larger.splice(0, 1));
  return {
    counts: places.map((place) => (hidden.includes(place) ? null : countAt(place))),
    total: hidden.length > 0 && givesAway() ? null : sumOf(counts),
  };
}

/** What is told of the groups of every grouping, and of all; null is what is hidden. */
export interface ProtectedGroupings {
  readonly counts: Readonly<Record<FigureGrouping, ReadonlyMap<string, number | null>>>;
  readonly total: number | null;
}

/**
 * Hides in all groupings together what tells of too few, so that nothing of it follows from their answers laid over one
 * another by adding up and taking away: first in each grouping by itself, then, as long as a hidden small count or what
 * is left of a group beside the told ones within it still follows, the smallest of the counts that it follows from.
 */
export function protectedGroupings(
  plans: readonly Pick<CountedPlans, 'groups'>[],
  counts: readonly number[],
): ProtectedGroupings {
  const all = FIGURE_GROUPINGS.flatMap((grouping) => groupsOf(plans, counts, grouping));
  const sum = sumOf(counts);
  const whole: Group = { grouping: null, name: '', count: sum, members: counts.map(asMember) };
  const first = FIGURE_GROUPINGS.flatMap((grouping) => {
    const groups = all.filter((one) => one.grouping === grouping);
    const { counts: told } = withoutSmallNumbers(groups.map(({ count }) => count));
    return groups.filter(({ count }, place) => count > 0 && told[place] !== null);
  });
  const told = withoutGivingAway(
    isSmall(sum) ? first : [...first, whole],
    all.filter(({ count }) => isSmall(count)),
  );
  const named = FIGURE_GROUPINGS.map((grouping) => [
    grouping,
    new Map(
      all
        .filter((one) => one.grouping === grouping)
        .map((one) => [one.name, one.count === 0 || told.includes(one) ? one.count : null]),
    ),
  ]);
  return {
    counts: Object.fromEntries(named) as ProtectedGroupings['counts'],
    total: sum === 0 || told.includes(whole) ? sum : null,
  };
}

interface Group {
  /** Null for all plans. */
  readonly grouping: FigureGrouping | null;
  readonly name: string;
  readonly count: number;
  /** For each kind of plans, 1 if there are any and they are in the group. */
  readonly members: readonly number[];
}

function groupsOf(
  plans: readonly Pick<CountedPlans, 'groups'>[],
  counts: readonly number[],
  grouping: FigureGrouping,
): Group[] {
  const names = [...new Set(plans.map(({ groups }) => groups[grouping]))];
  return names.map((name) => {
    const within = plans.map(({ groups }, place) => (groups[grouping] === name ? (counts[place] ?? 0) : 0));
    return { grouping, name, count: sumOf(within), members: within.map(asMember) };
  });
}

/** What is left of the told groups when none of the small ones follows from them any more. */
function withoutGivingAway(told: readonly Group[], small: readonly Group[]): readonly Group[] {
  const span = new LinearSpan(told.map(({ members }) => members));
  for (const { members } of [...small, ...smallRests(told)]) {
    const [smallest] = (span.madeOf(members) ?? [])
      .flatMap((place) => told[place] ?? [])
      .sort((a, b) => a.count - b.count);
    if (smallest !== undefined) {
      return withoutGivingAway(
        told.filter((one) => one !== smallest),
        small,
      );
    }
  }
  return told;
}

/** What is left of told groups beside the told ones of one grouping that lie within them, where that is few. */
function smallRests(told: readonly Group[]): Pick<Group, 'members'>[] {
  return told.flatMap((group) =>
    FIGURE_GROUPINGS.flatMap((grouping) => {
      const within = told.filter((one) => one.grouping === grouping && liesWithin(one, group));
      if (!isSmall(group.count - sumOf(within.map(({ count }) => count)))) return [];
      const members = group.members.map(
        (one, place) => one - sumOf(within.map((inner) => inner.members[place] ?? 0)),
      );
      return [{ members }];
    }),
  );
}

function liesWithin(inner: Group, outer: Group): boolean {
  return inner.members.every((one, place) => one <= (outer.members[place] ?? 0));
}

function isSmall(count: number): boolean {
  return count > 0 && count < LEAST_TOLD;
}

const asMember = (count: number): number => (count > 0 ? 1 : 0);

/**
 * What may be told of a quarter by one grouping. What is hidden in it goes by all groupings.
 * @param plans Counted by all groupings, in the order in which their groups are to be told.
 * @param days By group, how long the duties took.
 */
export function toldFigures(
  plans: readonly CountedPlans[],
  by: FigureGrouping,
  days: ReadonlyMap<string, DutyDays>,
): ToldFigures {
  const started = protectedGroupings(
    plans,
    plans.map((one) => one.started),
  );
  const ended = protectedGroupings(
    plans,
    plans.map((one) => one.ended),
  );
  return {
    groups: [...started.counts[by]].map(([name, count]) => ({
      name,
      started: count,
      ended: ended.counts[by].get(name) ?? null,
      medianDays: toldDays(days.get(name) ?? {}),
    })),
    total: { started: started.total, ended: ended.total },
  };
}

function toldDays(measured: DutyDays): Figures['medianDays'] {
  const told = MEASURED_DUTIES.map((duty): [MeasuredDuty, number | null] => {
    const found = measured[duty];
    return [duty, found === undefined || found.plans < LEAST_TOLD ? null : found.days];
  });
  return Object.fromEntries(told) as Figures['medianDays'];
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}
