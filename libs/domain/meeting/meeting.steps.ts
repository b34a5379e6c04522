import { type Instant, minInstant } from '../calendar/index.js';
import { deadlineAfter } from '../deadline/period.js';
import { mayKnow } from '../disclosure/may-disclose.js';
import { activeParticipants } from '../participants/participants.js';
import type { PlanEvent, PlanState } from '../plan/plan.types.js';
import { raiseTask } from '../task/raise-task.js';
import type { Meeting } from './meeting.types.js';

/** Who may come and has not been told of the meeting as it stands now. */
export function uninvited(state: PlanState, meeting: Meeting, at: Instant): string[] {
  return activeParticipants(state)
    .map(({ participantId }) => participantId)
    .filter((participantId) => meeting.invitations[participantId]?.sequence !== meeting.sequence)
    .filter((participantId) => mayKnow(state, participantId, at));
}

export function inviteParticipants(state: PlanState, at: Instant): PlanEvent[] {
  return upcoming(state, at).flatMap((meeting): PlanEvent[] => {
    const participantIds = uninvited(state, meeting, at);
    if (participantIds.length === 0) return [];
    const respondBy = minInstant(
      meeting.from ?? at,
      deadlineAfter(at, state.policy.invitationResponseWithin, state.policy),
    );
    return [
      {
        type: 'participantsInvited',
        meetingId: meeting.meetingId,
        sequence: meeting.sequence,
        participantIds,
        respondBy,
      },
    ];
  });
}

/** Roles count, not heads: each requirement must be met by somebody who has said yes. */
export function checkRequiredRoles(state: PlanState, at: Instant, ref: string): PlanEvent[] {
  const meeting = upcoming(state, at).find(
    ({ meetingId, sequence }) => `meeting:${meetingId}:${sequence}` === ref,
  );
  if (meeting === undefined) return [];
  const missing = missingRoles(state, meeting);
  const checked: PlanEvent = {
    type: 'requiredRolesChecked',
    meetingId: meeting.meetingId,
    sequence: meeting.sequence,
    missing,
  };
  if (missing.length === 0) return [checked];
  return [checked, raiseTask(state, 'requiredRoleMissing', ref, { ref: null, participantId: null }, at)];
}

function missingRoles(state: PlanState, meeting: Meeting): string[] {
  const coming = Object.entries(meeting.invitations)
    .filter(([, { response, deputyPersonId }]) => response === 'accepted' || deputyPersonId !== null)
    .map(([participantId]) => state.participants[participantId]?.role);
  return state.policy.requiredRoles
    .filter((requirement) => !requirement.some((role) => coming.includes(role)))
    .map((requirement) => requirement.join('|'));
}

function upcoming(state: PlanState, at: Instant): Meeting[] {
  return Object.values(state.meetings).filter(
    (meeting) => meeting.status === 'fixed' && meeting.from !== null && at < meeting.from,
  );
}
