import { z } from 'zod';
import { INFORMATION_KINDS } from '../../../libs/domain/consent/consent.types.js';
import { DELIVERY_STATUSES } from '../../../libs/domain/distribution/distribution.types.js';
import { CHANNELS } from '../../../libs/domain/participants/participant.types.js';
import { EXAMPLE_IDS } from '../openapi/examples.js';
import { items, list, participantRef, when } from '../schemas/answers.js';

const status = z.enum(DELIVERY_STATUSES);
const channel = z.enum(CHANNELS);

export const deliveryView = z
  .strictObject({
    version: z.int(),
    participantId: participantRef,
    channel,
    status,
    attempt: z.int(),
    kinds: list(z.enum(INFORMATION_KINDS)),
    grantIds: list(z.string()),
    orderedAt: when,
    since: when,
    note: z.string().nullable(),
    events: list(
      z.strictObject({
        at: when,
        status,
        channel,
        note: z.string().nullable(),
        begunAt: when.nullable().meta({ description: 'When the sending began whose outcome it is.' }),
        rightEnded: z.boolean().meta({
          description: 'That the right to it had ended by then, after the sending had begun.',
        }),
      }),
    ),
  })
  .meta({
    id: 'Delivery',
    description: 'Which version went to whom, under which consents, how far it came.',
  });

export const deliveriesView = items(deliveryView);
export type DeliveriesView = z.output<typeof deliveriesView>;

export const DELIVERIES_EXAMPLE: DeliveriesView = {
  items: [
    {
      version: 1,
      participantId: EXAMPLE_IDS.psychiatry,
      channel: 'mail',
      status: 'accepted',
      attempt: 1,
      kinds: ['masterData', 'goals'],
      grantIds: [`${EXAMPLE_IDS.consent}:0`],
      orderedAt: '2027-04-20T09:00:00.000Z',
      since: '2027-04-20T09:01:00.000Z',
      note: null,
      events: [
        {
          at: '2027-04-20T09:01:01.000Z',
          status: 'accepted',
          channel: 'mail',
          note: null,
          begunAt: '2027-04-20T09:01:00.000Z',
          rightEnded: false,
        },
      ],
    },
  ],
};
