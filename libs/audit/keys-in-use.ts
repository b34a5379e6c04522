import type { DataSource } from 'typeorm';
import type { AuditKeys } from './audit-keys.js';

/** PostgreSQL: there is no such table. Before the first migration no key was used. */
const NO_TABLE = '42P01';

/** Keys under which the audit was written are not given: nothing of it could be believed, and all of it would seem forged. */
export class AuditKeysMissing extends Error {
  override readonly name = 'AuditKeysMissing';

  constructor(ids: readonly string[]) {
    super(
      `AUDIT_KEYS lacks ${ids.join(', ')}, under which seals of the audit stand: keep every old key behind the new one.`,
    );
  }
}

/**
 * Looks whether every key is given that the audit was sealed under.
 * @throws AuditKeysMissing, which names those that are not.
 */
export async function mustHaveKeys(database: DataSource, keys: Pick<AuditKeys, 'has'>): Promise<void> {
  const missing = (await keysInUse(database)).filter((keyId) => !keys.has(keyId));
  if (missing.length > 0) throw new AuditKeysMissing(missing);
}

/** One look into the index per key, however many seals there are. */
async function keysInUse(database: DataSource): Promise<string[]> {
  try {
    const rows = await database.query<{ keyId: string }[]>(
      `WITH RECURSIVE used AS (
         (SELECT key_id FROM audit_seals ORDER BY key_id LIMIT 1)
         UNION ALL
         SELECT (SELECT s.key_id FROM audit_seals s WHERE s.key_id > used.key_id ORDER BY s.key_id LIMIT 1)
         FROM used WHERE used.key_id IS NOT NULL
       )
       SELECT key_id AS "keyId" FROM used WHERE key_id IS NOT NULL`,
    );
    return rows.map(({ keyId }) => keyId);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === NO_TABLE) return [];
    throw error;
  }
}
