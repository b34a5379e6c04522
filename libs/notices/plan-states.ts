import type { EntityManager } from 'typeorm';
import type { PlanState } from '../domain/plan/plan.types.js';
import { NEWEST_EVENT } from '../persistence/snapshots/verified-rows.js';

export type PlanStates = ReadonlyMap<string, PlanState>;

/**
 * The states of plans.
 * @param hold whether no command may change them until the transaction ends
 */
export async function planStates(
  source: Pick<EntityManager, 'query'>,
  planIds: readonly string[],
  hold = false,
): Promise<PlanStates> {
  const rows = await source.query<{ id: string; state: PlanState }[]>(
    `SELECT id, state, ${NEWEST_EVENT} FROM plans WHERE id = ANY($1) AND erased_at IS NULL ORDER BY id ${hold ? 'FOR SHARE' : ''}`,
    [[...new Set(planIds)]],
  );
  return new Map(rows.map(({ id, state }) => [id, state]));
}

/** The state of a plan that is known to exist. */
export function stateOf(states: PlanStates, planId: string): PlanState {
  const state = states.get(planId);
  if (state === undefined) throw new Error('A notice belongs to no plan.');
  return state;
}
