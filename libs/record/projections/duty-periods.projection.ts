import type { EntityManager } from 'typeorm';
import type { DutyPeriod, PlanState } from '../../domain/plan/plan.types.js';
import { json } from './rows.js';

/** Keeps every beginning and end of a duty; the snapshot has the newest of each duty only. */
export async function projectDutyPeriods(
  manager: EntityManager,
  before: PlanState | null,
  after: PlanState,
): Promise<void> {
  const changed = changedPeriods(before, after);
  if (changed.length === 0) return;
  await manager.query(
    `INSERT INTO duty_periods (plan_id, duty, round, began_at, ended_at)
     SELECT $1, duty, round, began, ended
     FROM jsonb_to_recordset($2::jsonb) AS changed (
       duty text, round int, began timestamptz, ended timestamptz
     )
     ON CONFLICT (plan_id, duty, round) DO UPDATE SET ended_at = EXCLUDED.ended_at`,
    [after.planId, json(changed)],
  );
}

/**
 * The periods that began or ended between two states of one instant. A duty that ended and began again within it has
 * skipped rounds that the newer state no longer knows.
 */
export function changedPeriods(before: PlanState | null, after: PlanState): DutyPeriod[] {
  const at = after.updatedAt;
  return after.dutyPeriods.flatMap((period) => {
    const old = before?.dutyPeriods.find(({ duty }) => duty === period.duty);
    if (old?.round === period.round) return old.ended === period.ended ? [] : [period];
    const skipped = Array.from({ length: period.round - (old?.round ?? 0) - 1 }, (_, index) => ({
      duty: period.duty,
      round: (old?.round ?? 0) + index + 1,
      began: at,
      ended: at,
    }));
    return [...(old?.ended === null ? [{ ...old, ended: at }] : []), ...skipped, period];
  });
}
