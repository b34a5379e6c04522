import { z } from 'zod';
import { CITIZEN_REQUEST_KINDS } from '../../../libs/domain/citizen-request/citizen-request.types.js';
import { newId, optional, participantId, shortText } from '../schemas/fields.js';

export const makeRequestBody = z.strictObject({
  requestId: newId,
  kind: z.enum(CITIZEN_REQUEST_KINDS),
  participantId: optional(participantId),
  words: optional(shortText),
});
export type MakeRequestBody = z.output<typeof makeRequestBody>;

export const answerRequestBody = z.strictObject({
  answer: z.enum(['granted', 'declined']),
  reason: shortText,
});
export type AnswerRequestBody = z.output<typeof answerRequestBody>;
