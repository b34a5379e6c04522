import { isInstant, type Instant } from '../../domain/calendar/index.js';
import type { AuditEntry } from '../../audit/audit-entry.types.js';
import type { Queryable } from '../../persistence/queryable.js';
import { InvalidCursor, type Page, pageOf, type PageRequest, placeOf, rowsToRead } from './page.js';

/** Which entries are looked for; what is left out does not matter. */
export interface AuditSearch {
  readonly planId?: string;
  readonly personId?: string;
  readonly operation?: string;
  readonly allowed?: boolean;
  /** From this instant on. */
  readonly from?: Instant;
  /** Before this instant. */
  readonly to?: Instant;
}

/** An entry with its place in its chain, and what proves it. */
export interface AuditRow {
  readonly chain: string;
  readonly place: number;
  readonly entry: string;
  readonly keyId: string;
  readonly code: string;
  readonly hash: Buffer;
  readonly at: Instant;
}

/**
 * Entries of the audit, newest first.
 * @throws InvalidCursor
 */
export async function auditRows(
  source: Queryable,
  search: AuditSearch,
  request: PageRequest,
): Promise<Page<AuditRow>> {
  const place = placeOf(request, ['string', 'string', 'number']);
  if (place !== null && !isInstant(place[0])) throw new InvalidCursor();
  const { planId = null, personId = null, operation = null, allowed = null, from = null, to = null } = search;
  const rows = await source.query<AuditRow[]>(
    `SELECT chain, place, entry, key_id AS "keyId", code, hash, at FROM audit_entries
     WHERE ($2::uuid IS NULL OR plan_id = $2) AND ($3::uuid IS NULL OR person_id = $3)
       AND ($4::text IS NULL OR operation = $4) AND ($5::boolean IS NULL OR allowed = $5)
       AND ($6::timestamptz IS NULL OR at >= $6) AND ($7::timestamptz IS NULL OR at < $7)
       AND ($8::timestamptz IS NULL OR (at, chain, place) < ($8, $9, $10))
     ORDER BY at DESC, chain DESC, place DESC LIMIT $1`,
    [
      rowsToRead(request),
      planId,
      personId,
      operation,
      allowed,
      from,
      to,
      place?.[0] ?? null,
      place?.[1] ?? null,
      place?.[2] ?? null,
    ],
  );
  return pageOf(request, rows, (row) => [row.at, row.chain, row.place]);
}

/** The entry that a row holds. */
export function entryOf({ entry }: AuditRow): AuditEntry {
  return JSON.parse(entry) as AuditEntry;
}
