import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Clock, WallClock } from '../../../libs/clock/clock.js';
import { readEnvironment } from '../../../libs/config/environment.js';
import type { Instant } from '../../../libs/domain/calendar/index.js';
import { World } from '../../../test/scenarios/world.js';
import { makeDemonstrationPlans } from '../demonstration/demonstration-plans.js';
import type { CastName } from '../demonstration/cast.js';
import { registerPeople } from '../demonstration/register-people.js';
import { LOOPBACK } from '../engines/ports.js';
import { withProgress } from '../engines/progress.js';
import type { LocalSystem } from '../local-system.js';
import { personaOf } from '../sign-in/personas.js';
import { signInAs } from '../sign-in/persona-sign-in.js';

/** Whom to sign in as, and how. */
const SIGN_IN = [
  {
    label: 'Sign in',
    value: 'at the portal, as anybody of the demonstration; for the API:',
  },
  {
    label: '',
    value: 'npm run --silent kiplan -- token <name>  prints a bearer token; as for instance',
  },
  { label: '', value: 'Ravn (coordinator), Ugle (psychiatry), Gøg (job centre), Falk (team leader)' },
];

/**
 * Fills in people and, once, plans to look at. A database of one's own is left as it is, and so is everything if people
 * sign in elsewhere.
 */
export async function fillInDemonstration(system: LocalSystem): Promise<void> {
  const { home, databaseUrl, issuer, ports } = system.settings;
  if (databaseUrl !== undefined || issuer !== undefined) return;
  system.announcements.push(...SIGN_IN);
  const clock = new WallClock();
  const now = await begunAt(join(home, 'demonstration-begun'), clock);
  const environment = readEnvironment(system.environment);
  await registerPeople(environment, now);
  const done = join(home, 'demonstration-filled-in');
  if (existsSync(done)) return;
  await withProgress(system.say, 'filling in demonstration plans', async () => {
    const apiUrl = `http://${LOOPBACK}:${ports.api}`;
    await makeDemonstrationPlans(new World({ apiUrl, tokenOf: tokens(environment.OIDC_ISSUER) }), now);
    await writeFile(done, `${now}\n`);
  });
}

/** Signs each of the cast in at the local provider, once. */
function tokens(issuer: string): (name: CastName) => Promise<string> {
  const signedIn = new Map<CastName, Promise<string>>();
  return (name) => {
    const token = signedIn.get(name) ?? signInAs(personaOf(name), issuer);
    signedIn.set(name, token);
    return token;
  };
}

/** A start that was interrupted goes on with the dates of the first try: the same requests, the same answers. */
async function begunAt(file: string, clock: Clock): Promise<Instant> {
  if (existsSync(file)) return (await readFile(file, 'utf8')).trim();
  const now = await clock.now();
  await writeFile(file, `${now}\n`);
  return now;
}
