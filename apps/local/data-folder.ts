import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LocalError } from './engines/local-error.js';
import { postgresDataFolder } from './engines/postgres.engine.js';
import { commandLineOf } from './engines/process-table.js';
import { stopLeftovers } from './engines/server-process.js';

const MARK = 'kiplan-data';
const LOCK = 'start.lock';
/** Logs, mails, histories and keys of the sign-in are for nobody else on this machine; PostgreSQL closes its own. */
const CLOSED_FOLDERS = ['run', 'mails', 'temporal', 'sign-in'] as const;
const MARK_TEXT = 'This folder holds the data of a local kiplan; npm start -- --fresh empties it.\n';

/**
 * Opens the data folder: makes it, holds it for this process, and stops what an earlier start that was killed
 * left running in it.
 *
 * @param home The folder.
 * @param fresh Empty it first.
 * @returns The names of the servers that had been left running.
 * @throws LocalError when it holds something else, or is in use by another start.
 */
export async function openDataFolder(home: string, fresh: boolean): Promise<string[]> {
  await mkdir(home, { recursive: true });
  await requireOurs(home);
  await requireUnused(home);
  const stopped = await stopLeftovers(join(home, 'run'));
  // Database files that had to be put elsewhere outlive a folder that was removed by hand.
  if (fresh || !existsSync(join(home, MARK))) await empty(home);
  for (const name of CLOSED_FOLDERS) await closedFolder(join(home, name));
  await writeFile(join(home, MARK), MARK_TEXT);
  await writeFile(join(home, LOCK), `${process.pid}\n${commandLineOf(process.pid)}\n`);
  return stopped;
}

/** Gives the data folder free for another start, after whatever still runs in it was stopped. */
export async function closeDataFolder(home: string): Promise<void> {
  await stopLeftovers(join(home, 'run'));
  await rm(join(home, LOCK), { force: true });
}

/** A folder that only its owner may enter, also if an earlier start left it open. */
async function closedFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  await chmod(path, 0o700);
}

async function requireOurs(home: string): Promise<void> {
  if (existsSync(join(home, MARK)) || (await readdir(home)).length === 0) return;
  throw new LocalError(
    `The folder ${home} holds something else than kiplan's data: set KIPLAN_HOME to an empty folder or a new one.`,
  );
}

async function requireUnused(home: string): Promise<void> {
  if (!existsSync(join(home, LOCK))) return;
  const [pid, commandLine] = (await readFile(join(home, LOCK), 'utf8')).split('\n');
  if (Number(pid) === process.pid || commandLineOf(Number(pid)) !== commandLine) return;
  throw new LocalError(
    `kiplan already runs on ${home} as process ${pid ?? ''}: stop it there with Ctrl-C, ` +
      'or start a second one with KIPLAN_HOME and other ports.',
  );
}

async function empty(home: string): Promise<void> {
  await rm(await postgresDataFolder(join(home, 'postgres')), { recursive: true, force: true });
  for (const name of await readdir(home)) await rm(join(home, name), { recursive: true, force: true });
}
