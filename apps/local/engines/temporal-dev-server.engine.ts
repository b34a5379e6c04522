import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import { LocalError } from './local-error.js';
import { freePort, LOOPBACK } from './ports.js';
import { endOfLog, startServerProcess, type ServerProcess } from './server-process.js';
import { ensureNamespace } from './temporal-namespace.js';

const READY_WITHIN_MS = 60_000;
const POLL_MS = 100;

/** How the Temporal development server is to be run. */
export interface TemporalDevServerOptions {
  /** Path of the program `temporal`. */
  binary: string;
  /** Folder for log and process id. */
  runFolder: string;
  /** File that keeps its data between starts; without one it keeps nothing. */
  databaseFile?: string;
  port: number;
  /** Port of the web UI; without one there is no web UI. */
  uiPort?: number;
  namespace: string;
  /** Days for which ended workflows are kept. */
  retentionDays: number;
  /** Address of the codec server by which the web UI decodes payloads. */
  codecEndpoint?: string;
  logLevel?: 'debug' | 'info' | 'warn' | 'error' | 'never';
  /** Further `key=value` settings of the server's dynamic configuration. */
  dynamicConfiguration?: readonly string[];
}

/** A running Temporal development server. */
export interface TemporalDevServer {
  /** `host:port` for clients and workers. */
  address: string;
  /** Address of the web UI, where there is one. */
  uiUrl?: string;
  server: ServerProcess;
  stop(): Promise<void>;
}

/**
 * Starts the Temporal development server on the loopback address, registers the namespace and returns when it
 * can be used.
 *
 * @throws LocalError when it doesn't come up within a minute.
 */
export async function startTemporalDevServer(options: TemporalDevServerOptions): Promise<TemporalDevServer> {
  if (options.databaseFile !== undefined) await mkdir(dirname(options.databaseFile), { recursive: true });
  const server = await startServerProcess({
    name: 'temporal',
    command: options.binary,
    commandArguments: await commandArguments(options),
    runFolder: options.runFolder,
    stopSignal: 'SIGINT',
  });
  const address = `${LOOPBACK}:${options.port}`;
  try {
    await untilReady(server, address);
    await ensureNamespace({ address, namespace: options.namespace, retentionDays: options.retentionDays });
  } catch (error) {
    await server.stop();
    throw error;
  }
  return {
    address,
    ...(options.uiPort === undefined ? {} : { uiUrl: `http://localhost:${options.uiPort}` }),
    server,
    stop: () => server.stop(),
  };
}

async function commandArguments(options: TemporalDevServerOptions): Promise<string[]> {
  const flags: [string, string | number | undefined][] = [
    ['ip', LOOPBACK],
    ['port', options.port],
    ['http-port', await freePort()],
    ['metrics-port', await freePort()],
    ['ui-ip', options.uiPort === undefined ? undefined : LOOPBACK],
    ['ui-port', options.uiPort],
    ['db-filename', options.databaseFile],
    ['namespace', options.namespace],
    ['ui-codec-endpoint', options.codecEndpoint],
    ['log-level', options.logLevel ?? 'error'],
    ...(options.dynamicConfiguration ?? []).map((setting): [string, string] => [
      'dynamic-config-value',
      setting,
    ]),
  ];
  return [
    'server',
    'start-dev',
    ...(options.uiPort === undefined ? ['--headless'] : []),
    ...flags.flatMap(([flag, value]) => (value === undefined ? [] : [`--${flag}`, String(value)])),
  ];
}

async function untilReady(server: ServerProcess, address: string): Promise<void> {
  const deadline = performance.now() + READY_WITHIN_MS;
  while (!(await answers(address))) {
    if (server.hasEnded() || performance.now() > deadline) {
      throw new LocalError(
        `Temporal did not come up; its log ${server.logFile} ends:\n${endOfLog(server.logFile)}`,
      );
    }
    await pause(POLL_MS);
  }
}

async function answers(address: string): Promise<boolean> {
  try {
    const connection = await Connection.connect({ address, connectTimeout: '1s' });
    await connection.close();
    return true;
  } catch {
    return false;
  }
}
