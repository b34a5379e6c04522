import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildIntoCache, findCached } from './engine-cache.js';
import { LocalError } from './local-error.js';
import type { Say } from './progress.js';
import { findOnPath } from './run-command.js';
import { downloadThroughSdk, type DownloadableServer } from './sdk-download.js';

/** An engine that is a program, and the ways to come by it. */
export interface EngineProgram {
  /** For the screen ("Temporal server"). */
  title: string;
  /** Name of the program on PATH and in the cache. */
  program: string;
  /** Folder in the cache for the SDK's download, with the version. */
  downloaded: string;
  /** Folder in the cache for the build from packages, with the version. */
  built: string;
  server: DownloadableServer;
  /** Builds the program into a folder from packages; throws LocalError when that can't be done here. */
  build: (folder: string) => Promise<void>;
}

class NothingDownloaded extends Error {}

/**
 * Comes by an engine: on PATH, from the cache, by the SDK's download, by a build from packages, in that order,
 * and says in one line which it was.
 *
 * @returns The path of the program.
 * @throws LocalError when no way leads to it.
 */
export async function findEngine(engine: EngineProgram, say: Say): Promise<string> {
  const onPath = findOnPath(engine.program);
  if (onPath !== undefined) {
    say(`${engine.title}: ${onPath} (found on PATH)`);
    return onPath;
  }
  const cached = findCached(engine.downloaded, engine.program) ?? findCached(engine.built, engine.program);
  if (cached !== undefined) {
    say(`${engine.title}: ${cached} (kept from an earlier run)`);
    return cached;
  }
  const downloaded = await download(engine, say);
  if (downloaded !== undefined) return downloaded;
  say(`${engine.title}: no download to be had here, building it from packages instead (once)`);
  const path = join(await buildIntoCache(engine.built, engine.build), engine.program);
  say(`${engine.title}: ${path} (built from packages)`);
  return path;
}

async function download(engine: EngineProgram, say: Say): Promise<string | undefined> {
  say(`${engine.title}: trying the download of Temporal's SDK`);
  try {
    const folder = await buildIntoCache(engine.downloaded, async (building) => {
      if (await downloadThroughSdk(engine.server, building, engine.program)) return;
      await rm(building, { recursive: true, force: true });
      throw new NothingDownloaded();
    });
    const path = join(folder, engine.program);
    say(`${engine.title}: ${path} (downloaded)`);
    return path;
  } catch (error) {
    if (error instanceof NothingDownloaded) return undefined;
    throw error;
  }
}

/** The sentence for an engine that can't be had because a tool is missing. */
export function missingTool(title: string, tool: string, instead: string): LocalError {
  return new LocalError(
    `The ${title} can neither be downloaded nor built here, because ${tool} is missing: ${instead}.`,
  );
}
