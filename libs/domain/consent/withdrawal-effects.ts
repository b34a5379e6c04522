import type { Instant } from '../calendar/index.js';
import { mayDisclose } from '../disclosure/may-disclose.js';
import { activeParticipant, isCitizen } from '../participants/participants.js';
import type { Actor } from '../plan/actor.js';
import { decide } from '../plan/decide.js';
import { ensure } from '../plan/errors.js';
import type { PlanState } from '../plan/plan.types.js';
import { type GrantedKind, INFORMATION_KINDS } from './consent.types.js';
import { existingPlansFrom } from './covered-kinds.js';

/** What a withdrawal or narrowing comes to for one recipient, worked out before anybody confirms it. */
export interface WithdrawalEffects {
  readonly participantId: string;
  /** What the recipient may have now and will not have any more. */
  readonly loses: readonly GrantedKind[];
  /** What the recipient goes on having, by what is kept or by another basis. */
  readonly keeps: readonly GrantedKind[];
  /** Meetings to come that the recipient is taken out of. */
  readonly leavesMeetings: readonly string[];
  /** Whether an open request for the recipient's own plans ends. */
  readonly endsGathering: boolean;
  /** Agreements that the recipient is responsible for and that are still open: somebody else may have to take them. */
  readonly openAgreements: readonly string[];
  /** Bases other than consent that stay, and go on opening something. */
  readonly otherBases: readonly string[];
}

/**
 * What follows from withdrawing a recipient's consent, or from narrowing it to `keep`; told by the very rules that would
 * carry it out.
 * @param keep The kinds that stay; null for a withdrawal.
 * @throws DomainError with the code that the command itself would be refused with.
 */
export function withdrawalEffects(
  state: PlanState,
  participantId: string,
  keep: readonly GrantedKind[] | null,
  given: { readonly actor: Actor; readonly at: Instant },
): WithdrawalEffects {
  ensure(!isCitizen(participantId), 'PARTICIPANT.CITIZEN_FIXED', { field: 'participantId' });
  activeParticipant(state, participantId);
  const command =
    keep === null
      ? ({ type: 'withdrawConsent', participantId } as const)
      : ({ type: 'narrowConsent', participantId, keep } as const);
  const after = decide(state, command, given);
  const kinds = askedKinds(state);
  const open = (where: PlanState): GrantedKind[] =>
    kinds.filter(
      (kind) => mayDisclose(where, { participantId, kind, purpose: 'coordination', at: given.at }).allowed,
    );
  const keeps = open(after.state);
  return {
    participantId,
    loses: open(state).filter((kind) => !keeps.includes(kind)),
    keeps,
    leavesMeetings: after.events.flatMap(({ event }) =>
      event.type === 'invitationWithdrawn' && event.participantId === participantId ? [event.meetingId] : [],
    ),
    endsGathering: after.events.some(
      ({ event }) => event.type === 'gatheringWithdrawn' && event.participantId === participantId,
    ),
    openAgreements: Object.values(state.agreements)
      .filter((one) => one.responsibleParticipantId === participantId && one.outcome === null)
      .map(({ agreementId }) => agreementId),
    otherBases: Object.values(state.bases)
      .filter((basis) => basis.participantId === participantId && given.at < basis.to)
      .map(({ basisId }) => basisId),
  };
}

/** Every kind, and the existing plans of each source that are consented to by name. */
function askedKinds(state: PlanState): GrantedKind[] {
  const named = Object.values(state.grants).some(({ kinds }) => kinds.some((kind) => kind.includes(':')));
  const sources = named ? Object.keys(state.participants).map(existingPlansFrom) : [];
  return [...INFORMATION_KINDS, ...sources];
}
