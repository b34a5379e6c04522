import { z } from 'zod';
import { ORGANISATION_ROLES } from '../../../libs/domain/plan/actor.js';
import { ORGANISATION_KINDS } from '../../../libs/persistence/entities/organisation.entity.js';
import { EXAMPLE_IDS } from '../openapi/examples.js';
import { list, page, uuidAnswer } from '../schemas/answers.js';

export const citizenAnswer = z.strictObject({ personId: uuidAnswer }).meta({ id: 'RegisteredCitizen' });
export type CitizenAnswer = z.output<typeof citizenAnswer>;

export const personAnswer = z
  .strictObject({
    personId: uuidAnswer,
    givenName: z.string(),
    familyName: z.string(),
    organisationId: uuidAnswer.nullable(),
    organisationRoles: list(z.enum(ORGANISATION_ROLES)),
    hasSignIn: z.boolean().meta({ description: 'Whether it is registered how the person signs in.' }),
  })
  .meta({ id: 'Person' });
export type PersonAnswer = z.output<typeof personAnswer>;

export const organisationAnswer = z
  .strictObject({
    organisationId: uuidAnswer,
    kind: z.enum(ORGANISATION_KINDS),
    name: z.string(),
    parentId: uuidAnswer.nullable(),
    municipalityCode: z.string().nullable(),
    regionCode: z.string().nullable(),
  })
  .meta({ id: 'Organisation' });
export type OrganisationAnswer = z.output<typeof organisationAnswer>;

export const peoplePage = page(personAnswer);
export type PeoplePage = z.output<typeof peoplePage>;
export const organisationPage = page(organisationAnswer);
export type OrganisationPage = z.output<typeof organisationPage>;

export const PERSON_EXAMPLE: PersonAnswer = {
  personId: EXAMPLE_IDS.practitioner,
  givenName: 'Ellen Louise Test',
  familyName: 'Lauridsen',
  organisationId: EXAMPLE_IDS.organisation,
  organisationRoles: ['practitioner'],
  hasSignIn: true,
};

export const ORGANISATION_EXAMPLE: OrganisationAnswer = {
  organisationId: EXAMPLE_IDS.organisation,
  kind: 'department',
  name: 'Rusmiddelcentret',
  parentId: null,
  municipalityCode: '0219',
  regionCode: 'DK-84',
};
