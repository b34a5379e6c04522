import 'reflect-metadata';
import { WallClock } from '../../libs/clock/clock.js';
import { openProcess } from '../../libs/process/process-parts.js';
import { runProcess } from '../../libs/process/run-process.js';
import { createPortal } from './create-portal.js';

/** Connections to the database; PostgreSQL works best with a few per core. */
const POOL_SIZE = 20;

await runProcess('portal', async (environment, logger) => {
  const parts = await openProcess({ environment, clock: new WallClock(), logger, poolSize: POOL_SIZE });
  const app = await createPortal({ ...parts, end: () => parts.close() });
  await app.listen(environment.PORTAL_PORT, environment.PORTAL_HOST);
  logger.info({ port: environment.PORTAL_PORT }, 'portal is listening');
  return { stop: () => app.close(), failed: new Promise(() => undefined) };
});
