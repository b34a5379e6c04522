import { z } from 'zod';
import { CHANNELS } from '../../../libs/domain/participants/participant.types.js';
import { ORGANISATION_ROLES } from '../../../libs/domain/plan/actor.js';
import { email, telephone } from '../register/register.schema.js';
import { distinct, name, text, uuid } from '../schemas/fields.js';

const something = (body: object): boolean => Object.values(body).some((value) => value !== undefined);

/** What is left out stays as it is; null says that there is none. */
export const correctPersonBody = z
  .strictObject({
    givenName: name.optional(),
    familyName: name.optional(),
    email: email.nullable().optional(),
    telephone: telephone.nullable().optional(),
    address: text(500).nullable().optional(),
    language: z.enum(['da', 'en']).optional(),
    channel: z.enum(CHANNELS).optional(),
    protectedIdentity: z.boolean().optional(),
    organisationId: uuid.nullable().optional(),
    organisationRoles: distinct(z.enum(ORGANISATION_ROLES), 0, ORGANISATION_ROLES.length).optional(),
  })
  .refine(something, { error: 'expected.something' })
  .meta({ minProperties: 1 });
export type CorrectPersonBody = z.output<typeof correctPersonBody>;

export const correctNumberBody = z.strictObject({
  cpr: z.string().max(40).meta({
    description: 'CPR number of a day that exists, of somebody who has been born since 1900.',
    pattern: '^[0-9]{6}-?[0-9]{4}$',
  }),
});
export type CorrectNumberBody = z.output<typeof correctNumberBody>;

export const deathBody = z.strictObject({
  deceased: z.boolean().meta({ description: 'False if it was a mistake.' }),
});
export type DeathBody = z.output<typeof deathBody>;

export const correctOrganisationBody = z
  .strictObject({ name: name.optional(), leaderPersonId: uuid.nullable().optional() })
  .refine(something, { error: 'expected.something' })
  .meta({ minProperties: 1 });
export type CorrectOrganisationBody = z.output<typeof correctOrganisationBody>;
