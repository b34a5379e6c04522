import { z } from 'zod';
import {
  addressField,
  choiceField,
  keysField,
  numberedKeysField,
  numberField,
  secretField,
  textField,
} from './environment-fields.js';

const HOST = /^[A-Za-z0-9_.:[\]-]+$/;

const fields = z.object({
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
  /** Signs tokens of the local sign-in (HMAC); at least as long as the hash (RFC 7518, 3.2). */
  TOKEN_SECRET: textField(/^.{32,}$/, 'a secret of at least 32 characters'),
  TOKEN_ISSUER: textField(/^\S+$/, 'the name of who issues tokens').default('kiplan-local'),
  TOKEN_AUDIENCE: textField(/^\S+$/, 'the name for whom tokens are issued').default('kiplan-api'),
  FIELD_KEYS: numberedKeysField(),
  FIELD_HASH_KEY: secretField(),
  PAYLOAD_KEYS: keysField(),
  /** Authenticate the audit's entries and sign its seals; never in the database. */
  AUDIT_KEYS: keysField(),
  /** Where the newest seal of the audit is kept outside the database. */
  AUDIT_ANCHOR_FILE: textField(/^\S.*$/, 'the path of a file').default('audit-anchors.jsonl'),
  AUDIT_ANCHOR_MINUTES: numberField(1, 1440).default(5),
  LOG_LEVEL: choiceField(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  PUBLIC_URL: addressField(['http:', 'https:'], 'http://127.0.0.1:3000').default('http://127.0.0.1:3000'),
  /** Origin of the Temporal UI: the only page that may ask for payloads in the clear. */
  TEMPORAL_UI_ORIGIN: addressField(['http:', 'https:'], 'http://localhost:8233').default(
    'http://localhost:8233',
  ),
  MAIL_DOMAIN: textField(HOST, 'a domain such as besked.localhost').default('besked.localhost'),
  /** Where the worker receives mail that comes back; without it, it receives none. */
  INBOUND_SMTP_PORT: numberField(0, 65535).optional(),
  INBOUND_SMTP_HOST: textField(HOST, 'a host name or address such as 127.0.0.1').default('127.0.0.1'),
  INBOUND_SMTP_PROTOCOL: choiceField(['smtp', 'lmtp']).default('smtp'),
  /** Files with certificate and key (PEM) for STARTTLS. */
  INBOUND_TLS_CERTIFICATE_FILE: textField(/^\S/, 'the path of a certificate (PEM)').optional(),
  INBOUND_TLS_KEY_FILE: textField(/^\S/, 'the path of the key of the certificate (PEM)').optional(),
  /** Prove return addresses (HMAC). */
  RETURN_ADDRESS_KEYS: keysField().optional(),
  /** How many requests an actor may make in so many seconds. */
  RATE_LIMIT_REQUESTS: numberField(1, 1_000_000).default(1200),
  RATE_LIMIT_SECONDS: numberField(1, 86_400).default(60),
  /** Says that this is the set-up on one machine: mail and database without TLS. */
  LOCAL_SETUP: choiceField(['true', 'false'])
    .default('false')
    .transform((text) => text === 'true'),
});

/** What must be told as well if mail is received, each with what is expected of it. */
const FOR_RECEIVING = {
  RETURN_ADDRESS_KEYS:
    'keys as id:base64,id:base64,… with the newest first, each of 32 bytes (openssl rand -base64 32), ' +
    'since INBOUND_SMTP_PORT is set',
} as const;
const FOR_RECEIVING_WITH_TLS = {
  INBOUND_TLS_CERTIFICATE_FILE:
    'the path of a certificate (PEM), since INBOUND_SMTP_PORT is set and LOCAL_SETUP is not',
  INBOUND_TLS_KEY_FILE: 'the path of its key (PEM), since INBOUND_SMTP_PORT is set and LOCAL_SETUP is not',
} as const;

const environmentSchema = fields.superRefine((environment, context) => {
  if (environment.INBOUND_SMTP_PORT === undefined) return;
  const needed = environment.LOCAL_SETUP ? FOR_RECEIVING : { ...FOR_RECEIVING, ...FOR_RECEIVING_WITH_TLS };
  for (const [name, expected] of Object.entries(needed)) {
    if (environment[name as keyof typeof FOR_RECEIVING_WITH_TLS] !== undefined) continue;
    context.addIssue({ code: 'custom', path: [name], message: expected });
  }
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
