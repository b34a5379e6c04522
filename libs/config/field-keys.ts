import type { FieldKeys } from '../persistence/encryption/field-cipher.js';
import type { Environment } from './environment.js';

/** The keys of encrypted fields, as the cipher takes them: the first of the ring is the current one. */
export function fieldKeysOf(environment: Pick<Environment, 'FIELD_KEYS' | 'FIELD_HASH_KEY'>): FieldKeys {
  const keys = environment.FIELD_KEYS.map(({ id, secret }) => [Number(id), Buffer.from(secret)] as const);
  return {
    encryption: new Map(keys),
    current: keys[0]?.[0] ?? 0,
    hashing: Buffer.from(environment.FIELD_HASH_KEY),
  };
}
