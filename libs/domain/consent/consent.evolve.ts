import type { EvolversOf } from '../plan/decider.types.js';
import type { PlanState } from '../plan/plan.types.js';
import type { ConsentEvent, Grant, Settled } from './consent.types.js';
import { keptKinds } from './grants.js';
import { withOwnNo, withoutOwnNo } from './own-nos.js';

export const consentEvolvers: EvolversOf<ConsentEvent> = {
  consentAttempted: (state) => ({ ...state, attempts: state.attempts + 1 }),
  consentGiven(state, { consentId, grants, replacedGrantIds, givenBy }) {
    const kept = withoutGrants(state, replacedGrantIds);
    const given = grants.filter(({ status }) => status === 'given');
    const recipients = given.map(({ participantId }) => participantId);
    const said = Object.fromEntries(grants.map((grant) => [grant.grantId, { ...grant, givenBy }]));
    return {
      ...withoutOwnNo(kept, recipients, given[0]?.recordedBy),
      grants: { ...kept.grants, ...said },
      settled: unsettled(state, recipients),
      usedIds: [...state.usedIds, consentId],
    };
  },
  consentConfirmed(state, { participantId, grantIds, replacedGrantIds = [], by }) {
    const kept = withoutGrants(state, replacedGrantIds);
    const confirmed = withGrants(kept, grantIds, (grant) => ({ ...grant, status: 'given', confirmBy: null }));
    return { ...withoutOwnNo(confirmed, [participantId], by), settled: unsettled(state, [participantId]) };
  },
  consentRefused: (state, { participantId, by }, at) =>
    settle(withOwnNo(state, participantId, by), participantId, 'refused', at, by),
  consentNarrowed: (state, { grantIds, keep }) =>
    withGrants(state, grantIds, (grant) => ({ ...grant, kinds: keptKinds(grant, keep) })),
  consentWithdrawn(state, { participantId, grantIds, by }, at) {
    const left = withoutGrants(withOwnNo(state, participantId, by), grantIds);
    const stands = Object.values(left.grants).some((grant) => grant.participantId === participantId);
    return stands ? left : settle(left, participantId, 'withdrawn', at, by);
  },
  consentExpired: (state, { participantId, grantIds }, at) =>
    settleIfNothingLeft(withoutGrants(state, grantIds), participantId, at),
  provisionalConsentLapsed: (state, { participantId, grantIds }, at) =>
    settleIfNothingLeft(withoutGrants(state, grantIds), participantId, at),
  custodyEnded: (state, { participantIds }, at) => ({
    ...state,
    participants: Object.fromEntries(
      Object.entries(state.participants).map(([id, participant]) => [
        id,
        participantIds.includes(id)
          ? { ...participant, role: 'relative' as const, joinedAt: at }
          : participant,
      ]),
    ),
  }),
  basisRecorded: (state, { basis }) => ({
    ...state,
    bases: { ...state.bases, [basis.basisId]: basis },
    usedIds: [...state.usedIds, basis.basisId],
  }),
  basisEnded(state, { basisId }, at) {
    const basis = state.bases[basisId];
    if (basis === undefined) return state;
    const bases = Object.fromEntries(Object.entries(state.bases).filter(([id]) => id !== basisId));
    return settleIfNothingLeft({ ...state, bases }, basis.participantId, at);
  },
};

/** A grant that keeps no kind of information is none. */
function withGrants(
  state: PlanState,
  grantIds: readonly string[],
  change: (grant: Grant) => Grant,
): PlanState {
  const grants = Object.entries(state.grants)
    .map(([id, grant]) => [id, grantIds.includes(id) ? change(grant) : grant] as const)
    .filter(([, grant]) => grant.kinds.length > 0);
  return { ...state, grants: Object.fromEntries(grants) };
}

function withoutGrants(state: PlanState, grantIds: readonly string[]): PlanState {
  return {
    ...state,
    grants: Object.fromEntries(Object.entries(state.grants).filter(([id]) => !grantIds.includes(id))),
  };
}

function settleIfNothingLeft(state: PlanState, participantId: string, at: string): PlanState {
  const left = [...Object.values(state.grants), ...Object.values(state.bases)].some(
    (one) => one.participantId === participantId,
  );
  if (left || state.settled[participantId] !== undefined) return state;
  return settle(state, participantId, 'lapsed', at);
}

/** A consent that stands takes the place of what was said before. */
function unsettled(state: PlanState, participantIds: readonly string[]): PlanState['settled'] {
  return Object.fromEntries(Object.entries(state.settled).filter(([id]) => !participantIds.includes(id)));
}

/** A no that somebody said themself stays theirs when staff record another after it. */
function settle(
  state: PlanState,
  participantId: string,
  how: Settled['how'],
  at: string,
  by = state.settled[participantId]?.by,
): PlanState {
  const settled: Settled = by === undefined ? { at, how } : { at, how, by };
  return { ...state, settled: { ...state.settled, [participantId]: settled } };
}
