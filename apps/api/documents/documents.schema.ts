import { z } from 'zod';
import { INFORMATION_KINDS } from '../../../libs/domain/consent/consent.types.js';
import { participantId } from '../schemas/fields.js';

export const uploadQuery = z.strictObject({
  participantId: participantId.meta({ description: 'The participant whose document it is.' }),
  kind: z
    .enum(INFORMATION_KINDS)
    .default('existingPlans')
    .meta({ description: 'The kind of information that it holds; decides who may see it.' }),
});
export type UploadQuery = z.output<typeof uploadQuery>;
