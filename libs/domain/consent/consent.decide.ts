import { addMonths, copenhagenDate, type Instant } from '../calendar/index.js';
import { deadlineAfter, endOfDay } from '../deadline/period.js';
import { activeParticipant, isCitizen } from '../participants/participants.js';
import type { Participant } from '../participants/participant.types.js';
import type { Actor, Given } from '../plan/actor.js';
import type { DecidersOf } from '../plan/decider.types.js';
import { ensure, requiredIn } from '../plan/errors.js';
import type { PlanState } from '../plan/plan.types.js';
import { isCitizensOwn, speaksForCitizen } from '../plan/rights.js';
import { checkGiver, checkRefusal, isByCustody } from './consent-giver.js';
import { covers, sourceOf } from './covered-kinds.js';
import type { ConsentCommand, Grant, GrantedKind, GrantRequest } from './consent.types.js';
import { wordingVersionsFor } from './wording/consent-form.js';
import { grantsOf, keptKinds } from './grants.js';

export const consentDeciders: DecidersOf<ConsentCommand> = {
  recordConsentAttempt(state, { type: _, ...attempt }) {
    attempt.participantIds.forEach((participantId) =>
      activeParticipant(state, participantId, 'participantIds'),
    );
    return [{ type: 'consentAttempted', ...attempt }];
  },

  giveConsent(state, command, given) {
    ensure(command.grants.length > 0, 'CONSENT.NOTHING_GRANTED', {
      field: 'grants',
      expected: 'at least one',
    });
    ensure(!state.usedIds.includes(command.consentId), 'CONSENT.ALREADY_USED_ID', { field: 'consentId' });
    const wordings: readonly string[] = wordingVersionsFor(command.givenBy);
    ensure(wordings.includes(command.wordingVersion), 'CONSENT.WORDING_UNKNOWN', {
      field: 'wordingVersion',
      expected: wordings.join(', '),
    });
    checkGiver(state, command, given);
    const grants = command.grants.map((request, index) => {
      checkRequest(state, request, command, index, given);
      return grantFrom(state, command, request, index, given);
    });
    const { consentId, manner, wordingVersion, givenBy, place, helperPersonId, minutesSpent } = command;
    return [
      {
        type: 'consentGiven',
        consentId,
        grants,
        replacedGrantIds: replacedBy(state, grants, given.at),
        manner,
        wordingVersion,
        givenBy,
        place,
        helperPersonId,
        minutesSpent,
      },
    ];
  },

  confirmConsent(state, { consentId, participantId, actorWorksIn }, given) {
    const grants = grantsOf(state, participantId).filter((grant) => grant.consentId === consentId);
    ensure(grants.length > 0, 'CONSENT.NOT_FOUND', { field: 'consentId' });
    const provisional = grants.filter((grant) => grant.status === 'provisional');
    ensure(provisional.length > 0, 'CONSENT.NOT_PROVISIONAL', { field: 'consentId' });
    const participant = activeParticipant(state, participantId);
    ensure(
      speaksForCitizen(state, given.actor, given.at) ||
        (!isCitizenActor(state, given.actor) &&
          !profits(given.actor, actorWorksIn, participant) &&
          provisional.every((grant) => !recordedBy(grant, given.actor))),
      'CONSENT.SELF_CONFIRMED',
      { expected: 'the citizen, or a second person who does not belong to the recipient' },
    );
    const grantIds = provisional.map((grant) => grant.grantId);
    const confirmed = provisional.map((grant): Grant => ({ ...grant, status: 'given' }));
    const replacedGrantIds = replacedBy(state, confirmed, given.at);
    return [{ type: 'consentConfirmed', consentId, participantId, grantIds, replacedGrantIds }];
  },

  refuseConsent(state, { participantId, reason }, given) {
    ensure(!isCitizen(participantId), 'PARTICIPANT.CITIZEN_FIXED', { field: 'participantId' });
    activeParticipant(state, participantId);
    const grantIds = grantsOf(state, participantId).map((grant) => grant.grantId);
    return [
      ...(grantIds.length > 0 ? [{ type: 'consentWithdrawn' as const, participantId, grantIds }] : []),
      { type: 'consentRefused', participantId, reason, ...saidBy(state, given) },
    ];
  },

  narrowConsent(state, { participantId, keep }) {
    const grants = grantsOf(state, participantId);
    ensure(grants.length > 0, 'CONSENT.NOTHING_TO_WITHDRAW', { field: 'participantId' });
    ensure(
      grants.some((grant) => keptKinds(grant, keep).length > 0),
      'CONSENT.NOT_NARROWER',
      { field: 'keep', expected: 'a kind that the consent has; a consent to nothing is withdrawn' },
    );
    const narrowed = grants.filter((grant) => grant.kinds.some((kind) => !keep.includes(kind)));
    ensure(narrowed.length > 0, 'CONSENT.NOT_NARROWER', {
      field: 'keep',
      expected: 'fewer kinds of information than the consent has now',
    });
    const grantIds = narrowed.map((grant) => grant.grantId);
    return [{ type: 'consentNarrowed', participantId, grantIds, keep }];
  },

  withdrawConsent(state, { participantId }, given) {
    requiredIn(state.participants, participantId, 'PARTICIPANT.NOT_FOUND', { field: 'participantId' });
    const grantIds = grantsOf(state, participantId).map((grant) => grant.grantId);
    ensure(grantIds.length > 0, 'CONSENT.NOTHING_TO_WITHDRAW', { field: 'participantId' });
    return [{ type: 'consentWithdrawn', participantId, grantIds, ...saidBy(state, given) }];
  },

  recordBasis(state, { type: _, reason, extent, citizenTold, notToldBecause, ...basis }, given) {
    activeParticipant(state, basis.participantId);
    for (const kind of basis.kinds) checkSource(state, kind, 'kinds');
    ensure(basis.from < basis.to, 'CONSENT.PERIOD_REVERSED', { field: 'to', expected: 'after from' });
    ensure(given.at < basis.to, 'CONSENT.PERIOD_OVER', { field: 'to', expected: 'in the future' });
    ensure(citizenTold || notToldBecause !== null, 'BASIS.REASON_MISSING', {
      field: 'notToldBecause',
      expected: 'why the citizen was not told',
    });
    ensure(!state.usedIds.includes(basis.basisId), 'CONSENT.ALREADY_USED_ID', { field: 'basisId' });
    return [{ type: 'basisRecorded', basis, reason, extent, citizenTold, notToldBecause }];
  },

  endBasis(state, { basisId, reason }) {
    ensure(state.bases[basisId] !== undefined || !state.usedIds.includes(basisId), 'BASIS.ALREADY_ENDED', {
      field: 'basisId',
    });
    requiredIn(state.bases, basisId, 'BASIS.NOT_FOUND', { field: 'basisId' });
    return [{ type: 'basisEnded', basisId, reason }];
  },
};

