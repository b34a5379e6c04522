import { z } from 'zod';
import { ORGANISATION_ROLES } from '../../domain/plan/actor.js';
import { ASSURANCE_LEVELS } from './assurance.js';

const LONGEST_NAME = 200;
const LONGEST_LIST = 50;

/** A claim by its name, a URI among them, or by the dotted path to it. */
const claim = z
  .string()
  .min(1)
  .max(LONGEST_NAME)
  .refine((name) => !/\s/.test(name));

/** Values as they stand in a token; no blanks, quotation marks or backslashes, since they also go into a header. */
const values = z
  .array(
    z
      .string()
      .max(LONGEST_NAME)
      .regex(/^[\x21\x23-\x5b\x5d-\x7e]+$/),
  )
  .max(LONGEST_LIST);

/** The levels as they are written by NSIS. */
const NSIS_VALUES = {
  low: ['https://data.gov.dk/concept/core/nsis/Low'],
  substantial: ['https://data.gov.dk/concept/core/nsis/Substantial'],
  high: ['https://data.gov.dk/concept/core/nsis/High'],
};

const assurance = z
  .strictObject({
    claim: claim.default('acr'),
    low: values.default(NSIS_VALUES.low),
    substantial: values.default(NSIS_VALUES.substantial),
    high: values.default(NSIS_VALUES.high),
  })
  .refine((levels) => {
    const all = ASSURANCE_LEVELS.flatMap((level) => levels[level]);
    return new Set(all).size === all.length;
  });

/** Which claim of a provider's tokens says what; a claim that is null is not asked for. */
export const claimMappingSchema = z.strictObject({
  /** By whom the provider knows the person. */
  subject: claim.default('sub'),
  /** The citizen's CPR number. */
  cpr: claim.nullable().default(null),
  /** CVR number of the organisation for which somebody signs in. */
  cvr: claim.nullable().default(null),
  /** By whom that organisation knows the person. */
  employee: claim.nullable().default(null),
  /** Roles in the organisation, as a list or separated by blanks. Null: the register alone says them. */
  roles: claim.nullable().default(null),
  /** What the provider calls our roles; a role that is not named is called as here. */
  roleNames: z.partialRecord(z.enum(ORGANISATION_ROLES), values).default({}),
  /** How sure it is who signed in, and what the provider calls the levels. */
  assurance: assurance.default(assurance.parse({})),
  /** When the person signed in, in seconds (OpenID Connect Core, 2; RFC 9470, 6.1). */
  signedInAt: claim.default('auth_time'),
  /** The client that a token was issued to; null: `client_id` (RFC 9068), or else `azp` (OpenID Connect Core). */
  client: claim.nullable().default(null),
  /** A claim that says that no person stands behind a token; beside it, a subject that is the client itself says so. */
  machine: z
    .strictObject({ claim, value: z.string().max(LONGEST_NAME) })
    .nullable()
    .default(null),
  /** What a machine was granted, as a list or separated by blanks (RFC 8693, 4.2). */
  scopes: claim.default('scope'),
});

/** Which claim of a provider's tokens says what. */
export type ClaimMapping = Readonly<z.output<typeof claimMappingSchema>>;
