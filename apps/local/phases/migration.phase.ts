import { readEnvironment } from '../../../libs/config/environment.js';
import { fieldKeysOf } from '../../../libs/config/field-keys.js';
import { FieldCipher } from '../../../libs/persistence/encryption/field-cipher.js';
import { migrate } from '../../../libs/persistence/migrate.js';
import type { LocalSystem } from '../local-system.js';

/** Brings the database's tables to the newest version. */
export async function migrateDatabase(system: LocalSystem): Promise<void> {
  const environment = readEnvironment(system.environment);
  const { username, password } = new URL(environment.DATABASE_URL);
  const ran = await migrate(
    system.databaseOwnerUrl,
    { name: decodeURIComponent(username), password: decodeURIComponent(password) },
    new FieldCipher(fieldKeysOf(environment)),
  );
  system.say(ran.length === 0 ? 'Tables: up to date' : `Tables: ${ran.length} migration(s) done`);
}
