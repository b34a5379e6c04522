import type { Origin } from '../audit/audit-entry.types.js';
import type { AuditLog } from '../audit/audit-log.js';
import type { Clock } from '../clock/clock.js';
import type { Actor } from '../domain/plan/actor.js';
import type { PlanState } from '../domain/plan/plan.types.js';
import { planRolesOf } from '../domain/plan/rights.js';
import type { Queryable } from '../persistence/queryable.js';
import { actingNow } from './employments.js';

/** Something that somebody tried and may not. */
export interface Refused {
  readonly planId: string;
  readonly actor: Actor;
  readonly operation: string;
  /** Code of the refusal. */
  readonly refusal: string;
  readonly origin: Origin;
}

/** Notes in the audit that somebody tried what they may not; with the plan, if there is one of this id. */
export async function auditRefusal(
  { database, audit, clock }: { database: Queryable; audit: AuditLog; clock: Clock },
  { planId, actor, operation, refusal, origin }: Refused,
): Promise<void> {
  const at = await clock.now();
  const rows = await database.query<{ state: PlanState }[]>(
    'SELECT id, state FROM plans WHERE id = $1 AND erased_at IS NULL',
    [planId],
  );
  const state = rows[0]?.state;
  await audit.add(database, {
    at,
    actor,
    roles: state === undefined ? [] : planRolesOf(state, await actingNow(database, actor), at),
    operation,
    planId: state === undefined ? null : planId,
    listed: state === undefined ? [planId] : [],
    allowed: false,
    refusal,
    origin,
  });
}
