import { z } from 'zod';
import { EXAMPLE_IDS } from '../openapi/examples.js';
import { list, uuidAnswer, when } from '../schemas/answers.js';

export const handoverAnswer = z
  .strictObject({
    coordinators: list(z.strictObject({ personId: uuidAnswer, since: when, until: when.nullable() })),
    handovers: list(
      z.strictObject({
        successorPersonId: uuidAnswer,
        reason: z.string(),
        proposedAt: when,
        deadline: when,
        outcome: z.enum(['accepted', 'declined', 'withdrawn']).nullable(),
        outcomeReason: z.string().nullable(),
        endedAt: when.nullable(),
      }),
    ),
    deputy: z.strictObject({ personId: uuidAnswer, from: when, to: when }).nullable(),
  })
  .meta({ id: 'Handover', description: 'Coordinators, proposed changes and the deputy.' });
export type HandoverAnswer = z.output<typeof handoverAnswer>;

export const HANDOVER_EXAMPLE: HandoverAnswer = {
  coordinators: [{ personId: EXAMPLE_IDS.coordinator, since: '2027-03-01T09:00:00.000Z', until: null }],
  handovers: [],
  deputy: null,
};
