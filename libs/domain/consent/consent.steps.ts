import type { Instant } from '../calendar/index.js';
import { isMinor, saidToHoldCustody } from '../participants/custody.js';
import type { PlanEvent, PlanState } from '../plan/plan.types.js';
import type { Grant } from './consent.types.js';

/**
 * That a consent or a basis begins is no event of its own: the step brings the plan up to that moment, and what follows
 * from the new right (an invitation, a version, the duty to ask) is due from then on.
 */
export function beginRight(): PlanEvent[] {
  return [];
}

/** All consents whose period is over end together, one event per recipient. */
export function expireConsent(state: PlanState, at: Instant): PlanEvent[] {
  return endGrants(
    Object.values(state.grants).filter((grant) => grant.to <= at),
    'consentExpired',
  );
}

/** What nobody confirmed in time opens nothing and is gone. */
export function lapseProvisionalConsent(state: PlanState, at: Instant): PlanEvent[] {
  return endGrants(
    Object.values(state.grants).filter((grant) => grant.confirmBy !== null && grant.confirmBy <= at),
    'provisionalConsentLapsed',
  );
}

export function expireBasis(state: PlanState, at: Instant): PlanEvent[] {
  return Object.values(state.bases)
    .filter((basis) => basis.to <= at)
    .map(({ basisId }) => ({ type: 'basisEnded', basisId, reason: null }));
}

/** From the day on which the citizen comes of age nobody else speaks for them. */
export function endCustody(state: PlanState, at: Instant): PlanEvent[] {
  if (isMinor(state, at)) return [];
  const participantIds = saidToHoldCustody(state).map(({ participantId }) => participantId);
  return participantIds.length === 0 ? [] : [{ type: 'custodyEnded', participantIds: participantIds.sort() }];
}

function endGrants(
  grants: readonly Grant[],
  type: 'consentExpired' | 'provisionalConsentLapsed',
): PlanEvent[] {
  const participantIds = [...new Set(grants.map((grant) => grant.participantId))];
  return participantIds.map((participantId) => ({
    type,
    participantId,
    grantIds: grants.filter((grant) => grant.participantId === participantId).map((grant) => grant.grantId),
  }));
}
