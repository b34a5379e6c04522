import {
  type CountedPlan,
  FIGURE_GROUPINGS,
  type FigureGrouping,
  type Figures,
  MEASURED_DUTIES,
  type MeasuredDuty,
  type OrganisationFigures,
  type OrganisationPlace,
  type ToldFigures,
} from './figures.types.js';
import { type CountedSet, LEAST_TOLD, toldSets } from './small-numbers.rules.js';

/** Plans that are of one organisation and alike in all groupings. */
interface Kind extends Pick<CountedPlan, 'organisationId' | 'groups'> {
  readonly plans: readonly CountedPlan[];
}

/** An organisation with those below it, and the kinds of plans that they have. */
interface Scope {
  readonly organisationId: string;
  readonly whole: CountedSet;
  readonly groups: Readonly<Record<FigureGrouping, ReadonlyMap<string, CountedSet>>>;
}

/**
 * What may be told of a quarter to the programme leads of every organisation. What is hidden goes by all organisations that
 * lie within one another and by all groupings together, whoever asks for which.
 * @param plans All that were started or ended in the quarter.
 * @param organisations All that there are.
 * @returns By organisation.
 */
export function toldQuarter(
  plans: readonly CountedPlan[],
  organisations: readonly OrganisationPlace[],
): ReadonlyMap<string, OrganisationFigures> {
  const parents = new Map(organisations.map(({ organisationId, parentId }) => [organisationId, parentId]));
  const trees = Map.groupBy(plans, ({ organisationId }) => rootOf(upwards(organisationId, parents), parents));
  const told = new Map(organisations.map(({ organisationId }) => [organisationId, NOTHING]));
  for (const own of trees.values()) {
    for (const [organisationId, figures] of toldTree(own, parents)) told.set(organisationId, figures);
  }
  return told;
}

/** Of an organisation without plans in the quarter. */
const NOTHING: OrganisationFigures = byGrouping(() => ({ groups: [], total: { started: 0, ended: 0 } }));

/** What may be told of a quarter to an organisation that was not there when it was fixed. */
export const NOTHING_FIXED: ToldFigures = { groups: [], total: { started: null, ended: null } };

type Parents = ReadonlyMap<string, string | null>;

/** An organisation and those above it, the nearest first; each once, even if they stand in a circle. */
function upwards(organisationId: string, parents: Parents): string[] {
  const found = new Set<string>();
  for (let next: string | null = organisationId; next !== null && !found.has(next);) {
    found.add(next);
    next = parents.get(next) ?? null;
  }
  return [...found];
}

/** The topmost one; of a circle, the same one for all in it. */
function rootOf(chain: readonly string[], parents: Parents): string {
  const last = chain.at(-1) ?? '';
  const above = parents.get(last) ?? null;
  if (above === null) return last;
  return chain.slice(chain.indexOf(above)).sort()[0] ?? last;
}

function toldTree(plans: readonly CountedPlan[], parents: Parents): [string, OrganisationFigures][] {
  const kinds = kindsOf(plans);
  const scopes = scopesOf(kinds, parents);
  const sets = scopes.flatMap(({ whole, groups }) => [
    whole,
    ...FIGURE_GROUPINGS.flatMap((grouping) => [...groups[grouping].values()]),
  ]);
  const of = (measure: 'started' | 'ended'): ((set: CountedSet) => number | null) => {
    const counts = kinds.map(({ plans: own }) => own.filter((plan) => plan[measure]).length);
    const told = toldSets(counts, sets);
    return (set) =>
      told.has(set) ? set.members.reduce((sum, place) => sum + (counts[place] ?? 0), 0) : null;
  };
  const started = of('started');
  const ended = of('ended');
  return scopes.map(({ organisationId, whole, groups }) => [
    organisationId,
    byGrouping((grouping) => ({
      groups: [...groups[grouping]].map(([name, set]) => ({
        name,
        started: started(set),
        ended: ended(set),
        medianDays: started(set) === null ? NO_DAYS : medianDays(plansOf(set, kinds)),
      })),
      total: { started: started(whole), ended: ended(whole) },
    })),
  ]);
}

function kindsOf(plans: readonly CountedPlan[]): Kind[] {
  const alike = Map.groupBy(plans, ({ organisationId, groups }) =>
    JSON.stringify([organisationId, ...FIGURE_GROUPINGS.map((grouping) => groups[grouping])]),
  );
  return [...alike.values()].flatMap((own) => {
    const [first] = own;
    return first === undefined ? [] : { ...first, plans: own };
  });
}

/** Every organisation with plans in or below it, the wider ones first. */
function scopesOf(kinds: readonly Kind[], parents: Parents): Scope[] {
  const members = new Map<string, number[]>();
  for (const [place, { organisationId }] of kinds.entries()) {
    for (const above of upwards(organisationId, parents)) {
      members.set(above, [...(members.get(above) ?? []), place]);
    }
  }
  return [...members]
    .sort(([one, a], [other, b]) => b.length - a.length || (one < other ? -1 : 1))
    .map(([organisationId, own]) => scopeOf(organisationId, own, kinds, parents.get(organisationId) ?? null));
}

function scopeOf(
  organisationId: string,
  own: readonly number[],
  kinds: readonly Kind[],
  parentId: string | null,
): Scope {
  const besides = (by: string): string[] => (parentId === null ? [] : [`below ${parentId} by ${by}`]);
  return {
    organisationId,
    whole: { members: own, families: besides('organisation') },
    groups: byGrouping((grouping) => {
      const named = Map.groupBy(own, (place) => kinds[place]?.groups[grouping] ?? '');
      const families = [`${organisationId} by ${grouping}`, ...besides(grouping)];
      return new Map(
        [...named]
          .sort(([one], [other]) => one.localeCompare(other, 'da'))
          .map(([name, places]) => [name, { members: places, families }]),
      );
    }),
  };
}

function plansOf(set: CountedSet, kinds: readonly Kind[]): CountedPlan[] {
  return set.members.flatMap((place) => kinds[place]?.plans.filter(({ started }) => started) ?? []);
}

/** How long each duty took, half of the plans less and half of them more; null of fewer plans than are told. */
function medianDays(plans: readonly CountedPlan[]): Figures['medianDays'] {
  return byDuty((duty) => {
    const days = plans.flatMap((plan) => plan.days[duty] ?? []).sort((a, b) => a - b);
    if (days.length < LEAST_TOLD) return null;
    const [low, high] = [days[Math.floor((days.length - 1) / 2)], days[Math.ceil((days.length - 1) / 2)]];
    return Math.round(((low ?? 0) + (high ?? 0)) / 2);
  });
}

const NO_DAYS: Figures['medianDays'] = byDuty(() => null);

function byGrouping<T>(of: (grouping: FigureGrouping) => T): Record<FigureGrouping, T> {
  return Object.fromEntries(
    FIGURE_GROUPINGS.map((grouping): [FigureGrouping, T] => [grouping, of(grouping)]),
  ) as Record<FigureGrouping, T>;
}

function byDuty<T>(of: (duty: MeasuredDuty) => T): Record<MeasuredDuty, T> {
  return Object.fromEntries(MEASURED_DUTIES.map((duty): [MeasuredDuty, T] => [duty, of(duty)])) as Record<
    MeasuredDuty,
    T
  >;
}
