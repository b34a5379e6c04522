import type { PlanState } from '../plan/plan.types.js';
import { ensure, requiredIn } from '../plan/errors.js';
import { CITIZEN, PARTY_ROLES, type Participant } from './participant.types.js';

/** Everyone who takes part now, the citizen included, in no order: a state that was stored has its keys in another. */
export function activeParticipants(state: Pick<PlanState, 'participants'>): Participant[] {
  return Object.values(state.participants).filter((participant) => participant.removedAt === null);
}

/** The authorities and providers that take part now. */
export function activeParties(state: Pick<PlanState, 'participants'>): Participant[] {
  return activeParticipants(state).filter((participant) => PARTY_ROLES.includes(participant.role));
}

/** Somebody who takes part, or PARTICIPANT.NOT_FOUND / PARTICIPANT.REMOVED. */
export function activeParticipant(
  state: PlanState,
  participantId: string,
  field = 'participantId',
): Participant {
  const participant = requiredIn(state.participants, participantId, 'PARTICIPANT.NOT_FOUND', {
    field,
    participantId,
  });
  ensure(participant.removedAt === null, 'PARTICIPANT.REMOVED', { field, participantId });
  return participant;
}

/** Whether the participant is the citizen, who needs no consent to take part in their own plan. */
export function isCitizen(participantId: string): boolean {
  return participantId === CITIZEN;
}
