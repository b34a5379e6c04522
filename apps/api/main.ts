import 'reflect-metadata';
import { WallClock } from '../../libs/clock/clock.js';
import { apiHealth } from '../../libs/health/health-checks.js';
import { openProcess } from '../../libs/process/process-parts.js';
import { runProcess } from '../../libs/process/run-process.js';
import { planSightOf } from '../../libs/reading/plan-sight.js';
import { createApplication } from './create-application.js';

/** Connections to the database; PostgreSQL works best with a few per core. */
const POOL_SIZE = 20;

await runProcess('api', async (environment, logger) => {
  const parts = await openProcess({ environment, clock: new WallClock(), logger, poolSize: POOL_SIZE });
  const { app } = await createApplication({
    ...parts,
    health: apiHealth(parts),
    sightOf: planSightOf,
    end: () => parts.close(),
  });
  await app.listen(environment.API_PORT, environment.API_HOST);
  logger.info({ port: environment.API_PORT }, 'api is listening');
  return { stop: () => app.close(), failed: new Promise(() => undefined) };
});
