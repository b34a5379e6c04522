import type { Instant } from '../calendar/index.js';
import { withCoordinator } from '../handover/handover.evolve.js';
import { CITIZEN } from '../participants/participant.types.js';
import type { EvolversOf } from './decider.types.js';
import type { CourseEvent, EventOf, PlanState } from './plan.types.js';

/** The state that a plan begins with. */
export function startedState(event: EventOf<'planStarted'>, at: Instant): PlanState {
  return {
    planId: event.planId,
    number: event.number,
    seq: 0,
    updatedAt: at,
    citizenPersonId: event.citizenPersonId,
    citizenOfAgeAt: event.citizenOfAgeAt ?? null,
    grounds: event.grounds,
    courseType: event.courseType,
    cluster: event.cluster,
    municipalityCode: event.municipalityCode,
    department: event.department,
    organisationId: event.organisationId,
    startedAt: at,
    citizenAnswer: 'pending',
    citizenAnswerDeadline: event.citizenAnswerDeadline,
    citizenAnsweredAt: null,
    policy: event.policy,
    holds: [],
    holdUntil: null,
    ended: null,
    reopenedAt: null,
    dutyPeriods: [],
    performed: {},
    problems: {},
    participants: {
      [CITIZEN]: {
        participantId: CITIZEN,
        personId: event.citizenPersonId,
        role: 'citizen',
        organisationId: null,
        channel: event.citizenChannel,
        joinedAt: at,
        removedAt: null,
      },
    },
    contactPersonId: null,
    grants: {},
    bases: {},
    settled: {},
    attempts: 0,
    usedIds: [],
    gatheringRequests: {},
    gatheringRounds: {},
    gatheringWaived: [],
    overlapDecisions: {},
    meetings: {},
    heldCount: 0,
    firstHeldAt: null,
    convenedAnewAt: null,
    sections: {},
    goals: {},
    agreements: {},
    submission: null,
    submissionRounds: 0,
    versions: [],
    open: true,
    draftOpenedAt: null,
    citizenObjects: false,
    outcomes: { kept: 0, late: 0, changed: 0, dropped: 0 },
    deliveries: {},
    intervalMonths: event.policy.followUpMonths.usual,
    nextOn: null,
    nextSetAt: null,
    cycle: 0,
    openedCycleAt: null,
    citizenRequests: {},
    answeredRequests: [],
    coordinatorPersonId: event.coordinatorPersonId,
    coordinatorSince: at,
    coordinatorOrganisationId: event.coordinatorOrganisationId ?? null,
    proposal: null,
    vacancy: null,
    deputy: null,
    changes: 0,
    tasks: {},
  };
}

export const courseEvolvers: EvolversOf<CourseEvent> = {
  planStarted: (state) => state,
  citizenAnswered: (state, { answer }, at) => ({
    ...state,
    citizenAnswer: answer,
    citizenAnsweredAt: at,
    draftOpenedAt: state.draftOpenedAt === null ? null : at,
  }),
  custodyHolderAnswered: (state, { participantId, answer, manner }, at) => ({
    ...state,
    custodyAnswers: { ...state.custodyAnswers, [participantId]: { answer, manner, at } },
  }),
  policyReplaced: (state, { policy }) => ({ ...state, policy }),
  planHeld: (state, { until }, at) => ({
    ...state,
    holds: [...state.holds, { from: at, to: null }],
    holdUntil: until,
  }),
  planResumed: (state, _event, at) => endHold(state, at),
  planEnded: (state, { reason }, at) => ({
    ...endHold(state, at),
    ended: { at, reason },
    tasks: {},
    told: {},
    citizenRequests: {},
    answeredRequests: [...state.answeredRequests, ...Object.keys(state.citizenRequests)],
    proposal: null,
    submission: null,
    openedCycleAt: null,
    problems: {},
  }),
  planMergedIn: (state) => state,
  planReopened: (
    state,
    { coordinatorPersonId, coordinatorOrganisationId = null, citizenAnswerDeadline, asksAnew },
    at,
  ) => ({
    ...withCoordinator(
      state,
      { personId: coordinatorPersonId, organisationId: coordinatorOrganisationId },
      at,
    ),
    ...(citizenAnswerDeadline === undefined
      ? { citizenAnswer: 'yes', citizenAnsweredAt: at }
      : { citizenAnswer: 'pending', citizenAnsweredAt: null, citizenAnswerDeadline, custodyAnswers: {} }),
    ...(asksAnew !== undefined && { settled: stillSettled(state, asksAnew) }),
    ended: null,
    reopenedAt: at,
    nextOn: null,
    nextSetAt: null,
    followUpCountsFrom: null,
    open: true,
    draftOpenedAt: hasDraftBegun(state) ? at : null,
  }),
  stepPerformed: (state, { key, superseded }, at) => ({
    ...state,
    performed: {
      ...state.performed,
      ...Object.fromEntries([...superseded, key].map((one) => [one, at])),
    },
    problems: Object.fromEntries(Object.entries(state.problems).filter(([one]) => one !== key)),
  }),
  stepProblemReported: (state, { step, key, code, retryAt }, at) => ({
    ...state,
    problems: {
      ...state.problems,
      [key]: { step, key, code, since: state.problems[key]?.since ?? at, retryAt },
    },
  }),
  noticeReported: (state) => state,
};

/** What of the answers about consent stands when a plan is opened again: a no, unless the citizen said no to the whole course. */
function stillSettled(
  { settled }: PlanState,
  asksAnew: 'everybody' | 'whoseConsentIsOver',
): PlanState['settled'] {
  if (asksAnew === 'everybody') return {};
  return Object.fromEntries(Object.entries(settled).filter(([, { how }]) => how !== 'lapsed'));
}

/** A draft follows from a held meeting; one that was sent out earlier is taken up again. */
function hasDraftBegun({ firstHeldAt, submissionRounds }: PlanState): boolean {
  return firstHeldAt !== null || submissionRounds > 0;
}

function endHold(state: PlanState, at: Instant): PlanState {
  return {
    ...state,
    holds: state.holds.map((hold) => (hold.to === null ? { ...hold, to: at } : hold)),
    holdUntil: null,
  };
}
