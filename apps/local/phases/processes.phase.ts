import { fileURLToPath } from 'node:url';
import { LOOPBACK } from '../engines/ports.js';
import { startServerProcess } from '../engines/server-process.js';
import type { LocalSystem } from '../local-system.js';

async function startProcess(system: LocalSystem, name: string, title: string): Promise<void> {
  const program = fileURLToPath(new URL(`../../${name}/main.js`, import.meta.url));
  const server = await startServerProcess({
    name,
    command: process.execPath,
    commandArguments: ['--enable-source-maps', program],
    runFolder: system.runFolder,
    environment: system.environment,
  });
  system.watch(title, server);
  system.say(`${title}: started, log in ${server.logFile}`);
}

/** Starts the process that serves the HTTP API. */
export async function startApi(system: LocalSystem): Promise<void> {
  const { ports } = system.settings;
  system.environment['API_HOST'] = LOOPBACK;
  system.environment['API_PORT'] = String(ports.api);
  await startProcess(system, 'api', 'API');
  system.announcements.unshift(
    { label: 'API', value: `http://localhost:${ports.api}/api/v1` },
    { label: 'API documentation', value: `http://localhost:${ports.api}/api/docs` },
  );
}

/** Starts the process that performs the plans' steps, sends mail and receives what comes back. */
export async function startWorker(system: LocalSystem): Promise<void> {
  system.environment['INBOUND_SMTP_HOST'] = LOOPBACK;
  system.environment['INBOUND_SMTP_PORT'] = String(system.settings.ports.inboundSmtp);
  await startProcess(system, 'worker', 'Worker');
}
