/**
 * Brings a database and a Temporal server to where API and worker can start: tables, the application's role, the
 * namespace, the search attributes and the sweeper's schedule. Running it again changes nothing.
 *
 * Besides the environment of the application it needs DATABASE_OWNER_URL, for the role that owns the tables.
 */
import { ensureNamespace } from '../dist/apps/local/engines/temporal-namespace.js';
import { readEnvironment } from '../dist/libs/config/environment.js';
import { databaseTlsOf, trustAuthorities } from '../dist/libs/config/tls.js';
import { fieldKeysOf } from '../dist/libs/config/field-keys.js';
import { FieldCipher } from '../dist/libs/persistence/encryption/field-cipher.js';
import { migrate } from '../dist/libs/persistence/migrate.js';
import { requireNode, requireTemporal } from '../dist/libs/process/least-versions.js';
import { temporalSettingsOf } from '../dist/libs/process/temporal-settings.js';
import { registerSearchAttributes } from '../dist/libs/temporal/register-search-attributes.js';
import { scheduleSweeper } from '../dist/libs/temporal/sweeper-schedule.js';
import { scheduleRetention } from '../dist/libs/temporal/retention-schedule.js';
import { temporalClient } from '../dist/libs/temporal/temporal-client.js';

/** Ended plans stay visible in Temporal for a year; the record keeps them anyway. */
const RETENTION_DAYS = 365;

function say(line) {
  process.stdout.write(`${line}\n`);
}

async function prepareDatabase(environment) {
  const { DATABASE_URL } = environment;
  const owner = process.env.DATABASE_OWNER_URL;
  if (owner === undefined || !URL.canParse(owner)) {
    throw new Error(
      'DATABASE_OWNER_URL: expected the address of the database for the role that owns the tables',
    );
  }
  const { username, password } = new URL(DATABASE_URL);
  const role = { name: decodeURIComponent(username), password: decodeURIComponent(password) };
  const ran = await migrate(
    owner,
    role,
    new FieldCipher(fieldKeysOf(environment)),
    databaseTlsOf(environment),
  );
  say(ran.length === 0 ? 'Tables: up to date' : `Tables: ${ran.join(', ')}`);
}

/** Before anything is changed anywhere. */
async function checkTemporal(environment) {
  const client = temporalClient(temporalSettingsOf(environment));
  try {
    await requireTemporal(client.connection);
  } finally {
    await client.connection.close();
  }
}

async function prepareTemporal(environment) {
  const settings = temporalSettingsOf(environment);
  const { address, tls, namespace } = settings;
  await ensureNamespace({ address, tls, namespace, retentionDays: RETENTION_DAYS });
  const client = temporalClient(settings);
  try {
    await registerSearchAttributes(client.connection, namespace);
    await scheduleSweeper(client);
    await scheduleRetention(client);
  } finally {
    await client.connection.close();
  }
  say(`Temporal: namespace ${namespace} is ready`);
}

try {
  requireNode();
  const environment = readEnvironment(process.env);
  trustAuthorities(environment);
  await checkTemporal(environment);
  await prepareDatabase(environment);
  await prepareTemporal(environment);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
