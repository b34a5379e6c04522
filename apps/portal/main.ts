import 'reflect-metadata';
import { WallClock } from '../../libs/clock/clock.js';
import { EnvironmentError, readEnvironment } from '../../libs/config/environment.js';
import { processLog } from '../../libs/process/process-log.js';
import { openProcess } from '../../libs/process/process-parts.js';
import { createPortal } from './create-portal.js';

/** Connections to the database; PostgreSQL works best with a few per core. */
const POOL_SIZE = 20;

async function start(): Promise<void> {
  const environment = readEnvironment(process.env);
  const logger = processLog('portal', environment.LOG_LEVEL);
  const parts = await openProcess({ environment, clock: new WallClock(), logger, poolSize: POOL_SIZE });
  const app = await createPortal({ ...parts, end: () => parts.close() });
  await app.listen(environment.PORTAL_PORT, environment.PORTAL_HOST);
  logger.info({ port: environment.PORTAL_PORT }, 'portal is listening');
}

try {
  await start();
} catch (error) {
  const reason = error instanceof EnvironmentError ? error.message : String(error);
  process.stderr.write(`${reason}\n`);
  process.exit(1);
}
