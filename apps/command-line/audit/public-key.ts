import { AuditKeys } from '../../../libs/audit/audit-keys.js';
import type { ProcessParts } from '../../../libs/process/process-parts.js';

/** Prints the public keys that others check seals with, newest first. */
export function publicKey({ environment }: ProcessParts, say: (line: string) => void): Promise<number> {
  const keys = new AuditKeys(environment.AUDIT_KEYS);
  for (const { id } of environment.AUDIT_KEYS) say(`${id}\n${keys.publicKey(id)}`);
  return Promise.resolve(0);
}
