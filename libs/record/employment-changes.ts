import { processOrigin } from '../audit/audit-entry.types.js';
import type { Clock } from '../clock/clock.js';
import { addDuration, type Instant } from '../domain/calendar/index.js';
import { DomainError } from '../domain/plan/errors.js';
import type { Queryable } from '../persistence/queryable.js';
import { derivedId } from './derived-id.js';
import type { PlanRecord } from './plan-record.js';

/** How long a process that took a change has for it before another one does it again; told twice, nothing changes. */
const TAKEN_MINUTES = 1;

export interface FollowingParts {
  /** In the record's role. */
  readonly database: Queryable;
  readonly clock: Clock;
  readonly record: Pick<PlanRecord, 'execute'>;
}

interface Change {
  readonly personId: string;
  readonly change: string;
}

/**
 * Has followed in plans what follows from changes of the register that were committed: in each open plan in which somebody
 * stood for an authority it is recorded that they do so no more, or again. Any process may do it and may be killed: the
 * change stays until every plan has been told, and telling one again changes nothing.
 * @returns How many people's changes were followed.
 */
export async function followEmployments(parts: FollowingParts): Promise<number> {
  for (let count = 0; ; count += 1) {
    const next = await taken(parts.database, await parts.clock.now());
    if (next === null) return count;
    await follow(parts, next);
  }
}

async function taken(database: Queryable, now: Instant): Promise<Change | null> {
  const rows = await database.query<Change[]>(
    `WITH taken AS (
       UPDATE employment_changes SET taken_until = $2 WHERE person_id = (
         SELECT person_id FROM employment_changes WHERE taken_until IS NULL OR taken_until <= $1
         ORDER BY changed_at LIMIT 1 FOR UPDATE SKIP LOCKED)
       RETURNING person_id, change)
     SELECT person_id AS "personId", change FROM taken`,
    [now, addDuration(now, { minutes: TAKEN_MINUTES })],
  );
  return rows[0] ?? null;
}

async function follow({ database, record }: FollowingParts, { personId, change }: Change): Promise<void> {
  for (const planId of await plansNaming(database, personId)) {
    const commandId = derivedId('employment', `${personId}:${change}:${planId}`);
    const origin = processOrigin(`employment:${change}`);
    try {
      await record.execute(
        planId,
        { type: 'reportEmployment', personId },
        { actor: { kind: 'process' }, commandId, expectedSeq: null, origin },
      );
    } catch (error) {
      // A plan that has ended, or was erased, meanwhile waits for nobody.
      if (!(error instanceof DomainError && OVER.includes(error.code))) throw error;
    }
  }
  // A newer change stays for itself.
  await database.query('DELETE FROM employment_changes WHERE person_id = $1 AND change = $2', [
    personId,
    change,
  ]);
}

const OVER: readonly string[] = ['PLAN.NOT_FOUND', 'PLAN.ENDED'];

/** Every open plan in which somebody takes part, coordinates, stands in, was proposed, or coordinated until they left. */
async function plansNaming(database: Queryable, personId: string): Promise<string[]> {
  const rows = await database.query<{ id: string }[]>(
    `SELECT p.id FROM plans p WHERE p.ended_at IS NULL AND p.erased_at IS NULL AND p.id IN (
       SELECT plan_id FROM participants WHERE person_id = $1 AND removed_at IS NULL
       UNION SELECT id FROM plans WHERE coordinator_person_id = $1 OR deputy_person_id = $1
       UNION SELECT plan_id FROM plan_awaited WHERE person_id = $1 AND from_kind = 'successor'
       UNION SELECT plan_id FROM meeting_invitations WHERE deputy_person_id = $1
       UNION SELECT plan_id FROM coordinator_periods WHERE person_id = $1)
     ORDER BY p.id`,
    [personId],
  );
  return rows.map(({ id }) => id);
}

/** How many people's changes wait to be followed, and since when the first of them does. */
export async function waitingEmployments(
  database: Queryable,
): Promise<{ readonly count: number; readonly since: Instant | null }> {
  const rows = await database.query<{ count: number; since: Instant | null }[]>(
    'SELECT count(*)::int AS count, min(changed_at) AS since FROM employment_changes',
  );
  return rows[0] ?? { count: 0, since: null };
}
