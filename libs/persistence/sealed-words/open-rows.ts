import type { ErasureKeys } from '../erasure/erasure-keys.js';
import type { Queryable } from '../queryable.js';
import { SEAL_MARK, type SealedValue, sealedValueOf } from './sealed-value.js';
import { opened } from './word-sealer.js';

type Holder = Record<string | number, unknown>;

interface Place {
  readonly holder: Holder;
  readonly field: string | number;
  readonly value: SealedValue;
}

const openings = new WeakMap<Queryable, Set<string>>();

function openedNames(source: Queryable): Set<string> {
  const names = openings.get(source) ?? new Set<string>();
  openings.set(source, names);
  return names;
}

/** The names of the keys under which anything was sealed that was read through a transaction. */
export function openedUnder(source: Queryable): ReadonlySet<string> {
  return openings.get(source) ?? new Set();
}

/**
 * Opens every sealed value in rows that were read, in their place. What was sealed under a key that is destroyed becomes
 * null: it is erased.
 * @param source Where the rows were read; the keys are read there too.
 * @throws Error if a value was altered.
 */
export async function openRows(
  source: Queryable,
  keys: ErasureKeys,
  rows: readonly unknown[],
): Promise<void> {
  const places = rows.flatMap((row) => placesIn(row));
  if (places.length === 0) return;
  // The empty name makes it more than one that is asked for, so that a destroyed key is left out and not refused.
  const found = await keys.findAll(source, ['', ...places.map(({ value }) => value.keyName)]);
  const names = openedNames(source);
  for (const { holder, field, value } of places) {
    names.add(value.keyName);
    const key = found.get(value.keyName);
    holder[field] = key === undefined ? null : opened(key, value);
  }
}

function placesIn(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return [];
  const holder = value as Holder;
  return Object.entries(holder).flatMap(([field, inner]) => {
    if (typeof inner !== 'string') return placesIn(inner);
    const sealed = inner.startsWith(SEAL_MARK) ? sealedValueOf(inner) : null;
    return sealed === null ? [] : [{ holder, field, value: sealed }];
  });
}
