import type { EntityManager } from 'typeorm';
import type { PlanEvent, PlanState, RecordedEvent } from '../../domain/plan/plan.types.js';
import type { WaitState } from '../../domain/plan/wait-state.types.js';
import type { WordSealer } from '../../persistence/sealed-words/word-sealer.js';
import { projectAwaited } from './awaited.projection.js';
import { citizenRequestProjectors } from './citizen-request.projection.js';
import { confirmationProjectors } from './confirmation.projection.js';
import { consentProjectors } from './consent.projection.js';
import { courseProjectors } from './course.projection.js';
import { hashOfWindows, projectDisclosureWindows } from './disclosure-windows.projection.js';
import { deathProjectors } from './death.projection.js';
import { distributionProjectors } from './distribution.projection.js';
import { draftingProjectors } from './drafting.projection.js';
import { projectDutyPeriods } from './duty-periods.projection.js';
import { followUpProjectors } from './follow-up.projection.js';
import { gatheringProjectors } from './gathering.projection.js';
import { handoverProjectors } from './handover.projection.js';
import { projectMasterData } from './master-data.projection.js';
import { meetingProjectors } from './meeting.projection.js';
import { participantProjectors } from './participant.projection.js';
import { insertPlan, updatePlan } from './plan-row.projection.js';
import type { EventContext, ProjectorsOf } from './projection.types.js';
import { taskProjectors } from './task.projection.js';

/**
 * What a command changed: the state before (null for a new plan) and after, with the events between them, all of one
 * instant.
 */
export interface PlanChange {
  readonly before: PlanState | null;
  readonly after: PlanState;
  readonly events: readonly RecordedEvent[];
  readonly waitState: WaitState;
  /** The hash over all the plan's events, these among them, in base64. */
  readonly history: string;
  /** Seals words under the plan's key. */
  readonly sealer: WordSealer;
}

const PROJECTORS: ProjectorsOf<PlanEvent> = {
  ...courseProjectors,
  ...participantProjectors,
  ...confirmationProjectors,
  ...consentProjectors,
  ...gatheringProjectors,
  ...meetingProjectors,
  ...draftingProjectors,
  ...distributionProjectors,
  ...followUpProjectors,
  ...citizenRequestProjectors,
  ...handoverProjectors,
  ...taskProjectors,
  ...deathProjectors,
};

/**
 * Brings snapshot and read models up to a plan's newest state. Everything follows from the events, so that folding
 * them again gives the same rows. A new plan's row comes first: the others refer to it.
 * @throws QueryFailedError with PostgreSQL's code 23505 and constraint `uix_plans_open_citizen` if the citizen has an
 *   open plan.
 */
export async function project(manager: EntityManager, change: PlanChange): Promise<void> {
  const { before, after, waitState, history } = change;
  const row = { state: after, wait: waitState, history, windows: hashOfWindows(after) };
  await (before === null ? insertPlan(manager, row) : updatePlan(manager, row));
  await projectEvents(manager, change);
  await projectAwaited(manager, after);
  await projectMasterData(manager, before, after);
  await projectDisclosureWindows(manager, before, after);
}

/** What the events tell, for a plan whose row is there. */
export async function projectEvents(
  manager: EntityManager,
  { before, after, events, sealer }: Omit<PlanChange, 'waitState' | 'history'>,
): Promise<void> {
  for (const { seq, at, event } of events) {
    await projectEvent({ manager, planId: after.planId, seq, at, sealer }, event);
  }
  await projectDutyPeriods(manager, before, after);
}

async function projectEvent(context: EventContext, event: PlanEvent): Promise<void> {
  const projector = PROJECTORS[event.type] as
    ((context: EventContext, event: PlanEvent) => Promise<void>) | null;
  await projector?.(context, event);
}
