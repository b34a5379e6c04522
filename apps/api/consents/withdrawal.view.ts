import { z } from 'zod';
import { INFORMATION_KINDS } from '../../../libs/domain/consent/consent.types.js';
import { ARRIVALS } from '../../../libs/domain/distribution/arrival.js';
import { DELIVERIES_EXAMPLE, deliveryView } from '../distribution/distribution.view.js';
import { EXAMPLE_IDS } from '../openapi/examples.js';
import { list, participantRef } from '../schemas/answers.js';

const kinds = list(z.union([z.enum(INFORMATION_KINDS), z.templateLiteral(['existingPlans:', z.string()])]));

export const withdrawalView = z
  .strictObject({
    participantId: participantRef,
    loses: kinds,
    keeps: kinds,
    leavesMeetings: list(z.string()),
    endsGathering: z.boolean(),
    openAgreements: list(z.string()),
    otherBases: list(z.string()),
    received: list(
      deliveryView.extend({
        arrival: z
          .enum(ARRIVALS)
          .nullable()
          .meta({
            description:
              'What cannot be called back: on its way (a server or the post has it, or may have it), received, opened. Null for ' +
              'what has not gone and does not go any more.',
          }),
      }),
    ),
  })
  .meta({
    id: 'WithdrawalEffects',
    description:
      'What follows from a withdrawal or narrowing before anybody confirms it, and which versions the recipient has ' +
      'been sent already: those cannot be called back.',
  });
export type WithdrawalView = z.output<typeof withdrawalView>;

export const WITHDRAWAL_EXAMPLE: WithdrawalView = {
  participantId: EXAMPLE_IDS.psychiatry,
  loses: ['course', 'masterData', 'goals'],
  keeps: [],
  leavesMeetings: [EXAMPLE_IDS.meeting],
  endsGathering: false,
  openAgreements: [EXAMPLE_IDS.agreement],
  otherBases: [],
  received: DELIVERIES_EXAMPLE.items.map((one) => ({ ...one, arrival: 'onItsWay' })),
};
