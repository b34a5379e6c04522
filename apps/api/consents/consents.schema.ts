import { z } from 'zod';
import {
  CONSENT_BASES,
  CONSENT_MANNERS,
  PURPOSES,
  STATUTORY_BASES,
  URGENCIES,
} from '../../../libs/domain/consent/consent.types.js';
import {
  distinct,
  grantedKind,
  instant,
  name,
  newId,
  optional,
  participantId,
  shortText,
  uuid,
} from '../schemas/fields.js';

const kinds = distinct(grantedKind, 0, 200);
const minutesSpent = z.int().min(0).max(10_000).default(0);

export const consentAttemptBody = z.strictObject({
  participantIds: distinct(participantId, 1, 100),
  outcome: z.enum(['notReached', 'postponed', 'askedAgain']),
  place: name,
  helperPersonId: optional(uuid),
  minutesSpent,
});
export type ConsentAttemptBody = z.output<typeof consentAttemptBody>;

const proposedConsent = {
  grants: z
    .array(
      z.strictObject({
        participantId,
        kinds,
        purpose: z.enum(PURPOSES).default('coordination'),
        from: instant,
        to: instant,
      }),
    )
    .max(100),
  basis: z.enum(CONSENT_BASES),
  manner: z.enum(CONSENT_MANNERS),
  wordingVersion: name,
  givenBy: z.enum(['citizen', 'custodyHolder', 'guardian']),
};

export const giveConsentBody = z.strictObject({
  consentId: newId,
  ...proposedConsent,
  place: name,
  helperPersonId: optional(uuid),
  minutesSpent,
});
export type GiveConsentBody = z.output<typeof giveConsentBody>;

const language = z.enum(['da', 'en']).default('da');

export const consentFormBody = z.strictObject({ ...proposedConsent, language });
export type ConsentFormBody = z.output<typeof consentFormBody>;

export const consentFormQuery = z.strictObject({ language });
export type ConsentFormQuery = z.output<typeof consentFormQuery>;

/** An address may have 8,000 characters at most, everything in it included. */
const LONGEST_KEEP = 7_000;

/** What would be kept: nothing is said for a withdrawal. */
export const withdrawalQuery = z.strictObject({
  keep: z
    .string()
    .max(LONGEST_KEEP)
    .transform((text) => text.split(','))
    .pipe(kinds)
    .optional()
    .meta({
      description: 'Kinds of information that stay, with commas between them; left out for a withdrawal.',
    }),
});
export type WithdrawalQuery = z.output<typeof withdrawalQuery>;

export const refuseConsentBody = z.strictObject({ participantId, reason: optional(shortText) });
export type RefuseConsentBody = z.output<typeof refuseConsentBody>;

export const narrowConsentBody = z.strictObject({ participantId, keep: kinds });
export type NarrowConsentBody = z.output<typeof narrowConsentBody>;

export const recordBasisBody = z.strictObject({
  basisId: newId,
  participantId,
  basis: z.enum(STATUTORY_BASES),
  kinds,
  from: instant,
  to: instant,
  reason: shortText,
  extent: shortText,
  citizenTold: z.boolean(),
  notToldBecause: optional(shortText),
  urgentBecause: optional(z.enum(URGENCIES)).meta({
    description:
      'A danger to life, which does not wait for a second person: it counts at once, the citizen is told, and the team leader looks at it within one working day.',
  }),
});
export type RecordBasisBody = z.output<typeof recordBasisBody>;
