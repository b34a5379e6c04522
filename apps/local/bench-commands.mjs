import { build, install, main, runCompiled } from './bootstrap.mjs';

/** `npm run bench:commands`: what a command costs, beside a bare insert transaction in the same run. */
await main(async (commandLine) => {
  await install();
  await build();
  return runCompiled('test/benchmarks/commands.js', commandLine);
});
