import { readEnvironment } from '../../../libs/config/environment.js';
import { fieldKeysOf } from '../../../libs/config/field-keys.js';
import { FieldCipher } from '../../../libs/persistence/encryption/field-cipher.js';
import { APPLICATION_ROLE } from '../engines/postgres.engine.js';
import { migrate } from '../../../libs/persistence/migrate.js';
import { localSecret } from '../local-secrets.js';
import type { LocalSystem } from '../local-system.js';

/** Brings the database's tables to the newest version. */
export async function migrateDatabase(system: LocalSystem): Promise<void> {
  const password = await localSecret(system.settings.home, 'database');
  const ran = await migrate(
    system.databaseOwnerUrl,
    { name: APPLICATION_ROLE, password },
    new FieldCipher(fieldKeysOf(readEnvironment(system.environment))),
  );
  system.say(ran.length === 0 ? 'Tables: up to date' : `Tables: ${ran.length} migration(s) done`);
}
