import { z } from 'zod';
import { ASSURANCE_LEVELS } from '../identity/claims/assurance.js';
import { claimMappingSchema } from '../identity/claims/claim-mapping.js';
import {
  addressField,
  choiceField,
  jsonField,
  keysField,
  numberedKeysField,
  numberField,
  secretField,
  textField,
} from './environment-fields.js';

const HOST = /^[A-Za-z0-9_.:[\]-]+$/;
/** OpenID Connect Discovery 1.0, 2: no query and no fragment. */
const ISSUER = /^https?:\/\/[^\s?#"\\]+$/;

const variables = z.object({
  DATABASE_URL: addressField(
    ['postgres:', 'postgresql:'],
    'postgres://kiplan_app:password@127.0.0.1:5432/kiplan',
  ),
  API_PORT: numberField(0, 65535).default(3000),
  API_HOST: textField(HOST, 'a host name or address such as 127.0.0.1').default('127.0.0.1'),
  TEMPORAL_ADDRESS: textField(/^[A-Za-z0-9_.[\]:-]+:\d{1,5}$/, 'host and port such as 127.0.0.1:7233'),
  TEMPORAL_NAMESPACE: textField(/^[A-Za-z0-9._-]{2,}$/, 'the name of a namespace such as kiplan').default(
    'kiplan',
  ),
  SMTP_URL: addressField(['smtp:', 'smtps:'], 'smtp://127.0.0.1:1025'),
  /** Who says who somebody is: issuer identifier of an OpenID provider, letter by letter as it stands in its tokens. */
  OIDC_ISSUER: textField(ISSUER, 'the issuer of an OpenID provider such as https://log-on.example'),
  /** For whom the provider issues access tokens to be used here. */
  OIDC_AUDIENCE: textField(/^\S+$/, 'the audience of access tokens such as urn:kiplan:api'),
  /** Which claim of the provider's tokens says what. */
  OIDC_CLAIMS: jsonField(
    claimMappingSchema,
    'JSON as in docs/operations.md, such as {"cpr":"dk.cpr"}',
  ).default(claimMappingSchema.parse({})),
  OIDC_LEAST_ASSURANCE: choiceField(ASSURANCE_LEVELS).default('substantial'),
  /** What to ask of the provider as acr_values; without it, what OIDC_CLAIMS says of the levels that are enough. */
  OIDC_ACR_VALUES: textField(/^[\x21\x23-\x5b\x5d-\x7e ]+$/, 'values of acr_values, separated by blanks')
    .nullable()
    .default(null),
  FIELD_KEYS: numberedKeysField(),
  FIELD_HASH_KEY: secretField(),
  PAYLOAD_KEYS: keysField(),
  LOG_LEVEL: choiceField(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  PUBLIC_URL: addressField(['http:', 'https:'], 'http://127.0.0.1:3000').default('http://127.0.0.1:3000'),
  /** Origin of the Temporal UI: the only page that may ask for payloads in the clear. */
  TEMPORAL_UI_ORIGIN: addressField(['http:', 'https:'], 'http://localhost:8233').default(
    'http://localhost:8233',
  ),
  MAIL_DOMAIN: textField(HOST, 'a domain such as besked.localhost').default('besked.localhost'),
  /** How many requests an actor may make in so many seconds. */
  RATE_LIMIT_REQUESTS: numberField(1, 1_000_000).default(1200),
  RATE_LIMIT_SECONDS: numberField(1, 86_400).default(60),
  /** Says that this is the set-up on one machine: mail, database and sign-in without TLS. */
  LOCAL_SETUP: choiceField(['true', 'false'])
    .default('false')
    .transform((text) => text === 'true'),
});

/** What one variable says of another. */
const environmentSchema = variables.superRefine(({ OIDC_ISSUER, LOCAL_SETUP }, context) => {
  if (LOCAL_SETUP || OIDC_ISSUER.startsWith('https:')) return;
  context.addIssue({
    code: 'custom',
    path: ['OIDC_ISSUER'],
    message: 'an address that begins with https://',
  });
});

/** What a process is told by its environment, validated and frozen. */
export type Environment = Readonly<z.output<typeof environmentSchema>>;

/** The environment is not fit to start with; the message names each variable and what was expected. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
}

/**
 * Reads the environment once, at the start of a process.
 * @throws EnvironmentError naming every wrong variable and what was expected of it, never its value.
 */
export function readEnvironment(source: NodeJS.ProcessEnv): Environment {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const result = environmentSchema.safeParse(given);
  if (result.success) return Object.freeze(result.data);
  const lines = result.error.issues.map((issue) => `${issue.path.join('.')}: expected ${issue.message}`);
  throw new EnvironmentError(`The environment is not fit to start with.\n${lines.join('\n')}`);
}
