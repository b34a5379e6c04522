import type { Instant } from '../calendar/index.js';
import type { EvolversOf } from '../plan/decider.types.js';
import type { PlanState } from '../plan/plan.types.js';
import type { HandoverEvent } from './handover.types.js';

export const handoverEvolvers: EvolversOf<HandoverEvent> = {
  handoverProposed: (state, { successorPersonId, organisationId = null, deadline }, at) => ({
    ...state,
    proposal: { successorPersonId, organisationId, proposedAt: at, deadline },
  }),
  handoverAccepted: (state, { personId, organisationId = null }, at) =>
    withCoordinator(state, { personId, organisationId }, at),
  handoverDeclined: (state) => ({ ...state, proposal: null }),
  handoverWithdrawn: (state) => ({ ...state, proposal: null }),
  coordinatorResigned: (state, { deadline }, at) => ({
    ...state,
    coordinatorPersonId: null,
    coordinatorSince: null,
    coordinatorOrganisationId: null,
    vacancy: { since: at, deadline },
  }),
  coordinatorLeft: (state, { personId, deadline }, at) => ({
    ...state,
    coordinatorPersonId: null,
    coordinatorSince: null,
    coordinatorOrganisationId: null,
    vacancy: {
      since: at,
      deadline,
      left: { personId, organisationId: state.coordinatorOrganisationId ?? null },
    },
  }),
  coordinatorReturned: (state, { personId, organisationId = null }, at) => ({
    ...withCoordinator(state, { personId, organisationId }, at),
    proposal: state.proposal,
  }),
  successorLeft: (state) => ({ ...state, proposal: null }),
  coordinatorNamed: (state, { personId, organisationId = null }, at) =>
    withCoordinator(state, { personId, organisationId }, at),
  deputyAppointed: (state, { personId, organisationId = null, from, to }, at) => ({
    ...state,
    deputy: { personId, organisationId, from, to, begun: from <= at },
  }),
  deputyBegun: (state) => ({
    ...state,
    deputy: state.deputy === null ? null : { ...state.deputy, begun: true },
  }),
  deputyEnded: (state) => ({ ...state, deputy: null }),
};

/** One coordinator takes the place of the other in one event, so there is never more than one. */
export function withCoordinator(
  state: PlanState,
  { personId, organisationId }: { readonly personId: string; readonly organisationId: string | null },
  at: Instant,
): PlanState {
  return {
    ...state,
    coordinatorPersonId: personId,
    coordinatorSince: at,
    coordinatorOrganisationId: organisationId,
    proposal: null,
    vacancy: null,
    deputy: state.deputy?.personId === personId ? null : state.deputy,
    changes: state.changes + 1,
  };
}
