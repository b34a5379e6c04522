import { z } from 'zod';
import { localDate, optional, shortText } from '../schemas/fields.js';

export const setFollowUpBody = z.strictObject({
  intervalMonths: z.int().min(1).max(60),
  nextOn: optional(localDate),
});
export type SetFollowUpBody = z.output<typeof setFollowUpBody>;

export const closeFollowUpBody = z.strictObject({
  outcome: z.enum(['continue', 'revise']),
  nextOn: optional(localDate),
  note: optional(shortText),
  withoutMeetingReason: optional(shortText),
});
export type CloseFollowUpBody = z.output<typeof closeFollowUpBody>;
