import { addDuration, type Instant, maxInstant } from '../calendar/index.js';
import type { Awaited, DueStep } from '../deadline/awaited.types.js';
import { deadlineAfter } from '../deadline/period.js';
import { CITIZEN } from '../participants/participant.types.js';
import type { PlanState } from '../plan/plan.types.js';
import { basisSince, consentNeeders, grantsOf } from './grants.js';

/** What consent waits for: a decision on everyone, a confirmation of what is provisional, a renewal in time. */
export function consentAwaits(state: PlanState): Awaited[] {
  return [...decisions(state), ...confirmations(state), ...renewals(state)];
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
          at: grant.confirmBy ?? grant.to,
        }
      : { step: 'expireConsent', ref, key: `expireConsent:${ref}`, at: grant.to };
  });
  const bases = Object.values(state.bases).map((basis): DueStep => {
    const ref = `basis:${basis.basisId}`;
    return { step: 'expireBasis', ref, key: `expireBasis:${ref}`, at: basis.to };
  });
  return [...grants, ...bases];
}

/** One question for all who are still undecided, counted from the first of them. */
function decisions(state: PlanState): Awaited[] {
  const undecided = consentNeeders(state)
    .filter(({ participantId }) => basisSince(state, participantId) === null)
    .filter(({ participantId }) => state.settled[participantId] === undefined)
    .sort((a, b) => (a.joinedAt < b.joinedAt ? -1 : 1));
  const first = undecided[0];
  if (first === undefined) return [];
  const since = maxInstant(first.joinedAt, state.citizenAnsweredAt ?? state.startedAt);
  return [
    {
      ref: `consentDecision:${first.participantId}`,
      kind: 'consentDecision',
      from: { kind: 'coordinator' },
      since,
      deadline: deadlineAfter(since, state.policy.consentDecisionWithin, state.policy),
      clock: 'duty',
    },
  ];
}

function confirmations(state: PlanState): Awaited[] {
  const byConsent = new Map<string, Awaited>();
  for (const grant of Object.values(state.grants)) {
    if (grant.status !== 'provisional' || grant.confirmBy === null) continue;
    byConsent.set(grant.consentId, {
      ref: `consentConfirmation:${grant.consentId}`,
      kind: 'consentConfirmation',
      from: { kind: 'participant', participantId: CITIZEN },
      since: grant.recordedAt,
      deadline: grant.confirmBy,
      clock: 'calendar',
    });
  }
  return [...byConsent.values()];
}

/** Consents that end on the same day are raised with the citizen together. */
function renewals(state: PlanState): Awaited[] {
  const ends = new Map<string, { to: Instant; recordedAt: Instant }>();
  for (const { participantId } of consentNeeders(state)) {
    const last = grantsOf(state, participantId)
      .filter((grant) => grant.status === 'given')
      .sort((a, b) => (a.to < b.to ? 1 : -1))[0];
    if (last !== undefined) ends.set(last.to, { to: last.to, recordedAt: last.recordedAt });
  }
  return [...ends.values()].map(({ to, recordedAt }) => ({
    ref: `consentRenewal:${to}`,
    kind: 'consentRenewal',
    from: { kind: 'participant', participantId: CITIZEN },
    since: maxInstant(recordedAt, addDuration(to, { days: -state.policy.consentRenewalLeadDays })),
    deadline: to,
    clock: 'calendar',
  }));
}
