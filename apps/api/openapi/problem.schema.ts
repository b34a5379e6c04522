import { z } from 'zod';

/** The body of every answer that is not a success (RFC 9457). */
export const problemSchema = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string(),
    errors: z.array(z.strictObject({ field: z.string(), expected: z.string() })),
    correlationId: z.string(),
    context: z
      .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]))
      .optional(),
  })
  .meta({
    id: 'Problem',
    description:
      'What went wrong (RFC 9457). `code` stays the same for ever; `title` and `detail` follow Accept-Language ' +
      '(Danish or English); `errors` name the fields; `correlationId` finds the request in the logs.',
  });
