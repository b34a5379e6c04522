import type { Queryable } from '../queryable.js';
import { unlessFit } from './database-unfit.js';

/** Rights of maintenance that can be given apart (MAINTAIN) are of PostgreSQL 17. */
export const LEAST_POSTGRESQL = 17;

/**
 * Asks before anything is changed.
 * @throws DatabaseUnfit for a PostgreSQL that is too old.
 */
export async function requireServerVersion(source: Queryable): Promise<void> {
  const [row] = await source.query<{ version: number; named: string }[]>(
    `SELECT current_setting('server_version_num')::int AS version, current_setting('server_version') AS named`,
  );
  unlessFit(unfitVersion(row?.version ?? 0, row?.named ?? 'unknown'));
}

/** @param version As PostgreSQL counts them: 170002 is 17.2. */
export function unfitVersion(version: number, named: string): string[] {
  return Math.floor(version / 10_000) >= LEAST_POSTGRESQL
    ? []
    : [
        `The database is PostgreSQL ${named}, and ${LEAST_POSTGRESQL} or later is needed: bring the server up to date; nothing was changed.`,
      ];
}
