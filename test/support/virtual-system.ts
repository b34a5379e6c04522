import 'reflect-metadata';
// Some libraries of the API are CommonJS and require the framework, which Jest lets them do once it is loaded.
import '@nestjs/common';
import '@nestjs/core';
import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Client } from '@temporalio/client';
import type { DestinationStream, Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { apiHealth } from '../../libs/health/health-checks.js';
import { LOOPBACK } from '../../apps/local/engines/ports.js';
import { ClockedIssuer } from '../../apps/local/sign-in/clocked-issuer.js';
import { LOCAL_AUDIENCE, LOCAL_CLAIM_MAPPING } from '../../apps/local/sign-in/local-claims.js';
import { registerSignIns } from '../../apps/local/sign-in/register-sign-ins.js';
import { registerCast } from '../../apps/local/demonstration/register-cast.js';
import { HostedReceiver } from '../../apps/worker/hosted-receiver.js';
import type { Clock } from '../../libs/clock/clock.js';
import { type Environment, readEnvironment } from '../../libs/config/environment.js';
import { fieldKeysOf } from '../../libs/config/field-keys.js';
import { migrate } from '../../libs/persistence/migrate.js';
import { processLog } from '../../libs/process/process-log.js';
import { NOTICE_TIMES } from '../../libs/record/notice-times.js';
import { openProcess, type ProcessParts } from '../../libs/process/process-parts.js';
import type { Stage } from '../scenarios/player.js';
import { World, type WorldSettings } from '../scenarios/world.js';
import { type Mailbox, startMailbox, startPostgres, type TestPostgres } from './servers.js';
import { startVirtualTime, type VirtualTime } from './virtual-time.js';
import { FieldCipher } from '../../libs/persistence/encryption/field-cipher.js';
import { planSightOf } from '../../libs/reading/plan-sight.js';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Vault } from '../../libs/persistence/vault.js';

/** Everything that production has, in one process and on a clock of its own: years pass in seconds. */
export interface VirtualSystem extends Stage {
  readonly world: World;
  readonly clock: Clock;
  readonly mailbox: Mailbox;
  readonly database: DataSource;
  readonly vault: Vault;
  readonly client: Client;
  readonly environment: Environment;
  readonly postgres: TestPostgres;
  readonly apiUrl: string;
  /** `http://host:port` at which the worker says how it is. */
  readonly workerUrl: string;
  /** The port on which the worker receives mail that comes back. */
  readonly returnPort: number;
  stop(): Promise<void>;
}

const APPLICATION_ROLE = { name: 'kiplan_application', password: 'kiplan' };
const POOL_SIZE = 10;
/** How long, by the wall clock, it may take until everything that is due has been done. */
const SETTLED_WITHIN_MS = 30_000;
const LOOK_AGAIN_MS = 5;

/** What a test may choose about its system. */
export interface VirtualSystemOptions {
  /** Where everything that the processes log goes, down to the finest level; nothing is logged without it. */
  readonly logTo?: DestinationStream;
  /** How people ask the API; as the scenarios have it by default. */
  readonly world?: (settings: WorldSettings) => World;
}

/** Starts PostgreSQL, Temporal with time skipping, a mail server, the API and the worker, and registers the cast. */
export async function startVirtualSystem(chosen: VirtualSystemOptions = {}): Promise<VirtualSystem> {
  const [postgres, time, mailbox] = await Promise.all([startPostgres(), startVirtualTime(), startMailbox()]);
  const issuer = await ClockedIssuer.start(time.clock);
  const environment = environmentOf(postgres, time, mailbox, issuer);
  const logger = loggerOf(environment, chosen.logTo);
  await migrate(postgres.url, APPLICATION_ROLE, new FieldCipher(fieldKeysOf(environment)));
  const api = await openProcess({ environment, clock: time.clock, logger, poolSize: POOL_SIZE });
  const worker = await openProcess({ environment, clock: time.clock, logger, poolSize: POOL_SIZE });
  // Loaded late: jest refuses CommonJS packages that require NestJS while it is itself still being loaded.
  const { createApplication } = await import('../../apps/api/create-application.js');
  const { app } = await createApplication({
    ...api,
    sightOf: planSightOf,
    health: apiHealth(api),
    end: () => api.close(),
  });
  await app.listen(0, LOOPBACK);
  const workers = await startWorkers(worker);
  await registerCast(api.database, api.vault, await time.clock.now());
  await registerSignIns(api.database, api.vault.cipher, issuer.issuer);
  const { port } = app.getHttpServer().address() as AddressInfo;
  const apiUrl = `http://${LOOPBACK}:${port}`;
  const { world = (settings): World => new World(settings) } = chosen;
  return {
    world: world({ apiUrl, tokenOf: (name) => issuer.tokenOf(name) }),
    apiUrl,
    environment,
    postgres,
    clock: time.clock,
    mailbox,
    database: api.database,
    vault: api.vault,
    client: api.client,
    workerUrl: `http://${LOOPBACK}:${(workers.getHttpServer().address() as AddressInfo).port}`,
    returnPort: workers.get(HostedReceiver).port ?? 0,
    sleepUntil: (instant) => time.sleepUntil(instant),
    settled: () => settled([api, worker]),
    async stop() {
      await app.close();
      await workers.close();
      await worker.close();
      await issuer.stop();
      await mailbox.stop();
      await time.stop();
      await postgres.stop();
    },
  };
}

