import { compareItems } from './overlap-key.js';
import { periodsMeet, type ReadItem } from './plan-items.js';

/** Two items worth comparing, the one with the smaller id first. */
export interface Candidate {
  a: ReadItem;
  b: ReadItem;
}

const mayMeet = (x: ReadItem, y: ReadItem): boolean =>
  x.at.planId !== y.at.planId && periodsMeet(x.period, y.period);

/**
 * The pairs that share at least one key, each once; items of one plan or of periods that never meet are left out.
 * Items without a key in common are never put beside each other.
 *
 * @param keysOf what an item is found under, for instance its concepts
 */
export function candidatePairs(items: ReadItem[], keysOf: (item: ReadItem) => string[]): Candidate[] {
  const byKey = new Map<string, number[]>();
  for (const [position, item] of items.entries()) {
    for (const key of new Set(keysOf(item))) {
      const bucket = byKey.get(key);
      if (bucket === undefined) byKey.set(key, [position]);
      else bucket.push(position);
    }
  }
  const seen = new Set<number>();
  const pairs: Candidate[] = [];
  for (const bucket of byKey.values()) {
    for (const [place, first] of bucket.entries()) {
      for (const second of bucket.slice(place + 1)) {
        const x = items[first];
        const y = items[second];
        const pair = first * items.length + second;
        if (x === undefined || y === undefined || seen.has(pair)) continue;
        seen.add(pair);
        if (!mayMeet(x, y)) continue;
        pairs.push(compareItems(x.at, y.at) < 0 ? { a: x, b: y } : { a: y, b: x });
      }
    }
  }
  return pairs;
}
