import { join } from 'node:path';
import { install, main, project, projectEnvironment, run } from './bootstrap.mjs';

/** `npm run test:tampering -- 1000 10000`: so many tries of an adversary who has the database, and so many honest commands. */
await main(async ([tries = '1000', commands = '10000']) => {
  await install();
  return run(
    join(project, 'node_modules', '.bin', 'jest'),
    ['--selectProjects', 'integration', '--runInBand', '--', 'adversary'],
    {
      env: projectEnvironment({
        TAMPERINGS: tries,
        COMMANDS: commands,
        NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
      }),
    },
  );
});
