import { z } from 'zod';
import { DELIVERY_STATUSES } from '../../../libs/domain/distribution/distribution.types.js';
import { EXAMPLE_IDS } from '../openapi/examples.js';
import { list, participantRef } from '../schemas/answers.js';

export const endEffectsView = z
  .strictObject({
    losesSight: list(participantRef).meta({
      description: 'Who knows of the course now and will not see it any more.',
    }),
    cancelsMeetings: list(z.string()),
    dropsAgreements: list(z.string()),
    endsRights: list(participantRef).meta({
      description: 'Whose consent or other basis ends.',
    }),
    tells: list(
      z.strictObject({
        participantId: participantRef,
        byMail: z.boolean().meta({ description: 'If not, somebody has to tell them.' }),
      }),
    ).meta({ description: 'Who is told that a meeting is off or that the course is over.' }),
    tellsCoordinator: z.boolean(),
    received: list(
      z.strictObject({
        participantId: participantRef,
        version: z.int(),
        status: z.enum(DELIVERY_STATUSES),
      }),
    ).meta({
      description:
        'What somebody has been sent already; what is still `queued` is held back where it can be.',
    }),
    stopsDeadlines: z.int().meta({ description: 'How many things nobody waits for any more.' }),
  })
  .meta({
    id: 'EndEffects',
    description: 'What follows from ending the course, before anybody confirms it.',
  });
export type EndEffectsView = z.output<typeof endEffectsView>;

export const END_EFFECTS_EXAMPLE: EndEffectsView = {
  losesSight: [EXAMPLE_IDS.psychiatry],
  cancelsMeetings: [EXAMPLE_IDS.meeting],
  dropsAgreements: [EXAMPLE_IDS.agreement],
  endsRights: [EXAMPLE_IDS.psychiatry],
  tells: [{ participantId: EXAMPLE_IDS.psychiatry, byMail: true }],
  tellsCoordinator: true,
  received: [{ participantId: EXAMPLE_IDS.psychiatry, version: 1, status: 'accepted' }],
  stopsDeadlines: 3,
};
