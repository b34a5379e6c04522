import { chmod, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postgresDataFolder } from '../../apps/local/engines/postgres.engine.js';
import { isAlive } from '../../apps/local/engines/process-table.js';
import { stopLeftovers } from '../../apps/local/engines/server-process.js';

const PREFIX = 'kiplan-test-';

/** Makes a folder for the servers of one test, named after the process that has to remove it. */
export async function makeTestFolder(): Promise<string> {
  await removeAbandonedTestFolders();
  const folder = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`));
  // PostgreSQL runs under another account when this process is root, and has to enter.
  await chmod(folder, 0o755);
  return folder;
}

/** Removes a folder made by {@link makeTestFolder}, and the database files that belong to it. */
export async function removeTestFolder(folder: string): Promise<void> {
  await rm(await postgresDataFolder(join(folder, 'postgres')), { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
}

/** Stops the servers of test runs that were killed, and removes their folders. */
async function removeAbandonedTestFolders(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(PREFIX) || isAlive(Number(name.slice(PREFIX.length).split('-')[0]))) continue;
    const folder = join(tmpdir(), name);
    if (!(await belongsToThisUser(folder))) continue;
    await stopLeftovers(folder);
    await removeTestFolder(folder);
  }
}

async function belongsToThisUser(folder: string): Promise<boolean> {
  try {
    return (await stat(folder)).uid === process.getuid?.();
  } catch {
    // Another test process removed it in between.
    return false;
  }
}
