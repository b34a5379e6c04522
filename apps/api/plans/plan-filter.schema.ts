import { z } from 'zod';
import { AWAITED_KINDS } from '../../../libs/domain/deadline/awaited.types.js';
import { PHASES } from '../../../libs/domain/plan/plan.types.js';
import { instant, uuid, yesOrNo } from '../schemas/fields.js';
import { pageQuery } from '../schemas/page-query.js';

export const planFilterQuery = z.strictObject({
  phase: z.enum(PHASES).optional(),
  coordinator: uuid.optional().meta({ description: 'Id of the person.' }),
  organisation: uuid.optional().meta({ description: 'The organisation that keeps the plan.' }),
  waitsFor: z.enum(AWAITED_KINDS).optional(),
  waitsOnOrganisation: uuid.optional(),
  waitsOnPerson: uuid.optional(),
  overdue: yesOrNo.optional().meta({ description: 'Whether something is past its deadline.' }),
  dueBefore: instant.optional().meta({ description: 'The next step is due before this instant.' }),
  open: yesOrNo.optional(),
  ...pageQuery.shape,
});
export type PlanFilterQuery = z.output<typeof planFilterQuery>;
