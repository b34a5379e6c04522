import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { isAlive } from './process-table.js';

const BUILDING = '.building-';

/**
 * The folder where engines that were downloaded or built once are kept for every later run and project.
 *
 * @param environment Read for XDG_CACHE_HOME (XDG Base Directory specification).
 */
export function engineCacheFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const base = environment['XDG_CACHE_HOME'] ?? '';
  return join(base === '' ? join(homedir(), '.cache') : base, 'kiplan', 'engines');
}

/** @returns The path of a file of a cached engine, or undefined when that engine isn't cached. */
export function findCached(engine: string, file: string): string | undefined {
  const path = join(engineCacheFolder(), engine, file);
  return existsSync(path) ? path : undefined;
}

async function removeAbandonedBuilds(cache: string): Promise<void> {
  for (const name of await readdir(cache)) {
    if (!name.startsWith(BUILDING)) continue;
    const owner = Number(name.slice(BUILDING.length).split('-')[0]);
    // Go marks its module files read-only, so a plain removal of a folder may need several tries.
    if (!isAlive(owner)) await rm(join(cache, name), { recursive: true, force: true, maxRetries: 2 });
  }
}

/**
 * Builds an engine beside the cache and moves it in when it is whole, so an interrupted build leaves nothing.
 *
 * @param engine Name of the engine with its version; its folder in the cache.
 * @param build Fills the folder it is given; what it throws is passed on.
 * @returns The engine's folder in the cache.
 */
export async function buildIntoCache(
  engine: string,
  build: (folder: string) => Promise<void>,
): Promise<string> {
  const cache = engineCacheFolder();
  await mkdir(cache, { recursive: true });
  await removeAbandonedBuilds(cache);
  const building = join(cache, `${BUILDING}${process.pid}-${engine}`);
  const finished = join(cache, engine);
  await rm(building, { recursive: true, force: true });
  await mkdir(building);
  try {
    await build(building);
    await rename(building, finished);
  } catch (error) {
    await rm(building, { recursive: true, force: true });
    // Another process may have finished the same engine first; its result serves as well.
    if (!existsSync(finished) || !isNotEmpty(error)) throw error;
  }
  return finished;
}

function isNotEmpty(error: unknown): boolean {
  return ['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '');
}
