import { z } from 'zod';
import { ASSURANCE_LEVELS } from '../identity/claims/assurance.js';
import { claimMappingSchema } from '../identity/claims/claim-mapping.js';
import {
  addressField,
  certificatesField,
  choiceField,
  jsonField,
  keysField,
  listField,
  numberedKeysField,
  numberField,
  privateKeyField,
  secretField,
  textField,
  yesField,
} from './environment-fields.js';
import { unfitPairs } from './key-pairs.js';
import { type NamedKeys, unfitKeys, unfitSecrets } from './fit-keys.js';
import { LOCAL_SETUPS, unfitForLocalSetup } from './local-setup.js';
import { relationsSchema } from '../register/relations-register.js';
import { unfitForReceiving } from './receiving.js';
import { valuesOf } from './value-sources.js';

const HOST = /^[A-Za-z0-9_.:[\]-]+$/;
/** An address or a network of addresses (RFC 4632, RFC 4291). */
const PROXY = /^[0-9A-Fa-f.:]+(?:\/\d{1,3})?$/;
/** OpenID Connect Discovery 1.0, 2: no query and no fragment. */
const ISSUER = /^https?:\/\/[^\s?#"\\]+$/;

function optional<T>(field: z.ZodType<T, string>): z.ZodDefault<z.ZodNullable<z.ZodType<T, string>>> {
  return field.nullable().default(null);
}

/** `…_TLS_CA`: who vouches for a service, if not the public authorities; the others: as whom this side shows itself to it. */
const variables = z.object({
  /** Who else vouches for services, besides the public authorities: a provider, a mail server, a time-stamping authority … */
  TLS_CA: optional(certificatesField()),
  DATABASE_URL: addressField(
    ['postgres:', 'postgresql:'],
    'postgres://kiplan_app:password@127.0.0.1:5432/kiplan',
  ),
  DATABASE_TLS_CA: optional(certificatesField()),
  DATABASE_TLS_CERTIFICATE: optional(certificatesField()),
  DATABASE_TLS_KEY: optional(privateKeyField()),
  API_PORT: numberField(0, 65535).default(3000),
  API_HOST: textField(HOST, 'a host name or address such as 127.0.0.1').default('127.0.0.1'),
  PORTAL_PORT: numberField(0, 65535).default(3100),
  PORTAL_HOST: textField(HOST, 'a host name or address such as 127.0.0.1').default('127.0.0.1'),
  /** Where a worker tells how it is. */
  WORKER_PORT: numberField(0, 65535).default(3300),
  WORKER_HOST: textField(HOST, 'a host name or address such as 127.0.0.1').default('127.0.0.1'),
  /** What stands before API and portal and tells them who asks; nothing else is believed about that. */
  TRUSTED_PROXIES: listField(PROXY, 'addresses or networks, separated by commas, such as 10.0.0.0/8').default(
    [],
  ),
  TEMPORAL_ADDRESS: textField(/^[A-Za-z0-9_.[\]:-]+:\d{1,5}$/, 'host and port such as 127.0.0.1:7233'),
  TEMPORAL_NAMESPACE: textField(/^[A-Za-z0-9._-]{2,}$/, 'the name of a namespace such as kiplan').default(
    'kiplan',
  ),
  TEMPORAL_TLS_CA: optional(certificatesField()),
  TEMPORAL_TLS_CERTIFICATE: optional(certificatesField()),
  TEMPORAL_TLS_KEY: optional(privateKeyField()),
  /** Whose name is in Temporal's certificate, if it is not that of its address. */
  TEMPORAL_TLS_SERVER_NAME: optional(textField(HOST, 'a host name such as temporal.example')),
  SMTP_URL: addressField(['smtp:', 'smtps:'], 'smtp://127.0.0.1:1025'),
  SMTP_TLS_CA: optional(certificatesField()),
  SMTP_TLS_CERTIFICATE: optional(certificatesField()),
  SMTP_TLS_KEY: optional(privateKeyField()),
  /** Where the worker receives mail that comes back; without it, it receives none. */
  INBOUND_SMTP_PORT: optional(numberField(0, 65535)),
  INBOUND_SMTP_HOST: textField(HOST, 'a host name or address such as 127.0.0.1').default('127.0.0.1'),
  INBOUND_SMTP_PROTOCOL: choiceField(['smtp', 'lmtp']).default('smtp'),
  INBOUND_SMTP_TLS_CERTIFICATE: optional(certificatesField()),
  INBOUND_SMTP_TLS_KEY: optional(privateKeyField()),
  /** Prove the addresses that mail comes back to (HMAC). */
  RETURN_ADDRESS_KEYS: optional(keysField()),
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
  /** How long ago a sign-in may be for what opens or ends much, and how sure it must be; without it, as sure as any. */
  SIGN_IN_ANEW_MINUTES: numberField(1, 1440).default(15),
  SIGN_IN_ANEW_ASSURANCE: optional(choiceField(ASSURANCE_LEVELS)),
  /** As whom the portal is known to the provider. */
  OIDC_CLIENT_ID: textField(/^[\x21-\x7e]{1,300}$/, 'the id of the portal at the provider').default(
    'kiplan-portal',
  ),
  /** Without one the portal is a public client. */
  OIDC_CLIENT_SECRET: textField(/^[\x21-\x7e]{16,}$/, 'a secret of at least 16 characters')
    .nullable()
    .default(null),
  OIDC_CLIENT_AUTHENTICATION: choiceField(['client_secret_basic', 'client_secret_post']).default(
    'client_secret_basic',
  ),
  /** What the portal asks for; openid is among it. */
  OIDC_SCOPES: textField(
    /^(?:[\x21-\x7e]+ )*openid(?: [\x21-\x7e]+)*$/,
    'scopes with openid among them',
  ).default('openid'),
  /** Whether claims come from the user info endpoint as well as from the ID token. */
  OIDC_USER_INFO: yesField().default(false),
  /** Seal what browsers and the session store keep for the portal. */
  SESSION_KEYS: keysField(),
  /** How long somebody stays signed in without doing anything, and at most. */
  SESSION_IDLE_SECONDS: numberField(60, 86_400).default(1800),
  SESSION_SECONDS: numberField(60, 86_400).default(28_800),
  /** How long an access link can be opened, in hours. */
  ACCESS_LINK_HOURS: numberField(1, 336).default(72),
  FIELD_KEYS: numberedKeysField(),
  FIELD_HASH_KEY: secretField(),
  PAYLOAD_KEYS: keysField(),
  /** Authenticate the audit's entries and sign its seals; never in the database. */
  AUDIT_KEYS: keysField(),
  /** Where the newest seal of the audit is kept outside the database. */
  AUDIT_ANCHOR_FILE: textField(/^\S.*$/, 'the path of a file').default('audit-anchors.jsonl'),
  AUDIT_ANCHOR_MINUTES: numberField(1, 1440).default(5),
  /** A time-stamping authority (RFC 3161) that is asked whenever a seal is anchored, and who vouches for it. */
  AUDIT_TIMESTAMP_URL: addressField(['http:', 'https:'], 'https://stamps.example/tsa')
    .nullable()
    .default(null),
  AUDIT_TIMESTAMP_CERTIFICATES: optional(certificatesField()),
  /** A ClamAV daemon that looks through uploads before they are kept. */
  UPLOAD_SCANNER_URL: optional(addressField(['clamd:'], 'clamd://127.0.0.1:3310')),
  /** Months after which somebody is erased who takes part in nothing any more. */
  PEOPLE_RETENTION_MONTHS: numberField(1, 1_200).default(60),
  /** Months after which network addresses in the audit are forgotten. */
  ADDRESS_RETENTION_MONTHS: numberField(1, 1_200).default(13),
  /** Days for which the answer to a request is repeated to who sends it again. */
  ANSWER_RETENTION_DAYS: numberField(1, 365).default(7),
  /** Who holds custody of whom and is whose guardian, as lists of test persons have it; without it a second person confirms. */
  CUSTODY_RELATIONS: optional(jsonField(relationsSchema, 'JSON with people and relations')),
  LOG_LEVEL: choiceField(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** The address of the portal, as people have it: links in mails begin with it. */
  PUBLIC_URL: addressField(['http:', 'https:'], 'http://127.0.0.1:3100').default('http://127.0.0.1:3100'),
  /** Origin of the Temporal UI: the only page that may ask for payloads in the clear. */
  TEMPORAL_UI_ORIGIN: addressField(['http:', 'https:'], 'http://localhost:8233').default(
    'http://localhost:8233',
  ),
  MAIL_DOMAIN: textField(HOST, 'a domain such as besked.localhost').default('besked.localhost'),
  /** How many requests an actor may make in so many seconds. */
  RATE_LIMIT_REQUESTS: numberField(1, 1_000_000).default(1200),
  RATE_LIMIT_SECONDS: numberField(1, 86_400).default(60),
  /** Says that this is the set-up on one machine, in containers or not: mail, database and sign-in without TLS. */
  LOCAL_SETUP: choiceField(LOCAL_SETUPS).default('false'),
  /** What Node and its packages are told of where they run. */
  NODE_ENV: z.string().nullable().default(null),
});

/** The names of all variables. */
export const VARIABLE_NAMES: readonly string[] = Object.keys(variables.shape);

/** What variables say of each other. */
const environmentSchema = variables.superRefine((environment, context) => {
  const local = environment.LOCAL_SETUP !== 'false';
  const unfit = [
    ...unfitPairs(environment),
    ...unfitForReceiving({ ...environment, LOCAL_SETUP: local }),
    ...unfitForLocalSetup(environment, environment.NODE_ENV),
    ...(local ? [] : [...unfitKeys(keysOf(environment)), ...unfitSecrets(environment)]),
  ];
  if (new URL(environment.DATABASE_URL).search !== '') {
    unfit.push({
      name: 'DATABASE_URL',
      expected: 'an address without options; DATABASE_TLS_… say how TLS is used',
    });
  }
  if (!local && !environment.PUBLIC_URL.startsWith('https:')) {
    unfit.push({ name: 'PUBLIC_URL', expected: 'an address that begins with https://' });
  }
  if (!local && !environment.OIDC_ISSUER.startsWith('https:')) {
    unfit.push({ name: 'OIDC_ISSUER', expected: 'an address that begins with https://' });
  }
  for (const { name, expected } of unfit) {
    context.addIssue({ code: 'custom', path: [name], message: expected });
  }
});

/** Every key that there is, by the variable that tells it. */
function keysOf(environment: z.output<typeof variables>): NamedKeys[] {
  const { FIELD_KEYS, FIELD_HASH_KEY, PAYLOAD_KEYS, SESSION_KEYS, AUDIT_KEYS, RETURN_ADDRESS_KEYS } =
    environment;
  const rings = {
    FIELD_KEYS,
    PAYLOAD_KEYS,
    SESSION_KEYS,
    AUDIT_KEYS,
    RETURN_ADDRESS_KEYS: RETURN_ADDRESS_KEYS ?? [],
  };
  return [
    ...Object.entries(rings).map(([name, keys]) => ({ name, keys })),
    { name: 'FIELD_HASH_KEY', keys: [{ secret: FIELD_HASH_KEY }] },
  ];
}

/** What a process is told by its environment, validated and frozen. */
export type Environment = Readonly<Omit<z.output<typeof variables>, 'LOCAL_SETUP' | 'NODE_ENV'>> & {
  readonly LOCAL_SETUP: boolean;
};

/** The environment is not fit to start with; the message names each variable and what was expected. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
}

/**
 * Reads the environment once, at the start of a process; every variable can also be told by a file or a command (`valuesOf`).
 * @throws EnvironmentError naming every wrong variable and what was expected of it, never its value.
 */
export function readEnvironment(source: NodeJS.ProcessEnv): Environment {
  const { values, unfit } = valuesOf(VARIABLE_NAMES, source);
  const result = environmentSchema.safeParse(values);
  if (result.success && unfit.length === 0) {
    const { LOCAL_SETUP, NODE_ENV: _, ...others } = result.data;
    return Object.freeze({ ...others, LOCAL_SETUP: LOCAL_SETUP !== 'false' });
  }
  const untold = new Set(unfit.map(({ variable }) => variable));
  const wrong = (result.error?.issues ?? [])
    .map((issue) => ({ name: issue.path.join('.'), expected: issue.message }))
    .filter(({ name }) => !untold.has(name));
  const lines = [...unfit, ...wrong].map(({ name, expected }) => `${name}: expected ${expected}`);
  throw new EnvironmentError(`The environment is not fit to start with.\n${lines.join('\n')}`);
}
