import { z } from 'zod';
import { ORGANISATION_ROLES } from '../../../libs/domain/plan/actor.js';
import { ORGANISATION_KINDS } from '../../../libs/persistence/entities/organisation.entity.js';
import { canonicalAddress } from '../../../libs/mail/mail-address.js';
import { CHANNELS } from '../../../libs/domain/participants/participant.types.js';
import { cvr, municipalityCode, regionCode, sor } from '../schemas/codes.js';
import { distinct, name, newId, optional, text, uuid } from '../schemas/fields.js';
import { pageQuery } from '../schemas/page-query.js';

/**
 * One address in one header line: no commas, angle brackets or control characters. Blanks around it, as copied ones have, are
 * left out; its domain may have any letters, and is kept as mail servers write it.
 */
export const email = z
  .string()
  .transform(canonicalAddress)
  .pipe(z.email({ error: 'expected.email' }))
  .refine((value) => value.length <= 254, { error: 'expected.email' })
  .meta({
    format: 'email',
    maxLength: 254,
    description: 'Kept with its domain as mail servers write it (xn--…).',
  });
const TELEPHONE = /^\+?[0-9][0-9 ()-]{5,29}$/;
export const telephone = z
  .string()
  .refine((value) => TELEPHONE.test(value), { error: 'expected.telephone' })
  .meta({ pattern: TELEPHONE.source });

const reachable = {
  givenName: name,
  familyName: name,
  email: optional(email),
  telephone: optional(telephone),
  address: optional(text(500)),
  language: z.enum(['da', 'en']).default('da'),
  channel: z.enum(CHANNELS),
  protectedIdentity: z.boolean().default(false),
};

/** Whether it can exist, and whether a region gave it out, is asked where it is kept. */
export const citizenNumber = z.string().max(40).meta({
  description:
    'CPR number of a day that exists, of somebody who has been born since 1900, or national replacement number.',
  pattern: '^[0-9]{6}-?([0-9]{4}|[17][A-Za-z]{2}[0-9])$',
});

export const registerCitizenBody = z.strictObject({
  cpr: citizenNumber,
  ...reachable,
});
export type RegisterCitizenBody = z.output<typeof registerCitizenBody>;

/** How somebody signs in: as the provider knows them, or as their organisation does. */
const signIn = {
  subject: optional(text(500)).meta({
    description: 'The subject by which the identity provider knows the person.',
  }),
  employeeId: optional(text(200)).meta({
    description: 'The id by which the organisation knows the person, beside its CVR number.',
  }),
};

/** One of the two at most, as JSON Schema says it. */
const ONE_SIGN_IN = {
  not: {
    required: ['subject', 'employeeId'],
    properties: { subject: { type: 'string' }, employeeId: { type: 'string' } },
  },
};

export const registerPersonBody = z
  .strictObject({
    personId: newId,
    ...reachable,
    organisationId: optional(uuid),
    organisationRoles: distinct(z.enum(ORGANISATION_ROLES), 0, ORGANISATION_ROLES.length).default([]),
    ...signIn,
  })
  .refine(isOneSignIn, { error: 'expected.oneSignIn', path: ['employeeId'] })
  .meta(ONE_SIGN_IN);
export type RegisterPersonBody = z.output<typeof registerPersonBody>;

/** Neither of the two takes a person's sign-in away. */
export const signInBody = z
  .strictObject(signIn)
  .refine(isOneSignIn, { error: 'expected.oneSignIn', path: ['employeeId'] })
  .meta(ONE_SIGN_IN);
export type SignInBody = z.output<typeof signInBody>;

function isOneSignIn({
  subject,
  employeeId,
}: {
  subject: string | null;
  employeeId: string | null;
}): boolean {
  return subject === null || employeeId === null;
}

export const registerOrganisationBody = z.strictObject({
  organisationId: newId,
  kind: z.enum(ORGANISATION_KINDS),
  name,
  parentId: optional(uuid),
  cvr: optional(cvr),
  sor: optional(sor),
  municipalityCode: optional(municipalityCode),
  regionCode: optional(regionCode),
  leaderPersonId: optional(uuid),
});
export type RegisterOrganisationBody = z.output<typeof registerOrganisationBody>;

export const peopleQuery = z.strictObject({
  organisation: uuid.meta({ description: 'The organisation that they work in.' }),
  ...pageQuery.shape,
});
export type PeopleQuery = z.output<typeof peopleQuery>;
