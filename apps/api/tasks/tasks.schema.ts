import { z } from 'zod';
import { optional, shortText } from '../schemas/fields.js';

export const completeTaskBody = z.strictObject({ note: optional(shortText) });
export type CompleteTaskBody = z.output<typeof completeTaskBody>;
