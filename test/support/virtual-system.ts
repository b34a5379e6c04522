import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Client } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { mailServerOf } from '../../libs/process/mail-server.js';
import { readinessOf } from '../../apps/api/health/readiness.js';
import { LOOPBACK } from '../../apps/local/engines/ports.js';
import { registerCast } from '../../apps/local/demonstration/register-cast.js';
import { WorkerModule } from '../../apps/worker/worker.module.js';
import type { Clock } from '../../libs/clock/clock.js';
import { type Environment, readEnvironment } from '../../libs/config/environment.js';
import { fieldKeysOf } from '../../libs/config/field-keys.js';
import { migrate } from '../../libs/persistence/migrate.js';
import { processLog } from '../../libs/process/process-log.js';
import { openProcess, type ProcessParts } from '../../libs/process/process-parts.js';
import type { Stage } from '../scenarios/player.js';
import { World } from '../scenarios/world.js';
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
  stop(): Promise<void>;
}

const APPLICATION_ROLE = { name: 'kiplan_application', password: 'kiplan' };
const POOL_SIZE = 10;
/** How long, by the wall clock, it may take until everything that is due has been done. */
const SETTLED_WITHIN_MS = 30_000;
const LOOK_AGAIN_MS = 5;

/**
 * Starts PostgreSQL, Temporal with time skipping, a mail server, the API and the worker, and registers the cast.
 * @param cachedWorkflows how many processes the worker keeps in memory; 0 has every task replay its history
 */
export async function startVirtualSystem(cachedWorkflows?: number): Promise<VirtualSystem> {
  const [postgres, time, mailbox] = await Promise.all([startPostgres(), startVirtualTime(), startMailbox()]);
  const environment = environmentOf(postgres, time, mailbox);
  await migrate(postgres.url, APPLICATION_ROLE, new FieldCipher(fieldKeysOf(environment)));
  const api = await partsOf(environment, time.clock);
  const worker = await partsOf(environment, time.clock);
  // Loaded late: jest refuses CommonJS packages that require NestJS while it is itself still being loaded.
  const { createApplication } = await import('../../apps/api/create-application.js');
  const listeners = signalListeners();
  const { app } = await createApplication({
    ...api,
    sightOf: planSightOf,
    readiness: readinessOf(api.database, api.client, mailServerOf(environment)),
    end: () => api.close(),
  });
  removeAllBut(listeners);
  await app.listen(0, LOOPBACK);
  const workers = await startWorkers(worker, cachedWorkflows);
  await registerCast(api.database, api.vault, await time.clock.now());
  const { port } = app.getHttpServer().address() as AddressInfo;
  return {
    world: new World({
      apiUrl: `http://${LOOPBACK}:${port}`,
      token: tokenOf(environment),
      clock: time.clock,
    }),
    clock: time.clock,
    mailbox,
    database: api.database,
    vault: api.vault,
    client: api.client,
    sleepUntil: (instant) => time.sleepUntil(instant),
    settled: () => settled([api, worker]),
    async stop() {
      await app.close();
      await workers.close();
      await worker.close();
      await mailbox.stop();
      await time.stop();
      await postgres.stop();
    },
  };
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function signalListeners(): NodeJS.SignalsListener[] {
  return SIGNALS.flatMap((signal) => process.listeners(signal));
}

/** The API ends itself on a signal, which would leave the servers behind; here whoever started it all ends it all. */
function removeAllBut(kept: readonly NodeJS.SignalsListener[]): void {
  for (const signal of SIGNALS) {
    for (const listener of process.listeners(signal)) {
      if (!kept.includes(listener)) process.off(signal, listener);
    }
  }
}

function environmentOf(postgres: TestPostgres, time: VirtualTime, mailbox: Mailbox): Environment {
  const secret = (): string => randomBytes(32).toString('base64');
  return readEnvironment({
    DATABASE_URL: postgres.applicationUrl,
    TEMPORAL_ADDRESS: time.address,
    TEMPORAL_NAMESPACE: time.namespace,
    SMTP_URL: mailbox.url,
    TOKEN_SECRET: secret(),
    FIELD_KEYS: `1:${secret()}`,
    FIELD_HASH_KEY: secret(),
    PAYLOAD_KEYS: `1:${secret()}`,
    AUDIT_KEYS: `1:${secret()}`,
    AUDIT_ANCHOR_FILE: join(tmpdir(), `kiplan-anchors-${randomBytes(8).toString('hex')}.jsonl`),
    LOG_LEVEL: process.env['VIRTUAL_LOG_LEVEL'] ?? 'silent',
    MAIL_DOMAIN: 'post.testkoebing.example',
    PUBLIC_URL: 'https://side.testkoebing.example',
    // Two years of requests come in within a minute of the wall clock.
    RATE_LIMIT_REQUESTS: '1000000',
    LOCAL_SETUP: 'true',
  });
}

function tokenOf({ TOKEN_SECRET, TOKEN_ISSUER, TOKEN_AUDIENCE }: Environment): {
  secret: string;
  issuer: string;
  audience: string;
} {
  return { secret: TOKEN_SECRET, issuer: TOKEN_ISSUER, audience: TOKEN_AUDIENCE };
}

function partsOf(environment: Environment, clock: Clock): Promise<ProcessParts> {
  const logger = processLog('virtual', environment.LOG_LEVEL);
  return openProcess({ environment, clock, logger, poolSize: POOL_SIZE });
}

/** A drain that lingered would hold the clock, so here it doesn't. */
async function startWorkers(
  parts: ProcessParts,
  cachedWorkflows: number | undefined,
): Promise<INestApplicationContext> {
  const choice = { lingerSeconds: 0, ...(cachedWorkflows === undefined ? {} : { cachedWorkflows }) };
  const application = await NestFactory.createApplicationContext(WorkerModule.on(parts, choice), {
    logger: ['error', 'warn'],
  });
  return application.init();
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