function environmentOf(
  postgres: TestPostgres,
  time: VirtualTime,
  mailbox: Mailbox,
  issuer: ClockedIssuer,
): Environment {
  const secret = (): string => randomBytes(32).toString('base64');
  return readEnvironment({
    DATABASE_URL: postgres.applicationUrl,
    TEMPORAL_ADDRESS: time.address,
    TEMPORAL_NAMESPACE: time.namespace,
    SMTP_URL: mailbox.url,
    OIDC_ISSUER: issuer.issuer,
    OIDC_AUDIENCE: LOCAL_AUDIENCE,
    OIDC_CLAIMS: LOCAL_CLAIM_MAPPING,
    FIELD_KEYS: `1:${secret()}`,
    FIELD_HASH_KEY: secret(),
    PAYLOAD_KEYS: `1:${secret()}`,
    SESSION_KEYS: `1:${secret()}`,
    AUDIT_KEYS: `1:${secret()}`,
    AUDIT_ANCHOR_FILE: join(tmpdir(), `kiplan-anchors-${randomBytes(8).toString('hex')}.jsonl`),
    INBOUND_SMTP_PORT: '0',
    RETURN_ADDRESS_KEYS: `1:${secret()}`,
    LOG_LEVEL: process.env['VIRTUAL_LOG_LEVEL'] ?? 'silent',
    MAIL_DOMAIN: 'post.testkoebing.example',
    PUBLIC_URL: 'https://side.localhost',
    // Two years of requests come in within a minute of the wall clock.
    RATE_LIMIT_REQUESTS: '1000000',
    LOCAL_SETUP: 'true',
  });
}

function loggerOf(environment: Environment, logTo: DestinationStream | undefined): Logger {
  if (logTo === undefined) return processLog('virtual', environment.LOG_LEVEL);
  return processLog('virtual', 'trace', logTo);
}

/** A drain that lingered would hold the clock, so here it doesn't. */
async function startWorkers(parts: ProcessParts): Promise<NestExpressApplication> {
  const { createWorker } = await import('../../apps/worker/create-worker.js');
  const noticeTimes = { ...NOTICE_TIMES, lingerSeconds: 0 };
  const application = await createWorker(parts, { noticeTimes });
  await application.listen(0, LOOPBACK);
  return application;
}

/** Nothing is left to tell, no step is due, no notice is due. */
async function settled(processes: readonly ProcessParts[]): Promise<void> {
  const patience = performance.now() + SETTLED_WITHIN_MS;
  for (;;) {
    for (const { relay } of processes) await relay.settled();
    const left = await leftToDo(processes[0]);
    if (Object.values(left).every((count) => count === 0)) return;
    if (performance.now() > patience) throw new Error(`Not settled in time: ${JSON.stringify(left)}.`);
    await pause(LOOK_AGAIN_MS);
  }
}

async function leftToDo(parts: ProcessParts | undefined): Promise<Record<string, number>> {
  if (parts === undefined) return {};
  const { database, clock } = parts;
  const rows = await database.query<Record<string, number>[]>(
    `SELECT (SELECT count(*)::int FROM wait_state_outbox WHERE signalled_seq < seq) AS untold,
            (SELECT count(*)::int FROM plans WHERE ended_at IS NULL AND next_at <= $1) AS steps,
            (SELECT count(*)::int FROM notices WHERE status = 'claimed' OR (status = 'queued' AND due_at <= $1)) AS notices`,
    [await clock.now()],
  );
  return rows[0] ?? {};
}
