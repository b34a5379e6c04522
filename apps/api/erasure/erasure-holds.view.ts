import { z } from 'zod';
import { EXAMPLE_IDS } from '../openapi/examples.js';
import { page, uuidAnswer, when } from '../schemas/answers.js';
import { shortText, uuid } from '../schemas/fields.js';

export const holdBackBody = z.strictObject({ planId: uuid, reason: shortText });
export type HoldBackBody = z.output<typeof holdBackBody>;

export const erasureHoldView = z
  .strictObject({
    holdId: uuidAnswer,
    planId: uuidAnswer,
    reason: z.string(),
    heldAt: when,
    heldByPersonId: uuidAnswer,
    releasedAt: when.nullable(),
    releasedByPersonId: uuidAnswer.nullable(),
  })
  .meta({ id: 'ErasureHold', description: 'A plan whose erasure is held back, until it is released.' });
export type ErasureHoldView = z.output<typeof erasureHoldView>;

export const erasureHoldPage = page(erasureHoldView);
export type ErasureHoldPage = z.output<typeof erasureHoldPage>;

export const ERASURE_HOLD_EXAMPLE: ErasureHoldView = {
  holdId: EXAMPLE_IDS.request,
  planId: EXAMPLE_IDS.plan,
  reason: 'Klagesag ved Ankestyrelsen.',
  heldAt: '2027-03-01T09:00:00.000Z',
  heldByPersonId: EXAMPLE_IDS.coordinator,
  releasedAt: null,
  releasedByPersonId: null,
};