function checkRequest(
  state: PlanState,
  request: GrantRequest,
  command: Extract<ConsentCommand, { type: 'giveConsent' }>,
  index: number,
  given: Given,
): void {
  const { at } = given;
  const field = (name: string): string => `grants.${index}.${name}`;
  ensure(!isCitizen(request.participantId), 'PARTICIPANT.CITIZEN_FIXED', { field: field('participantId') });
  activeParticipant(state, request.participantId, field('participantId'));
  checkRefusal(state, command, request.participantId, field('participantId'), given);
  ensure(request.kinds.length > 0, 'CONSENT.NOTHING_GRANTED', {
    field: field('kinds'),
    expected: 'at least one',
  });
  for (const kind of request.kinds) checkSource(state, kind, field('kinds'));
  ensure(request.from < request.to, 'CONSENT.PERIOD_REVERSED', {
    field: field('to'),
    expected: 'after from',
  });
  ensure(at < request.to, 'CONSENT.PERIOD_OVER', { field: field('to'), expected: 'in the future' });
  const ofAge = state.citizenOfAgeAt;
  ensure(!isByCustody(command) || ofAge === null || request.to <= ofAge, 'CONSENT.PERIOD_TOO_LONG', {
    field: field('to'),
    expected: `no later than ${ofAge ?? ''}, when the citizen comes of age and consents alone`,
  });
  const months = state.policy.consentLongestMonths[command.basis];
  const latest = endOfDay(addMonths(copenhagenDate(request.from), months));
  ensure(request.to <= latest, 'CONSENT.PERIOD_TOO_LONG', {
    field: field('to'),
    expected: `at most ${months} months after from`,
  });
}

