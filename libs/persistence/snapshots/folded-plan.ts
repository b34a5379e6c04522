import { fold } from '../../domain/plan/evolve.js';
import type { PlanState } from '../../domain/plan/plan.types.js';
import type { EventLog } from '../event-log.js';
import type { Queryable } from '../queryable.js';
import { RecordDamaged } from '../record-damaged.js';

/** A plan as it follows from its events alone. */
export interface FoldedPlan {
  readonly state: PlanState;
  /** The hash over the events, in base64. */
  readonly history: string;
}

/**
 * Folds a plan anew from all its events.
 * @throws RecordDamaged if they are not whole; ContentErased for a plan whose content was erased.
 */
export async function foldedPlan(source: Queryable, log: EventLog, planId: string): Promise<FoldedPlan> {
  const { events, history } = await log.whole(source, planId);
  const isWhole = events.every(({ seq }, index) => seq === index + 1);
  const state = isWhole ? fold(null, events) : null;
  if (state?.planId !== planId) throw new RecordDamaged(planId);
  return { state, history: history.toString('base64') };
}
