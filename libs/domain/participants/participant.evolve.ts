import type { Instant } from '../calendar/index.js';
import type { EvolversOf } from '../plan/decider.types.js';
import type { PlanState } from '../plan/plan.types.js';
import type { Participant, ParticipantEvent } from './participant.types.js';

export const participantEvolvers: EvolversOf<ParticipantEvent> = {
  participantAdded(state, event, at) {
    const { participantId, personId, role, organisationId, channel } = event;
    return withParticipant(state, {
      participantId,
      personId,
      role,
      organisationId,
      channel,
      joinedAt: at,
      removedAt: null,
    });
  },
  participantRemoved(state, { participantId }, at) {
    const removed = changed(state, participantId, { removedAt: at });
    return state.contactPersonId === participantId ? { ...removed, contactPersonId: null } : removed;
  },
  participantReplaced: (state, { participantId, personId, channel }) =>
    withoutInvitations(changed(state, participantId, { personId, channel }), participantId),
  channelChanged: (state, { participantId, channel }) => changed(state, participantId, { channel }),
  contactPersonNamed: (state, { participantId }) => ({ ...state, contactPersonId: participantId }),
};

function changed(
  state: PlanState,
  participantId: string,
  change: Partial<{ personId: string; channel: Participant['channel']; removedAt: Instant }>,
): PlanState {
  const participant = state.participants[participantId];
  return participant === undefined ? state : withParticipant(state, { ...participant, ...change });
}

/** The invitations were the former person's: whoever takes the place is invited anew. */
function withoutInvitations(state: PlanState, participantId: string): PlanState {
  const meetings = Object.entries(state.meetings).map(([id, meeting]) => {
    const invitations = Object.entries(meeting.invitations).filter(([invited]) => invited !== participantId);
    return [id, { ...meeting, invitations: Object.fromEntries(invitations) }] as const;
  });
  return { ...state, meetings: Object.fromEntries(meetings) };
}

function withParticipant(state: PlanState, participant: Participant): PlanState {
  return {
    ...state,
    participants: { ...state.participants, [participant.participantId]: participant },
  };
}
