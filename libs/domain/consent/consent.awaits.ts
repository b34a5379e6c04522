import { addDuration, type Instant, maxInstant, minInstant } from '../calendar/index.js';
import type { Awaited, DueStep } from '../deadline/awaited.types.js';
import { askedOfCitizen } from '../deadline/asked-of-citizen.js';
import { deadlineAfter } from '../deadline/period.js';
import { saidToHoldCustody } from '../participants/custody.js';
import type { PlanState } from '../plan/plan.types.js';
import { covers } from './covered-kinds.js';
import type { Grant } from './consent.types.js';
import { basisSince, consentNeeders, grantsOf } from './grants.js';

/** What consent waits for: a decision on everyone, a renewal in time. */
export function consentAwaits(state: PlanState): Awaited[] {
  return [...decisions(state), ...renewals(state)];
}

/** What happens to consents by the passing of time alone. */
export function consentSteps(state: PlanState): DueStep[] {
  const grants = Object.values(state.grants).map((grant): DueStep => {
    const ref = `grant:${grant.grantId}`;
    const lapses = grant.status === 'provisional' && grant.confirmBy !== null && grant.confirmBy < grant.to;
    return lapses
      ? {
          step: 'lapseProvisionalConsent',
          ref,
          key: `lapseProvisionalConsent:${ref}`,
          at: grant.confirmBy,
        }
      : { step: 'expireConsent', ref, key: `expireConsent:${ref}`, at: grant.to };
  });
  const bases = Object.values(state.bases).map((basis): DueStep => {
    const ref = `basis:${basis.basisId}`;
    return { step: 'expireBasis', ref, key: `expireBasis:${ref}`, at: basis.to };
  });
  return [...beginnings(state), ...grants, ...bases, ...custodySteps(state)];
}

/**
 * What was given for later begins at a moment at which nothing else need happen: once for each, unless the plan has lived
 * past it already.
 */
function beginnings(state: PlanState): DueStep[] {
  const grants = Object.values(state.grants)
    .filter(({ status }) => status === 'given')
    .map(({ grantId, from }) => ({ step: 'beginConsent' as const, ref: `grant:${grantId}`, from }));
  const bases = Object.values(state.bases).map(({ basisId, from }) => ({
    step: 'beginBasis' as const,
    ref: `basis:${basisId}`,
    from,
  }));
  return [...grants, ...bases]
    .filter(({ from }) => from > state.updatedAt)
    .map(({ step, ref, from }) => ({ step, ref, key: `${step}:${ref}`, at: from }));
}

/** On the day on which the citizen comes of age. */
function custodySteps(state: PlanState): DueStep[] {
  const at = state.citizenOfAgeAt;
  const holders = saidToHoldCustody(state).map(({ participantId }) => participantId);
  if (at === null || holders.length === 0) return [];
  const ref = `custody:${at}`;
  return [{ step: 'endCustody', ref, key: `endCustody:${ref}`, at }];
}

/** A question of its own for each who is still undecided: nobody's decision waits for another's. */
function decisions(state: PlanState): Awaited[] {
  return consentNeeders(state)
    .filter(({ participantId }) => basisSince(state, participantId) === null)
    .filter(({ participantId }) => state.settled[participantId] === undefined)
    .map(({ participantId, joinedAt }) => {
      const asked = maxInstant(joinedAt, state.citizenAnsweredAt ?? state.startedAt);
      const since = maxInstant(asked, state.reopenedAt ?? asked);
      return {
        ref: `consentDecision:${participantId}:${since}`,
        kind: 'consentDecision',
        from: { kind: 'coordinator' },
        since,
        deadline: deadlineAfter(since, state.policy.consentDecisionWithin, state.policy),
        clock: 'duty',
      };
    });
}

/** Consents that end together are raised with the citizen together, from the first of them that is near its end. */
function renewals(state: PlanState): Awaited[] {
  const recorded = new Map<Instant, Instant>();
  for (const { participantId } of consentNeeders(state)) {
    const given = grantsOf(state, participantId).filter(({ status }) => status === 'given');
    for (const grant of given.filter((one) => !given.some((other) => outlives(other, one)))) {
      const first = recorded.get(grant.to);
      recorded.set(grant.to, first === undefined ? grant.recordedAt : minInstant(first, grant.recordedAt));
    }
  }
  return [...recorded].flatMap(([to, recordedAt]) => {
    const since = maxInstant(recordedAt, addDuration(to, { days: -state.policy.consentRenewalLeadDays }));
    return askedOfCitizen(state, {
      ref: `consentRenewal:${to}:${since}`,
      kind: 'consentRenewal',
      since,
      deadline: to,
      clock: 'calendar',
    });
  });
}

/** Whether a later consent already carries on what an earlier one opens. */
function outlives(later: Grant, earlier: Grant): boolean {
  return (
    later.to > earlier.to &&
    later.from <= earlier.to &&
    later.purpose === earlier.purpose &&
    earlier.kinds.every((kind) => covers(later.kinds, kind))
  );
}
