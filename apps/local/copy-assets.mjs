/**
 * Puts what pages load as it is (folders called `assets`) beside what was compiled. Run by itself where an image is
 * built, so it needs nothing but Node.
 */
/* eslint-disable @typescript-eslint/explicit-module-boundary-types -- plain JavaScript, run before anything is compiled */
import { cpSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../../', import.meta.url));

export function copyAssets() {
  for (const room of ['apps', 'libs']) {
    const folders = readdirSync(join(project, room), { recursive: true, encoding: 'utf8' });
    for (const folder of folders.filter((path) => basename(path) === 'assets')) {
      const target = join(project, 'dist', room, folder);
      rmSync(target, { recursive: true, force: true });
      cpSync(join(project, room, folder), target, { recursive: true });
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) copyAssets();
