import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import type { Client } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import type { CastName } from '../../apps/local/demonstration/cast.js';
import { registerCast } from '../../apps/local/demonstration/register-cast.js';
import { ClockedIssuer } from '../../apps/local/sign-in/clocked-issuer.js';
import { LOCAL_AUDIENCE, LOCAL_CLAIM_MAPPING } from '../../apps/local/sign-in/local-claims.js';
import { registerSignIns } from '../../apps/local/sign-in/register-sign-ins.js';
import { freePort, LOOPBACK } from '../../apps/local/engines/ports.js';
import { sayNothing } from '../../apps/local/engines/progress.js';
import { runCommand } from '../../apps/local/engines/run-command.js';
import { endOfLog, type ServerProcess, startServerProcess } from '../../apps/local/engines/server-process.js';
import { temporalBinary } from '../../apps/local/engines/temporal-binary.js';
import {
  startTemporalDevServer,
  type TemporalDevServer,
} from '../../apps/local/engines/temporal-dev-server.engine.js';
import { WallClock } from '../../libs/clock/clock.js';
import { type Environment, readEnvironment } from '../../libs/config/environment.js';
import { fieldKeysOf } from '../../libs/config/field-keys.js';
import { createDataSource } from '../../libs/persistence/data-source.js';
import { migrate } from '../../libs/persistence/migrate.js';
import { encryptingDataConverter } from '../../libs/temporal/data-converter.js';
import { registerSearchAttributes } from '../../libs/temporal/register-search-attributes.js';
import { scheduleSweeper } from '../../libs/temporal/sweeper-schedule.js';
import { scheduleRetention } from '../../libs/temporal/retention-schedule.js';
import { temporalClient } from '../../libs/temporal/temporal-client.js';
import { TemporalRelay } from '../../libs/temporal/temporal-relay.js';
import { World } from '../scenarios/world.js';
import { makeTestFolder, removeTestFolder } from './test-folders.js';
import { type Mailbox, startMailbox, startPostgres, type TestPostgres } from './servers.js';
import { AuditKeys } from '../../libs/audit/audit-keys.js';
import { AuditLog } from '../../libs/audit/audit-log.js';
import { Vault } from '../../libs/persistence/vault.js';

const APPLICATION_ROLE = { name: 'kiplan_application', password: 'kiplan' };
const NAMESPACE = 'kiplan';
const POOL_SIZE = 10;
const READY_WITHIN_MS = 120_000;
const LOOK_AGAIN_MS = 100;

/** The Temporal of one test, which can be killed and can lose everything. */
export interface RealTemporal {
  /** Kills it without warning. */
  kill(): Promise<void>;
  /** Starts it on the same port, with the data that it had. */
  restart(): Promise<void>;
  /** Kills it, destroys its data, and starts it empty on the same port, with nothing but the namespace. */
  loseEverything(): Promise<void>;
}

/** PostgreSQL, Temporal, a mail server, and API and worker as processes of their own, as they run in production. */
export interface RealSystem {
  readonly environment: Environment;
  readonly postgres: TestPostgres;
  readonly temporal: RealTemporal;
  readonly mailbox: Mailbox;
  /** In the application's role, as API and worker have it. */
  readonly database: DataSource;
  readonly vault: Vault;
  readonly audit: AuditLog;
  readonly client: Client;
  /** Tells processes right after a commit of this test's own record; it never catches up for others. */
  readonly relay: TemporalRelay;
  readonly world: World;
  /** A bearer token for one of the cast. */
  tokenOf(name: CastName): Promise<string>;
  /** `http://host:port` of the API. */
  readonly apiUrl: string;
  /** Starts an API and waits until it listens. */
  startApi(changed?: NodeJS.ProcessEnv): Promise<ServerProcess>;
  /** Starts a worker and waits until it polls. */
  startWorker(): Promise<ServerProcess>;
  /** Runs the operator's command line. */
  command(...words: readonly string[]): Promise<{ code: number; output: string; printed: string }>;
  stop(): Promise<void>;
}

