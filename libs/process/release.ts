import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The release that this is, as `package.json` has it. */
export const RELEASE = releaseAbove(import.meta.dirname);

function releaseAbove(folder: string): string {
  const file = join(folder, 'package.json');
  if (existsSync(file)) return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
  const above = dirname(folder);
  return above === folder ? 'unknown' : releaseAbove(above);
}
