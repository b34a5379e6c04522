import type { Instant } from '../calendar/index.js';
import type { EvolversOf } from '../plan/decider.types.js';
import type { PlanState } from '../plan/plan.types.js';
import type { Participant, ParticipantEvent } from './participant.types.js';

export const participantEvolvers: EvolversOf<ParticipantEvent> = {
  participantAdded(state, event, at) {
    const { participantId, personId, role, organisationId, channel } = event;
    const notShown = event.knownElsewhere === true ? [...(state.notShown ?? []), participantId] : null;
    return withParticipant(notShown === null ? state : { ...state, notShown }, {
      participantId,
      personId,
      role,
      organisationId,
      channel,
      joinedAt: at,
      removedAt: null,
    });
  },
  registerDetailsShown: (state, { participantId }) => ({
    ...state,
    notShown: (state.notShown ?? []).filter((one) => one !== participantId),
  }),
  participantRemoved(state, { participantId }, at) {
    const removed = changed(state, participantId, { removedAt: at });
    return state.contactPersonId === participantId ? { ...removed, contactPersonId: null } : removed;
  },
  participantReplaced: (state, { participantId, personId, channel }, at) =>
    withoutInvitations(represented(state, participantId, { personId, channel }, at), participantId),
  representativeLeft: (state, { participantId }, at) =>
    withoutInvitations(
      changed(state, participantId, {
        vacancies: [...(state.participants[participantId]?.vacancies ?? []), { from: at, to: null }],
      }),
      participantId,
    ),
  representativeReturned: (state, { participantId }, at) => represented(state, participantId, {}, at),
  channelChanged: (state, { participantId, channel }) => changed(state, participantId, { channel }),
  contactPersonNamed: (state, { participantId }) => ({ ...state, contactPersonId: participantId }),
};

function changed(
  state: PlanState,
  participantId: string,
  change: Partial<Pick<Participant, 'personId' | 'channel' | 'removedAt' | 'vacancies'>>,
): PlanState {
  const participant = state.participants[participantId];
  return participant === undefined ? state : withParticipant(state, { ...participant, ...change });
}

/** From now on somebody answers for the participant. */
function represented(
  state: PlanState,
  participantId: string,
  change: Partial<Pick<Participant, 'personId' | 'channel'>>,
  at: Instant,
): PlanState {
  const vacancies = state.participants[participantId]?.vacancies;
  if (vacancies === undefined) return changed(state, participantId, change);
  const ended = vacancies.map(({ from, to }) => ({ from, to: to ?? at }));
  return changed(state, participantId, { ...change, vacancies: ended });
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
