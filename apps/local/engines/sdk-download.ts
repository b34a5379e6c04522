import { readdir, rename } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommand } from './run-command.js';

const GIVE_UP_WITHOUT_FILE_MS = 15_000;
const LIMIT_MS = 10 * 60_000;

/** A server that the Temporal SDK can download. */
export type DownloadableServer = 'dev-server' | 'time-skipping';

/**
 * Lets the Temporal SDK download one of its servers, and gives up soon when nothing comes.
 *
 * @param folder An empty folder for the download.
 * @param fileName The name the program gets there.
 * @returns Whether the program is there now.
 */
export async function downloadThroughSdk(
  server: DownloadableServer,
  folder: string,
  fileName: string,
): Promise<boolean> {
  const script = fileURLToPath(new URL(`./sdk-download.process${extname(import.meta.url)}`, import.meta.url));
  const giveUp = new AbortController();
  const timer = setTimeout(() => {
    void readdir(folder).then((files) => {
      if (files.length === 0) giveUp.abort();
    });
  }, GIVE_UP_WITHOUT_FILE_MS);
  try {
    const outcome = await runCommand(process.execPath, [script, server, folder], {
      timeout: LIMIT_MS,
      signal: giveUp.signal,
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    const [file] = await readdir(folder);
    if (outcome.code !== 0 || file === undefined) return false;
    await rename(join(folder, file), join(folder, fileName));
    return true;
  } finally {
    clearTimeout(timer);
  }
}
