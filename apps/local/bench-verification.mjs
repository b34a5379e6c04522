import { build, install, main, runCompiled } from './bootstrap.mjs';

/** `npm run bench:verification -- 100000`: memory and time of a verification over so many plans. */
await main(async (commandLine) => {
  await install();
  await build();
  return runCompiled('test/benchmarks/verification.js', commandLine);
});
