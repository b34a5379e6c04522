import { build, install, main, runCompiled } from './bootstrap.mjs';

/** `npm run demo`: three plans' lives over their real calendar, in a minute. */
await main(async (commandLine) => {
  await install();
  await build();
  return runCompiled('apps/local/demo.js', commandLine);
});
