import type { AuditEntry } from '../audit/audit-entry.types.js';
import { addressesOf } from '../audit/entry-address.js';
import type { ErasureKeys } from '../persistence/erasure/erasure-keys.js';
import { type AuditRow, auditRows, type AuditSearch, entryOf } from '../record/read/audit.read.js';
import type { Page, PageRequest } from '../record/read/page.js';
import type { ListReader } from './list-reader.js';
import type { Viewer } from './viewer.js';

/** An entry as an auditor reads it. */
export interface AuditedEntry extends Omit<AuditEntry, 'address'> {
  readonly chain: string;
  readonly place: number;
  /** The network address in the clear; null if there was none, or its time is over. */
  readonly address: string | null;
}

/** An entry as it is exported: with all that somebody else needs to check its chain. */
export interface ExportedEntry {
  readonly chain: string;
  readonly place: number;
  readonly entry: string;
  readonly keyId: string;
  readonly code: string;
  /** In hexadecimal digits. */
  readonly hash: string;
}

/** The audit as an auditor searches and exports it; who it tells of is on record, what they read is not. */
export class AuditReading {
  constructor(
    private readonly reader: ListReader,
    private readonly keys: ErasureKeys,
  ) {}

  /** Entries that fit, newest first. @throws InvalidCursor */
  search(viewer: Viewer, search: AuditSearch, page: PageRequest): Promise<Page<AuditedEntry>> {
    return this.reader.read(viewer, async (source) => {
      const { items, next } = await auditRows(source, search, page);
      const entries = items.map(entryOf);
      const addresses = await addressesOf(source, this.keys, entries);
      const list = entries.map((entry, index) => ({
        ...entry,
        chain: items[index]?.chain ?? '',
        place: items[index]?.place ?? 0,
        address: addresses.get(entry.id) ?? null,
      }));
      return { list: { items: list, next }, planIds: plansOf(entries, search), searched: searches(search) };
    });
  }

  /** A page of entries that fit, newest first, as they were written. @throws InvalidCursor */
  export(viewer: Viewer, search: AuditSearch, page: PageRequest): Promise<Page<ExportedEntry>> {
    return this.reader.read(viewer, async (source) => {
      const { items, next } = await auditRows(source, search, page);
      return {
        list: { items: items.map(exported), next },
        planIds: plansOf(items.map(entryOf), search),
        searched: searches(search),
      };
    });
  }
}

/** The plans that entries are about; of a list, the one that was looked for. */
function plansOf(entries: readonly AuditEntry[], search: AuditSearch): string[] {
  return entries.flatMap(({ planId }) => planId ?? search.planId ?? []);
}

function searches(search: AuditSearch): boolean {
  return Object.values(search).some((one) => one !== undefined);
}

function exported({ chain, place, entry, keyId, code, hash }: AuditRow): ExportedEntry {
  return { chain, place, entry, keyId, code, hash: hash.toString('hex') };
}
