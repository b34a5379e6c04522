import { z } from 'zod';
import { EXAMPLE_IDS } from '../openapi/examples.js';
import { list, page, uuidAnswer, when } from '../schemas/answers.js';

const entry = z
  .strictObject({
    seq: z.int(),
    at: when,
    type: z.string(),
    actorKind: z.enum(['person', 'process']),
    actorPersonId: uuidAnswer.nullable(),
    subject: z
      .record(z.string(), z.union([z.string(), z.number(), z.boolean(), list(z.string())]))
      .readonly(),
  })
  .meta({ id: 'TimelineEntry', description: 'What happened, when and by whom, without what was written.' });

export const timelineView = page(entry);
export type TimelineView = z.output<typeof timelineView>;

export const TIMELINE_EXAMPLE: TimelineView = {
  items: [
    {
      seq: 1,
      at: '2027-03-01T09:00:00.000Z',
      type: 'planStarted',
      actorKind: 'person',
      actorPersonId: EXAMPLE_IDS.coordinator,
      subject: { coordinatorPersonId: EXAMPLE_IDS.coordinator },
    },
  ],
  next: null,
};
