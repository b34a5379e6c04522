import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { registerCast } from '../../apps/local/demonstration/register-cast.js';
import { freePort, LOOPBACK } from '../../apps/local/engines/ports.js';
import { endOfLog, type ServerProcess, startServerProcess } from '../../apps/local/engines/server-process.js';
import { LOCAL_AUDIENCE, LOCAL_CLAIM_MAPPING } from '../../apps/local/sign-in/local-claims.js';
import { choosePersona } from '../../apps/local/sign-in/persona-sign-in.js';
import { personaOf } from '../../apps/local/sign-in/personas.js';
import { registerSignIns } from '../../apps/local/sign-in/register-sign-ins.js';
import { CLIENT_SECRETS, PORTAL_CLIENT } from '../../apps/local/sign-in/sign-in-settings.js';
import { Visitor } from '../../apps/local/sign-in/visitor.js';
import { WallClock } from '../../libs/clock/clock.js';
import { readEnvironment } from '../../libs/config/environment.js';
import { fieldKeysOf } from '../../libs/config/field-keys.js';
import { createDataSource } from '../../libs/persistence/data-source.js';
import { Vault } from '../../libs/persistence/vault.js';
import { migrate } from '../../libs/persistence/migrate.js';
import { until } from '../support/real-system.js';
import { startPostgres, type TestPostgres } from '../support/servers.js';
import { makeTestFolder, removeTestFolder } from '../support/test-folders.js';

jest.setTimeout(120_000);

let postgres: TestPostgres;
let folder: string;
let variables: NodeJS.ProcessEnv;
const started: ServerProcess[] = [];

beforeAll(async () => {
  folder = await makeTestFolder();
  postgres = await startPostgres();
  const role = new URL(postgres.applicationUrl);
  variables = await variablesFor(postgres);
  const environment = readEnvironment(variables);
  const vault = new Vault(fieldKeysOf(environment));
  await migrate(postgres.url, { name: role.username, password: role.password }, vault.cipher);
  const database = await createDataSource({
    url: postgres.applicationUrl,
    poolSize: 1,
    keys: vault.keys,
  }).initialize();
  await registerCast(database, vault, await new WallClock().now());
  await registerSignIns(database, vault.cipher, environment.OIDC_ISSUER);
  await database.destroy();
});
afterAll(async () => {
  for (const server of started) await server.stop();
  await postgres.stop();
  await removeTestFolder(folder);
});

async function variablesFor({ applicationUrl }: TestPostgres): Promise<NodeJS.ProcessEnv> {
  const secret = (): string => randomBytes(32).toString('base64');
  const [portal, signIn] = [await freePort(), await freePort()];
  return {
    PATH: process.env['PATH'],
    DATABASE_URL: applicationUrl,
    // Nobody is there: pages do not need Temporal or mail.
    TEMPORAL_ADDRESS: `${LOOPBACK}:1`,
    SMTP_URL: `smtp://${LOOPBACK}:1`,
    PORTAL_PORT: String(portal),
    PUBLIC_URL: `http://localhost:${portal}`,
    OIDC_ISSUER: `http://localhost:${signIn}`,
    OIDC_AUDIENCE: LOCAL_AUDIENCE,
    OIDC_CLAIMS: LOCAL_CLAIM_MAPPING,
    OIDC_CLIENT_SECRET: CLIENT_SECRETS[PORTAL_CLIENT],
    OIDC_USER_INFO: 'true',
    SIGN_IN_PORT: String(signIn),
    SIGN_IN_FOLDER: join(folder, 'sign-in'),
    FIELD_KEYS: `1:${secret()}`,
    FIELD_HASH_KEY: secret(),
    PAYLOAD_KEYS: `1:${secret()}`,
    SESSION_KEYS: `1:${secret()}`,
    AUDIT_KEYS: `1:${secret()}`,
    LOCAL_SETUP: 'true',
  };
}

/** Starts what was built, as it runs in production. */
async function start(program: string, over: NodeJS.ProcessEnv = {}): Promise<ServerProcess> {
  const server = await startServerProcess({
    name: `${program.replaceAll('/', '-')}-${started.length}`,
    command: process.execPath,
    commandArguments: [fileURLToPath(new URL(`../../dist/apps/${program}/main.js`, import.meta.url))],
    runFolder: folder,
    environment: { ...variables, ...over },
  });
  started.push(server);
  return server;
}

describe('the portal as a process', () => {
  it('signs people in at the local sign-in, and ends in order when it is told to', async () => {
    const page = variables['PUBLIC_URL'] ?? '';
    const [signIn, portal] = [await start('local/sign-in'), await start('portal')];
    await until('the sign-in answers', async () => (await fetch(variables['OIDC_ISSUER'] ?? '')).ok);
    await until('the portal is ready', async () => (await fetch(`${page}/health/ready`)).ok);

    const visitor = new Visitor();
    const begun = await visitor.ask(`${page}/sign-in`);
    const address = begun.headers.get('Location') ?? '';
    const back = await choosePersona(visitor, address, personaOf('falk'), `${page}/sign-in/return`);
    const { response } = await visitor.follow(back);
    expect(await response?.text()).toContain('Test Teamleder Falk, Testkøbing Rusmiddelcenter');

    // The log tells what happened, not who it was or how they got in.
    const log = endOfLog(portal.logFile, 100);
    expect(log).toContain('/sign-in/return');
    expect(log).not.toMatch(/Falk|code=|state=|kiplan-session|eyJ/);

    await portal.stop();
    expect(await portal.ended).toBe('ended with code 0');
    await signIn.stop();
    expect(await signIn.ended).toBe('ended with code 0');
  });

  it('does not start without TLS beyond one machine, and says why', async () => {
    const issuer = { OIDC_ISSUER: 'https://log-on.testkoebing.example', LOCAL_SETUP: 'false' };
    const portal = await start('portal', issuer);
    expect(await portal.ended).toBe('ended with code 1');
    expect(endOfLog(portal.logFile)).toContain('PUBLIC_URL: expected an address that begins with https://');
  });
});