/** Existing plans can be named by their source, who takes part or took part. */
function checkSource(state: PlanState, kind: GrantedKind, field: string): void {
  const source = sourceOf(kind);
  if (source !== null) requiredIn(state.participants, source, 'PARTICIPANT.NOT_FOUND', { field });
}

/**
 * Recorded by somebody who profits from it, or over a no that the citizen's side said themselves, a consent opens nothing
 * until the citizen or a second person confirms.
 */
function grantFrom(
  state: PlanState,
  command: Extract<ConsentCommand, { type: 'giveConsent' }>,
  request: GrantRequest,
  index: number,
  given: Given,
): Grant {
  const participant = activeParticipant(state, request.participantId);
  const overOwnNo = state.settled[request.participantId]?.by !== undefined;
  const provisional =
    !isCitizensOwn(state, given.actor, given.at) &&
    (overOwnNo || profits(given.actor, command.actorWorksIn, participant));
  return {
    grantId: `${command.consentId}:${index}`,
    consentId: command.consentId,
    participantId: request.participantId,
    kinds: request.kinds,
    purpose: request.purpose,
    basis: command.basis,
    from: request.from,
    to: request.to,
    status: provisional ? 'provisional' : 'given',
    recordedBy: given.actor.kind === 'person' ? given.actor.personId : 'process',
    recordedAt: given.at,
    confirmBy: provisional
      ? deadlineAfter(given.at, state.policy.consentConfirmationWithin, state.policy)
      : null,
  };
}

/** The grants besides these that one of them covers altogether from now on: they say nothing that it does not. */
function replacedBy(state: PlanState, grants: readonly Grant[], at: Instant): string[] {
  const own = grants.map((grant) => grant.grantId);
  return Object.values(state.grants)
    .filter((old) => !own.includes(old.grantId))
    .filter((old) =>
      grants.some(
        (grant) =>
          grant.status === 'given' &&
          grant.participantId === old.participantId &&
          grant.purpose === old.purpose &&
          grant.from <= at &&
          old.to <= grant.to &&
          old.kinds.every((kind) => covers(grant.kinds, kind)),
      ),
    )
    .map((old) => old.grantId);
}

/** Whether the actor is the recipient, or works in the recipient's organisation or in one below it. */
function profits(actor: Actor, worksIn: readonly string[] = [], recipient: Participant): boolean {
  if (actor.kind !== 'person') return false;
  if (actor.personId === recipient.personId) return true;
  const { organisationId } = recipient;
  return (
    organisationId !== null && (actor.organisationId === organisationId || worksIn.includes(organisationId))
  );
}

/** Who said so, if they did it themself: the citizen or a custody holder, and not staff who wrote it down. */
function saidBy(state: PlanState, { actor, at }: Given): { readonly by?: string } {
  return actor.kind === 'person' && isCitizensOwn(state, actor, at) ? { by: actor.personId } : {};
}

/** Whether the actor is the citizen, of whatever age. */
function isCitizenActor(state: PlanState, actor: Actor): boolean {
  return actor.kind === 'person' && actor.personId === state.citizenPersonId;
}

function recordedBy(grant: Grant, actor: Actor): boolean {
  return actor.kind === 'person' && grant.recordedBy === actor.personId;
}
