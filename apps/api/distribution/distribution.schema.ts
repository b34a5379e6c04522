import { z } from 'zod';
import { CHANNELS } from '../../../libs/domain/participants/participant.types.js';
import { optional, shortText } from '../schemas/fields.js';

const channel = z.enum(CHANNELS);

export const recordDeliveryBody = z.strictObject({
  status: z.enum(['accepted', 'delivered', 'read', 'failed']),
  channel,
  note: optional(shortText),
});
export type RecordDeliveryBody = z.output<typeof recordDeliveryBody>;

export const sendAgainBody = z.strictObject({ channel });
export type SendAgainBody = z.output<typeof sendAgainBody>;
