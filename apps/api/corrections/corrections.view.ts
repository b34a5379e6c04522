import { z } from 'zod';
import { CHANNELS } from '../../../libs/domain/participants/participant.types.js';
import { ORGANISATION_ROLES } from '../../../libs/domain/plan/actor.js';
import { EXAMPLE_IDS } from '../openapi/examples.js';
import { day, items, list, uuidAnswer, when } from '../schemas/answers.js';

const details = {
  givenName: z.string(),
  familyName: z.string(),
  email: z.string().nullable(),
  telephone: z.string().nullable(),
  address: z.string().nullable(),
  language: z.enum(['da', 'en']),
  channel: z.enum(CHANNELS),
  protectedIdentity: z.boolean(),
  organisationId: uuidAnswer.nullable(),
  organisationRoles: list(z.enum(ORGANISATION_ROLES)),
};

export const personDetailsView = z
  .strictObject({
    personId: uuidAnswer,
    ...details,
    deceased: z
      .boolean()
      .nullable()
      .meta({ description: 'Null for somebody who is no citizen and of whom no death is recorded.' }),
  })
  .meta({ id: 'PersonDetails', description: 'What the register has of somebody.' });
export type PersonDetailsView = z.output<typeof personDetailsView>;

export const personRevisionView = z
  .strictObject({
    revision: z.int(),
    at: when,
    byPersonId: uuidAnswer.nullable(),
    before: z
      .strictObject({ ...details, cpr: z.string(), birthDate: day, deceased: z.boolean() })
      .partial()
      .meta({ description: 'The fields that were corrected, as they were.' }),
  })
  .meta({ id: 'PersonRevision' });

export const personRevisionsView = items(personRevisionView);
export type PersonRevisionsView = z.output<typeof personRevisionsView>;

export const organisationDetailsView = z
  .strictObject({ organisationId: uuidAnswer, name: z.string(), leaderPersonId: uuidAnswer.nullable() })
  .meta({ id: 'OrganisationDetails' });
export type OrganisationDetailsView = z.output<typeof organisationDetailsView>;

export const organisationRevisionsView = items(
  z
    .strictObject({
      revision: z.int(),
      at: when,
      byPersonId: uuidAnswer,
      before: z.strictObject({ name: z.string(), leaderPersonId: uuidAnswer.nullable() }).partial(),
    })
    .meta({ id: 'OrganisationRevision' }),
);
export type OrganisationRevisionsView = z.output<typeof organisationRevisionsView>;

export const PERSON_DETAILS_EXAMPLE: PersonDetailsView = {
  personId: EXAMPLE_IDS.citizen,
  givenName: 'Magnus Test',
  familyName: 'Lauridsen',
  email: 'magnus@borger.example',
  telephone: '+45 99 99 10 01',
  address: 'Testgrusgraven 3, 10.th, 3400 Hillerød',
  language: 'da',
  channel: 'mail',
  protectedIdentity: false,
  organisationId: null,
  organisationRoles: [],
  deceased: false,
};

export const PERSON_REVISIONS_EXAMPLE: PersonRevisionsView = {
  items: [
    {
      revision: 1,
      at: '2027-03-01T09:00:00.000Z',
      byPersonId: EXAMPLE_IDS.coordinator,
      before: { email: 'magnus@gammel.example' },
    },
  ],
};

export const ORGANISATION_DETAILS_EXAMPLE: OrganisationDetailsView = {
  organisationId: EXAMPLE_IDS.organisation,
  name: 'Rusmiddelcenter Nord',
  leaderPersonId: EXAMPLE_IDS.practitioner,
};

export const ORGANISATION_REVISIONS_EXAMPLE: OrganisationRevisionsView = {
  items: [
    {
      revision: 1,
      at: '2027-03-01T09:00:00.000Z',
      byPersonId: EXAMPLE_IDS.coordinator,
      before: { name: 'Rusmiddelcentret' },
    },
  ],
};
