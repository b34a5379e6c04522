import { mayKnow } from '../disclosure/may-disclose.js';
import type { EvolversOf } from '../plan/decider.types.js';
import type { PlanState } from '../plan/plan.types.js';
import type { GatheringEvent, GatheringRequest } from './gathering.types.js';

export const gatheringEvolvers: EvolversOf<GatheringEvent> = {
  gatheringRequested: (state, { participantId, round, deadline }, at) => ({
    ...withRequest(state, {
      participantId,
      round,
      requestedAt: at,
      deadline,
      answer: null,
      answeredAt: null,
      late: false,
    }),
    gatheringRounds: { ...state.gatheringRounds, [participantId]: round },
    gatheringWaived: state.gatheringWaived.filter((id) => id !== participantId),
  }),
  gatheringAnswered(state, { participantId, answer, late }, at) {
    const request = state.gatheringRequests[participantId];
    if (request === undefined) return state;
    return withRequest(state, { ...request, answer: answer.kind, answeredAt: at, late });
  },
  gatheringWithdrawn: (state, { participantId }, at) => ({
    ...state,
    gatheringRequests: Object.fromEntries(
      Object.entries(state.gatheringRequests).filter(([id]) => id !== participantId),
    ),
    gatheringWaived: mayKnow(state, participantId, at)
      ? [...state.gatheringWaived, participantId]
      : state.gatheringWaived,
  }),
  overlapDecided: (state, { overlapKey, decision }) => ({
    ...state,
    overlapDecisions: { ...state.overlapDecisions, [overlapKey]: decision },
  }),
};

function withRequest(state: PlanState, request: GatheringRequest): PlanState {
  return {
    ...state,
    gatheringRequests: { ...state.gatheringRequests, [request.participantId]: request },
  };
}
