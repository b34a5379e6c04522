import { z } from 'zod';
import { participantId, shortText } from './fields.js';

/** A reason, and nothing else. */
export const reasonBody = z.strictObject({ reason: shortText });
export type ReasonBody = z.output<typeof reasonBody>;

/** A participant, and nothing else. */
export const participantBody = z.strictObject({ participantId });
export type ParticipantBody = z.output<typeof participantBody>;
