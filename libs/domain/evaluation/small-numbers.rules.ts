import {
  type CountedGroup,
  type Figures,
  MEASURED_DUTIES,
  type MeasuredDays,
  type MeasuredDuty,
  type ToldFigures,
} from './figures.types.js';

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

/** What may be told of counted groups. */
export function toldFigures(groups: readonly CountedGroup[]): ToldFigures {
  const started = withoutSmallNumbers(groups.map((group) => group.started));
  const ended = withoutSmallNumbers(groups.map((group) => group.ended));
  return {
    groups: groups.map(({ name, medianDays }, place) => ({
      name,
      started: started.counts[place] ?? null,
      ended: ended.counts[place] ?? null,
      medianDays: toldDays(medianDays),
    })),
    total: { started: started.total, ended: ended.total },
  };
}

function toldDays(measured: Readonly<Partial<Record<MeasuredDuty, MeasuredDays>>>): Figures['medianDays'] {
  const told = MEASURED_DUTIES.map((duty): [MeasuredDuty, number | null] => {
    const found = measured[duty];
    return [duty, found === undefined || found.plans < LEAST_TOLD ? null : found.days];
  });
  return Object.fromEntries(told) as Figures['medianDays'];
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}
