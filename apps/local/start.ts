import { closeDataFolder, openDataFolder } from './data-folder.js';
import { LocalError } from './engines/local-error.js';
import { requireFreePort } from './engines/ports.js';
import { sayOnScreen } from './engines/progress.js';
import { LocalSystem } from './local-system.js';
import { PORT_VARIABLES, readSettings, type LocalPorts, type LocalSettings } from './settings.js';
import { START_PHASES } from './start-phases.js';

/** Settles when a person or the system asks for the end: Ctrl-C, a signal, or the starting process is gone. */
async function untilAskedToStop(): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        resolve();
      });
    }
    process.once('disconnect', resolve);
  });
}

async function requirePorts(settings: LocalSettings): Promise<void> {
  const parts: (keyof LocalPorts)[] = ['api'];
  if (settings.databaseUrl === undefined) parts.push('postgres');
  if (settings.temporalAddress === undefined) parts.push('temporal', 'temporalUi');
  if (settings.smtpUrl === undefined) parts.push('smtp', 'mail');
  for (const part of parts) await requireFreePort({ ...PORT_VARIABLES[part], port: settings.ports[part] });
}

async function start(system: LocalSystem): Promise<void> {
  const started = performance.now();
  for (const phase of START_PHASES) await phase(system);
  const width = Math.max(...system.announcements.map(({ label }) => label.length)) + 2;
  console.log('');
  for (const { label, value } of system.announcements) console.log(`  ${label.padEnd(width)}${value}`);
  console.log(
    '\n  A local set-up: without TLS, with keys that lie beside the data. For fictitious persons only.',
  );
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`\nkiplan is ready (after ${seconds} s). Ctrl-C stops it.`);
}

/** Starts, runs until asked to stop, and stops; returns the exit code. */
async function run(): Promise<number> {
  const stopAsked = untilAskedToStop();
  const settings = readSettings(process.env, process.argv.slice(2));
  const leftovers = await openDataFolder(settings.home, settings.fresh);
  if (leftovers.length > 0)
    sayOnScreen(`Left running by an earlier start and stopped now: ${leftovers.join(', ')}`);
  const system = new LocalSystem(settings, sayOnScreen);
  let code = 0;
  try {
    await requirePorts(settings);
    await Promise.race([start(system).then(() => stopAsked), stopAsked, system.unexpectedDeath]);
    console.log('\nStopping …');
  } catch (error) {
    tell(error);
    code = 1;
  }
  await system.stop();
  await closeDataFolder(settings.home);
  return code;
}

function tell(error: unknown): void {
  console.error(error instanceof LocalError ? `\n${error.message}` : error);
}

try {
  process.exit(await run());
} catch (error) {
  tell(error);
  process.exit(1);
}
