import { z } from 'zod';
import { code, instant, uuid, yesOrNo } from '../schemas/fields.js';
import { pageQuery } from '../schemas/page-query.js';

/** Which entries of the audit are looked for. */
export const auditQuery = z.strictObject({
  plan: uuid.optional().meta({ description: 'About this plan, also as one of those in a list.' }),
  person: uuid.optional().meta({ description: 'By this person.' }),
  operation: code.optional().meta({ description: 'By this operation or command.' }),
  allowed: yesOrNo.optional().meta({ description: 'Only what was allowed, or only what was refused.' }),
  from: instant.optional().meta({ description: 'From this instant on.' }),
  to: instant.optional().meta({ description: 'Before this instant.' }),
  ...pageQuery.shape,
});
export type AuditQuery = z.output<typeof auditQuery>;
