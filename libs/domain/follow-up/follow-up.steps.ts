import { addDays, copenhagenInstant, type Instant, maxInstant } from '../calendar/index.js';
import type { Awaited, DueStep } from '../deadline/awaited.types.js';
import { isOnHold } from '../deadline/holds.js';
import { deadlineAfter, endOfDay } from '../deadline/period.js';
import { toConvene } from '../meeting/meeting.steps.js';
import type { PlanEvent, PlanState } from '../plan/plan.types.js';

/** A follow-up is opened some weeks before its date, so that the meeting can be convened in time. */
export function followUpSteps(state: PlanState): DueStep[] {
  const { nextOn, nextSetAt, openedCycleAt, policy } = state;
  if (nextOn === null || nextSetAt === null || openedCycleAt !== null || isOnHold(state)) return [];
  const ref = `followUp:${state.cycle + 1}`;
  const lead = copenhagenInstant(addDays(nextOn, -policy.followUpLeadDays), '09:00');
  return [{ step: 'openFollowUp', ref, key: `openFollowUp:${ref}`, at: maxInstant(lead, nextSetAt) }];
}

export function openFollowUp(state: PlanState): PlanEvent[] {
  if (state.nextOn === null || state.openedCycleAt !== null) return [];
  return [{ type: 'followUpOpened', cycle: state.cycle + 1, dueOn: state.nextOn }];
}

/** What an open follow-up waits for: a meeting, a status per goal, and its closing with the next date. */
export function followUpAwaits(state: PlanState): Awaited[] {
  const { openedCycleAt: since, nextOn, cycle } = state;
  if (since === null || nextOn === null) return [];
  const deadline = maxInstant(endOfDay(nextOn), since);
  const one = (kind: Awaited['kind'], until: Instant): Awaited => ({
    ref: `${kind}:${cycle}`,
    kind,
    from: { kind: 'coordinator' },
    since,
    deadline: until,
    clock: 'duty',
  });
  const convening = toConvene(state, since, deadline);
  const meeting = { ...one('followUpMeeting', deadline), ...convening };
  return [
    ...(hasMeeting(state, since) ? [] : [{ ...meeting, ref: `${meeting.ref}:${convening.since}` }]),
    ...(goalsWithoutStatus(state).length === 0 ? [] : [one('goalStatus', deadline)]),
    one('followUpClosing', deadlineAfter(deadline, state.policy.meetingRecordWithin, state.policy)),
  ];
}

/** The goals whose status nobody has told in the open follow-up. */
export function goalsWithoutStatus(state: PlanState): string[] {
  return Object.values(state.goals)
    .filter(({ status }) => status !== 'achieved' && status !== 'dropped')
    .filter(({ reportedInCycle }) => reportedInCycle !== state.cycle)
    .map(({ goalId }) => goalId);
}

/** Whether somebody came to a meeting since a follow-up was opened. */
export function wasMeetingHeld(state: PlanState, since: Instant): boolean {
  return Object.values(state.meetings).some(({ status, from }) => status === 'held' && (from ?? '') >= since);
}

function hasMeeting(state: PlanState, since: Instant): boolean {
  return Object.values(state.meetings).some(({ status, fixedAt, proposedAt, from }) =>
    status === 'proposed'
      ? (proposedAt ?? '') >= since
      : status !== 'cancelled' && ((fixedAt ?? '') >= since || (from ?? '') >= since),
  );
}
