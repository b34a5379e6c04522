import { z } from 'zod';
import { SEEN_DOCUMENTS } from '../../../libs/domain/confirmation/confirmation.types.js';
import { localDate, optional, shortText } from '../schemas/fields.js';

const seen = z
  .strictObject({
    document: z.enum(SEEN_DOCUMENTS).meta({ description: 'The kind of document.' }),
    dated: localDate.meta({ description: 'The day of the document.' }),
  })
  .meta({ description: 'What was seen: the document itself is not kept here.' });

export const confirmBody = z.strictObject({ seen: optional(seen) });
export type ConfirmBody = z.output<typeof confirmBody>;

export const endOfSayBody = z.strictObject({ seen, reason: shortText });
export type EndOfSayBody = z.output<typeof endOfSayBody>;
