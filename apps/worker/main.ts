import 'reflect-metadata';
import { Runtime } from '@temporalio/worker';
import { WallClock } from '../../libs/clock/clock.js';
import { requireTemporal } from '../../libs/process/least-versions.js';
import { openProcess } from '../../libs/process/process-parts.js';
import { runProcess } from '../../libs/process/run-process.js';
import { runtimeLogger } from '../../libs/temporal/runtime-logger.js';
import { createWorker } from './create-worker.js';
import { HostedWorkers } from './hosted-workers.js';

const POOL_SIZE = 20;

await runProcess('worker', async (environment, logger) => {
  Runtime.install({
    // Signals are the process's: it ends the workers first, then what they use.
    shutdownSignals: [],
    logger: runtimeLogger(logger),
    telemetryOptions: { logging: { forward: {}, filter: 'WARN' } },
  });
  const parts = await openProcess({ environment, clock: new WallClock(), logger, poolSize: POOL_SIZE });
  await requireTemporal(parts.client.connection);
  const application = await createWorker(parts, {});
  await application.listen(environment.WORKER_PORT, environment.WORKER_HOST);
  logger.info('worker is polling');
  return {
    async stop() {
      await application.close();
      await parts.close();
    },
    failed: application.get(HostedWorkers).ended(),
  };
});
