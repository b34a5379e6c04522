import { addMonths, copenhagenDate, type Instant } from '../calendar/index.js';
import { confirmationId, matterOf } from '../confirmation/matters.js';
import { recordedMatter } from '../confirmation/recorded-matter.js';
import { mayConfirm, profits } from '../confirmation/second-person.js';
import { deadlineAfter, endOfDay } from '../deadline/period.js';
import { activeParticipant, isCitizen } from '../participants/participants.js';
import type { Given } from '../plan/actor.js';
import type { DecidersOf } from '../plan/decider.types.js';
import { ensure, requiredIn } from '../plan/errors.js';
import type { PlanEvent, PlanState } from '../plan/plan.types.js';
import { USUAL_BASIS_MONTHS } from '../plan/default-policy.js';
import { isCitizensOwn } from '../plan/rights.js';
import {
  checkGiver,
  checkRecorder,
  checkRefusal,
  isByCustody,
  isOnlyRepresentative,
} from './consent-giver.js';
import { changeableBy, checkGivenByCitizen } from './given-by-citizen.js';
import { covers, sourceOf } from './covered-kinds.js';
import {
  type ConsentCommand,
  type Grant,
  type GrantedKind,
  type GrantRequest,
  URGENT_BASES,
} from './consent.types.js';
import { wordingVersionsFor } from './wording/consent-form.js';
import { grantsOf, keptKinds } from './grants.js';

/** From how many kinds on a basis opens much, where the policy does not say. */
const MUCH_FROM = 4;

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
    checkRecorder(state, command, given);
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

  confirmConsent(state, command, given) {
    const { consentId, participantId } = command;
    const grants = grantsOf(state, participantId).filter((grant) => grant.consentId === consentId);
    ensure(grants.length > 0, 'CONSENT.NOT_FOUND', { field: 'consentId' });
    const provisional = grants.filter((grant) => grant.status === 'provisional');
    ensure(provisional.length > 0, 'CONSENT.NOT_PROVISIONAL', { field: 'consentId' });
    activeParticipant(state, participantId);
    const matter = matterOf(state, confirmationId('consent', `${consentId}:${participantId}`));
    ensure(matter !== undefined && mayConfirm(state, matter, command, given), 'CONSENT.SELF_CONFIRMED', {
      expected: 'the citizen, or a second person who does not belong to the recipient',
    });
    const grantIds = provisional.map((grant) => grant.grantId);
    const confirmed = provisional.map((grant): Grant => ({ ...grant, status: 'given' }));
    const replacedGrantIds = replacedBy(state, confirmed, given.at);
    const by = given.actor.kind === 'person' ? given.actor.personId : undefined;
    return [
      {
        type: 'consentConfirmed',
        consentId,
        participantId,
        grantIds,
        replacedGrantIds,
        ...(by === undefined ? {} : { by }),
      },
    ];
  },

  refuseConsent(state, { participantId, reason }, given) {
    ensure(!isCitizen(participantId), 'PARTICIPANT.CITIZEN_FIXED', { field: 'participantId' });
    activeParticipant(state, participantId);
    checkGivenByCitizen(state, participantId, given);
    const grantIds = grantsOf(state, participantId).map((grant) => grant.grantId);
    return [
      ...(grantIds.length > 0 ? [{ type: 'consentWithdrawn' as const, participantId, grantIds }] : []),
      { type: 'consentRefused', participantId, reason, ...saidBy(state, given) },
    ];
  },

  narrowConsent(state, { participantId, keep }, given) {
    const grants = changeable(state, participantId, given);
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
    const grantIds = changeable(state, participantId, given).map((grant) => grant.grantId);
    ensure(grantIds.length > 0, 'CONSENT.NOTHING_TO_WITHDRAW', { field: 'participantId' });
    return [{ type: 'consentWithdrawn', participantId, grantIds, ...saidBy(state, given) }];
  },

  recordBasis(state, command, given) {
    const { reason, extent, citizenTold, notToldBecause, urgentBecause = null } = command;
    const { basisId, participantId, kinds, from, to } = command;
    const basis = { basisId, participantId, basis: command.basis, kinds, from, to };
    const participant = activeParticipant(state, participantId);
    checkBasisPeriod(state, command);
    ensure(urgentBecause === null || URGENT_BASES.includes(command.basis), 'BASIS.NOT_URGENT', {
      field: 'urgentBecause',
      expected: `null, or a basis of what cannot wait: ${URGENT_BASES.join(', ')}`,
    });
    for (const kind of basis.kinds) checkSource(state, kind, 'kinds');
    ensure(basis.from < basis.to, 'CONSENT.PERIOD_REVERSED', { field: 'to', expected: 'after from' });
    ensure(given.at < basis.to, 'CONSENT.PERIOD_OVER', { field: 'to', expected: 'in the future' });
    ensure(citizenTold || notToldBecause !== null, 'BASIS.REASON_MISSING', {
      field: 'notToldBecause',
      expected: 'why the citizen was not told',
    });
    ensure(!state.usedIds.includes(basis.basisId), 'CONSENT.ALREADY_USED_ID', { field: 'basisId' });
    const recorded: PlanEvent = {
      type: 'basisRecorded',
      basis,
      reason,
      extent,
      citizenTold,
      notToldBecause,
      urgentBecause,
    };
    const opensMuch = kinds.length >= (state.policy.basisOpensMuchFrom ?? MUCH_FROM);
    const alone = opensMuch || profits(given.actor, command, participant);
    if (!alone && urgentBecause === null) return [recorded];
    const countsAlready = urgentBecause !== null;
    const matter = { matter: 'basis', subjectId: basisId, participantId, countsAlready } as const;
    return [recordedMatter(state.policy, matter, given), recorded];
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
    (overOwnNo ||
      isOnlyRepresentative(state, given.actor, given.at) ||
      profits(given.actor, command, participant));
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

/** Who said so, if they did it themself: the citizen or a custody holder, and not staff who wrote it down. */
function saidBy(state: PlanState, { actor, at }: Given): { readonly by?: string } {
  return actor.kind === 'person' && isCitizensOwn(state, actor, at) ? { by: actor.personId } : {};
}

/** The consents that the actor can narrow or end; refused where there are others only. */
function changeable(state: PlanState, participantId: string, given: Given): readonly Grant[] {
  const grants = changeableBy(state, participantId, given);
  if (grants.length === 0) checkGivenByCitizen(state, participantId, given);
  return grants;
}

/** Nobody records a basis for longer than the policy has it: what goes on is recorded anew, with its reason. */
function checkBasisPeriod(
  state: PlanState,
  { basis, from, to }: Extract<ConsentCommand, { type: 'recordBasis' }>,
): void {
  const months = (state.policy.basisLongestMonths ?? USUAL_BASIS_MONTHS)[basis];
  const latest = endOfDay(addMonths(copenhagenDate(from), months));
  ensure(to <= latest, 'BASIS.PERIOD_TOO_LONG', {
    field: 'to',
    expected: `at most ${months} months after from`,
  });
}
