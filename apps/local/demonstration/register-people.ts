import type { Environment } from '../../../libs/config/environment.js';
import { fieldKeysOf } from '../../../libs/config/field-keys.js';
import { databaseTlsOf } from '../../../libs/config/tls.js';
import type { Instant } from '../../../libs/domain/calendar/index.js';
import { createDataSource } from '../../../libs/persistence/data-source.js';
import { Vault } from '../../../libs/persistence/vault.js';
import { registerMachine, registerSignIns } from '../sign-in/register-sign-ins.js';
import { registerCast } from './register-cast.js';

/**
 * Registers everyone of the demonstration with how they sign in, and the machine. Doing it again changes nothing,
 * unless the local sign-in has moved to another port since, and so is another provider.
 */
export async function registerPeople(environment: Environment, at: Instant): Promise<void> {
  const vault = new Vault(fieldKeysOf(environment));
  const database = await createDataSource({
    url: environment.DATABASE_URL,
    tls: databaseTlsOf(environment),
    poolSize: 1,
    keys: vault.keys,
  }).initialize();
  try {
    await registerCast(database, vault, at);
    await registerSignIns(database, vault.cipher, environment.OIDC_ISSUER);
    await registerMachine(database, at);
  } finally {
    await database.destroy();
  }
}
