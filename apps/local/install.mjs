import { install, main } from './bootstrap.mjs';

/** Installs what is missing, for commands that need the dependencies from their first moment. */
await main(async () => {
  await install();
  return 0;
});
