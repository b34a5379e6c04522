import { lapseProvisionalMatter } from '../confirmation/confirmation.steps.js';
import {
  beginRight,
  endCustody,
  expireBasis,
  expireConsent,
  lapseProvisionalConsent,
} from '../consent/consent.steps.js';
import type { DueStep, StepName } from '../deadline/awaited.types.js';
import { deadlineAfter } from '../deadline/period.js';
import { distributeVersion } from '../distribution/distribution.steps.js';
import { openFollowUp } from '../follow-up/follow-up.steps.js';
import { beginDeputy, endDeputy } from '../handover/handover.awaits.js';
import { checkRequiredRoles, inviteParticipants } from '../meeting/meeting.steps.js';
import { noticeReport } from '../notice/notice-report.decide.js';
import { tellingsOf } from '../notice/tellings.js';
import { raiseTaskOnce } from '../task/raise-task.js';
import type { IncomingMail, TaskKind } from '../task/task.types.js';
import { dueSteps, withSameMatters } from './awaits.js';
import type { DecidersOf } from './decider.types.js';
import type { PlanEvent, PlanState, ProcessCommand } from './plan.types.js';

/** Steps that act on the plan. All others only tell somebody (see `STEP_NOTICES`). */
const ACTIONS: Partial<Record<StepName, (state: PlanState, at: string, ref: string) => PlanEvent[]>> = {
  lapseProvisionalMatter,
  lapseProvisionalConsent,
  beginConsent: beginRight,
  expireConsent,
  beginBasis: beginRight,
  expireBasis,
  endCustody,
  inviteParticipants,
  checkRequiredRoles,
  distributeVersion,
  openFollowUp,
  beginDeputy,
  endDeputy,
};

/** What to do with what came by mail. */
const INCOMING_MAIL_TASKS: Readonly<Record<IncomingMail, TaskKind>> = {
  personal: 'mailFromPerson',
  calendarAnswer: 'calendarAnswerNotTaken',
  calendar: 'mailNotUnderstood',
  report: 'mailNotUnderstood',
  unreadable: 'mailNotUnderstood',
};

/** A task that concerns the plan as a whole. */
const FOR_NOBODY = { ref: null, participantId: null };

export const processDeciders: DecidersOf<ProcessCommand> = {
  /** A step that is no longer due does nothing: a late signal can make a reminder late, never wrong. */
  performStep(state, { step, key, tryNow }, { at }) {
    const due = (tryNow ? withoutRetries(state) : dueSteps(state)).filter((one) => one.at <= at);
    const asked = due.find((one) => one.key === key && one.step === step);
    if (asked === undefined) return [];
    const { newest, superseded } = newestRung(state, asked, due, at);
    const performed: PlanEvent = {
      type: 'stepPerformed',
      step: newest.step,
      ref: asked.ref,
      key: newest.key,
      superseded: superseded.map((one) => one.key),
    };
    return [performed, ...(ACTIONS[newest.step]?.(state, at, asked.ref) ?? [])];
  },

  reportStepProblem(state, { step, key, code }, { at }) {
    if (!dueSteps(state).some((one) => one.key === key)) return [];
    const retryAt = deadlineAfter(at, state.policy.retryProblemAfter, state.policy);
    return [
      { type: 'stepProblemReported', step, key, code, retryAt },
      ...raiseTaskOnce(state, 'stepProblem', key, FOR_NOBODY, at),
    ];
  },

  reportNotice: (state, command, { at }) => noticeReport(state, command, at),

  /** As long as it is not looked after, another one of its kind from the same person adds nothing. */
  reportIncomingMail(state, { what, participantId }, { at }) {
    const occasion = `${participantId ?? 'other'}:${what}`;
    return raiseTaskOnce(state, INCOMING_MAIL_TASKS[what], occasion, { ref: null, participantId }, at);
  },

  reportSecondStart(state, _command, { at }) {
    return raiseTaskOnce(state, 'secondStart', String(state.seq), FOR_NOBODY, at);
  },

  noteMergedPlan(state, { fromPlanId, open }, { at }) {
    return [
      { type: 'planMergedIn', fromPlanId },
      ...raiseTaskOnce(state, 'planMerged', fromPlanId, FOR_NOBODY, at).map((task) => ({ ...task, open })),
    ];
  },
};

/**
 * After a long absence nobody is told twice at once: the newest missed rung that tells them all stands for the others,
 * those that failed and wait for their next try included.
 */
function newestRung(
  state: PlanState,
  asked: DueStep,
  due: readonly DueStep[],
  at: string,
): { newest: DueStep; superseded: DueStep[] } {
  const isRungBeside = ({ ref, step }: DueStep): boolean => ref === asked.ref && ACTIONS[step] === undefined;
  const missed = withoutRetries(state).filter((one) => one.at <= at && isRungBeside(one));
  if (missed.length < 2 || ACTIONS[asked.step] !== undefined) return { newest: asked, superseded: [] };
  const now = { ...state, updatedAt: at };
  const told = new Map(missed.map((one) => [one.key, recipientsOf(one, now)]));
  const standsFor = (one: DueStep, other: DueStep): boolean =>
    told.get(other.key)?.every((recipient) => told.get(one.key)?.includes(recipient)) === true;
  const mayBeTried = new Set(due.map(({ key }) => key));
  const newest = missed.findLast((one) => mayBeTried.has(one.key) && standsFor(one, asked)) ?? asked;
  const place = missed.findIndex(({ key }) => key === newest.key);
  const others = missed.filter((one, index) => index < place || (index > place && one.step === newest.step));
  return { newest, superseded: others.filter((one) => standsFor(newest, one)) };
}

/** Every step at the moment that was planned for it. */
function withoutRetries(state: PlanState): readonly DueStep[] {
  if (Object.keys(state.problems).length === 0) return dueSteps(state);
  return dueSteps(withSameMatters(state, { problems: {} }));
}

function recipientsOf({ step, ref, key }: DueStep, state: PlanState): string[] {
  const event: PlanEvent = { type: 'stepPerformed', step, ref, key, superseded: [] };
  return tellingsOf({ seq: state.seq, at: state.updatedAt, event }, state).map(({ recipient }) =>
    JSON.stringify(recipient),
  );
}
