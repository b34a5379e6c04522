import { z } from 'zod';
import {
  CONSENT_BASES,
  CONSENT_MANNERS,
  INFORMATION_KINDS,
  PURPOSES,
  STATUTORY_BASES,
} from '../../../libs/domain/consent/consent.types.js';
import { EXAMPLE_IDS } from '../openapi/examples.js';
import { list, participantRef, uuidAnswer, when } from '../schemas/answers.js';

const kinds = list(z.union([z.enum(INFORMATION_KINDS), z.templateLiteral(['existingPlans:', z.string()])]));

const grant = z
  .strictObject({
    grantId: z.string(),
    consentId: z.string(),
    participantId: participantRef,
    kinds,
    grantedKinds: kinds,
    purpose: z.enum(PURPOSES),
    basis: z.enum(CONSENT_BASES),
    from: when,
    to: when,
    status: z.enum(['provisional', 'given', 'replaced', 'narrowed', 'withdrawn', 'expired', 'lapsed']),
    manner: z.enum(CONSENT_MANNERS),
    wordingVersion: z.string(),
    givenBy: z.enum(['citizen', 'custodyHolder', 'guardian']),
    recordedBy: uuidAnswer,
    recordedAt: when,
    confirmBy: when.nullable(),
    confirmedAt: when.nullable(),
    narrowedAt: when.nullable(),
    endedAt: when.nullable(),
    place: z.string(),
    helperPersonId: uuidAnswer.nullable(),
    minutesSpent: z.int(),
  })
  .meta({ id: 'Grant', description: "One recipient's part of a consent." });

const attempt = z
  .strictObject({
    seq: z.int(),
    at: when,
    participantIds: list(participantRef),
    outcome: z.enum(['notReached', 'postponed', 'askedAgain', 'refused']),
    place: z.string().nullable(),
    helperPersonId: uuidAnswer.nullable(),
    minutesSpent: z.int().nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'ConsentAttempt' });

const basis = z
  .strictObject({
    basisId: z.string(),
    participantId: participantRef,
    basis: z.enum(STATUTORY_BASES),
    kinds,
    from: when,
    to: when,
    reason: z.string(),
    extent: z.string(),
    citizenTold: z.boolean(),
    notToldBecause: z.string().nullable(),
    recordedAt: when,
    endedAt: when.nullable(),
    endReason: z.string().nullable(),
  })
  .meta({ id: 'RecordedBasis', description: 'A basis for disclosure other than consent.' });

export const consentsAnswer = z
  .strictObject({ grants: list(grant), attempts: list(attempt), bases: list(basis) })
  .meta({ id: 'Consents' });
export type ConsentsAnswer = z.output<typeof consentsAnswer>;

export const CONSENTS_EXAMPLE: ConsentsAnswer = {
  grants: [
    {
      grantId: `${EXAMPLE_IDS.consent}:0`,
      consentId: EXAMPLE_IDS.consent,
      participantId: EXAMPLE_IDS.psychiatry,
      kinds: ['masterData', 'goals'],
      grantedKinds: ['masterData', 'goals'],
      purpose: 'coordination',
      basis: 'healthAct43',
      from: '2027-02-28T23:00:00.000Z',
      to: '2028-02-29T23:00:00.000Z',
      status: 'given',
      manner: 'written',
      wordingVersion: '2026-2',
      givenBy: 'citizen',
      recordedBy: EXAMPLE_IDS.coordinator,
      recordedAt: '2027-03-01T09:00:00.000Z',
      confirmBy: null,
      confirmedAt: null,
      narrowedAt: null,
      endedAt: null,
      place: 'Bostedet',
      helperPersonId: null,
      minutesSpent: 30,
    },
  ],
  attempts: [],
  bases: [],
};
