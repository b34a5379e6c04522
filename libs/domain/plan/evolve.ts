import { citizenRequestEvolvers } from '../citizen-request/citizen-request.evolve.js';
import { consentEvolvers } from '../consent/consent.evolve.js';
import { distributionEvolvers } from '../distribution/distribution.evolve.js';
import { draftingEvolvers } from '../drafting/drafting.evolve.js';
import { followUpEvolvers } from '../follow-up/follow-up.evolve.js';
import { gatheringEvolvers } from '../gathering/gathering.evolve.js';
import { handoverEvolvers } from '../handover/handover.evolve.js';
import { meetingEvolvers } from '../meeting/meeting.evolve.js';
import { participantEvolvers } from '../participants/participant.evolve.js';
import { taskEvolvers } from '../task/task.evolve.js';
import { awaitsOf } from './awaits.js';
import { courseEvolvers, startedState } from './course.evolve.js';
import type { EvolversOf } from './decider.types.js';
import { withDutyPeriods } from './duty-periods.js';
import type { PlanEvent, PlanState, RecordedEvent } from './plan.types.js';

const EVOLVERS: EvolversOf<PlanEvent> = {
  ...courseEvolvers,
  ...participantEvolvers,
  ...consentEvolvers,
  ...gatheringEvolvers,
  ...meetingEvolvers,
  ...draftingEvolvers,
  ...distributionEvolvers,
  ...followUpEvolvers,
  ...citizenRequestEvolvers,
  ...handoverEvolvers,
  ...taskEvolvers,
};

/**
 * The state after an event. Null before the first, which can only be `planStarted`.
 * @throws Error if the first event is another: then it is not a plan's history.
 */
export function evolve(state: PlanState | null, { event, seq, at }: RecordedEvent): PlanState {
  if (state === null && event.type !== 'planStarted') throw new Error('a history begins with planStarted');
  const before = state ?? startedState(event as Extract<PlanEvent, { type: 'planStarted' }>, at);
  const evolver = EVOLVERS[event.type] as (state: PlanState, event: PlanEvent, at: string) => PlanState;
  const after = { ...evolver(before, event, at), seq, updatedAt: at };
  return withDutyPeriods(event.type === 'stepPerformed' ? withoutSettledSteps(after) : after, at);
}

/** The state after a whole history, or part of one. */
export function fold(state: PlanState | null, events: readonly RecordedEvent[]): PlanState | null {
  return events.reduce<PlanState | null>((current, recorded) => evolve(current, recorded), state);
}

/** What is no longer awaited needs no memory of its reminders: references never come again. */
function withoutSettledSteps(state: PlanState): PlanState {
  const awaited = new Set(awaitsOf(state).map(({ ref }) => ref));
  const performed = Object.entries(state.performed).filter(([key]) =>
    awaited.has(key.slice(key.indexOf(':') + 1, key.lastIndexOf('#'))),
  );
  return { ...state, performed: Object.fromEntries(performed) };
}
