import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { install, main, project, projectEnvironment, run } from './bootstrap.mjs';

const LIVES = 10_000;
const LARGEST_SEED = 2 ** 31;

/** `npm run test:lives -- 50000 1234`: so many random lives of a plan, from a seed; 10,000 from any if nothing is said. */
await main(async ([lives = String(LIVES), seed = String(randomInt(LARGEST_SEED))]) => {
  await install();
  return run(join(project, 'node_modules', '.bin', 'jest'), ['--selectProjects', 'property'], {
    env: projectEnvironment({
      LIVES: lives,
      LIVES_SEED: seed,
      NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
    }),
  });
});
