import { z } from 'zod';
import { AWAITED_KINDS } from '../../../libs/domain/deadline/awaited.types.js';
import { EXAMPLE_IDS } from '../openapi/examples.js';
import { page, participantRef, uuidAnswer, when } from '../schemas/answers.js';

const awaitedOfMe = z
  .strictObject({
    planId: uuidAnswer,
    ref: z.string(),
    kind: z.enum(AWAITED_KINDS),
    fromKind: z.enum(['participant', 'organisation', 'coordinator', 'successor', 'teamLeader']),
    participantId: participantRef.nullable(),
    since: when,
    deadline: when,
  })
  .meta({ id: 'AwaitedOfMe', description: 'Something that the reader owes a plan.' });

export const awaitedPage = page(awaitedOfMe);
export type AwaitedPage = z.output<typeof awaitedPage>;

export const AWAITED_EXAMPLE: AwaitedPage = {
  items: [
    {
      planId: EXAMPLE_IDS.plan,
      ref: `gatheringAnswer:${EXAMPLE_IDS.psychiatry}:1`,
      kind: 'gatheringAnswer',
      fromKind: 'participant',
      participantId: EXAMPLE_IDS.psychiatry,
      since: '2027-03-01T09:00:00.000Z',
      deadline: '2027-03-15T22:59:59.999Z',
    },
  ],
  next: null,
};
