import { build, install, main, runCompiled } from './bootstrap.mjs';

/** `npm run bounce -- <address>`: a mail in the local inbox comes back, as a mail server would report it. */
await main(async (commandLine) => {
  await install();
  await build();
  return runCompiled('apps/local/bounce.js', commandLine);
});
