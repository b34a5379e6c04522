import { join } from 'node:path';
import { startPostgresEngine } from '../engines/postgres.engine.js';
import { localSecret } from '../local-secrets.js';
import type { LocalSystem } from '../local-system.js';

/** Starts the embedded PostgreSQL, unless DATABASE_URL names another database. */
export async function startDatabase(system: LocalSystem): Promise<void> {
  const { home, ports, databaseUrl, databaseOwnerUrl } = system.settings;
  if (databaseUrl !== undefined && databaseOwnerUrl !== undefined) {
    system.databaseOwnerUrl = databaseOwnerUrl;
    system.say('PostgreSQL: the one in DATABASE_URL');
    return;
  }
  const postgres = await startPostgresEngine({
    folder: join(home, 'postgres'),
    runFolder: system.runFolder,
    port: ports.postgres,
    passwords: {
      superuser: await localSecret(home, 'database'),
      owner: await localSecret(home, 'databaseOwner'),
      application: await localSecret(home, 'databaseApplication'),
    },
    durability: 'full',
  });
  system.watch('PostgreSQL', postgres.server);
  system.environment['DATABASE_URL'] = postgres.applicationUrl;
  system.databaseOwnerUrl = postgres.ownerUrl;
  system.say(`PostgreSQL: running on port ${ports.postgres}`);
}
