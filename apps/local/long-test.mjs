import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { install, main, project, projectEnvironment, run } from './bootstrap.mjs';

const LARGEST_SEED = 2 ** 31;

/** Tests of which all tests run a sample only: how they are chosen, and what may be said behind `--`, with what is meant else. */
const LONG_TESTS = {
  lives: {
    files: ['--selectProjects', 'property'],
    numbers: { LIVES: 10_000, LIVES_SEED: randomInt(LARGEST_SEED) },
  },
  tampering: {
    files: ['--selectProjects', 'integration', '--runInBand', '--', 'adversary'],
    numbers: { TAMPERINGS: 1_000, COMMANDS: 10_000 },
  },
  moments: {
    files: ['--selectProjects', 'integration', '--runInBand', '--', 'withdrawal'],
    numbers: { WITHDRAWALS: 1_000, WITHDRAWAL_SEED: randomInt(1_000_000) },
  },
};

/** `npm run test:lives -- 50000 1234`: the whole of one of them, or so much of it as is said. */
await main(async ([name, ...said]) => {
  await install();
  const { files, numbers } = LONG_TESTS[name];
  const wanted = Object.entries(numbers).map(([variable, usual], index) => [
    variable,
    said[index] ?? String(usual),
  ]);
  return run(join(project, 'node_modules', '.bin', 'jest'), files, {
    env: projectEnvironment({
      ...Object.fromEntries(wanted),
      NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
    }),
  });
});
