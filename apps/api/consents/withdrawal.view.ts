import { z } from 'zod';
import { INFORMATION_KINDS } from '../../../libs/domain/consent/consent.types.js';
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
    received: list(deliveryView),
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
  received: DELIVERIES_EXAMPLE.items,
};
