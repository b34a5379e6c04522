import { deadlineAfter } from '../deadline/period.js';
import { CITIZEN } from '../participants/participant.types.js';
import { hasSay } from '../participants/say.js';
import { checkGivenByCitizen } from '../consent/given-by-citizen.js';
import type { Given } from '../plan/actor.js';
import type { PlanState } from '../plan/plan.types.js';
import { activeParticipant } from '../participants/participants.js';
import type { DecidersOf } from '../plan/decider.types.js';
import { ensure, requiredIn } from '../plan/errors.js';
import type { CitizenRequest, CitizenRequestCommand } from './citizen-request.types.js';
import { grantedRequest } from './granted-request.js';

export const citizenRequestDeciders: DecidersOf<CitizenRequestCommand> = {
  makeRequest(state, { requestId, kind, participantId, words }, given) {
    const { at } = given;
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
    ensure(kind !== 'somebodyLeaves' || participantId !== CITIZEN, 'PARTICIPANT.CITIZEN_FIXED', {
      field: 'participantId',
      expected:
        'somebody else; a citizen who no longer wants to take part has the plan ended (citizenWithdrew)',
    });
    if (kind === 'somebodyLeaves' && participantId !== null) checkMayBeWished(state, participantId, given);
    const subject = subjectOf({ kind, participantId });
    ensure(
      !Object.values(state.citizenRequests).some((other) => subjectOf(other) === subject),
      'REQUEST.ALREADY_MADE',
      { field: 'kind', expected: 'something else than what waits for an answer' },
    );
    const deadline = deadlineAfter(at, state.policy.citizenRequestWithin[kind], state.policy);
    return [{ type: 'requestMade', requestId, kind, participantId, words, deadline }];
  },

  answerRequest(state, { requestId, answer, reason }, given) {
    ensure(!state.answeredRequests.includes(requestId), 'REQUEST.ALREADY_ANSWERED', { field: 'requestId' });
    const asked = requiredIn(state.citizenRequests, requestId, 'REQUEST.NOT_FOUND', { field: 'requestId' });
    const { kind } = asked;
    return [
      { type: 'requestAnswered', requestId, kind, answer, reason },
      ...(answer === 'granted' ? grantedRequest(state, asked, reason, given) : []),
    ];
  },
};

/** Nobody is asked for what would be refused: that somebody leaves who has a say, or to whom somebody else consented. */
function checkMayBeWished(state: PlanState, participantId: string, given: Given): void {
  const participant = activeParticipant(state, participantId);
  ensure(!hasSay(state, participant, given.at), 'PARTICIPANT.HAS_SAY', {
    field: 'participantId',
    expected: 'their own word, or a decision that is recorded: whoever has a say is not removed by another',
  });
  checkGivenByCitizen(state, participantId, given);
}

/** What a request is about: two of one kind are the same wish, unless they are about different people. */
function subjectOf({ kind, participantId }: Pick<CitizenRequest, 'kind' | 'participantId'>): string {
  return kind === 'somebodyLeaves' ? `${kind}:${participantId ?? ''}` : kind;
}
