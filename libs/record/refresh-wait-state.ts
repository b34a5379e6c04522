import type { DataSource } from 'typeorm';
import { waitState } from '../domain/plan/wait-state.js';
import type { WaitState } from '../domain/plan/wait-state.types.js';
import type { EventLog } from '../persistence/event-log.js';
import { WordSealer } from '../persistence/sealed-words/word-sealer.js';
import { foldedPlan } from '../persistence/snapshots/folded-plan.js';
import { lockPlan } from './lock-plan.js';
import { project } from './projections/project.js';
import { projectDisclosureWindows } from './projections/disclosure-windows.projection.js';
import { noteWaitState } from './wait-state-outbox.js';

/**
 * Folds a plan's events again with today's rules and puts its snapshot, its wait state and what it waits for right,
 * under its lock. Nothing is sent and no event is added.
 * @returns the wait state, or null for a plan that does not exist
 */
export async function refreshWaitState(
  dataSource: DataSource,
  events: EventLog,
  planId: string,
): Promise<WaitState | null> {
  return dataSource.transaction(async (manager) => {
    if ((await lockPlan(manager, planId)) === null) return null;
    const { state, history } = await foldedPlan(manager, events, planId);
    const fresh = waitState(state);
    const sealer = new WordSealer(await events.keyOf(manager, planId, state.updatedAt));
    await project(manager, { before: state, after: state, events: [], waitState: fresh, history, sealer });
    await projectDisclosureWindows(manager, null, state);
    await noteWaitState(manager, planId, fresh, state.updatedAt, 'no');
    return fresh;
  });
}
