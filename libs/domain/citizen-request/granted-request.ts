import { isOnHold } from '../deadline/holds.js';
import { participantDeciders } from '../participants/participant.decide.js';
import type { Given } from '../plan/actor.js';
import { courseDeciders } from '../plan/course.decide.js';
import { ensure } from '../plan/errors.js';
import type { EventOf, PlanEvent, PlanState } from '../plan/plan.types.js';
import { raiseTaskOnce } from '../task/raise-task.js';
import type { CitizenRequest } from './citizen-request.types.js';

/** A task that concerns the plan as a whole. */
const FOR_NOBODY = { ref: null, participantId: null };

/**
 * What follows at once from granting a request: whoever is to leave leaves, the plan goes on hold; a meeting and another
 * coordinator are work for the coordinator first. What has come about meanwhile is not done again.
 * @throws DomainError PLAN.AWAITS_CITIZEN_ANSWER for a pause of a course that has not begun
 */
export function grantedRequest(
  state: PlanState,
  { requestId, kind, participantId }: CitizenRequest,
  reason: string,
  given: Given,
): readonly PlanEvent[] {
  switch (kind) {
    case 'somebodyLeaves':
      if (participantId === null || state.participants[participantId]?.removedAt !== null) return [];
      return participantDeciders.removeParticipant(
        state,
        { type: 'removeParticipant', participantId, reason },
        given,
      );
    case 'pause': {
      ensure(state.citizenAnswer === 'yes', 'PLAN.AWAITS_CITIZEN_ANSWER', { field: 'answer' });
      if (isOnHold(state)) return [];
      const hold = { type: 'holdPlan', reason: 'citizenWish', until: null, cancelMeetings: false } as const;
      return courseDeciders.holdPlan(state, hold, given);
    }
    case 'meeting':
      return raiseTaskOnce(state, 'convene', requestId, FOR_NOBODY, given.at);
    case 'otherCoordinator':
      if (state.coordinatorPersonId === null) return [];
      return raiseTaskOnce(state, 'changeCoordinator', requestId, FOR_NOBODY, given.at);
  }
}

/** What ends because it has just come about: requests that nobody has answered yet, and the work of those granted. */
export function fulfilledBy(events: readonly PlanEvent[], state: PlanState): PlanEvent[] {
  const fixed = events.some(({ type }) => type === 'meetingFixed');
  const held = events.some(({ type }) => type === 'planHeld');
  const changed = events.some(({ type }) => type === 'coordinatorNamed' || type === 'handoverAccepted');
  const left = events
    .filter((event): event is EventOf<'participantRemoved'> => event.type === 'participantRemoved')
    .map(({ participantId }) => participantId);
  const isFulfilled = ({ kind, participantId }: CitizenRequest): boolean => {
    switch (kind) {
      case 'meeting':
        return fixed;
      case 'pause':
        return held;
      case 'otherCoordinator':
        return changed;
      case 'somebodyLeaves':
        return participantId !== null && left.includes(participantId);
    }
  };
  const requests = Object.values(state.citizenRequests)
    .filter(isFulfilled)
    .map(({ requestId, kind }): PlanEvent => ({ type: 'requestFulfilled', requestId, kind }));
  const tasks = Object.values(state.tasks)
    .filter(({ kind }) => (kind === 'convene' && fixed) || (kind === 'changeCoordinator' && changed))
    .map(({ taskId }): PlanEvent => ({ type: 'taskClosed', taskId, how: 'done', note: null }));
  return [...requests, ...tasks];
}
