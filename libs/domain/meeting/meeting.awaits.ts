import { type Instant, minInstant } from '../calendar/index.js';
import type { Awaited, DueStep } from '../deadline/awaited.types.js';
import { isOnHold } from '../deadline/holds.js';
import { nextOccurrence } from '../deadline/occurrence.js';
import { deadlineAfter, instantBefore } from '../deadline/period.js';
import { mayKnow } from '../disclosure/may-disclose.js';
import { activeParticipants } from '../participants/participants.js';
import type { PlanState } from '../plan/plan.types.js';
import { countedFromTelling } from '../task/telling-task.js';
import type { Meeting } from './meeting.types.js';
import { isUpcoming, meetingRef, toConvene, uninvited } from './meeting.steps.js';

/** What convening waits for, from the first time that a meeting is owed to its minutes. */
export function meetingAwaits(state: PlanState): Awaited[] {
  return [
    ...firstMeeting(state),
    ...Object.values(state.meetings).flatMap((meeting) => meetingParts(state, meeting)),
  ];
}

/** What the process does for meetings: invite whoever is not yet told of this sequence, look who comes. */
export function meetingSteps(state: PlanState): DueStep[] {
  if (isOnHold(state)) return [];
  return Object.values(state.meetings).flatMap((meeting): DueStep[] => {
    const { sequence, from, fixedAt } = meeting;
    if (from === null || fixedAt === null || !isUpcoming(meeting, state.updatedAt)) return [];
    const ref = meetingRef(meeting);
    const invite = nextOccurrence(state, 'inviteParticipants', ref, fixedAt);
    const check: DueStep = {
      step: 'checkRequiredRoles',
      ref,
      key: `checkRequiredRoles:${ref}`,
      at: instantBefore(from, state.policy.requiredRolesCheckBefore, state.policy),
    };
    return [
      ...(uninvited(state, meeting, state.updatedAt).length > 0 ? [invite] : []),
      ...(meeting.rolesCheckedSequence === sequence || check.at < fixedAt ? [] : [check]),
    ];
  });
}

/** The references of the steps that serve meetings which are fixed. */
export function meetingRefs(state: PlanState): string[] {
  return Object.values(state.meetings)
    .filter(({ status }) => status === 'fixed')
    .map(meetingRef);
}

/** A cancelled meeting leaves the duty to convene anew, soon. */
function firstMeeting(state: PlanState): Awaited[] {
  const underWay = Object.values(state.meetings).some(
    ({ status }) => status === 'proposed' || status === 'fixed',
  );
  if (state.heldCount > 0 || underWay || state.citizenAnsweredAt === null) return [];
  const { since, deadline } = toConvene(
    state,
    state.citizenAnsweredAt,
    deadlineAfter(state.citizenAnsweredAt, state.policy.firstMeetingWithin, state.policy),
  );
  return [
    {
      ref: `firstMeeting:${since}`,
      kind: 'firstMeeting',
      from: { kind: 'coordinator' },
      since,
      deadline,
      clock: 'duty',
    },
  ];
}

function meetingParts(state: PlanState, meeting: Meeting): Awaited[] {
  switch (meeting.status) {
    case 'proposed':
      return proposal(state, meeting);
    case 'fixed':
    case 'held':
      return [...responses(state, meeting), ...record(state, meeting)];
    case 'cancelled':
      return [];
  }
}

function proposal(
  state: PlanState,
  { meetingId, answered, answerBy, proposedAt, options }: Meeting,
): Awaited[] {
  if (answerBy === null || proposedAt === null) return [];
  const { proposalAnswerWithin } = state.policy;
  const until = (toldAt: Instant): Instant =>
    options.reduce(
      (earliest, { from }) => minInstant(earliest, from),
      deadlineAfter(toldAt, proposalAnswerWithin, state.policy),
    );
  const answers = activeParticipants(state)
    .filter(({ participantId }) => !answered.includes(participantId))
    .map(({ participantId }): Awaited => ({
      ref: `proposalAnswer:${meetingId}:${participantId}`,
      kind: 'proposalAnswer',
      from: { kind: 'participant', participantId },
      since: proposedAt,
      deadline: answerBy,
      clock: 'duty',
      dormant: !mayKnow(state, participantId, state.updatedAt),
    }))
    .map((answer) => countedFromTelling(state, answer, until));
  return [
    ...answers,
    {
      ref: `meetingToFix:${meetingId}`,
      kind: 'meetingToFix',
      from: { kind: 'coordinator' },
      since: proposedAt,
      deadline: deadlineAfter(answerBy, state.policy.meetingToFixWithin, state.policy),
      clock: 'duty',
    },
  ];
}

function responses(state: PlanState, { meetingId, invitations, sequence, from }: Meeting): Awaited[] {
  if (from === null || from <= state.updatedAt) return [];
  const { invitationResponseWithin } = state.policy;
  const until = (toldAt: Instant): Instant =>
    minInstant(from, deadlineAfter(toldAt, invitationResponseWithin, state.policy));
  return Object.entries(invitations)
    .filter(([, invitation]) => invitation.response === null && invitation.sequence === sequence)
    .map(([participantId, invitation]): Awaited => ({
      ref: `invitationResponse:${meetingId}:${sequence}:${participantId}:${invitation.round}`,
      kind: 'invitationResponse',
      from: { kind: 'participant', participantId },
      since: invitation.invitedAt,
      deadline: invitation.respondBy,
      clock: 'calendar',
      dormant: !mayKnow(state, participantId, state.updatedAt),
    }))
    .map((response) => countedFromTelling(state, response, until, meetingRef({ meetingId, sequence })));
}

/** Attendance and minutes, owed from the meeting's end. */
function record(
  state: PlanState,
  { meetingId, to, attendanceRecorded, minutesRecorded }: Meeting,
): Awaited[] {
  if (to === null || (attendanceRecorded && minutesRecorded)) return [];
  return [
    {
      ref: `meetingRecord:${meetingId}`,
      kind: 'meetingRecord',
      from: { kind: 'coordinator' },
      since: to,
      deadline: deadlineAfter(to, state.policy.meetingRecordWithin, state.policy),
      clock: 'duty',
    },
  ];
}
