import 'reflect-metadata';
import { WallClock } from '../../libs/clock/clock.js';
import { EnvironmentError, readEnvironment } from '../../libs/config/environment.js';
import { mailServerOf } from '../../libs/process/mail-server.js';
import { openProcess } from '../../libs/process/process-parts.js';
import { planSightOf } from '../../libs/reading/plan-sight.js';
import { createApplication } from './create-application.js';
import { readinessOf } from './health/readiness.js';
import { processLog } from '../../libs/process/process-log.js';

/** Connections to the database; PostgreSQL works best with a few per core. */
const POOL_SIZE = 20;

async function start(): Promise<void> {
  const environment = readEnvironment(process.env);
  const logger = processLog('api', environment.LOG_LEVEL);
  const parts = await openProcess({ environment, clock: new WallClock(), logger, poolSize: POOL_SIZE });
  const readiness = readinessOf(parts.database, parts.client, mailServerOf(environment));
  const { app } = await createApplication({
    ...parts,
    readiness,
    sightOf: planSightOf,
    end: () => parts.close(),
  });
  await app.listen(environment.API_PORT, environment.API_HOST);
  logger.info({ port: environment.API_PORT }, 'api is listening');
}

try {
  await start();
} catch (error) {
  const reason = error instanceof EnvironmentError ? error.message : String(error);
  process.stderr.write(`${reason}\n`);
  process.exit(1);
}
