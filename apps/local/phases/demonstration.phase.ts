import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Clock, WallClock } from '../../../libs/clock/clock.js';
import { readEnvironment } from '../../../libs/config/environment.js';
import { fieldKeysOf } from '../../../libs/config/field-keys.js';
import type { Instant } from '../../../libs/domain/calendar/index.js';
import { createDataSource } from '../../../libs/persistence/data-source.js';
import { Vault } from '../../../libs/persistence/vault.js';
import { World } from '../../../test/scenarios/world.js';
import { makeDemonstrationPlans } from '../demonstration/demonstration-plans.js';
import { registerCast } from '../demonstration/register-cast.js';
import { LOOPBACK } from '../engines/ports.js';
import { withProgress } from '../engines/progress.js';
import type { LocalSystem } from '../local-system.js';

/** Whom to sign in as, and how. */
const SIGN_IN = [
  {
    label: 'Sign in',
    value: 'npm run --silent kiplan -- token <name>  prints a bearer token; as for instance',
  },
  { label: '', value: 'Ravn (coordinator), Ugle (psychiatry), Gøg (job centre), Falk (team leader)' },
];

/** Fills in people and plans to look at, once; a database of one's own is left as it is. */
export async function fillInDemonstration(system: LocalSystem): Promise<void> {
  const { home, databaseUrl, ports } = system.settings;
  if (databaseUrl !== undefined) return;
  system.announcements.push(...SIGN_IN);
  const done = join(home, 'demonstration-filled-in');
  if (existsSync(done)) return;
  await withProgress(system.say, 'filling in demonstration plans', async () => {
    const clock = new WallClock();
    const now = await begunAt(join(home, 'demonstration-begun'), clock);
    const environment = readEnvironment(system.environment);
    const database = await createDataSource({ url: environment.DATABASE_URL, poolSize: 1 }).initialize();
    try {
      await registerCast(database, new Vault(fieldKeysOf(environment)), now);
    } finally {
      await database.destroy();
    }
    const token = {
      secret: environment.TOKEN_SECRET,
      issuer: environment.TOKEN_ISSUER,
      audience: environment.TOKEN_AUDIENCE,
    };
    await makeDemonstrationPlans(new World({ apiUrl: `http://${LOOPBACK}:${ports.api}`, token, clock }), now);
    await writeFile(done, `${now}\n`);
  });
}

/** A start that was interrupted goes on with the dates of the first try: the same requests, the same answers. */
async function begunAt(file: string, clock: Clock): Promise<Instant> {
  if (existsSync(file)) return (await readFile(file, 'utf8')).trim();
  const now = await clock.now();
  await writeFile(file, `${now}\n`);
  return now;
}
