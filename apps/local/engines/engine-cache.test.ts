import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIntoCache, engineCacheFolder, findCached } from './engine-cache.js';

/** Beyond what Linux hands out as a process id, so never a living one. */
const DEAD_PROCESS = 99_999_999;

describe('engine cache', () => {
  const before = process.env['XDG_CACHE_HOME'];
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kiplan-cache-'));
    process.env['XDG_CACHE_HOME'] = folder;
  });

  afterEach(async () => {
    if (before === undefined) delete process.env['XDG_CACHE_HOME'];
    else process.env['XDG_CACHE_HOME'] = before;
    await rm(folder, { recursive: true });
  });

  it("lies in the user's cache folder", () => {
    expect(engineCacheFolder({ XDG_CACHE_HOME: '/cache' })).toBe('/cache/kiplan/engines');
    expect(engineCacheFolder({})).toMatch(/\/\.cache\/kiplan\/engines$/);
  });

  it('keeps what was built', async () => {
    expect(findCached('engine-1', 'program')).toBeUndefined();
    await buildIntoCache('engine-1', (building) => writeFile(join(building, 'program'), 'x'));
    expect(findCached('engine-1', 'program')).toBe(join(engineCacheFolder(), 'engine-1', 'program'));
  });

  it('keeps nothing of a build that failed', async () => {
    const failing = buildIntoCache('engine-1', async (building) => {
      await writeFile(join(building, 'program'), 'half');
      throw new Error('no connection');
    });
    await expect(failing).rejects.toThrow('no connection');
    expect(await readdir(engineCacheFolder())).toEqual([]);
  });

  it('removes what a killed build left behind', async () => {
    const abandoned = join(engineCacheFolder(), `.building-${DEAD_PROCESS}-engine-1`);
    await mkdir(abandoned, { recursive: true });
    await buildIntoCache('engine-2', (building) => writeFile(join(building, 'program'), 'x'));
    expect(existsSync(abandoned)).toBe(false);
  });

  it('takes the one that another process finished first', async () => {
    const finished = join(engineCacheFolder(), 'engine-1');
    await buildIntoCache('engine-1', async (building) => {
      await mkdir(finished);
      await writeFile(join(finished, 'program'), 'theirs');
      await writeFile(join(building, 'program'), 'ours');
    });
    expect(await readFile(join(finished, 'program'), 'utf8')).toBe('theirs');
  });
});
