import { z } from 'zod';
import type { PageRequest } from '../../../libs/record/read/page.js';

/** Which page of a list. */
export const pageQuery = z.strictObject({
  cursor: z
    .string()
    .max(1_000)
    .optional()
    .meta({ description: '`next` of the page before.', pattern: '^[A-Za-z0-9_-]+$' }),
  limit: z
    .string()
    .refine((value) => /^([1-9]\d?|100)$/.test(value), { error: 'expected.pageSize' })
    .transform(Number)
    .optional()
    .meta({ description: 'From 1 to 100; 50 by default.', pattern: '^([1-9]\\d?|100)$' }),
});
export type PageQuery = z.output<typeof pageQuery>;

const USUAL_PAGE = 50;

/** The page that a query asks for. */
export function pageRequestOf({ cursor, limit }: PageQuery): PageRequest {
  return { cursor, limit: limit ?? USUAL_PAGE };
}
