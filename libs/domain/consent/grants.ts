import type { Instant } from '../calendar/index.js';
import { activeParticipants } from '../participants/participants.js';
import type { Participant } from '../participants/participant.types.js';
import type { PlanState } from '../plan/plan.types.js';
import type { Grant, GrantedKind } from './consent.types.js';
import { covers } from './covered-kinds.js';

/** The grants of one recipient that still stand, provisional ones included. */
export function grantsOf(state: PlanState, participantId: string): Grant[] {
  return Object.values(state.grants).filter((grant) => grant.participantId === participantId);
}

/** What a grant still covers when only `keep` is to be kept; the fact of the course is part of every grant. */
export function keptKinds(grant: Grant, keep: readonly GrantedKind[]): GrantedKind[] {
  return keep.filter((kind) => covers(grant.kinds, kind));
}

/** Those who need a basis to be told anything: everyone but the citizen and the custody holders. */
export function consentNeeders(state: PlanState): Participant[] {
  return activeParticipants(state).filter(({ role }) => role !== 'citizen' && role !== 'custodyHolder');
}

/** Since when a participant has had a basis of any kind; null without one. */
export function basisSince(state: PlanState, participantId: string): Instant | null {
  const begun = [
    ...grantsOf(state, participantId).map((grant) => grant.from),
    ...Object.values(state.bases)
      .filter((basis) => basis.participantId === participantId)
      .map((basis) => basis.from),
  ];
  return begun.sort()[0] ?? null;
}
