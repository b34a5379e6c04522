import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../libs/persistence/data-source.js';
import { migrate } from '../../libs/persistence/migrate.js';
import { APPEND_ONLY_TABLES, READ_ONLY_TABLES } from '../../libs/persistence/roles/rights.js';
import { readerRoleOf } from '../../libs/persistence/roles/role-names.js';
import { OPEN_TABLES, WALLS } from '../../libs/persistence/walls/walls.js';
import { startPostgres, type TestPostgres } from '../support/servers.js';
import { migrationsWith } from '../../libs/persistence/migrations/index.js';
import { testVault } from '../support/test-vault.js';

const role = { name: 'kiplan_application', password: 'kiplan' };
/** PostgreSQL, appendix A. */
const INSUFFICIENT_PRIVILEGE = '42501';

describe('the schema', () => {
  let postgres: TestPostgres;
  let owner: DataSource;
  let application: DataSource;
  let firstRun: string[];

  beforeAll(async () => {
    postgres = await startPostgres();
    firstRun = await migrate(postgres.url, role, testVault.cipher);
    owner = await createDataSource({
      url: postgres.url,
      poolSize: 2,
      keys: null,
      migrations: migrationsWith(testVault.cipher),
    }).initialize();
    application = await createDataSource({
      url: postgres.applicationUrl,
      poolSize: 2,
      keys: null,
    }).initialize();
  }, 60_000);

  afterAll(async () => {
    await application.destroy();
    await owner.destroy();
    await postgres.stop();
  });

  it('is what the entities say', async () => {
    const difference = await owner.driver.createSchemaBuilder().log();
    expect(difference.upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('allows the same words as the rules have', async () => {
    const constraints: { name: string; definition: string }[] = await owner.query(
      `SELECT conname AS name, pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE contype = 'c'
         AND connamespace = 'public'::regnamespace`,
    );
    const inEntities = owner.entityMetadatas.flatMap(({ checks }) =>
      checks.map(({ name, expression }) => [name, quoted(expression)]),
    );
    expect(Object.fromEntries(constraints.map(({ name, definition }) => [name, quoted(definition)]))).toEqual(
      Object.fromEntries(inEntities),
    );
  });

  it('has no table that no entity knows', async () => {
    const tables: { name: string }[] = await owner.query(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
    );
    const known = owner.entityMetadatas.map((entity) => entity.tableName);
    expect(tables.map(({ name }) => name)).toEqual([...known, 'migrations'].sort());
  });

  it('runs forward once, also when two processes begin at the same time', async () => {
    expect(firstRun).toEqual(migrationsWith(testVault.cipher).map((migration) => migration.name));
    expect(
      await Promise.all([
        migrate(postgres.url, role, testVault.cipher),
        migrate(postgres.url, role, testVault.cipher),
      ]),
    ).toEqual([[], []]);
  });

  it.each(APPEND_ONLY_TABLES)('lets the application add to %s and read it, nothing else', async (table) => {
    await expect(application.query(`SELECT count(*) FROM ${table}`)).resolves.toHaveLength(1);
    for (const statement of [
      `DELETE FROM ${table}`,
      `UPDATE ${table} SET at = at`,
      `TRUNCATE ${table}`,
      `DROP TABLE ${table}`,
    ]) {
      await expect(application.query(statement)).rejects.toMatchObject({ code: INSUFFICIENT_PRIVILEGE });
    }
  });

  it.each(READ_ONLY_TABLES)('lets the application read %s, nothing else', async (table) => {
    await expect(application.query(`SELECT count(*) FROM ${table}`)).resolves.toHaveLength(1);
    for (const statement of [
      `DELETE FROM ${table}`,
      `INSERT INTO ${table} DEFAULT VALUES`,
      `TRUNCATE ${table}`,
      `DROP TABLE ${table}`,
    ]) {
      await expect(application.query(statement)).rejects.toMatchObject({ code: INSUFFICIENT_PRIVILEGE });
    }
  });

  it('lets readers read what is walled or open, and no other table at all', async () => {
    const readable: { name: string }[] = await owner.query(
      `SELECT table_name AS name FROM information_schema.table_privileges
       WHERE grantee = $1 AND privilege_type = 'SELECT' ORDER BY 1`,
      [readerRoleOf(role.name)],
    );
    expect(readable.map(({ name }) => name)).toEqual([...Object.keys(WALLS), ...OPEN_TABLES].sort());
    const others: unknown[] = await owner.query(
      `SELECT 1 FROM information_schema.table_privileges WHERE grantee = $1 AND privilege_type <> 'SELECT'`,
      [readerRoleOf(role.name)],
    );
    expect(others).toEqual([]);
  });

  it.each(Object.keys(WALLS))('shows nothing of %s to a reader who is nobody', async (table) => {
    const [row] = await application.transaction(async (manager) => {
      await manager.query(`SELECT set_config('role', $1, true)`, [readerRoleOf(role.name)]);
      return manager.query<{ secured: boolean; rows: number }[]>(
        `SELECT relrowsecurity AS secured, (SELECT count(*)::int FROM ${table}) AS rows FROM pg_class
         WHERE relname = $1 AND relnamespace = 'public'::regnamespace`,
        [table],
      );
    });
    expect(row).toEqual({ secured: true, rows: 0 });
  });

  it('creates an application role that is missing, if it may', async () => {
    const database = postgres.superuserUrl.replace(/\/[^/]*$/, new URL(postgres.url).pathname);
    const name = `application_${randomUUID().slice(0, 8)}`;
    await migrate(database, { name, password: 'it’s "quoted"' }, testVault.cipher);
    const url = new URL(postgres.url);
    url.username = name;
    url.password = encodeURIComponent('it’s "quoted"');
    const other = await createDataSource({ url: url.href, poolSize: 1, keys: null }).initialize();
    await expect(other.query('SELECT count(*)::int AS plans FROM plans')).resolves.toEqual([{ plans: 0 }]);
    await other.destroy();
  });
});

/** The words in an expression, sorted. */
function quoted(expression: string): string[] {
  return [...expression.matchAll(/'([^']*)'/g)].map(([, word]) => word ?? '').sort();
}
