import { z } from 'zod';
import type { AuditKeys } from '../audit-keys.js';
import { chainOf, FIRST_HASH, hashOfLink, planOfChain } from '../chain.js';
import type { FindingKind, Report } from './finding.types.js';

/** An entry as its row has it, with the columns that repeat it and what head and seals say of its place. */
export const entryRow = z.object({
  chain: z.string(),
  place: z.int(),
  entry: z.string(),
  keyId: z.string(),
  code: z.string(),
  hash: z.instanceof(Buffer),
  at: z.string().nullable(),
  planId: z.string().nullable(),
  personId: z.string().nullable(),
  subjectPersonId: z.string().nullable(),
  operation: z.string(),
  allowed: z.boolean(),
  listed: z.array(z.string().nullable()),
  /** The plans for which the entry is found as a list that they were shown in, sorted. */
  foundFor: z.array(z.string().nullable()),
  /** Hashes that seals have of this place. */
  sealed: z.array(z.instanceof(Buffer).or(z.string())),
});
export type EntryRow = z.infer<typeof entryRow>;

/** An entry as far as verification reads it. */
const entryContent = z.object({
  id: z.string(),
  at: z.string(),
  actorKind: z.enum(['person', 'client', 'process', 'unknown']),
  personId: z.string().nullable(),
  planId: z.string().nullable(),
  subjectPersonId: z.string().optional(),
  operation: z.string(),
  allowed: z.boolean(),
  listed: z.array(z.string()),
  events: z.array(z.int()).refine(({ length }) => length === 0 || length === 2),
  history: z.string().optional(),
  rows: z.array(z.object({ table: z.string(), id: z.string(), hash: z.string() })).optional(),
});
export type EntryContent = z.infer<typeof entryContent>;

/** What an entry says of the plan's events. */
export interface Change {
  readonly place: number;
  readonly at: string;
  readonly from: number;
  readonly to: number;
  /** The hash over all events up to the last; undefined in entries of older releases. */
  readonly history: string | undefined;
}

/** Follows one chain from its beginning, row by row. */
export class ChainCheck {
  #place = 0;
  #hash: Buffer = FIRST_HASH;

  constructor(
    readonly chain: string,
    private readonly keys: AuditKeys,
    private readonly report: Report,
  ) {}

  get place(): number {
    return this.#place;
  }

  get hash(): Buffer {
    return this.#hash;
  }

  /**
   * Takes the next row of the chain, in the order of places.
   * @returns What the entry says, if it was written by somebody who has the keys; else null.
   */
  next(row: EntryRow): EntryContent | null {
    if (row.place > this.#place + 1) this.missing(this.#place + 1, row.place - 1);
    const isHashed = hashOfLink(this.#hash, row).equals(row.hash);
    const isAuthentic = this.isAuthentic(row);
    const entry = contentOf(row.entry);
    if (entry === null) this.found('entryUnreadable', row.place);
    if (!isHashed || (entry !== null && !repeats(row, entry))) this.found('entryChanged', row.place);
    if (row.sealed.some((hash) => !Buffer.isBuffer(hash) || !hash.equals(row.hash))) {
      this.found('sealedEntryDiffers', row.place);
    }
    this.#place = row.place;
    this.#hash = row.hash;
    return isAuthentic ? entry : null;
  }

  /** A row of the chain that is not even one: what comes after it is held against what it says of its hash. */
  unreadable(place: number): void {
    this.found('entryUnreadable', place);
    this.#place = place;
  }

  /** Nothing can be said of what stands under a key that is not given; that it is missing is said once, elsewhere. */
  private isAuthentic({ entry, keyId, code, place }: EntryRow): boolean {
    if (!this.keys.has(keyId)) {
      this.report({ kind: 'keyUnknown', chain: this.chain, place, about: keyId });
      return false;
    }
    const isAuthentic = this.keys.isAuthentic(entry, keyId, code);
    if (!isAuthentic) this.found('entryForged', place);
    return isAuthentic;
  }

  private missing(place: number, until: number): void {
    this.report({ kind: 'entryMissing', chain: this.chain, place, ...(until > place ? { until } : {}) });
  }

  private found(kind: FindingKind, place: number): void {
    this.report({ kind, chain: this.chain, place });
  }
}

function contentOf(text: string): EntryContent | null {
  try {
    return entryContent.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** Whether the columns for searching say what the entry says, and the entry stands in the chain that it belongs to. */
function repeats(row: EntryRow, entry: EntryContent): boolean {
  const actor =
    entry.actorKind === 'person'
      ? ({ kind: 'person', personId: entry.personId ?? '' } as const)
      : { kind: entry.actorKind };
  return (
    row.at !== null &&
    Date.parse(row.at) === Date.parse(entry.at) &&
    row.planId === entry.planId &&
    row.personId === entry.personId &&
    row.subjectPersonId === (entry.subjectPersonId ?? null) &&
    row.operation === entry.operation &&
    row.allowed === entry.allowed &&
    JSON.stringify(row.listed) === JSON.stringify(entry.listed) &&
    JSON.stringify(row.foundFor) === JSON.stringify(toBeFoundFor(entry)) &&
    chainOf({ planId: entry.planId, actor }) === row.chain &&
    (planOfChain(row.chain) ?? entry.planId) === entry.planId
  );
}

/** What somebody was told of all that is kept about a person has an entry in each of the plans as well. */
function toBeFoundFor({ listed, subjectPersonId }: EntryContent): string[] {
  return subjectPersonId === undefined ? [...new Set(listed)].sort() : [];
}
