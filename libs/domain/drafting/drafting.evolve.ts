import { addMonths, copenhagenDate, type Instant } from '../calendar/index.js';
import { CITIZEN } from '../participants/participant.types.js';
import type { EvolversOf } from '../plan/decider.types.js';
import type { PlanState } from '../plan/plan.types.js';
import type { Agreement, DraftingEvent, Goal, ReturnedDraft } from './drafting.types.js';

export const draftingEvolvers: EvolversOf<DraftingEvent> = {
  sectionSaved: (state, { section, revision, authorPersonId }) => ({
    ...state,
    sections: { ...state.sections, [section]: { revision, filled: true, authorPersonId } },
  }),
  goalSet: (state, { goalId, priority }) =>
    withGoal(state, {
      ...(state.goals[goalId] ?? { goalId, status: 'open', reportedInCycle: openCycle(state), draft: true }),
      priority,
    }),
  goalRemoved: (state, { goalId }) => ({ ...state, goals: without(state.goals, goalId) }),
  agreementMade(state, event, at) {
    const { agreementId, goalId, responsibleParticipantId, deadline, binding } = event;
    return withAgreement(state, {
      agreementId,
      goalId,
      responsibleParticipantId,
      deadline,
      bindingSince: binding ? at : null,
      outcome: null,
    });
  },
  agreementRevised(state, { agreementId, responsibleParticipantId, deadline }) {
    const agreement = state.agreements[agreementId];
    return agreement === undefined
      ? state
      : withAgreement(state, { ...agreement, responsibleParticipantId, deadline });
  },
  agreementRemoved: (state, { agreementId }) => ({
    ...state,
    agreements: without(state.agreements, agreementId),
  }),
  agreementEnded(state, { agreementId, outcome }) {
    const agreement = state.agreements[agreementId];
    if (agreement === undefined) return state;
    const ended = withAgreement(state, { ...agreement, outcome });
    if (agreement.bindingSince === null) return ended;
    return { ...ended, outcomes: { ...state.outcomes, [outcome]: state.outcomes[outcome] + 1 } };
  },
  goalStatusReported(state, { goalId, status, cycle }) {
    const goal = state.goals[goalId];
    return goal === undefined ? state : withGoal(state, { ...goal, status, reportedInCycle: cycle });
  },
  draftSubmitted: (state, { version, deadline, approverIds }, at) => ({
    ...state,
    submission: {
      version,
      submittedAt: at,
      deadline,
      approvals: Object.fromEntries(approverIds.map((id) => [id, null])),
    },
    submissionRounds: state.submissionRounds + 1,
    returned: null,
  }),
  draftApproved: (state, { participantId }) =>
    state.submission === null
      ? state
      : {
          ...state,
          citizenObjects: participantId === CITIZEN ? false : state.citizenObjects,
          submission: {
            ...state.submission,
            approvals: { ...state.submission.approvals, [participantId]: 'approved' },
          },
        },
  draftObjected(state, { participantId, toReturned }, at) {
    const citizenObjects = participantId === CITIZEN ? true : state.citizenObjects;
    const back = toReturned === undefined ? sentBack(state, at) : state;
    return { ...back, citizenObjects, returned: withoutApprover(back.returned ?? null, participantId) };
  },
  draftWithdrawn: (state, _event, at) => sentBack(state, at),
  versionLocked: (state, { version, gaps }, at) => ({
    ...state,
    submission: null,
    returned: null,
    open: false,
    draftOpenedAt: null,
    versions: [...state.versions, { version, lockedAt: at, gaps }],
    goals: heldByVersion(state.goals),
    agreements: bindAll(state.agreements, at),
    nextOn: state.nextOn ?? addMonths(copenhagenDate(at), state.intervalMonths),
    nextSetAt: state.nextSetAt ?? at,
    followUpCountsFrom: state.nextOn === null ? at : (state.followUpCountsFrom ?? state.nextSetAt),
  }),
  revisionOpened: (state, _event, at) => ({ ...state, open: true, draftOpenedAt: at }),
};

function sentBack(state: PlanState, at: string): PlanState {
  const { submission } = state;
  if (submission === null) return { ...state, draftOpenedAt: at };
  const { version, submittedAt, approvals } = submission;
  const returned = { version, submittedAt, approverIds: Object.keys(approvals) };
  return { ...state, submission: null, draftOpenedAt: at, returned };
}

function withoutApprover(returned: ReturnedDraft | null, participantId: string): ReturnedDraft | null {
  if (returned === null) return null;
  return { ...returned, approverIds: returned.approverIds.filter((id) => id !== participantId) };
}

/** A goal set during a follow-up is news in it, not owed a status. */
function openCycle(state: PlanState): number | null {
  return state.openedCycleAt === null ? null : state.cycle;
}

/** A locked version commits its parties to what it says; what ended before binds nobody any more. */
function bindAll(agreements: PlanState['agreements'], at: Instant): PlanState['agreements'] {
  return Object.fromEntries(
    Object.entries(agreements).map(([id, agreement]) => [
      id,
      agreement.outcome === null ? { ...agreement, bindingSince: agreement.bindingSince ?? at } : agreement,
    ]),
  );
}

/** What was given up before the lock stands in no version. */
function heldByVersion(goals: PlanState['goals']): PlanState['goals'] {
  return Object.fromEntries(
    Object.entries(goals).map(([id, { draft, ...goal }]) => [
      id,
      draft === true && goal.status === 'dropped' ? { ...goal, draft } : goal,
    ]),
  );
}

function without<T>(rows: Readonly<Record<string, T>>, id: string): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(rows).filter(([one]) => one !== id));
}

function withGoal(state: PlanState, goal: Goal): PlanState {
  return { ...state, goals: { ...state.goals, [goal.goalId]: goal } };
}

function withAgreement(state: PlanState, agreement: Agreement): PlanState {
  return { ...state, agreements: { ...state.agreements, [agreement.agreementId]: agreement } };
}
