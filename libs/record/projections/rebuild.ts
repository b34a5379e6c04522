import type { EntityManager } from 'typeorm';
import { evolve } from '../../domain/plan/evolve.js';
import type { PlanState, RecordedEvent } from '../../domain/plan/plan.types.js';
import { waitState } from '../../domain/plan/wait-state.js';
import type { WordSealer } from '../../persistence/sealed-words/word-sealer.js';
import { projectAwaited } from './awaited.projection.js';
import { hashOfWindows, projectDisclosureWindows } from './disclosure-windows.projection.js';
import { projectMasterData } from './master-data.projection.js';
import { updatePlan } from './plan-row.projection.js';
import { projectEvents } from './project.js';

/** Every table that follows from the events alone. */
export const READ_MODELS = [
  'plan_awaited',
  'disclosure_windows',
  'coordination_notes',
  'master_data',
  'duty_periods',
  'participants',
  'consent_grants',
  'consent_attempts',
  'statutory_bases',
  'gathering_requests',
  'existing_plans',
  'overlap_decisions',
  'meetings',
  'meeting_option_answers',
  'meeting_invitations',
  'meeting_attendance',
  'meeting_agendas',
  'meeting_minutes',
  'section_revisions',
  'goals',
  'agreements',
  'versions',
  'version_parts',
  'approvals',
  'deliveries',
  'delivery_events',
  'follow_ups',
  'citizen_requests',
  'coordinator_periods',
  'handovers',
  'tasks',
] as const;

/** Empties them all in one statement. */
const EMPTY = `WITH ${READ_MODELS.map(
  (table) => `${table}_rows AS (DELETE FROM ${table} WHERE plan_id = $1)`,
).join(', ')} SELECT`;

/** All of a plan's events, and the hash over them in base64. */
export interface WholeHistory {
  readonly events: readonly RecordedEvent[];
  readonly history: string;
}

/**
 * Empties a plan's read models and fills them again from all its events, in the caller's transaction, which holds
 * the plan's lock. Events, documents, notices and the audit stay untouched.
 * @param sealer Seals words under the plan's key.
 * @returns The state that the events fold to.
 * @throws Error if there are no events, or they don't begin with the plan's start.
 */
export async function rebuildProjections(
  manager: EntityManager,
  planId: string,
  { events, history }: WholeHistory,
  sealer: WordSealer,
): Promise<PlanState> {
  await manager.query(EMPTY, [planId]);
  let state: PlanState | null = null;
  for (const recorded of events) {
    const after: PlanState = evolve(state, recorded);
    await projectEvents(manager, { before: state, after, events: [recorded], sealer });
    state = after;
  }
  if (state === null) throw new Error('A plan without events cannot be rebuilt.');
  const windows = hashOfWindows(state);
  await updatePlan(manager, { state, wait: waitState(state), windows, history });
  await projectAwaited(manager, state);
  await projectMasterData(manager, null, state);
  await projectDisclosureWindows(manager, null, state);
  return state;
}
