import type { Queryable } from '../persistence/queryable.js';

/** For how many seconds an entry may stand unsealed before something is wrong. */
const UNSEALED_SECONDS = 30;

/** Entries have not been sealed for some time: a worker is missing, or somebody keeps it from sealing. */
export class AuditNotSealed extends Error {
  override readonly name = 'AuditNotSealed';

  constructor() {
    super('AUDIT.NOT_SEALED');
  }
}

/**
 * Looks whether the audit is sealed, as any process can see it.
 * @throws AuditNotSealed if an entry has waited too long.
 */
export async function checkSealing(source: Queryable): Promise<void> {
  const rows = await source.query<{ waits: boolean }[]>(
    `SELECT EXISTS (
       SELECT FROM audit_heads h JOIN audit_entries e ON e.chain = h.chain AND e.place = h.sealed_place + 1
       WHERE h.place > h.sealed_place AND e.at < clock_timestamp() - $1 * interval '1 second'
     ) AS waits`,
    [UNSEALED_SECONDS],
  );
  if (rows[0]?.waits === true) throw new AuditNotSealed();
}
