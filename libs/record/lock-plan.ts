import type { EntityManager } from 'typeorm';
import type { PlanState } from '../domain/plan/plan.types.js';
import type { WaitState } from '../domain/plan/wait-state.types.js';
import { NEWEST_EVENT } from '../persistence/snapshots/verified-rows.js';

/** A plan's snapshot under its lock. */
export interface LockedPlan {
  readonly state: PlanState;
  readonly waitState: WaitState;
}

/**
 * Locks a plan until the transaction ends, so that its commands come one after another. Null if there is none, or it was
 * erased, also while its lock was waited for.
 */
export async function lockPlan(manager: EntityManager, planId: string): Promise<LockedPlan | null> {
  const rows = await manager.query<{ state: PlanState; waitState: WaitState }[]>(
    `SELECT id, state, wait_state AS "waitState", ${NEWEST_EVENT}
     FROM plans WHERE id = $1 AND erased_at IS NULL FOR NO KEY UPDATE`,
    [planId],
  );
  const row = rows[0];
  return row === undefined ? null : { state: row.state, waitState: row.waitState };
}
