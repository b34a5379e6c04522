import { answersForThemself } from '../participants/speaks-for-citizen.js';
import type { Given } from '../plan/actor.js';
import { ensure } from '../plan/errors.js';
import type { PlanState } from '../plan/plan.types.js';
import { planRolesOf } from '../plan/rights.js';
import type { Grant } from './consent.types.js';
import { grantsOf } from './grants.js';

/** Whether a consent is the citizen's own: given by them, or by whom is not known, and not under custody. */
export function isCitizensGrant({ givenBy, basis }: Grant): boolean {
  return givenBy === undefined ? basis !== 'custodyHolder' : givenBy === 'citizen';
}

/**
 * The consents to a recipient that the actor can narrow or end: of what somebody from 15 years on gave themself (sundhedsloven
 * § 17), a custody holder nothing.
 */
export function changeableBy(
  state: PlanState,
  participantId: string,
  { actor, at }: Given,
): readonly Grant[] {
  const grants = grantsOf(state, participantId);
  const onlyCustody =
    actor.kind === 'person' &&
    actor.personId !== state.citizenPersonId &&
    answersForThemself(state, at) &&
    planRolesOf(state, actor, at).includes('custodyHolder');
  return onlyCustody ? grants.filter((grant) => !isCitizensGrant(grant)) : grants;
}

/**
 * Checks that nothing stands in the way which somebody from 15 years on consented to themself.
 * @throws DomainError CONSENT.GIVEN_BY_CITIZEN
 */
export function checkGivenByCitizen(state: PlanState, participantId: string, given: Given): void {
  const all = grantsOf(state, participantId);
  ensure(changeableBy(state, participantId, given).length === all.length, 'CONSENT.GIVEN_BY_CITIZEN', {
    field: 'participantId',
    expected: 'the citizen: what they consented to from 15 years on, they alone narrow or withdraw',
  });
}
