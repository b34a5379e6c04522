import type { Queryable } from '../../persistence/queryable.js';
import { DatabaseUnfit } from '../../persistence/roles/database-unfit.js';
import { requireFitRole } from '../../persistence/roles/fit-role.js';
import { type HealthCheck, Unhealthy } from '../health-check.js';

/**
 * Whether the database answers, has the tables of this release, and lets this process do its work and no more.
 * @param migrations Names of the migrations that must have run; others may have run too, which a newer release brought.
 */
export function databaseCheck(database: Queryable, migrations: readonly string[]): HealthCheck {
  return {
    name: 'database',
    needed: true,
    otherwise: 'DATABASE.AWAY',
    stands: 1_000,
    async check() {
      const [found] = await database.query<{ tables: boolean; may: boolean | null }[]>(
        `SELECT to_regclass('public.migrations') IS NOT NULL AND to_regclass('public.plans') IS NOT NULL AS tables,
                has_table_privilege(to_regclass('public.plans'), 'SELECT') AS may`,
      );
      if (found?.tables !== true) throw new Unhealthy('DATABASE.WITHOUT_TABLES');
      if (found.may !== true) throw new Unhealthy('DATABASE.WRONG_ROLE');
      await mustBeFit(database);
      const ran = await database.query<{ name: string }[]>('SELECT name FROM migrations');
      const names = new Set(ran.map(({ name }) => name));
      if (!migrations.every((name) => names.has(name))) throw new Unhealthy('DATABASE.OLDER_SCHEMA');
    },
  };
}

async function mustBeFit(database: Queryable): Promise<void> {
  try {
    await requireFitRole(database);
  } catch (error) {
    throw error instanceof DatabaseUnfit ? new Unhealthy('DATABASE.WRONG_ROLE', { cause: error }) : error;
  }
}
