import type { AuditEntry } from '../audit-entry.types.js';
import type { AuditKeys } from '../audit-keys.js';
import { chainOf, FIRST_HASH, hashOfLink, type Link, planOfChain } from '../chain.js';
import type { Finding, FindingKind } from './finding.types.js';

/** An entry as its row has it, with the columns that repeat it. */
export interface EntryRow extends Link {
  readonly hash: Buffer;
  readonly at: string;
  readonly planId: string | null;
  readonly personId: string | null;
  readonly subjectPersonId: string | null;
  readonly operation: string;
  readonly allowed: boolean;
  readonly listed: readonly string[];
  /** The plans for which the entry is found as a list that they were shown in, sorted. */
  readonly foundFor: readonly string[];
}

/** Follows one chain from its beginning, row by row. */
export class ChainCheck {
  #place = 0;
  #hash: Buffer = FIRST_HASH;
  /** Of the plan's events: up to which one changes have entries. */
  #eventsUntil = 0;
  readonly #ids = new Set<string>();

  constructor(
    readonly chain: string,
    private readonly keys: AuditKeys,
    private readonly report: (finding: Finding) => void,
  ) {}

  get place(): number {
    return this.#place;
  }

  get hash(): Buffer {
    return this.#hash;
  }

  get eventsUntil(): number {
    return this.#eventsUntil;
  }

  /** Takes the next row of the chain, in the order of places. */
  next(row: EntryRow): void {
    for (let place = this.#place + 1; place < row.place; place += 1) this.found('entryMissing', place);
    const isHashed = hashOfLink(this.#hash, row).equals(row.hash);
    if (!this.keys.isAuthentic(row.entry, row.keyId, row.code)) this.found('entryForged', row.place);
    const entry = parsed(row.entry);
    if (!isHashed || entry === null || !repeats(row, entry)) this.found('entryChanged', row.place);
    if (entry !== null) this.note(entry, row.place);
    this.#place = row.place;
    this.#hash = row.hash;
  }

  /** Frees what only the rows of the chain were held against; what it ended with stays. */
  end(): void {
    this.#ids.clear();
  }

  private note(entry: AuditEntry, place: number): void {
    if (this.#ids.has(entry.id)) this.found('entryTwice', place);
    this.#ids.add(entry.id);
    const [from, to] = entry.events;
    if (from === undefined || to === undefined) return;
    if (from > this.#eventsUntil + 1) this.found('changeWithoutEntry', this.#eventsUntil + 1);
    this.#eventsUntil = Math.max(this.#eventsUntil, to);
  }

  private found(kind: FindingKind, place: number): void {
    this.report({ kind, chain: this.chain, place });
  }
}

function parsed(text: string): AuditEntry | null {
  try {
    return JSON.parse(text) as AuditEntry;
  } catch {
    return null;
  }
}

/** Whether the columns for searching say what the entry says, and the entry stands in the chain that it belongs to. */
function repeats(row: EntryRow, entry: AuditEntry): boolean {
  const actor =
    entry.actorKind === 'person'
      ? ({
          kind: 'person',
          personId: entry.personId ?? '',
          organisationId: null,
          organisationRoles: [],
        } as const)
      : { kind: entry.actorKind };
  return (
    row.at === entry.at &&
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
function toBeFoundFor({ listed, subjectPersonId }: AuditEntry): string[] {
  return subjectPersonId === undefined ? [...new Set(listed)].sort() : [];
}
