import { z } from 'zod';
import { CHANNELS, PARTICIPANT_ROLES } from '../../../libs/domain/participants/participant.types.js';
import { EXAMPLE_IDS } from '../openapi/examples.js';
import { items, participantRef, uuidAnswer, when } from '../schemas/answers.js';

export const participantView = z
  .strictObject({
    participantId: participantRef,
    personId: uuidAnswer,
    role: z.enum(PARTICIPANT_ROLES),
    channel: z.enum(CHANNELS),
    joinedAt: when,
    removedAt: when.nullable(),
    removalReason: z.string().nullable(),
    givenName: z.string().nullable(),
    familyName: z.string().nullable(),
    email: z.string().nullable(),
    telephone: z.string().nullable(),
    address: z.string().nullable(),
    protectedIdentity: z.boolean(),
    organisationId: uuidAnswer.nullable(),
    organisationName: z.string().nullable(),
    worksThere: z.boolean().nullable(),
    presentOrganisationId: uuidAnswer.nullable(),
    presentOrganisationName: z.string().nullable(),
  })
  .meta({
    id: 'Participant',
    description:
      'Somebody who takes part. Who takes part for an authority acts for it only while they work there by the register ' +
      '(`worksThere`); `presentOrganisationName` is where they work now. Contact details and protected names are null unless the reader may see them; contact details ' +
      'of anybody but the citizen who has a protected identity and signs in themselves are told to nobody else.',
  });

export const participantsView = items(participantView);
export type ParticipantsView = z.output<typeof participantsView>;

export const PARTICIPANTS_EXAMPLE: ParticipantsView = {
  items: [
    {
      participantId: 'citizen',
      personId: EXAMPLE_IDS.citizen,
      role: 'citizen',
      channel: 'letter',
      joinedAt: '2027-03-01T09:00:00.000Z',
      removedAt: null,
      removalReason: null,
      givenName: 'Magnus Test',
      familyName: 'Lauridsen',
      email: null,
      telephone: null,
      address: 'Testgrusgraven 3, 10.th, 3400 Hillerød',
      protectedIdentity: false,
      organisationId: null,
      organisationName: null,
      worksThere: null,
      presentOrganisationId: null,
      presentOrganisationName: null,
    },
  ],
};
