import { fileURLToPath } from 'node:url';
import { LOOPBACK } from '../engines/ports.js';
import { startServerProcess } from '../engines/server-process.js';
import type { LocalSystem } from '../local-system.js';

/** One of our own programs, to be run as a process of its own. */
export interface OwnProcess {
  readonly name: string;
  readonly title: string;
  /** Where its entry is, seen from this file. */
  readonly program: string;
  /** What it is told besides the system's environment. */
  readonly variables?: Readonly<Record<string, string>>;
}

/** Starts one of our own programs; the system ends with it. */
export async function startProcess(
  system: LocalSystem,
  { name, title, program, variables }: OwnProcess,
): Promise<void> {
  const server = await startServerProcess({
    name,
    command: process.execPath,
    commandArguments: ['--enable-source-maps', fileURLToPath(new URL(program, import.meta.url))],
    runFolder: system.runFolder,
    environment: { ...system.environment, ...variables },
  });
  system.watch(title, server);
  system.say(`${title}: started, log in ${server.logFile}`);
}

/** Starts the process that serves the HTTP API. */
export async function startApi(system: LocalSystem): Promise<void> {
  const { ports } = system.settings;
  system.environment['API_HOST'] = LOOPBACK;
  system.environment['API_PORT'] = String(ports.api);
  await startProcess(system, { name: 'api', title: 'API', program: '../../api/main.js' });
  system.announcements.unshift(
    { label: 'API', value: `http://localhost:${ports.api}/api/v1` },
    { label: 'API documentation', value: `http://localhost:${ports.api}/api/docs` },
  );
}

/** Starts the process that serves the pages. */
export async function startPortal(system: LocalSystem): Promise<void> {
  const { ports } = system.settings;
  system.environment['PORTAL_HOST'] = LOOPBACK;
  system.environment['PORTAL_PORT'] = String(ports.portal);
  await startProcess(system, { name: 'portal', title: 'Portal', program: '../../portal/main.js' });
  system.announcements.unshift({ label: 'Portal', value: `http://localhost:${ports.portal}` });
}

/** Starts the process that performs the plans' steps, sends mail and receives what comes back. */
export async function startWorker(system: LocalSystem): Promise<void> {
  system.environment['WORKER_HOST'] = LOOPBACK;
  system.environment['WORKER_PORT'] = String(system.settings.ports.worker);
  system.environment['INBOUND_SMTP_HOST'] = LOOPBACK;
  system.environment['INBOUND_SMTP_PORT'] = String(system.settings.ports.inboundSmtp);
  await startProcess(system, { name: 'worker', title: 'Worker', program: '../../worker/main.js' });
}
