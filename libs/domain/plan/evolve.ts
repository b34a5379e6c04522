import { citizenRequestEvolvers } from '../citizen-request/citizen-request.evolve.js';
import { confirmationEvolvers } from '../confirmation/confirmation.evolve.js';
import { consentEvolvers } from '../consent/consent.evolve.js';
import { deathEvolvers } from '../death/death.evolve.js';
import { distributionEvolvers } from '../distribution/distribution.evolve.js';
import { draftingEvolvers } from '../drafting/drafting.evolve.js';
import { followUpEvolvers } from '../follow-up/follow-up.evolve.js';
import { gatheringEvolvers } from '../gathering/gathering.evolve.js';
import { handoverEvolvers } from '../handover/handover.evolve.js';
import { meetingEvolvers } from '../meeting/meeting.evolve.js';
import { participantEvolvers } from '../participants/participant.evolve.js';
import { taskEvolvers } from '../task/task.evolve.js';
import { refOfKey } from '../deadline/occurrence.js';
import { dueSteps, openRefs, withSameMatters } from './awaits.js';
import { courseEvolvers, startedState } from './course.evolve.js';
import type { EvolversOf } from './decider.types.js';
import { withDutyPeriods } from './duty-periods.js';
import type { EventType, PlanEvent, PlanState, RecordedEvent } from './plan.types.js';

const EVOLVERS: EvolversOf<PlanEvent> = {
  ...courseEvolvers,
  ...participantEvolvers,
  ...confirmationEvolvers,
  ...consentEvolvers,
  ...gatheringEvolvers,
  ...meetingEvolvers,
  ...draftingEvolvers,
  ...distributionEvolvers,
  ...followUpEvolvers,
  ...citizenRequestEvolvers,
  ...handoverEvolvers,
  ...taskEvolvers,
  ...deathEvolvers,
};

/** Events with which no duty begins or ends; that a renewal has come near is noted with the step that asks for it. */
const DUTY_NEUTRAL: ReadonlySet<EventType> = new Set<EventType>([
  'sectionSaved',
  'goalSet',
  'goalRemoved',
  'agreementMade',
  'agreementRevised',
  'agreementRemoved',
  'agreementEnded',
  'goalStatusReported',
  'channelChanged',
  'contactPersonNamed',
  'consentAttempted',
  'overlapDecided',
  'proposalAnswered',
  'invitationAnswered',
  'agendaSent',
  'requiredRolesChecked',
  'requestMade',
  'requestAnswered',
  'requestFulfilled',
  'taskRaised',
  'taskClosed',
  'noticeReported',
  'deputyAppointed',
  'deputyBegun',
  'deputyEnded',
]);

/**
 * The state after an event. Null before the first, which can only be `planStarted`.
 * @throws Error if the first event is another: then it is not a plan's history.
 */
export function evolve(state: PlanState | null, { event, seq, at }: RecordedEvent): PlanState {
  if (state === null && event.type !== 'planStarted') throw new Error('a history begins with planStarted');
  const before = state ?? startedState(event as Extract<PlanEvent, { type: 'planStarted' }>, at);
  const evolver = EVOLVERS[event.type] as (state: PlanState, event: PlanEvent, at: string) => PlanState;
  const after = { ...evolver(before, event, at), seq, updatedAt: at };
  const kept = event.type === 'stepPerformed' ? withoutSettledSteps(after) : after;
  const settled = withoutSettledProblems(kept);
  return DUTY_NEUTRAL.has(event.type) ? settled : withDutyPeriods(settled, at);
}

/** The state after a whole history, or part of one. */
export function fold(state: PlanState | null, events: readonly RecordedEvent[]): PlanState | null {
  return events.reduce<PlanState | null>((current, recorded) => evolve(current, recorded), state);
}

/** So few steps are remembered without asking whether they still must be. */
const FEW_STEPS = 24;

/** What is settled needs no memory of its reminders: references never come again. */
function withoutSettledSteps(state: PlanState): PlanState {
  if (Object.keys(state.performed).length <= FEW_STEPS) return state;
  const open = openRefs(state);
  const performed = Object.entries(state.performed).filter(([key]) => open.has(refOfKey(key)));
  return withSameMatters(state, { performed: Object.fromEntries(performed) });
}

/** A step that nobody needs any more is no problem any more. */
function withoutSettledProblems(state: PlanState): PlanState {
  const problems = Object.entries(state.problems);
  if (problems.length === 0) return state;
  const due = new Set(dueSteps(state).map(({ key }) => key));
  if (problems.every(([key]) => due.has(key))) return state;
  return withSameMatters(state, { problems: Object.fromEntries(problems.filter(([key]) => due.has(key))) });
}
