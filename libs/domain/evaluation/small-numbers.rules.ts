import { LinearSpan } from './linear-span.js';

/**
 * The smallest number of plans that is told, besides none at all. Figures about health are published so that nobody can be
 * recognised in them; with Danish authorities fewer than five is usual as the limit.
 */
export const LEAST_TOLD = 5;

/** Kinds of plans whose number may be told together. */
export interface CountedSet {
  /** The places of the kinds in the counts. */
  readonly members: readonly number[];
  /** By name: what whole it is a part of together with others, of which no two have a kind in common. */
  readonly families: readonly string[];
}

/**
 * Which numbers may be told, all of them laid over one another: no number from one to four, nor anything from which one
 * follows. Small are a set, a single kind, what one set has more than another within it, and what is left of a set beside
 * the told ones of a family within it; none of these may follow from all that is told by adding up and taking away, nor
 * may a set be told whose hidden parts would have to be one plan each. Sets are told one after another, the largest
 * first, as long as that holds: so the smaller ones are hidden beside what is small.
 * @param counts By kind: how many plans there are.
 * @param sets The wider ones first, where two have the same number.
 */
export function toldSets(counts: readonly number[], sets: readonly CountedSet[]): ReadonlySet<CountedSet> {
  const distinct = distinctSets(counts, sets);
  const span = new LinearSpan();
  counts.forEach((count, place) => {
    if (isSmall(count)) span.keepSecret([place]);
  });
  for (const set of distinct) {
    if (isSmall(set.count)) span.keepSecret(set.members);
    for (const wider of set.within) {
      if (isSmall(wider.count - set.count)) span.keepSecret(without(wider.members, set.members));
    }
  }
  for (const set of distinct) if (mayBeTold(set, span)) tell(set);
  return new Set(distinct.flatMap(({ told, same }) => (told ? same : [])));
}

/** What of a set is not told yet by the sets of one family. */
interface Rest {
  readonly members: Set<number>;
  count: number;
  /** How many sets of the family are in it. */
  parts: number;
  /** Of how many plans these are. */
  partsCount: number;
}

/** Sets with the same plans in them. */
interface DistinctSet {
  readonly members: ReadonlySet<number>;
  readonly count: number;
  readonly same: CountedSet[];
  readonly families: Set<string>;
  /** The sets that it lies within. */
  readonly within: DistinctSet[];
  /** By family with sets within this one. */
  readonly rests: Map<string, Rest>;
  told: boolean;
}

/** The largest first. */
function distinctSets(counts: readonly number[], sets: readonly CountedSet[]): DistinctSet[] {
  const countOf = (members: Iterable<number>): number =>
    [...members].reduce((sum, place) => sum + (counts[place] ?? 0), 0);
  const found = new Map<string, DistinctSet>();
  for (const set of sets) {
    const members = new Set(set.members.filter((place) => (counts[place] ?? 0) > 0).sort((a, b) => a - b));
    const key = [...members].join();
    const known = found.get(key);
    const distinct: DistinctSet = known ?? {
      members,
      count: countOf(members),
      same: [],
      families: new Set(),
      within: [],
      rests: new Map(),
      told: members.size === 0,
    };
    distinct.same.push(set);
    for (const family of set.families) distinct.families.add(family);
    found.set(key, distinct);
  }
  const all = [...found.values()].sort((a, b) => b.count - a.count);
  findNesting(all);
  return all;
}

function findNesting(all: readonly DistinctSet[]): void {
  const having = new Map<number, DistinctSet[]>();
  for (const set of all) {
    for (const place of set.members) having.set(place, [...(having.get(place) ?? []), set]);
  }
  for (const set of all) {
    const [first] = set.members;
    if (first === undefined) continue;
    for (const wider of having.get(first) ?? []) {
      if (wider === set || !liesWithin(set.members, wider.members)) continue;
      set.within.push(wider);
      for (const family of set.families) {
        const rest = wider.rests.get(family) ?? {
          members: new Set(wider.members),
          count: wider.count,
          parts: 0,
          partsCount: 0,
        };
        rest.parts += 1;
        rest.partsCount += set.count;
        wider.rests.set(family, rest);
      }
    }
  }
}

function mayBeTold(set: DistinctSet, span: LinearSpan): boolean {
  if (set.told) return true;
  if (isSmall(set.count) || [...set.rests.values()].some(isOneEach)) return false;
  for (const rest of restsAround(set)) {
    const left = {
      count: rest.count - set.count,
      parts: rest.parts - 1,
      partsCount: rest.partsCount - set.count,
    };
    if (isSmall(left.count)) span.keepSecret(without(rest.members, set.members));
    if (isSmall(left.count) || isOneEach(left)) return false;
  }
  return span.tell(set.members);
}

function tell(set: DistinctSet): void {
  set.told = true;
  for (const rest of restsAround(set)) {
    for (const place of set.members) rest.members.delete(place);
    rest.count -= set.count;
    rest.parts -= 1;
    rest.partsCount -= set.count;
  }
}

/** What is left of the told sets around one, by each family that it belongs to. */
function restsAround(set: DistinctSet): Rest[] {
  return set.within
    .filter(({ told }) => told)
    .flatMap(({ rests }) => [...set.families].flatMap((family) => rests.get(family) ?? []));
}

/** Of hidden parts it is known that they are not empty: as many parts as plans are parts of one. */
function isOneEach({ count, parts, partsCount }: Pick<Rest, 'count' | 'parts' | 'partsCount'>): boolean {
  return parts > 0 && partsCount === count && parts === count;
}

function liesWithin(inner: ReadonlySet<number>, outer: ReadonlySet<number>): boolean {
  return inner.size <= outer.size && [...inner].every((place) => outer.has(place));
}

function without(all: ReadonlySet<number>, some: ReadonlySet<number>): number[] {
  return [...all].filter((place) => !some.has(place));
}

function isSmall(count: number): boolean {
  return count > 0 && count < LEAST_TOLD;
}
