import { endCustody, expireBasis, expireConsent, lapseProvisionalConsent } from '../consent/consent.steps.js';
import type { DueStep, StepName } from '../deadline/awaited.types.js';
import { deadlineAfter } from '../deadline/period.js';
import { deliveryKey } from '../distribution/distribution.types.js';
import { distributeVersion } from '../distribution/distribution.steps.js';
import { openFollowUp } from '../follow-up/follow-up.steps.js';
import { endDeputy } from '../handover/handover.awaits.js';
import { checkRequiredRoles, inviteParticipants } from '../meeting/meeting.steps.js';
import { tellingsOf } from '../notice/tellings.js';
import { raiseTask } from '../task/raise-task.js';
import type { TaskKind } from '../task/task.types.js';
import { dueSteps } from './awaits.js';
import type { DecidersOf } from './decider.types.js';
import type { CommandOf, PlanEvent, PlanState, ProcessCommand } from './plan.types.js';

/** Steps that act on the plan. All others only tell somebody (see `STEP_NOTICES`). */
const ACTIONS: Partial<Record<StepName, (state: PlanState, at: string, ref: string) => PlanEvent[]>> = {
  lapseProvisionalConsent,
  expireConsent,
  expireBasis,
  endCustody,
  inviteParticipants,
  checkRequiredRoles,
  distributeVersion,
  openFollowUp,
  endDeputy,
};

export const processDeciders: DecidersOf<ProcessCommand> = {
  /** A step that is no longer due does nothing: a late signal can make a reminder late, never wrong. */
  performStep(state, { step, key, tryNow }, { at }) {
    const due = dueSteps(tryNow ? { ...state, problems: {} } : state).filter((one) => one.at <= at);
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
      ...taskOnce(state, 'stepProblem', key, null, null, at),
    ];
  },

  reportNotice(state, command, { at }) {
    const { noticeKey, outcome, participantId, code } = command;
    const reported: PlanEvent = { type: 'noticeReported', noticeKey, outcome, participantId, code };
    return [reported, ...deliveryOutcome(state, command), ...outcomeTask(state, command, at)];
  },

  reportSecondStart(state, _command, { at }) {
    return taskOnce(state, 'secondStart', String(state.seq), null, null, at);
  },
};

/** After a long absence nobody is told twice at once: the newest missed rung that tells them all stands for the others. */
function newestRung(
  state: PlanState,
  asked: DueStep,
  due: readonly DueStep[],
  at: string,
): { newest: DueStep; superseded: DueStep[] } {
  const rungs = due.filter(({ ref, step }) => ref === asked.ref && ACTIONS[step] === undefined);
  if (rungs.length < 2 || ACTIONS[asked.step] !== undefined) return { newest: asked, superseded: [] };
  const now = { ...state, updatedAt: at };
  const told = new Map(rungs.map((one) => [one.key, recipientsOf(one, now)]));
  const standsFor = (later: DueStep, earlier: DueStep): boolean =>
    told.get(earlier.key)?.every((recipient) => told.get(later.key)?.includes(recipient)) === true;
  const newest = rungs.findLast((one) => standsFor(one, asked)) ?? asked;
  const before = rungs.slice(0, rungs.indexOf(newest));
  return { newest, superseded: before.filter((one) => standsFor(newest, one)) };
}

function recipientsOf({ step, ref, key }: DueStep, state: PlanState): string[] {
  const event: PlanEvent = { type: 'stepPerformed', step, ref, key, superseded: [] };
  return tellingsOf({ seq: state.seq, at: state.updatedAt, event }, state).map(({ recipient }) =>
    JSON.stringify(recipient),
  );
}

function deliveryOutcome(state: PlanState, command: CommandOf<'reportNotice'>): PlanEvent[] {
  const { version, participantId, outcome } = command;
  if (version === null || participantId === null || outcome === 'uncertain') return [];
  const status = state.deliveries[deliveryKey(version, participantId)]?.status;
  const bounced = outcome === 'failed' && status === 'accepted';
  if (status !== 'queued' && !bounced) return [];
  return [{ type: 'deliveryRecorded', version, participantId, status: outcome, channel: 'mail', note: null }];
}

function outcomeTask(state: PlanState, command: CommandOf<'reportNotice'>, at: string): PlanEvent[] {
  const { version, participantId, outcome, noticeKey } = command;
  if (outcome === 'uncertain') return taskOnce(state, 'noticeUncertain', noticeKey, null, participantId, at);
  if (outcome !== 'failed') return [];
  if (version !== null && participantId !== null) {
    const key = deliveryKey(version, participantId);
    return taskOnce(state, 'deliveryFailed', noticeKey, `delivery:${key}`, participantId, at);
  }
  return taskOnce(state, 'addressFailed', participantId ?? noticeKey, null, participantId, at);
}

function taskOnce(
  state: PlanState,
  kind: TaskKind,
  occasion: string,
  ref: string | null,
  participantId: string | null,
  at: string,
): PlanEvent[] {
  const task = raiseTask(state, kind, occasion, { ref, participantId }, at);
  return state.ended !== null || state.tasks[task.taskId] !== undefined ? [] : [task];
}
