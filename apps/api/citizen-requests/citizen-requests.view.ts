import { z } from 'zod';
import { CITIZEN_REQUEST_KINDS } from '../../../libs/domain/citizen-request/citizen-request.types.js';
import { EXAMPLE_IDS } from '../openapi/examples.js';
import { items, participantRef, uuidAnswer, when } from '../schemas/answers.js';

export const citizenRequestView = z
  .strictObject({
    requestId: uuidAnswer,
    kind: z.enum(CITIZEN_REQUEST_KINDS),
    participantId: participantRef.nullable(),
    words: z.string().nullable(),
    madeAt: when,
    deadline: when,
    answer: z.enum(['granted', 'declined']).nullable(),
    reason: z
      .string()
      .nullable()
      .meta({ description: 'Null while it waits, and for what came about before anybody answered.' }),
    answeredAt: when.nullable(),
    lapsedAt: when.nullable(),
  })
  .meta({ id: 'CitizenRequest', description: 'What the citizen asked for, and the answer.' });

export const citizenRequestsView = items(citizenRequestView);
export type CitizenRequestsView = z.output<typeof citizenRequestsView>;

export const CITIZEN_REQUESTS_EXAMPLE: CitizenRequestsView = {
  items: [
    {
      requestId: EXAMPLE_IDS.request,
      kind: 'meeting',
      participantId: null,
      words: 'Jeg vil gerne tale om min bolig.',
      madeAt: '2027-05-03T09:00:00.000Z',
      deadline: '2027-05-10T21:59:59.999Z',
      answer: null,
      reason: null,
      answeredAt: null,
      lapsedAt: null,
    },
  ],
};
