import { WallClock } from '../../../libs/clock/clock.js';
import { readEnvironment } from '../../../libs/config/environment.js';
import { registerPeople } from './register-people.js';

/** Where a system runs in containers: registers the people whom one can sign in as. Never outside one machine. */
try {
  const environment = readEnvironment(process.env);
  if (!environment.LOCAL_SETUP) throw new Error('The demonstration belongs on one machine (LOCAL_SETUP).');
  await registerPeople(environment, await new WallClock().now());
  process.stdout.write('The people of the demonstration are registered.\n');
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
