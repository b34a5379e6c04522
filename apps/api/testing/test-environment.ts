import { randomBytes } from 'node:crypto';
import { type Environment, readEnvironment } from '../../../libs/config/environment.js';

const key = (): string => randomBytes(32).toString('base64');

/** An environment with keys of its own, for tests and for describing the API without servers. */
export function testEnvironment(over: Readonly<Record<string, string>> = {}): Environment {
  return readEnvironment({
    DATABASE_URL: 'postgres://kiplan@127.0.0.1:1/kiplan',
    TEMPORAL_ADDRESS: '127.0.0.1:1',
    SMTP_URL: 'smtp://127.0.0.1:1',
    TOKEN_SECRET: randomBytes(32).toString('hex'),
    FIELD_KEYS: `1:${key()}`,
    FIELD_HASH_KEY: key(),
    PAYLOAD_KEYS: `1:${key()}`,
    AUDIT_KEYS: `1:${key()}`,
    PUBLIC_URL: 'https://plan.example',
    LOG_LEVEL: 'silent',
    ...over,
  });
}
