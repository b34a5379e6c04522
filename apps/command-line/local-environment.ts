import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the local start leaves what its processes were told, readable by its owner only. */
export const LOCAL_ENVIRONMENT_FILE = join('run', 'environment.json');

/** The environment as it is; what it does not say is taken from a local system that was started in this folder. */
export async function environmentVariables(): Promise<NodeJS.ProcessEnv> {
  const file = join(process.env['KIPLAN_HOME'] ?? '.kiplan', LOCAL_ENVIRONMENT_FILE);
  if (process.env['DATABASE_URL'] !== undefined || !existsSync(file)) return process.env;
  return { ...(JSON.parse(await readFile(file, 'utf8')) as NodeJS.ProcessEnv), ...process.env };
}
