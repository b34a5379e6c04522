import type { Effort } from './bounds.js';
import { compareItems } from './overlap-key.js';
import { periodsMeet, type ReadItem } from './plan-items.js';

/** Two items worth comparing, the one with the smaller id first. */
export interface Candidate {
  a: ReadItem;
  b: ReadItem;
}

const mayMeet = (x: ReadItem, y: ReadItem): boolean =>
  x.at.planId !== y.at.planId && periodsMeet(x.period, y.period);

/** What comparing two items takes: something for every two of their mentions, and for the rules. */
const stepsOf = (a: ReadItem, b: ReadItem): number =>
  10 + a.reading.mentions.length * b.reading.mentions.length;

/**
 * The pairs that share at least one key, each once; items of one plan or of periods that never meet are left out.
 * Items without a key in common are never put beside each other. What fewest have in common tells most, so those pairs
 * come first where there are more than may be compared.
 *
 * @param keysOf what an item is found under, for instance its concepts
 * @param effort counts the pairs, and ends them at the bounds
 */
export function candidatePairs(
  items: ReadItem[],
  keysOf: (item: ReadItem) => string[],
  effort: Effort,
): Candidate[] {
  const sorted = items.toSorted((x, y) => compareItems(x.at, y.at));
  const seen = new Set<number>();
  const pairs: Candidate[] = [];
  for (const bucket of bucketsOf(sorted, keysOf)) {
    for (const [first, second] of pairsOf(bucket, sorted, effort)) {
      const a = sorted[first];
      const b = sorted[second];
      const pair = first * sorted.length + second;
      if (a === undefined || b === undefined || seen.has(pair)) continue;
      seen.add(pair);
      if (!mayMeet(a, b)) continue;
      effort.count(a.owner, b.owner, stepsOf(a, b));
      pairs.push({ a, b });
    }
  }
  return pairs;
}

/** By key, the positions of the items that have it; the rarest keys first. */
function bucketsOf(items: ReadItem[], keysOf: (item: ReadItem) => string[]): number[][] {
  const byKey = new Map<string, number[]>();
  for (const [position, item] of items.entries()) {
    for (const key of new Set(keysOf(item))) {
      const bucket = byKey.get(key);
      if (bucket === undefined) byKey.set(key, [position]);
      else bucket.push(position);
    }
  }
  return [...byKey]
    .sort(([oneKey, one], [otherKey, other]) => one.length - other.length || (oneKey < otherKey ? -1 : 1))
    .map(([, bucket]) => bucket);
}

/** The pairs of a bucket, two parties at a time, as far as they may be looked at. */
function* pairsOf(
  bucket: readonly number[],
  items: readonly ReadItem[],
  effort: Effort,
): Generator<[number, number]> {
  const parties = [...Map.groupBy(bucket, (position) => items[position]?.owner ?? '')];
  for (const [place, [one, ofOne]] of parties.entries()) {
    for (const [other, ofOther] of parties.slice(place)) {
      for (const [first, second] of crossed(ofOne, ofOther)) {
        if (!effort.mayLook(one, other)) break;
        yield first < second ? [first, second] : [second, first];
      }
    }
  }
}

function* crossed(ofOne: readonly number[], ofOther: readonly number[]): Generator<[number, number]> {
  for (const [place, first] of ofOne.entries()) {
    for (const second of ofOne === ofOther ? ofOne.slice(place + 1) : ofOther) yield [first, second];
  }
}
