/** What the processes say of themselves to balancers and operators, and what they say in their log of a part that is missing. */
import { createServer as createSecureServer } from 'node:https';
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Client } from 'pg';
import { LOOPBACK } from '../../apps/local/engines/ports.js';
import { endOfLog, type ServerProcess } from '../../apps/local/engines/server-process.js';
import { readEnvironment } from '../../libs/config/environment.js';
import { fieldKeysOf } from '../../libs/config/field-keys.js';
import { databaseCheck } from '../../libs/health/checks/database.check.js';
import { sealingCheck } from '../../libs/health/checks/sealing.check.js';
import { createDataSource } from '../../libs/persistence/data-source.js';
import { migrate } from '../../libs/persistence/migrate.js';
import { Vault } from '../../libs/persistence/vault.js';
import { CertificateAuthority } from '../support/certificates.js';
import { ClamDaemon } from '../support/clam-daemon.js';
import { processVariables, startOwnProcess } from '../support/own-process.js';
import { until } from '../support/real-system.js';
import { startPostgres, type TestPostgres } from '../support/servers.js';
import { makeTestFolder, removeTestFolder } from '../support/test-folders.js';

jest.setTimeout(180_000);

interface Answer {
  readonly httpStatus: number;
  readonly status: string;
  readonly details: Record<
    string,
    { readonly status: string; readonly code?: string; readonly message?: string }
  >;
}

let postgres: TestPostgres;
let folder: string;
let variables: NodeJS.ProcessEnv;
let vault: Vault;
let superuser: Client;
let authority: CertificateAuthority;
/** An identity provider under a private authority. */
let provider: Server;
/** Takes connections and never says a word. */
let silent: Server;
const scanner = new ClamDaemon();
const started: ServerProcess[] = [];

beforeAll(async () => {
  folder = await makeTestFolder();
  postgres = await startPostgres();
  const address = new URL(postgres.superuserUrl);
  address.pathname = new URL(postgres.url).pathname;
  superuser = new Client({ connectionString: address.href });
  await superuser.connect();
  variables = await processVariables(postgres.applicationUrl, folder);
  vault = new Vault(fieldKeysOf(readEnvironment(variables)));
  await migrated();
  authority = await CertificateAuthority.create();
  const own = await authority.certify('provider', 'servers');
  provider = createSecureServer({ cert: own.pem, key: own.key }, (request, response) => {
    const issuer = `https://${request.headers.host ?? ''}`;
    response.setHeader('Content-Type', 'application/json');
    response.end(
      JSON.stringify(
        request.url?.includes('openid-configuration') === true
          ? { issuer, jwks_uri: `${issuer}/keys` }
          : { keys: [] },
      ),
    );
  });
  silent = createServer();
  await Promise.all([
    once(provider.listen(0, LOOPBACK), 'listening'),
    once(silent.listen(0, LOOPBACK), 'listening'),
  ]);
});
afterAll(async () => {
  for (const server of started) await server.kill();
  await superuser.end();
  provider.close();
  silent.close();
  await scanner.stop();
  await postgres.stop();
  await removeTestFolder(folder);
});

