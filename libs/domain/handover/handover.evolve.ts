import type { Instant } from '../calendar/index.js';
import type { EvolversOf } from '../plan/decider.types.js';
import type { PlanState } from '../plan/plan.types.js';
import type { HandoverEvent } from './handover.types.js';

export const handoverEvolvers: EvolversOf<HandoverEvent> = {
  handoverProposed: (state, { successorPersonId, deadline }, at) => ({
    ...state,
    proposal: { successorPersonId, proposedAt: at, deadline },
  }),
  handoverAccepted: (state, { personId }, at) => withCoordinator(state, personId, at),
  handoverDeclined: (state) => ({ ...state, proposal: null }),
  handoverWithdrawn: (state) => ({ ...state, proposal: null }),
  coordinatorResigned: (state, { deadline }, at) => ({
    ...state,
    coordinatorPersonId: null,
    coordinatorSince: null,
    vacancy: { since: at, deadline },
  }),
  coordinatorNamed: (state, { personId }, at) => withCoordinator(state, personId, at),
  deputyAppointed: (state, { personId, from, to }, at) => ({
    ...state,
    deputy: { personId, from, to, begun: from <= at },
  }),
  deputyBegun: (state) => ({
    ...state,
    deputy: state.deputy === null ? null : { ...state.deputy, begun: true },
  }),
  deputyEnded: (state) => ({ ...state, deputy: null }),
};

/** One coordinator takes the place of the other in one event, so there is never more than one. */
export function withCoordinator(state: PlanState, personId: string, at: Instant): PlanState {
  return {
    ...state,
    coordinatorPersonId: personId,
    coordinatorSince: at,
    proposal: null,
    vacancy: null,
    deputy: state.deputy?.personId === personId ? null : state.deputy,
    changes: state.changes + 1,
  };
}
