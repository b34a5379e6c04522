import { isDead } from '../death/deaths.js';
import { disclosedKinds } from '../disclosure/may-disclose.js';
import { isMinor } from '../participants/custody.js';
import { stands } from '../participants/say.js';
import { activeParticipants } from '../participants/participants.js';
import { answersForThemself } from '../participants/speaks-for-citizen.js';
import type { Actor, Given } from '../plan/actor.js';
import { ensure } from '../plan/errors.js';
import type { CommandOf, PlanState } from '../plan/plan.types.js';
import { isCitizensOwn, participantIdsOf, planRolesOf } from '../plan/rights.js';
import { ownNosTo } from './own-nos.js';

type GiveConsent = CommandOf<'giveConsent'>;

/**
 * Checks that a consent is given by somebody who can give it, and recorded by somebody who can know of it. From 15 years on
 * the citizen consents (sundhedsloven § 17); a custody holder does for whoever is under 18; a guardian does if the plan has
 * one. A digital consent is given by whoever is signed in; what staff record was said or written to them; and on the
 * citizen's side nobody records what another said.
 * @throws DomainError CONSENT.NO_CUSTODY, CONSENT.CITIZEN_UNDER_15, CONSENT.NO_GUARDIAN, CONSENT.NOT_THE_GIVER
 */
export function checkGiver(state: PlanState, command: GiveConsent, { actor, at }: Given): void {
  const { givenBy, basis, manner } = command;
  ensure(!isByCustody(command) || isMinor(state, at), 'CONSENT.NO_CUSTODY', {
    field: 'givenBy',
    expected: 'citizen: nobody holds custody of somebody who is of age',
  });
  ensure(givenBy !== 'citizen' || answersForThemself(state, at), 'CONSENT.CITIZEN_UNDER_15', {
    field: 'givenBy',
    expected: 'custodyHolder: a child under 15 years consents to no disclosure',
  });
  ensure(givenBy !== 'guardian' || takesPart(state, 'guardian'), 'CONSENT.NO_GUARDIAN', {
    field: 'givenBy',
    expected: 'citizen: nobody takes part as a guardian',
  });
  ensure(basis !== 'custodyHolder' || givenBy === 'custodyHolder', 'CONSENT.NOT_THE_GIVER', {
    field: 'basis',
    expected: 'another basis: this one is for what a custody holder gives',
  });
  ensure(manner !== 'digital' || isGiver(state, actor, givenBy), 'CONSENT.NOT_THE_GIVER', {
    field: 'manner',
    expected: 'oral or written: a digital consent is given by whoever is signed in',
  });
  ensure(!isCitizensOwn(state, actor, at) || isGiver(state, actor, givenBy), 'CONSENT.NOT_THE_GIVER', {
    field: 'givenBy',
    expected: 'whoever is signed in: what somebody else says is recorded by staff',
  });
}

/** Given in the place of a citizen who is not of age. */
export function isByCustody({ givenBy, basis }: GiveConsent): boolean {
  return givenBy === 'custodyHolder' || basis === 'custodyHolder';
}

/**
 * Checks that a custody holder does not consent to what was refused or withdrawn by the citizen, who is old enough, or by
 * another custody holder, who has not changed it.
 * @throws DomainError CONSENT.REFUSAL_STANDS
 */
export function checkRefusal(
  state: PlanState,
  { givenBy }: GiveConsent,
  participantId: string,
  field: string,
  { actor, at }: Given,
): void {
  if (givenBy !== 'custodyHolder') return;
  const others = ownNosTo(state, participantId).filter(
    (personId) => actor.kind !== 'person' || actor.personId !== personId,
  );
  ensure(!others.some((personId) => noCounts(state, personId, at)), 'CONSENT.REFUSAL_STANDS', {
    field,
    expected: 'a recipient whom nobody else on the side of the citizen has refused',
  });
}

/**
 * Whether somebody's no still counts: the citizen's from 15 years on, a custody holder's as long as they hold custody, also
 * when they take no part any more. It ends with custody, by a decision that was confirmed, and with age.
 */
function noCounts(state: PlanState, personId: string, at: string): boolean {
  if (personId === state.citizenPersonId) return answersForThemself(state, at);
  return (
    isMinor(state, at) &&
    !isDead(state, personId) &&
    Object.values(state.participants).some(
      (one) =>
        one.personId === personId &&
        one.role === 'custodyHolder' &&
        state.sayEnded?.[one.participantId] === undefined,
    )
  );
}

/**
 * Checks that whoever takes part for an authority and does not coordinate records no more of what the citizen said than
 * they may see themself.
 * @throws DomainError CONSENT.BEYOND_OWN_SIGHT
 */
export function checkRecorder(state: PlanState, { grants }: GiveConsent, { actor, at }: Given): void {
  if (!isOnlyRepresentative(state, actor, at)) return;
  const own = participantIdsOf(state, actor);
  grants.forEach(({ kinds }, index) => {
    const seen = own.flatMap((participantId) => disclosedKinds(state, participantId, kinds, at));
    ensure(
      kinds.every((kind) => seen.includes(kind)),
      'CONSENT.BEYOND_OWN_SIGHT',
      { field: `grants.${index}.kinds`, expected: 'kinds of information that you may see yourself' },
    );
  });
}

/** Whether the actor is in the plan for a party alone. */
export function isOnlyRepresentative(state: PlanState, actor: Actor, at: string): boolean {
  const roles = planRolesOf(state, actor, at);
  return (
    roles.includes('representative') &&
    !['coordinator', 'deputy', 'citizen', 'custodyHolder'].some((role) => roles.some((one) => one === role))
  );
}

function isGiver(state: PlanState, actor: Actor, givenBy: GiveConsent['givenBy']): boolean {
  return actor.kind === 'person' && actor.link === undefined && takesPart(state, givenBy, actor.personId);
}

function takesPart(state: PlanState, role: GiveConsent['givenBy'], personId: string | null = null): boolean {
  return activeParticipants(state).some(
    (one) =>
      one.role === role &&
      stands(state, one) &&
      !isDead(state, one.personId) &&
      (personId === null || one.personId === personId),
  );
}
