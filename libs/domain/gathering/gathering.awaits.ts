import { maxInstant } from '../calendar/index.js';
import { basisSince } from '../consent/grants.js';
import type { Awaited } from '../deadline/awaited.types.js';
import { deadlineAfter } from '../deadline/period.js';
import { mayKnow } from '../disclosure/may-disclose.js';
import { activeParties } from '../participants/participants.js';
import type { PlanState } from '../plan/plan.types.js';

/** What gathering waits for: that the coordinator asks those who may be asked, and that each of them answers. */
export function gatheringAwaits(state: PlanState): Awaited[] {
  const parties = activeParties(state).filter(({ participantId }) =>
    mayKnow(state, participantId, state.updatedAt),
  );
  const answers = parties.flatMap(({ participantId }): Awaited[] => {
    const request = state.gatheringRequests[participantId];
    if (request === undefined || request.answer !== null) return [];
    return [
      {
        ref: `gatheringAnswer:${participantId}:${request.round}`,
        kind: 'gatheringAnswer',
        from: { kind: 'participant', participantId },
        since: request.requestedAt,
        deadline: request.deadline,
        clock: 'duty',
      },
    ];
  });
  const unasked = parties
    .filter(({ participantId }) => state.gatheringRequests[participantId] === undefined)
    .map(({ participantId }) => ({
      participantId,
      since: maxInstant(
        basisSince(state, participantId) ?? state.startedAt,
        state.citizenAnsweredAt ?? state.startedAt,
      ),
    }))
    .sort((a, b) => (a.since < b.since ? -1 : 1))[0];
  if (unasked === undefined) return answers;
  return [
    ...answers,
    {
      ref: `gatheringRequest:${unasked.participantId}`,
      kind: 'gatheringRequest',
      from: { kind: 'coordinator' },
      since: unasked.since,
      deadline: deadlineAfter(unasked.since, state.policy.gatheringRequestWithin, state.policy),
      clock: 'duty',
    },
  ];
}
