import type { SecureContextOptions } from 'node:tls';
import { escapeIdentifier } from 'pg';
import { type DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';
import { createDataSource } from './data-source.js';
import type { FieldCipher } from './encryption/field-cipher.js';
import { migrationsWith } from './migrations/index.js';
import { unlessFit } from './roles/database-unfit.js';
import { secureDefinerFunctions } from './roles/definer-functions.js';
import { type ApplicationRole, ensureRoles } from './roles/ensure-roles.js';
import { openPlaces, unfitPlaces } from './roles/database-rights.js';
import { grantRights, revokeContentFromPublic } from './roles/grant-rights.js';
import { handOver } from './roles/hand-over.js';
import { ownerRoleOf } from './roles/role-names.js';
import { requireServerVersion } from './roles/server-version.js';
import { raiseWalls } from './walls/raise-walls.js';

export type { ApplicationRole } from './roles/ensure-roles.js';

/** Any number will do, as long as every migrating process asks for the same one. */
const MIGRATION_LOCK = 7_281_990;

/**
 * Brings the schema to the newest version, what is in it into the hands of a role that nobody signs in as, and lets the
 * application's role do what it needs. All of it is one transaction. Running it again changes nothing; of several at once, one
 * works and the others wait for it.
 * @param ownerUrl Address of the database for the role that migrates: it owns the database, or at least its schema; it needs
 *   CREATEROLE only if a role is missing (docs/operations.md#database-roles).
 * @param cipher Encrypts on the way what older versions kept in the clear.
 * @param tls How TLS is used; null for a connection without it.
 * @returns The names of the migrations that ran.
 * @throws DatabaseUnfit before anything is changed if the server is too old, or a role is not as it must be; any other error when
 *   a migration fails. Nothing is kept then.
 */
export async function migrate(
  ownerUrl: string,
  applicationRole: ApplicationRole,
  cipher: FieldCipher,
  tls: SecureContextOptions | null = null,
): Promise<string[]> {
  const dataSource = await createDataSource({
    url: ownerUrl,
    tls,
    poolSize: 1,
    keys: null,
    migrations: migrationsWith(cipher),
  }).initialize();
  const runner = dataSource.createQueryRunner();
  try {
    await requireServerVersion(runner);
    await runner.startTransaction();
    const names = await bringForward(dataSource, runner, applicationRole);
    await runner.commitTransaction();
    return names;
  } finally {
    // Ending the session takes back what was not committed.
    await runner.release();
    await dataSource.destroy();
  }
}

async function bringForward(
  dataSource: DataSource,
  runner: QueryRunner,
  application: ApplicationRole,
): Promise<string[]> {
  await runner.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
  const owner = ownerRoleOf(application.name);
  await ensureRoles(runner, application);
  await openPlaces(runner, application.name);
  unlessFit(await unfitPlaces(runner, application.name));
  await handOver(runner, owner);
  // What a migration makes is the owner's from the beginning.
  await runner.query(`SET LOCAL ROLE ${escapeIdentifier(owner)}`);
  const executor = new MigrationExecutor(dataSource, runner);
  executor.transaction = 'all';
  const ran = await executor.executePendingMigrations();
  await secureDefinerFunctions(runner);
  await revokeContentFromPublic(runner);
  await grantRights(runner, application.name);
  await raiseWalls(runner, application.name);
  await runner.query('RESET ROLE');
  return ran.map((migration) => migration.name);
}
