import { deadlineAfter } from '../deadline/period.js';
import { activeParticipant } from '../participants/participants.js';
import type { DecidersOf } from '../plan/decider.types.js';
import { ensure, required } from '../plan/errors.js';
import type { CitizenRequestCommand } from './citizen-request.types.js';

export const citizenRequestDeciders: DecidersOf<CitizenRequestCommand> = {
  makeRequest(state, { requestId, kind, participantId, words }, { at }) {
    ensure(
      state.citizenRequests[requestId] === undefined && !state.answeredRequests.includes(requestId),
      'REQUEST.ALREADY_MADE',
      { field: 'requestId' },
    );
    ensure(kind !== 'somebodyLeaves' || participantId !== null, 'REQUEST.SUBJECT_MISSING', {
      field: 'participantId',
      expected: 'who is to leave',
    });
    if (participantId !== null) activeParticipant(state, participantId);
    const deadline = deadlineAfter(at, state.policy.citizenRequestWithin[kind], state.policy);
    return [{ type: 'requestMade', requestId, kind, participantId, words, deadline }];
  },

  answerRequest(state, { requestId, answer, reason }) {
    ensure(!state.answeredRequests.includes(requestId), 'REQUEST.ALREADY_ANSWERED', { field: 'requestId' });
    const { kind } = required(state.citizenRequests[requestId], 'REQUEST.NOT_FOUND', { field: 'requestId' });
    return [{ type: 'requestAnswered', requestId, kind, answer, reason }];
  },
};
