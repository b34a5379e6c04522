import { citizenRequestDeciders } from '../citizen-request/citizen-request.decide.js';
import { confirmationDeciders } from '../confirmation/confirmation.decide.js';
import { consentDeciders } from '../consent/consent.decide.js';
import { deathDeciders } from '../death/death.decide.js';
import { distributionDeciders } from '../distribution/distribution.decide.js';
import { draftingDeciders } from '../drafting/drafting.decide.js';
import { checkSight } from '../drafting/drafting.rights.js';
import { followUpDeciders } from '../follow-up/follow-up.decide.js';
import { gatheringDeciders } from '../gathering/gathering.decide.js';
import { handoverDeciders } from '../handover/handover.decide.js';
import { meetingDeciders } from '../meeting/meeting.decide.js';
import { participantDeciders } from '../participants/participant.decide.js';
import { standingDeciders } from '../standing/standing.decide.js';
import { taskDeciders } from '../task/task.decide.js';
import type { Given } from './actor.js';
import { dueSteps } from './awaits.js';
import { consequencesOf } from './consequences.js';
import { courseDeciders, startPlan } from './course.decide.js';
import type { DecidersOf } from './decider.types.js';
import { DomainError } from './errors.js';
import { fold } from './evolve.js';
import type { PlanCommand, PlanEvent, PlanState, RecordedEvent } from './plan.types.js';
import { processDeciders } from './process.decide.js';
import { checkPhase, checkRights } from './rights.js';

const DECIDERS: DecidersOf<PlanCommand> = {
  ...courseDeciders,
  ...processDeciders,
  ...participantDeciders,
  ...confirmationDeciders,
  ...consentDeciders,
  ...gatheringDeciders,
  ...meetingDeciders,
  ...draftingDeciders,
  ...distributionDeciders,
  ...followUpDeciders,
  ...citizenRequestDeciders,
  ...handoverDeciders,
  ...standingDeciders,
  ...taskDeciders,
  ...deathDeciders,
};

/** What a decision comes to: the new events in order, and the state after them. */
export interface Decision {
  readonly events: readonly RecordedEvent[];
  readonly state: PlanState;
}

/**
 * Decides a command: the events that follow from it in this state at this instant, with all that they bring about at
 * once. Nothing follows from a step that is no longer due.
 * @param state the plan's state, or null for a plan that does not exist yet
 * @throws DomainError with a code of its own for every way in which the command is wrong; nothing is changed then
 */
export function decide(state: PlanState | null, command: PlanCommand, given: Given): Decision {
  if (state === null) {
    if (command.type !== 'startPlan') throw new DomainError('PLAN.NOT_FOUND');
    return settled(null, startPlan(command, given), given.at);
  }
  checkRights(state, command, given);
  checkSight(state, command, given);
  checkPhase(state, command);
  const decider = DECIDERS[command.type] as (
    state: PlanState,
    command: PlanCommand,
    given: Given,
  ) => readonly PlanEvent[];
  const decision = settled(state, decider(state, command, given), given.at);
  return command.type === 'performStep' ? withEffect(decision, state, command.key, given) : decision;
}

/** Folds the events and whatever follows from them, until nothing follows any more. */
function settled(before: PlanState | null, first: readonly PlanEvent[], at: string): Decision {
  let recorded: RecordedEvent[] = [];
  let state = before;
  for (let next = first; next.length > 0;) {
    const seq = state?.seq ?? 0;
    const batch = next.map((event, index) => ({ seq: seq + index + 1, at, event }));
    state = fold(state, batch);
    recorded = [...recorded, ...batch];
    next = state === null ? [] : consequencesOf(batch, state, at);
  }
  if (state === null) throw new DomainError('PLAN.NOT_FOUND');
  return { events: recorded, state };
}

/** A step that changed nothing would be due for ever; it is shown as a problem and tried again later. */
function withEffect(decision: Decision, before: PlanState, key: string, given: Given): Decision {
  const performed = dueSteps(before).find((step) => step.key === key);
  const still = dueSteps(decision.state).find(
    ({ step, ref, at }) => step === performed?.step && ref === performed.ref && at <= given.at,
  );
  if (decision.events.length === 0 || still === undefined) return decision;
  const problem = processDeciders.reportStepProblem(
    decision.state,
    { type: 'reportStepProblem', step: still.step, key: still.key, code: 'STEP.WITHOUT_EFFECT' },
    given,
  );
  const more = settled(decision.state, problem, given.at);
  return { events: [...decision.events, ...more.events], state: more.state };
}