export async function startRealSystem(): Promise<RealSystem> {
  const folder = await makeTestFolder();
  const temporalPort = await freePort();
  const [postgres, mailbox] = await Promise.all([startPostgres(), startMailbox()]);
  const temporal = await startTemporal(folder, temporalPort);
  const clock = new WallClock();
  const issuer = await ClockedIssuer.start(clock);
  const variables = variablesOf(
    postgres,
    `${LOOPBACK}:${temporalPort}`,
    mailbox,
    issuer.issuer,
    await freePort(),
    join(folder, 'anchors.jsonl'),
  );
  const environment = readEnvironment(variables);
  const vault = new Vault(fieldKeysOf(environment));
  const audit = new AuditLog(vault.keys, new AuditKeys(environment.AUDIT_KEYS));
  await migrate(postgres.url, APPLICATION_ROLE, vault.cipher);
  const database = await createDataSource({
    url: postgres.applicationUrl,
    poolSize: POOL_SIZE,
    keys: vault.keys,
  }).initialize();
  const client = temporalClient({
    address: environment.TEMPORAL_ADDRESS,
    namespace: NAMESPACE,
    dataConverter: encryptingDataConverter(environment.PAYLOAD_KEYS),
  });
  await registerSearchAttributes(client.connection, NAMESPACE);
  await scheduleSweeper(client);
  await scheduleRetention(client);
  const relay = new TemporalRelay(client, database, clock, pino({ level: 'silent' }));
  await registerCast(database, vault, await clock.now());
  await registerSignIns(database, vault.cipher, issuer.issuer);
  const apiUrl = `http://${LOOPBACK}:${environment.API_PORT}`;
  const started: ServerProcess[] = [];
  const start = async (name: string, changed: NodeJS.ProcessEnv): Promise<ServerProcess> => {
    const server = await startServerProcess({
      name: `${name}-${started.length}`,
      command: process.execPath,
      commandArguments: ['--enable-source-maps', program(name)],
      runFolder: folder,
      environment: { ...variables, ...changed },
    });
    started.push(server);
    return server;
  };
  return {
    environment,
    postgres,
    temporal,
    mailbox,
    database,
    vault,
    audit,
    client,
    relay,
    world: new World({ apiUrl, tokenOf: (name) => issuer.tokenOf(name) }),
    apiUrl,
    tokenOf: (name) => issuer.tokenOf(name),
    async startApi(changed = {}) {
      const api = await start('api', changed);
      await untilRunning(api, async () => (await fetch(`${apiUrl}/health/live`)).ok);
      return api;
    },
    async startWorker() {
      const worker = await start('worker', {});
      await untilRunning(worker, () =>
        Promise.resolve(endOfLog(worker.logFile, 1000).includes('is polling')),
      );
      return worker;
    },
    async command(...words) {
      const main = program('command-line');
      const ended = await runCommand(process.execPath, [main, ...words], { env: variables });
      return { ...ended, code: ended.code ?? -1 };
    },
    async stop() {
      await Promise.all(started.map((server) => server.stop()));
      await relay.close();
      await client.connection.close();
      await database.destroy();
      await issuer.stop();
      await mailbox.stop();
      await temporal.kill();
      await postgres.stop();
      await removeTestFolder(folder);
    },
  };
}

/** Waits until something holds; what fails meanwhile counts as not yet. Rejects after a time limit in milliseconds. */
export async function until(
  what: string,
  holds: () => Promise<boolean>,
  withinMs = READY_WITHIN_MS,
): Promise<void> {
  const patience = performance.now() + withinMs;
  for (;;) {
    let reason = '';
    try {
      if (await holds()) return;
    } catch (error) {
      reason = ` (${String(error)})`;
    }
    if (performance.now() > patience) throw new Error(`${what}: not within ${withinMs} ms${reason}`);
    await pause(LOOK_AGAIN_MS);
  }
}

async function untilRunning(server: ServerProcess, runs: () => Promise<boolean>): Promise<void> {
  await until(`${server.name} runs`, async () => server.hasEnded() || (await runs()));
  if (server.hasEnded()) {
    throw new Error(`${server.name} ${await server.ended}; its log ends:\n${endOfLog(server.logFile)}`);
  }
}

/** What was built is what runs in production. */
function program(name: string): string {
  return fileURLToPath(new URL(`../../dist/apps/${name}/main.js`, import.meta.url));
}

function variablesOf(
  postgres: TestPostgres,
  temporalAddress: string,
  mailbox: Mailbox,
  issuer: string,
  apiPort: number,
  anchorFile: string,
): NodeJS.ProcessEnv {
  const secret = (): string => randomBytes(32).toString('base64');
  return {
    PATH: process.env['PATH'],
    DATABASE_URL: postgres.applicationUrl,
    TEMPORAL_ADDRESS: temporalAddress,
    TEMPORAL_NAMESPACE: NAMESPACE,
    SMTP_URL: mailbox.url,
    API_HOST: LOOPBACK,
    API_PORT: String(apiPort),
    // Several workers run side by side.
    WORKER_PORT: '0',
    OIDC_ISSUER: issuer,
    OIDC_AUDIENCE: LOCAL_AUDIENCE,
    OIDC_CLAIMS: LOCAL_CLAIM_MAPPING,
    FIELD_KEYS: `1:${secret()}`,
    FIELD_HASH_KEY: secret(),
    PAYLOAD_KEYS: `1:${secret()}`,
    SESSION_KEYS: `1:${secret()}`,
    AUDIT_KEYS: `1:${secret()}`,
    LOG_LEVEL: 'info',
    AUDIT_ANCHOR_FILE: anchorFile,
    MAIL_DOMAIN: 'post.testkoebing.example',
    PUBLIC_URL: 'https://side.localhost',
    RATE_LIMIT_REQUESTS: '1000000',
    LOCAL_SETUP: 'true',
  };
}

async function startTemporal(folder: string, port: number): Promise<RealTemporal> {
  const databaseFile = join(folder, 'temporal.db');
  const binary = await temporalBinary(sayNothing);
  const start = (): Promise<TemporalDevServer> =>
    startTemporalDevServer({
      binary,
      runFolder: folder,
      databaseFile,
      port,
      namespace: NAMESPACE,
      retentionDays: 1,
    });
  let running = await start();
  return {
    kill: () => running.server.kill(),
    async restart() {
      running = await start();
    },
    async loseEverything() {
      await running.server.kill();
      for (const ending of ['', '-wal', '-shm']) await rm(`${databaseFile}${ending}`, { force: true });
      running = await start();
    },
  };
}
