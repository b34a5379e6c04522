import type { SecureContextOptions } from 'node:tls';
import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { createDataSource, type DataSourceChoice } from './data-source.js';
import type { FieldCipher } from './encryption/field-cipher.js';
import { raiseWalls } from './walls/raise-walls.js';
import { migrationsWith } from './migrations/index.js';

/** The role under which api and worker work, as opposed to the one that owns the tables. */
export interface ApplicationRole {
  name: string;
  /** Used only if the role does not exist yet. */
  password: string;
}

/** Tables that the application may only add to. */
export const APPEND_ONLY_TABLES = ['plan_events'] as const;

/** Tables that the application may only read; it adds to them by functions of their owner. */
export const READ_ONLY_TABLES = [
  'audit_entries',
  'audit_heads',
  'audit_listed',
  'audit_seals',
  'audit_sealed_heads',
  'migrations',
] as const;

/** Any number will do, as long as every migrating process asks for the same one. */
const MIGRATION_LOCK = 7_281_990;

/**
 * Brings the schema to the newest version and lets the application role work with it. Running it again changes
 * nothing; of several at once, one works and the others wait for it.
 * @param ownerUrl Address of the database for the role that owns the tables; it needs CREATEROLE only if the
 *   application role is missing.
 * @param cipher Encrypts on the way what older versions kept in the clear.
 * @param tls How TLS is used; null for a connection without it.
 * @returns The names of the migrations that ran.
 * @throws When a migration fails; then none of them is kept.
 */
export async function migrate(
  ownerUrl: string,
  applicationRole: ApplicationRole,
  cipher: FieldCipher,
  tls: SecureContextOptions | null = null,
): Promise<string[]> {
  const client = new Client({ connectionString: ownerUrl, ssl: tls ?? false });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const names = await runMigrations({
      url: ownerUrl,
      tls,
      poolSize: 1,
      keys: null,
      migrations: migrationsWith(cipher),
    });
    await ensureRole(client, applicationRole);
    await grant(client, applicationRole.name);
    return names;
  } finally {
    // Ending the session gives the lock back.
    await client.end();
  }
}

async function runMigrations(choice: DataSourceChoice): Promise<string[]> {
  const dataSource = createDataSource(choice);
  await dataSource.initialize();
  try {
    const ran = await dataSource.runMigrations({ transaction: 'all' });
    return ran.map((migration) => migration.name);
  } finally {
    await dataSource.destroy();
  }
}

async function ensureRole(client: Client, role: ApplicationRole): Promise<void> {
  const found = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role.name]);
  if (found.rowCount !== 0) return;
  await client.query(
    `CREATE ROLE ${escapeIdentifier(role.name)} LOGIN PASSWORD ${escapeLiteral(role.password)}`,
  );
}

/** Starts from nothing each time, so that a right that is no longer meant to be there goes. */
async function grant(client: Client, roleName: string): Promise<void> {
  const role = escapeIdentifier(roleName);
  const appendOnly = APPEND_ONLY_TABLES.join(', ');
  await client.query('BEGIN');
  await client.query(`GRANT USAGE ON SCHEMA public TO ${role}`);
  await client.query(`REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ${role}`);
  await client.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${role}`);
  await client.query(`REVOKE UPDATE, DELETE ON ${appendOnly} FROM ${role}`);
  await client.query(`REVOKE INSERT, UPDATE, DELETE ON ${READ_ONLY_TABLES.join(', ')} FROM ${role}`);
  await client.query(`GRANT EXECUTE ON FUNCTION append_audit_entry, append_audit_seal TO ${role}`);
  // Destroyed keys are to lie nowhere any more, so that table is written anew.
  await client.query(`GRANT MAINTAIN ON erasure_keys TO ${role}`);
  await client.query(`GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO ${role}`);
  await raiseWalls(client, roleName);
  await client.query('COMMIT');
}
