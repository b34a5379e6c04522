import { isProvisional } from '../confirmation/matters.js';
import type { Grant, GrantedKind, RecordedBasis } from '../consent/consent.types.js';
import { covers } from '../consent/covered-kinds.js';
import { citizenDied, isDead } from '../death/deaths.js';
import { isMinor } from '../participants/custody.js';
import type { PlanState } from '../plan/plan.types.js';
import type { DisclosureAnswer, DisclosureQuestion, DisclosureReason } from './disclosure.types.js';

/**
 * The one gate: whether a recipient may have a kind of information, for a purpose, at an instant, and why.
 * Consents and recorded statutory bases are read at that instant, so an expired consent opens nothing even before
 * anybody has noted that it expired. (Sundhedsloven §§ 43–44; forvaltningsloven §§ 28–29.)
 */
export function mayDisclose(state: PlanState, question: DisclosureQuestion): DisclosureAnswer {
  const participant = state.participants[question.participantId];
  if (participant === undefined) return denied('notAParticipant');
  if (participant.removedAt !== null) return denied('participantRemoved');
  if (isDead(state, participant.personId)) return denied('recipientDied');
  if (participant.role === 'citizen') return allowed('ownInformation', null);
  if (isProvisional(state, 'part', question.participantId)) return denied('partUnconfirmed');
  const heldCustody = participant.role === 'custodyHolder';
  const afterDeath = citizenDied(state);
  if (heldCustody && !afterDeath && isMinor(state, question.at)) return allowed('custodyHolder', null);

  const basis = Object.values(state.bases).find(
    (one) => basisCovers(one, question) && !isProvisional(state, 'basis', one.basisId),
  );
  if (basis !== undefined) return allowed('statutoryBasis', basis.basisId);
  if (afterDeath) return denied('citizenDied');

  const grants = Object.values(state.grants).filter(
    (grant) => grant.participantId === question.participantId && grant.purpose === question.purpose,
  );
  const answers = grants.map((grant) => grantAnswer(grant, question));
  const open = answers.find((answer) => answer.allowed);
  if (open !== undefined) return open;
  const nearest = answers[0];
  if (nearest !== undefined) return nearest;
  if (heldCustody) return denied('custodyEnded');
  return denied(state.settled[question.participantId]?.how === 'refused' ? 'refused' : 'noConsent');
}

/** Whether the right to know of the course ended by what somebody decided or by time, and not by a death, which may be a mistake. */
export function hasLostRight(state: PlanState, participantId: string, at: string): boolean {
  const question = { participantId, kind: 'course', purpose: 'coordination', at } as const;
  const { allowed, reason } = mayDisclose(state, question);
  return !allowed && reason !== 'citizenDied' && reason !== 'recipientDied';
}

/** Whether a participant may know that there is a course at all. */
export function mayKnow(state: PlanState, participantId: string, at: string): boolean {
  return mayDisclose(state, { participantId, kind: 'course', purpose: 'coordination', at }).allowed;
}

/** The kinds among `kinds` that a participant may have for coordination. */
export function disclosedKinds<K extends GrantedKind>(
  state: PlanState,
  participantId: string,
  kinds: readonly K[],
  at: string,
): K[] {
  return kinds.filter(
    (kind) => mayDisclose(state, { participantId, kind, purpose: 'coordination', at }).allowed,
  );
}

function basisCovers(basis: RecordedBasis, question: DisclosureQuestion): boolean {
  return (
    basis.participantId === question.participantId &&
    covers(basis.kinds, question.kind) &&
    basis.from <= question.at &&
    question.at < basis.to
  );
}

function grantAnswer(grant: Grant, question: DisclosureQuestion): DisclosureAnswer {
  if (!covers(grant.kinds, question.kind)) return denied('kindNotCovered');
  if (grant.status === 'provisional') return denied('consentProvisional');
  if (question.at < grant.from) return denied('consentNotBegun');
  if (question.at >= grant.to) return denied('consentOver');
  return allowed('consent', grant.grantId);
}

function allowed(reason: DisclosureReason, restsOn: string | null): DisclosureAnswer {
  return { allowed: true, reason, restsOn };
}

function denied(reason: DisclosureReason): DisclosureAnswer {
  return { allowed: false, reason, restsOn: null };
}
