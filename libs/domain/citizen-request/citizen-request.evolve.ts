import type { EvolversOf } from '../plan/decider.types.js';
import type { PlanState } from '../plan/plan.types.js';
import type { CitizenRequestEvent } from './citizen-request.types.js';

export const citizenRequestEvolvers: EvolversOf<CitizenRequestEvent> = {
  requestMade: (state, { requestId, kind, participantId, deadline }, at) => ({
    ...state,
    citizenRequests: {
      ...state.citizenRequests,
      [requestId]: { requestId, kind, participantId, madeAt: at, deadline },
    },
  }),
  requestAnswered: (state, { requestId }) => withoutRequest(state, requestId),
  requestFulfilled: (state, { requestId }) => withoutRequest(state, requestId),
};

function withoutRequest(state: PlanState, requestId: string): PlanState {
  return {
    ...state,
    citizenRequests: Object.fromEntries(
      Object.entries(state.citizenRequests).filter(([id]) => id !== requestId),
    ),
    answeredRequests: [...state.answeredRequests, requestId],
  };
}
