import { z } from 'zod';
import { ORGANISATION_ROLES } from '../../../libs/domain/plan/actor.js';
import { EXAMPLE_IDS } from '../openapi/examples.js';
import { list, uuidAnswer } from '../schemas/answers.js';

export const signedInAnswer = z
  .strictObject({
    personId: uuidAnswer,
    organisationId: uuidAnswer.nullable(),
    organisationRoles: list(z.enum(ORGANISATION_ROLES)),
  })
  .meta({ id: 'SignedIn' });
export type SignedInAnswer = z.output<typeof signedInAnswer>;

export const SIGNED_IN_EXAMPLE: SignedInAnswer = {
  personId: EXAMPLE_IDS.coordinator,
  organisationId: EXAMPLE_IDS.organisation,
  organisationRoles: ['practitioner', 'coordinator'],
};
