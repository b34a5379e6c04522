import { z } from 'zod';
import { instant, shortText, uuid } from '../schemas/fields.js';

export const proposeHandoverBody = z.strictObject({ successorPersonId: uuid, reason: shortText });
export type ProposeHandoverBody = z.output<typeof proposeHandoverBody>;

export const nameCoordinatorBody = z.strictObject({ personId: uuid, reason: shortText });
export type NameCoordinatorBody = z.output<typeof nameCoordinatorBody>;

export const appointDeputyBody = z.strictObject({ personId: uuid, from: instant, to: instant });
export type AppointDeputyBody = z.output<typeof appointDeputyBody>;