async function migrated(): Promise<void> {
  const role = new URL(postgres.applicationUrl);
  await migrate(postgres.url, { name: role.username, password: role.password }, vault.cipher);
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;
const portVariable = { api: 'API_PORT', portal: 'PORTAL_PORT', worker: 'WORKER_PORT' } as const;

async function start(
  program: keyof typeof portVariable,
  over: NodeJS.ProcessEnv = {},
): Promise<ServerProcess> {
  const server = await startOwnProcess(program, folder, { ...variables, ...over });
  started.push(server);
  const address = `http://${LOOPBACK}:${variables[portVariable[program]] ?? ''}/health/live`;
  await until(`${program} lives`, async () => (await fetch(address)).ok);
  return server;
}

async function ready(program: keyof typeof portVariable): Promise<Answer> {
  const since = performance.now();
  const response = await fetch(`http://${LOOPBACK}:${variables[portVariable[program]] ?? ''}/health/ready`);
  const answer = { httpStatus: response.status, ...((await response.json()) as Omit<Answer, 'httpStatus'>) };
  // However much is hanging.
  expect(performance.now() - since).toBeLessThan(5_000);
  return answer;
}

async function readyWith(program: keyof typeof portVariable, over: NodeJS.ProcessEnv): Promise<Answer> {
  const server = await start(program, over);
  const answer = await ready(program);
  await server.stop();
  return answer;
}

describe.each(['api', 'portal'] as const)('the readiness of the %s', (program) => {
  it('is 503 on a database without tables, on one with older ones, and in a role that may not work there', async () => {
    const server = await start(program);
    await superuser.query(
      `DROP SCHEMA public CASCADE; CREATE SCHEMA public AUTHORIZATION ${new URL(postgres.url).username};
       GRANT USAGE ON SCHEMA public TO PUBLIC`,
    );
    const without = await ready(program);
    expect(without).toMatchObject({ httpStatus: 503, status: 'error' });
    expect(without.details['database']).toEqual({
      status: 'down',
      code: 'DATABASE.WITHOUT_TABLES',
      message: 'The database has no tables: run the migration.',
    });
    await migrated();
    await until('it is ready', async () => (await ready(program)).httpStatus === 200);

    const [{ name }] = (
      await superuser.query<{ name: string }>(
        'DELETE FROM migrations WHERE id = (SELECT max(id) FROM migrations) RETURNING name',
      )
    ).rows as [{ name: string }];
    await until('it is not', async () => (await ready(program)).httpStatus === 503);
    expect((await ready(program)).details['database']).toMatchObject({ code: 'DATABASE.OLDER_SCHEMA' });
    await superuser.query('INSERT INTO migrations (timestamp, name) VALUES (1, $1), (2, $2)', [
      name,
      'NewerThanThis',
    ]);
    await until('a newer one is no harm', async () => (await ready(program)).httpStatus === 200);

    await superuser.query(
      `REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ${new URL(postgres.applicationUrl).username}`,
    );
    await until('it is not', async () => (await ready(program)).httpStatus === 503);
    expect((await ready(program)).details['database']).toMatchObject({ code: 'DATABASE.WRONG_ROLE' });
    await migrated();
    await server.stop();
  });

  it('is 200 without what can wait, and names it', async () => {
    const hung = await readyWith(program, {
      OIDC_ISSUER: `http://localhost:${portOf(silent)}`,
      UPLOAD_SCANNER_URL: `clamd://${LOOPBACK}:${portOf(silent)}`,
    });
    expect(hung).toMatchObject({ httpStatus: 200, status: 'degraded' });
    expect(hung.details).toMatchObject({
      database: { status: 'up' },
      provider: { status: 'degraded', code: 'PROVIDER.AWAY' },
      scanner: { status: 'degraded', code: 'SCANNER.AWAY' },
    });
    if (program === 'api') {
      expect(hung.details).toMatchObject({
        temporal: { status: 'degraded', code: 'TEMPORAL.AWAY' },
        worker: { status: 'degraded', code: 'WORKER.NONE' },
        mail: { status: 'degraded', code: 'MAIL.AWAY' },
        sealing: { status: 'up' },
      });
    }
    await scanner.start();
    const there = await readyWith(program, { UPLOAD_SCANNER_URL: scanner.url });
    expect(there.details['scanner']).toEqual({ status: 'up' });
    await scanner.stop();
  });

  it('tells a provider that is not trusted, or another one, from one that is', async () => {
    const issuer = `https://localhost:${portOf(provider)}`;
    const untrusted = await readyWith(program, { OIDC_ISSUER: issuer });
    expect(untrusted.details['provider']).toMatchObject({ status: 'degraded', code: 'PROVIDER.NOT_TRUSTED' });
    const other = await readyWith(program, { OIDC_ISSUER: `${issuer}/tenant`, TLS_CA: authority.pem });
    expect(other.details['provider']).toMatchObject({ status: 'degraded', code: 'PROVIDER.WRONG' });
    const trusted = await readyWith(program, { OIDC_ISSUER: issuer, TLS_CA: authority.pem });
    expect(trusted.details['provider']).toEqual({ status: 'up' });
  });
});

describe('a token at an API whose provider is not trusted', () => {
  const bearer = { Authorization: 'Bearer eyJhbGciOiJFUzI1NiIsImtpZCI6IngifQ.eyJzdWIiOiJ4In0.c2ln' };
  const ask = async (): Promise<Response> =>
    fetch(`http://${LOOPBACK}:${variables['API_PORT'] ?? ''}/api/v1/me`, { headers: bearer });

  it('is answered 503, and the log says why by a code', async () => {
    const issuer = `https://localhost:${portOf(provider)}`;
    const api = await start('api', { OIDC_ISSUER: issuer });
    expect((await ask()).status).toBe(503);
    expect((await ask()).status).toBe(503);
    const failed = endOfLog(api.logFile, 200)
      .split('\n')
      .filter((line) => line.includes('request failed'));
    expect(failed).toHaveLength(2);
    for (const line of failed)
      expect(line).toMatch(/"code":"(UNABLE_TO_VERIFY_LEAF_SIGNATURE|SELF_SIGNED_CERT_IN_CHAIN)"/);
    await api.stop();
    const trusting = await start('api', { OIDC_ISSUER: issuer, TLS_CA: authority.pem });
    expect((await ask()).status).toBe(401);
    await trusting.stop();
  });
});

describe('the checks', () => {
  it('find a role that may do too much', async () => {
    const owner = await createDataSource({ url: postgres.url, poolSize: 1, keys: null }).initialize();
    await expect(databaseCheck(owner, []).check()).rejects.toMatchObject({ code: 'DATABASE.WRONG_ROLE' });
    await owner.destroy();
  });

  it('find a sealing that does not happen', async () => {
    const hash = '\\x00';
    await superuser.query('SET session_replication_role = replica');
    await superuser.query(
      `INSERT INTO audit_heads (chain, place, hash, sealed_place) VALUES ('x', 1, '${hash}', 0)`,
    );
    const put = async (seconds: number): Promise<void> => {
      await superuser.query(`DELETE FROM audit_entries WHERE chain = 'x'`);
      const at = new Date(Date.now() - seconds * 1_000).toISOString();
      await superuser.query(
        `INSERT INTO audit_entries (chain, place, entry, key_id, code, hash, at, operation, allowed, listed) VALUES ('x', 1, '{}', '1', '', '${hash}', $1, 'x', true, '{}')`,
        [at],
      );
    };
    const source = {
      query: async <T>(sql: string, values: unknown[] = []): Promise<T> =>
        (await superuser.query(sql, values)).rows as T,
    };
    await put(5);
    await expect(sealingCheck(source).check()).resolves.toBeUndefined();
    await put(60);
    await expect(sealingCheck(source).check()).rejects.toMatchObject({ code: 'SEALING.LATE' });
    await superuser.query(`DELETE FROM audit_heads WHERE chain = 'x'`);
    await expect(sealingCheck(source).check()).resolves.toBeUndefined();
  });
});
