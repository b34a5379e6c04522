import type { CitizenRequestEvent } from '../../domain/citizen-request/citizen-request.types.js';
import type { ProjectorsOf } from './projection.types.js';
import { insertRow, updateRows } from './rows.js';

export const citizenRequestProjectors: ProjectorsOf<CitizenRequestEvent> = {
  requestMade: (context, { requestId, kind, participantId, words, deadline }) =>
    insertRow(context, 'citizen_requests', {
      request_id: requestId,
      kind,
      participant_id: participantId,
      words,
      made_at: context.at,
      deadline,
    }),
  requestAnswered: (context, { requestId, answer, reason }) =>
    updateRows(
      context,
      'citizen_requests',
      { request_id: requestId },
      { answer, reason, answered_at: context.at },
    ),
  requestFulfilled: (context, { requestId }) =>
    updateRows(
      context,
      'citizen_requests',
      { request_id: requestId },
      { answer: 'granted', answered_at: context.at },
    ),
};
