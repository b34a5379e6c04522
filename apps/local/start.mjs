import { build, install, main, runCompiled } from './bootstrap.mjs';

/** Exit code of a process that was killed, and so could not stop what it had started. */
const KILLED = 137;

/** `npm start`: the whole system on this machine. */
await main(async (commandLine) => {
  await install();
  await build();
  const code = await runCompiled('apps/local/start.js', commandLine);
  if (code === KILLED) await runCompiled('apps/local/clean-up.js', []);
  return code;
});
