import type { DataSource, EntityManager } from 'typeorm';
import type { WaitState } from '../domain/plan/wait-state.types.js';

/**
 * Notes that a plan has a new wait state. One row a plan: only the newest is worth telling.
 * @param told whether the process knows it already, because it gave the command itself or nothing changed for it
 */
export async function noteWaitState(
  manager: EntityManager,
  planId: string,
  waitState: WaitState,
  at: string,
  told: 'byResult' | 'unchanged' | 'no',
): Promise<void> {
  await manager.query(
    `INSERT INTO wait_state_outbox AS outbox (plan_id, seq, signalled_seq, changed_at)
     VALUES ($1, $2, CASE WHEN $4 = 'byResult' THEN $2 ELSE 0 END, $3)
     ON CONFLICT (plan_id) DO UPDATE SET
       seq = $2,
       changed_at = $3,
       signalled_seq = CASE WHEN $4 = 'byResult' THEN $2 ELSE outbox.signalled_seq END
     WHERE $4 <> 'unchanged'`,
    [planId, waitState.seq, at, told],
  );
}

/** Notes that the process was told of a wait state; an older one than was told before changes nothing. */
export async function markSignalled(dataSource: DataSource, planId: string, seq: number): Promise<void> {
  await dataSource.query(
    'UPDATE wait_state_outbox SET signalled_seq = $2 WHERE plan_id = $1 AND signalled_seq < $2',
    [planId, seq],
  );
}

/** Wait states that were not told, oldest first: what a crash or an absent Temporal left behind. */
export async function untoldWaitStates(
  dataSource: DataSource,
  changedBefore: string,
  limit: number,
): Promise<{ planId: string; waitState: WaitState }[]> {
  return dataSource.query<{ planId: string; waitState: WaitState }[]>(
    `SELECT outbox.plan_id AS "planId", plans.wait_state AS "waitState"
     FROM wait_state_outbox AS outbox JOIN plans ON plans.id = outbox.plan_id
     WHERE outbox.signalled_seq < outbox.seq AND outbox.changed_at <= $1
     ORDER BY outbox.changed_at LIMIT $2`,
    [changedBefore, limit],
  );
}
