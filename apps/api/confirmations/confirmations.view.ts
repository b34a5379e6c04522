import { z } from 'zod';
import { MATTERS } from '../../../libs/domain/confirmation/confirmation.types.js';
import { EXAMPLE_IDS } from '../openapi/examples.js';
import { items, list, participantRef, uuidAnswer, when } from '../schemas/answers.js';

export const confirmationView = z
  .strictObject({
    confirmationId: z.string().meta({ description: 'The id under which it is confirmed or rejected.' }),
    matter: z.enum(MATTERS).meta({
      description:
        '`consent`; `basis` other than consent; `part`, that somebody has a say; `endOfSay`, that they have it no more; ' +
        '`successor`, that somebody from another organisation is asked to coordinate.',
    }),
    subjectId: z
      .string()
      .meta({ description: 'The consent, basis or participant; the person of a successor.' }),
    participantId: participantRef.nullable().meta({ description: 'Null for a successor.' }),
    kinds: list(z.string()).meta({ description: 'What it opens; nothing for a say.' }),
    recordedBy: uuidAnswer.meta({ description: 'Who cannot be the second person.' }),
    recordedAt: when,
    confirmBy: when.meta({ description: 'Until when; then it lapses, unless it counts already.' }),
    countsAlready: z
      .boolean()
      .meta({ description: 'Whether it could not wait, and is looked at afterwards.' }),
  })
  .meta({ id: 'Confirmation', description: 'What one person’s word does not settle.' });

export const confirmationsView = items(confirmationView);
export type ConfirmationsView = z.output<typeof confirmationsView>;

export const CONFIRMATIONS_EXAMPLE: ConfirmationsView = {
  items: [
    {
      confirmationId: `part:${EXAMPLE_IDS.psychiatry}`,
      matter: 'part',
      subjectId: EXAMPLE_IDS.psychiatry,
      participantId: EXAMPLE_IDS.psychiatry,
      kinds: [],
      recordedBy: EXAMPLE_IDS.coordinator,
      recordedAt: '2027-03-01T09:00:00.000Z',
      confirmBy: '2027-03-15T22:59:59.999Z',
      countsAlready: false,
    },
  ],
};
