import { join } from 'node:path';
import { freePort } from '../../apps/local/engines/ports.js';
import { startPostgresEngine } from '../../apps/local/engines/postgres.engine.js';
import { sayNothing } from '../../apps/local/engines/progress.js';
import { temporalBinary } from '../../apps/local/engines/temporal-binary.js';
import {
  startTemporalDevServer,
  type TemporalDevServerOptions,
} from '../../apps/local/engines/temporal-dev-server.engine.js';
import { timeSkippingBinary } from '../../apps/local/engines/time-skipping-binary.js';
import { makeTestFolder, removeTestFolder } from './test-folders.js';

export { startMailbox, type Mailbox, type MailboxBehaviour, type ReceivedMail } from './mailbox.js';

const PASSWORD = 'kiplan';

/** A PostgreSQL of one test's own. */
export interface TestPostgres {
  /** For the role that owns the database; migrations run with it. */
  url: string;
  /** For the role of api and worker, which may do what migrations granted it. */
  applicationUrl: string;
  /** For the superuser. */
  superuserUrl: string;
  /** Where the database files lie. */
  dataFolder: string;
  /** Kills the server without warning, as a crash would. */
  kill(): Promise<void>;
  /** Starts it again on the same port and data after {@link kill} or {@link halt}. */
  restart(): Promise<void>;
  /** Stops it in order and keeps the data. */
  halt(): Promise<void>;
  /** Stops it and removes its data. */
  stop(): Promise<void>;
}

/** Starts an empty PostgreSQL in a temporary folder; some two seconds. */
export async function startPostgres(chosen: { durability?: 'full' | 'none' } = {}): Promise<TestPostgres> {
  const folder = await makeTestFolder();
  const options = {
    folder: join(folder, 'postgres'),
    port: await freePort(),
    passwords: { superuser: PASSWORD, owner: PASSWORD, application: PASSWORD },
    durability: chosen.durability ?? 'none',
  };
  let postgres = await startPostgresEngine(options);
  return {
    url: postgres.ownerUrl,
    applicationUrl: postgres.applicationUrl,
    superuserUrl: postgres.superuserUrl,
    dataFolder: postgres.dataFolder,
    kill: () => postgres.server.kill(),
    restart: async () => {
      postgres = await startPostgresEngine(options);
    },
    halt: () => postgres.stop(),
    stop: async () => {
      await postgres.stop();
      await removeTestFolder(folder);
    },
  };
}

/** A Temporal development server of one test's own. */
export interface TestDevServer {
  /** `host:port`. */
  address: string;
  namespace: string;
  /** Kills the server without warning. */
  kill(): Promise<void>;
  /** Stops it in order and keeps its data. */
  halt(): Promise<void>;
  /** Starts it again on the same port and data. */
  restart(): Promise<void>;
  /** Stops it and removes its data. */
  stop(): Promise<void>;
}

/** What a test may choose about its Temporal development server. */
export interface TestDevServerOptions {
  /** `kiplan` by default. */
  namespace?: string;
  /** Keep data in a file, so that it survives a restart; true by default. */
  persistent?: boolean;
  dynamicConfiguration?: readonly string[];
}

/** Starts an empty Temporal development server without web UI in a temporary folder. */
export async function startDevServer(chosen: TestDevServerOptions = {}): Promise<TestDevServer> {
  const folder = await makeTestFolder();
  const namespace = chosen.namespace ?? 'kiplan';
  const options: TemporalDevServerOptions = {
    binary: await temporalBinary(sayNothing),
    runFolder: folder,
    port: await freePort(),
    namespace,
    retentionDays: 1,
    ...(chosen.persistent === false ? {} : { databaseFile: join(folder, 'temporal.db') }),
    ...(chosen.dynamicConfiguration === undefined
      ? {}
      : { dynamicConfiguration: chosen.dynamicConfiguration }),
  };
  let server = await startTemporalDevServer(options);
  return {
    address: server.address,
    namespace,
    kill: () => server.server.kill(),
    halt: () => server.stop(),
    restart: async () => {
      server = await startTemporalDevServer(options);
    },
    stop: async () => {
      await server.stop();
      await removeTestFolder(folder);
    },
  };
}

/**
 * @returns The program of the time-skipping server, for `TestWorkflowEnvironment.createTimeSkipping({ server:
 * { executable: { type: 'existing-path', path } } })`.
 */
export async function timeSkippingServerPath(): Promise<string> {
  return timeSkippingBinary(sayNothing);
}
