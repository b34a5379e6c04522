import type { EntityManager } from 'typeorm';
import type { DutyPeriod, PlanState } from '../../domain/plan/plan.types.js';
import { upsertRow } from './rows.js';

/** Keeps beginning and end of each duty; a period is only ever begun and ended. */
export async function projectDutyPeriods(
  manager: EntityManager,
  before: PlanState | null,
  after: PlanState,
): Promise<void> {
  for (const period of after.dutyPeriods) {
    if (before !== null && isKept(before, period)) continue;
    await upsertRow(
      { manager, planId: after.planId },
      'duty_periods',
      { duty: period.duty, round: period.round },
      { began_at: period.began, ended_at: period.ended },
    );
  }
}

function isKept(before: PlanState, period: DutyPeriod): boolean {
  return before.dutyPeriods.some(
    (old) => old.duty === period.duty && old.round === period.round && old.ended === period.ended,
  );
}
