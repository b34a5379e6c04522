import type { EntityManager } from 'typeorm';
import type { AuditLog } from '../audit/audit-log.js';
import type { Origin } from '../audit/audit-entry.types.js';
import type { Instant } from '../domain/calendar/index.js';
import type { Actor } from '../domain/plan/actor.js';
import { personKeyName } from '../persistence/erasure/key-names.js';
import type { Queryable } from '../persistence/queryable.js';
import type { Vault } from '../persistence/vault.js';
import { sendingsToPersonSettled } from '../record/sendings-under-way.js';
import { PERSON_TABLES } from './erased-tables.js';

/** By whom something is erased, when and from where. */
export interface Erasing {
  readonly at: Instant;
  readonly actor: Actor;
  readonly origin: Origin;
}

export interface ErasureParts {
  readonly vault: Vault;
  readonly audit: AuditLog;
}

/**
 * What keeps somebody in the register: work in an organisation, a plan of the own, a part in a plan that is kept. Each is a
 * moment until when it did; infinity while it does.
 */
const INVOLVED_UNTIL = `greatest(
  p.created_at,
  (SELECT 'infinity'::timestamptz WHERE cardinality(p.organisation_roles) > 0),
  (SELECT 'infinity'::timestamptz FROM organisations o WHERE o.leader_person_id = p.id LIMIT 1),
  (SELECT 'infinity'::timestamptz FROM plans pl WHERE pl.citizen_person_id = p.id LIMIT 1),
  (SELECT 'infinity'::timestamptz FROM plans pl
   WHERE pl.ended_at IS NULL AND (pl.coordinator_person_id = p.id OR pl.deputy_person_id = p.id) LIMIT 1),
  (SELECT max(coalesce(pa.removed_at, 'infinity')) FROM participants pa WHERE pa.person_id = p.id),
  (SELECT max(coalesce(cp.until, 'infinity')) FROM coordinator_periods cp WHERE cp.person_id = p.id),
  (SELECT max(r.at) FROM person_revisions r WHERE r.person_id = p.id)
)`;

/** Somebody who takes part in nothing any more, and since when. */
export interface Uninvolved {
  readonly personId: string;
  readonly until: Instant;
}

/** Who takes part in nothing any more since before an instant, in the order of ids, a page at a time. */
export async function uninvolvedPeople(
  source: Queryable,
  { before, afterId, limit }: { before: Instant; afterId: string | null; limit: number },
): Promise<Uninvolved[]> {
  return source.query<Uninvolved[]>(
    `SELECT p.id AS "personId", ${INVOLVED_UNTIL} AS until FROM people p
     WHERE p.erased_at IS NULL AND p.created_at < $1 AND ($2::uuid IS NULL OR p.id > $2) AND ${INVOLVED_UNTIL} < $1
     ORDER BY p.id LIMIT $3`,
    [before, afterId, limit],
  );
}

/** Holds somebody, and tells until when they took part in anything; null for one who does, or is erased. */
export async function holdUninvolved(manager: EntityManager, personId: string): Promise<Uninvolved | null> {
  await manager.query('SELECT 1 FROM people WHERE id = $1 FOR UPDATE', [personId]);
  const rows = await manager.query<Uninvolved[]>(
    `SELECT p.id AS "personId", ${INVOLVED_UNTIL} AS until FROM people p
     WHERE p.id = $1 AND p.erased_at IS NULL AND ${INVOLVED_UNTIL} < 'infinity'`,
    [personId],
  );
  return rows[0] ?? null;
}

/**
 * Erases everything that is kept of somebody: number, names, contact details, corrections. The id stays, so that what is kept
 * of others does not break; with the person's key every copy and backup of the rest is unreadable. The caller holds the
 * person and knows that they take part in nothing.
 */
export async function erasePerson(
  manager: EntityManager,
  { vault, audit }: ErasureParts,
  personId: string,
  { at, actor, origin }: Erasing,
): Promise<void> {
  await sendingsToPersonSettled(manager, personId);
  for (const table of PERSON_TABLES) {
    await manager.query(`DELETE FROM ${table} WHERE person_id = $1`, [personId]);
  }
  await manager.query('DELETE FROM idempotency_keys WHERE subject_id = $1 OR actor_key = $1::text', [
    personId,
  ]);
  await manager.query(
    `UPDATE people SET given_name = '', family_name = '', language = 'da', channel = 'letter', organisation_id = NULL,
       organisation_roles = '{}', protected_identity = false, subject = NULL, erased_at = $2
     WHERE id = $1`,
    [personId, at],
  );
  await vault.keys.destroy(manager, personKeyName(personId), at);
  await audit.add(manager, {
    at,
    actor,
    roles: [],
    operation: 'erasePerson',
    planId: null,
    subjectPersonId: personId,
    allowed: true,
    origin,
  });
}
