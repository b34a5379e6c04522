import { fulfilledBy } from '../citizen-request/granted-request.js';
import { deliveryKey } from '../distribution/distribution.types.js';
import { citizenDied, deathRef, isDead } from '../death/deaths.js';
import { hasLostRight } from '../disclosure/may-disclose.js';
import { isApprovedByAll } from '../drafting/draft.js';
import { nextEntrySequence } from '../meeting/entry-sequence.js';
import { isUpcoming, meetingRef } from '../meeting/meeting.steps.js';
import { tasksFor } from '../notice/notices.js';
import { mootMatters } from '../confirmation/confirmation.steps.js';
import { awaitsOf } from './awaits.js';
import { activeParticipants } from '../participants/participants.js';
import { allSaidYes } from './citizen-answer.decide.js';
import type { PlanEvent, PlanState, RecordedEvent } from './plan.types.js';

/**
 * What follows at once from what has just happened, in the same commit: an invitation or a request ends with the
 * right to it, a draft is locked by the last approval, a wish with what was wished, a task with what it served, and
 * whoever has no mail is a task.
 */
export function consequencesOf(
  recorded: readonly RecordedEvent[],
  after: PlanState,
  at: string,
): PlanEvent[] {
  const tasks = recorded
    .flatMap((one) => tasksFor(one, after))
    .filter(({ taskId }) => after.tasks[taskId] === undefined);
  if (after.ended !== null) return [];
  return [
    ...allSaidYes(after, at),
    ...mootMatters(after),
    ...withdrawnInvitations(after, at),
    ...withdrawnRequests(after, at),
    ...lockedVersion(after, at),
    ...fulfilledBy(
      recorded.map(({ event }) => event),
      after,
    ),
    ...mootTasks(after, at),
    ...tasks,
  ];
}

/** Whoever may no longer know of the course is no longer asked; with a new right to it they are asked anew. */
function withdrawnRequests(state: PlanState, at: string): PlanEvent[] {
  return Object.values(state.gatheringRequests)
    .filter(({ answer, participantId }) => answer === null && hasLostRight(state, participantId, at))
    .map(({ participantId }): PlanEvent => ({
      type: 'gatheringWithdrawn',
      participantId,
      reason: 'rightEnded',
    }));
}

function withdrawnInvitations(state: PlanState, at: string): PlanEvent[] {
  return Object.values(state.meetings)
    .filter(({ status, from }) => status === 'fixed' && from !== null && at < from)
    .flatMap((meeting) =>
      Object.keys(meeting.invitations)
        .filter((participantId) => hasLostRight(state, participantId, at))
        .map((participantId): PlanEvent => ({
          type: 'invitationWithdrawn',
          meetingId: meeting.meetingId,
          participantId,
          sequence: nextEntrySequence(meeting, participantId, meeting.sequence),
        })),
    );
}

function lockedVersion(state: PlanState, at: string): PlanEvent[] {
  if (state.submission === null || citizenDied(state) || !isApprovedByAll(state, at)) return [];
  return [{ type: 'versionLocked', version: state.submission.version, gaps: [], reason: null }];
}

function mootTasks(state: PlanState, at: string): PlanEvent[] {
  const serving = Object.values(state.tasks).filter(({ ref }) => ref !== null);
  if (serving.length === 0) return [];
  const open = new Set([
    ...awaitsOf(state).map(({ ref }) => ref),
    ...failedDeliveries(state),
    ...activeParticipants(state)
      .filter(({ personId }) => isDead(state, personId))
      .map(({ participantId }) => deathRef(participantId)),
    ...Object.values(state.meetings)
      .filter((meeting) => isUpcoming(meeting, at))
      .map(meetingRef),
  ]);
  return serving
    .filter(
      ({ ref, participantId }) => ref !== null && (!open.has(ref) || isUninvited(state, ref, participantId)),
    )
    .map(({ taskId }): PlanEvent => ({ type: 'taskClosed', taskId, how: 'moot', note: null }));
}

/** Whoever lost their invitation is told nothing of the meeting any more. */
function isUninvited(state: PlanState, ref: string, participantId: string | null): boolean {
  const meeting = Object.values(state.meetings).find((one) => meetingRef(one) === ref);
  return meeting !== undefined && participantId !== null && meeting.invitations[participantId] === undefined;
}

function failedDeliveries(state: PlanState): string[] {
  return Object.values(state.deliveries)
    .filter(({ status }) => status === 'failed')
    .map(({ version, participantId }) => `delivery:${deliveryKey(version, participantId)}`);
}
