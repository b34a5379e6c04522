import { z } from 'zod';
import { LINK_PURPOSES } from '../../../libs/domain/access/access-link.types.js';
import { EXAMPLE_IDS } from '../openapi/examples.js';
import { items, participantRef, uuidAnswer, when } from '../schemas/answers.js';

export const accessLinkBody = z.strictObject({ purpose: z.enum(LINK_PURPOSES) });
export type AccessLinkBody = z.output<typeof accessLinkBody>;

export const accessLinkView = z
  .strictObject({
    linkId: uuidAnswer,
    participantId: participantRef,
    personId: uuidAnswer,
    purpose: z.enum(LINK_PURPOSES),
    givenAt: when,
    givenByPersonId: uuidAnswer,
    expiresAt: when,
    revokedAt: when.nullable(),
    revokedByPersonId: uuidAnswer.nullable(),
    usedAt: when.nullable(),
    wrongCodes: z.int(),
  })
  .meta({
    id: 'AccessLink',
    description: 'A link for somebody who cannot sign in. The link itself is in the mail to them alone.',
  });
export type AccessLinkAnswer = z.output<typeof accessLinkView>;

export const givenAccessLinkView = z
  .strictObject({ link: accessLinkView, code: z.string().nullable() })
  .meta({
    id: 'GivenAccessLink',
    description:
      'The code is told to the person by another way than the mail. It is answered once; null when the request is repeated.',
  });
export type GivenAccessLinkAnswer = z.output<typeof givenAccessLinkView>;

export const accessLinksView = items(accessLinkView);
export type AccessLinksView = z.output<typeof accessLinksView>;

export const ACCESS_LINK_EXAMPLE: AccessLinkAnswer = {
  linkId: EXAMPLE_IDS.accessLink,
  participantId: EXAMPLE_IDS.psychiatry,
  personId: EXAMPLE_IDS.practitioner,
  purpose: 'answerMeeting',
  givenAt: '2027-03-01T09:00:00.000Z',
  givenByPersonId: EXAMPLE_IDS.coordinator,
  expiresAt: '2027-03-04T09:00:00.000Z',
  revokedAt: null,
  revokedByPersonId: null,
  usedAt: null,
  wrongCodes: 0,
};
