import { type Instant, maxInstant, minInstant } from '../calendar/index.js';
import { deadlineAfter } from '../deadline/period.js';
import { mayKnow } from '../disclosure/may-disclose.js';
import { activeParticipants } from '../participants/participants.js';
import type { PlanEvent, PlanState } from '../plan/plan.types.js';
import { isVacant } from '../standing/standing.awaits.js';
import { raiseTask } from '../task/raise-task.js';
import { ownEntrySequences } from './entry-sequence.js';
import type { Meeting } from './meeting.types.js';

/** Who may come and has not been told of the meeting as it stands now. */
export function uninvited(state: PlanState, meeting: Meeting, at: Instant): string[] {
  return activeParticipants(state)
    .map(({ participantId }) => participantId)
    .filter((participantId) => meeting.invitations[participantId]?.sequence !== meeting.sequence)
    .filter((participantId) => mayKnow(state, participantId, at) && !isVacant(state, participantId));
}

export function inviteParticipants(state: PlanState, at: Instant, ref: string): PlanEvent[] {
  const meeting = upcoming(state, at, ref);
  const participantIds = meeting === undefined ? [] : uninvited(state, meeting, at);
  if (meeting === undefined || participantIds.length === 0) return [];
  const respondBy = minInstant(
    meeting.from ?? at,
    deadlineAfter(at, state.policy.invitationResponseWithin, state.policy),
  );
  const { meetingId, sequence } = meeting;
  const own = ownEntrySequences(meeting, participantIds, sequence);
  return [{ type: 'participantsInvited', meetingId, sequence, participantIds, respondBy, ...own }];
}

/** Since when and until when a meeting is to be convened, if one was cancelled since it was first owed. */
export function toConvene(
  state: PlanState,
  owedSince: Instant,
  deadline: Instant,
): { since: Instant; deadline: Instant } {
  const { convenedAnewAt, policy } = state;
  if (convenedAnewAt === null || convenedAnewAt <= owedSince) return { since: owedSince, deadline };
  const anew = deadlineAfter(convenedAnewAt, policy.meetingToFixWithin, policy);
  return { since: convenedAnewAt, deadline: maxInstant(deadline, anew) };
}

/** Roles count, not heads: each requirement must be met by somebody who has said yes. */
export function checkRequiredRoles(state: PlanState, at: Instant, ref: string): PlanEvent[] {
  const meeting = upcoming(state, at, ref);
  if (meeting === undefined) return [];
  const missing = missingRoles(state, meeting);
  const checked: PlanEvent = {
    type: 'requiredRolesChecked',
    meetingId: meeting.meetingId,
    sequence: meeting.sequence,
    missing,
  };
  if (missing.length === 0) return [checked];
  return [checked, raiseTask(state, 'requiredRoleMissing', ref, { ref, participantId: null }, at)];
}

function missingRoles(state: PlanState, meeting: Meeting): string[] {
  const coming = Object.entries(meeting.invitations)
    .filter(([, { response, deputyPersonId }]) => response === 'accepted' || deputyPersonId !== null)
    .map(([participantId]) => state.participants[participantId]?.role);
  return state.policy.requiredRoles
    .filter((requirement) => !requirement.some((role) => coming.includes(role)))
    .map((requirement) => requirement.join('|'));
}

/** A meeting as it stands in one sequence (RFC 5545), for the steps that serve it. */
export function meetingRef({ meetingId, sequence }: Pick<Meeting, 'meetingId' | 'sequence'>): string {
  return `meeting:${meetingId}:${sequence}`;
}

/** Whether the meeting is fixed and has not begun. */
export function isUpcoming({ status, from }: Meeting, at: Instant): boolean {
  return status === 'fixed' && from !== null && at < from;
}

function upcoming(state: PlanState, at: Instant, ref: string): Meeting | undefined {
  return Object.values(state.meetings).find(
    (meeting) => isUpcoming(meeting, at) && meetingRef(meeting) === ref,
  );
}
