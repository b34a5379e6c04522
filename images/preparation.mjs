/**
 * Does what only a superuser of PostgreSQL can: makes the roles, gives the database and its schema to the one that migrates, and
 * takes from everybody what PostgreSQL gives by default. Before the first migration; doing it again changes nothing but passwords.
 *
 * Besides the environment of the application it needs DATABASE_SUPERUSER_URL, of that database for a superuser, and
 * DATABASE_OWNER_URL, for the role that migrates.
 */
import { Client } from 'pg';
import { readEnvironment } from '../dist/libs/config/environment.js';
import { databaseTlsOf } from '../dist/libs/config/tls.js';
import { prepareDatabase } from '../dist/libs/persistence/roles/prepare-database.js';

function addressOf(name, value) {
  if (value !== undefined && URL.canParse(value)) return value;
  throw new Error(`${name}: expected an address such as postgres://role:password@127.0.0.1:5432/kiplan`);
}

function roleOf(address) {
  const { username, password } = new URL(address);
  return { name: decodeURIComponent(username), password: decodeURIComponent(password) };
}

async function prepare() {
  const environment = readEnvironment(process.env);
  const superuser = addressOf('DATABASE_SUPERUSER_URL', process.env.DATABASE_SUPERUSER_URL);
  const migrating = addressOf('DATABASE_OWNER_URL', process.env.DATABASE_OWNER_URL);
  const client = new Client({ connectionString: superuser, ssl: databaseTlsOf(environment) ?? false });
  await client.connect();
  try {
    const source = { query: async (text, values) => (await client.query(text, values)).rows };
    await prepareDatabase(source, {
      migrating: roleOf(migrating),
      application: roleOf(environment.DATABASE_URL),
    });
  } finally {
    await client.end();
  }
  process.stdout.write('Roles: ready\n');
}

try {
  await prepare();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
