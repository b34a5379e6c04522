import { build, install, main, runCompiled } from './bootstrap.mjs';

/** `npm start`: the whole system on this machine. */
await main(async (commandLine) => {
  await install();
  await build();
  return runCompiled('apps/local/start.js', commandLine);
});
