import { maxInstant } from '../calendar/index.js';
import { basisSince } from '../consent/grants.js';
import type { Awaited } from '../deadline/awaited.types.js';
import { deadlineAfter } from '../deadline/period.js';
import { mayKnow } from '../disclosure/may-disclose.js';
import { activeParties } from '../participants/participants.js';
import type { PlanState } from '../plan/plan.types.js';
import { countedFromTelling } from '../task/telling-task.js';
import type { GatheringRequest } from './gathering.types.js';

/** What gathering waits for: that the coordinator asks those who may be asked, and that each of them answers. */
export function gatheringAwaits(state: PlanState): Awaited[] {
  return [...answers(state), ...requests(state)];
}

function answers(state: PlanState): Awaited[] {
  return activeParties(state).flatMap(({ participantId }): Awaited[] => {
    const request = state.gatheringRequests[participantId];
    if (request === undefined || request.answer !== null) return [];
    return [answerTo(state, request)];
  });
}

/** The answer that is awaited to a request, with the deadline that counts for who was told of it by a person. */
export function answerTo(
  state: PlanState,
  { participantId, round, requestedAt, deadline }: GatheringRequest,
): Awaited {
  const { policy, updatedAt } = state;
  const answer: Awaited = {
    ref: `gatheringAnswer:${participantId}:${round}`,
    kind: 'gatheringAnswer',
    from: { kind: 'participant', participantId },
    since: requestedAt,
    deadline,
    clock: 'duty',
    dormant: !mayKnow(state, participantId, updatedAt),
  };
  return countedFromTelling(state, answer, (toldAt) =>
    deadlineAfter(toldAt, policy.gatheringAnswerWithin, policy),
  );
}

/** Each who may be asked and has not been, counted from when they might: nobody's question waits for another's. */
function requests(state: PlanState): Awaited[] {
  const answeredAt = state.citizenAnsweredAt ?? state.startedAt;
  return activeParties(state)
    .filter(({ participantId }) => state.gatheringRequests[participantId] === undefined)
    .filter(({ participantId }) => !state.gatheringWaived.includes(participantId))
    .map(({ participantId }) => {
      const since = maxInstant(basisSince(state, participantId) ?? state.startedAt, answeredAt);
      return {
        ref: `gatheringRequest:${participantId}:${(state.gatheringRounds[participantId] ?? 0) + 1}:${answeredAt}`,
        kind: 'gatheringRequest',
        from: { kind: 'coordinator' },
        since,
        deadline: deadlineAfter(since, state.policy.gatheringRequestWithin, state.policy),
        clock: 'duty',
        dormant: !mayKnow(state, participantId, state.updatedAt),
      };
    });
}
