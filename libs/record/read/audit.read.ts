import { isInstant, type Instant } from '../../domain/calendar/index.js';
import type { AuditEntry } from '../../audit/audit-entry.types.js';
import type { Queryable } from '../../persistence/queryable.js';
import { InvalidCursor, type Page, pageOf, type PageRequest, placeOf, rowsToRead } from './page.js';

/** Which entries are looked for; what is left out does not matter. */
export interface AuditSearch {
  /** About this plan: its own entries, and lists in which it was shown. */
  readonly planId?: string;
  /** Or about this person: that they were looked up or put into a plan. */
  readonly orSubjectPersonId?: string;
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
 * Entries of the audit, newest first. Those of a plan are its own and those of lists in which it was shown.
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
  const parameters = [
    rowsToRead(request),
    personId,
    operation,
    allowed,
    from,
    to,
    place?.[0] ?? null,
    place?.[1] ?? null,
    place?.[2] ?? null,
  ];
  const rows =
    planId === null
      ? await source.query<AuditRow[]>(EVERYWHERE, parameters)
      : await source.query<AuditRow[]>(OF_A_PLAN, [...parameters, planId, search.orSubjectPersonId ?? null]);
  return pageOf(request, rows, (row) => [row.at, row.chain, row.place]);
}

const COLUMNS = 'e.chain, e.place, e.entry, e.key_id AS "keyId", e.code, e.hash, e.at';

/** @param place The table whose places are followed, with an index in their order. */
const conditions = (place: string): string => `
  ($2::uuid IS NULL OR e.person_id = $2) AND ($3::text IS NULL OR e.operation = $3)
  AND ($4::boolean IS NULL OR e.allowed = $4)
  AND ($5::timestamptz IS NULL OR ${place}.at >= $5) AND ($6::timestamptz IS NULL OR ${place}.at < $6)
  AND ($7::timestamptz IS NULL OR (${place}.at, ${place}.chain, ${place}.place) < ($7, $8, $9))`;

const newest = (place: string): string =>
  `ORDER BY ${place}.at DESC, ${place}.chain DESC, ${place}.place DESC LIMIT $1`;

const EVERYWHERE = `SELECT ${COLUMNS} FROM audit_entries e WHERE ${conditions('e')} ${newest('e')}`;

/** Either half follows its own index and stops at the page's end. */
const OF_A_PLAN = `SELECT * FROM (
  (SELECT ${COLUMNS} FROM audit_entries e WHERE e.plan_id = $10 AND ${conditions('e')} ${newest('e')})
  UNION ALL
  (SELECT ${COLUMNS} FROM audit_listed l JOIN audit_entries e ON e.chain = l.chain AND e.place = l.place
   WHERE l.plan_id = $10 AND ${conditions('l')} ${newest('l')})
  UNION ALL
  (SELECT ${COLUMNS} FROM audit_entries e
   WHERE e.subject_person_id = $11::uuid AND e.plan_id IS DISTINCT FROM $10
     AND e.operation IN ('findCitizen', 'addParticipant') AND ${conditions('e')} ${newest('e')})
) AS found ${newest('found')}`;

/** The entry that a row holds. */
export function entryOf({ entry }: AuditRow): AuditEntry {
  return JSON.parse(entry) as AuditEntry;
}
