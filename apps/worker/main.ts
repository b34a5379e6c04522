import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Runtime } from '@temporalio/worker';
import { WallClock } from '../../libs/clock/clock.js';
import { EnvironmentError, readEnvironment } from '../../libs/config/environment.js';
import { requireTemporal } from '../../libs/process/least-versions.js';
import { processLog } from '../../libs/process/process-log.js';
import { openProcess } from '../../libs/process/process-parts.js';
import { runtimeLogger } from '../../libs/temporal/runtime-logger.js';
import { HostedWorkers } from './hosted-workers.js';
import { WorkerModule } from './worker.module.js';

const POOL_SIZE = 20;

/** Polls until it is asked to end or a worker fails; returns the exit code. */
async function run(): Promise<number> {
  const environment = readEnvironment(process.env);
  const logger = processLog('worker', environment.LOG_LEVEL);
  Runtime.install({
    // Signals are the application's: it ends the workers first, then what they use.
    shutdownSignals: [],
    logger: runtimeLogger(logger),
    telemetryOptions: { logging: { forward: {}, filter: 'WARN' } },
  });
  const asked = untilAskedToEnd();
  const parts = await openProcess({ environment, clock: new WallClock(), logger, poolSize: POOL_SIZE });
  await requireTemporal(parts.client.connection);
  const application = await NestFactory.createApplicationContext(WorkerModule.on(parts, {}), {
    logger: ['error', 'warn'],
  });
  await application.init();
  logger.info('worker is polling');
  const failed = application
    .get(HostedWorkers)
    .ended()
    .then(
      () => 1,
      () => 1,
    );
  const code = await Promise.race([asked, failed]);
  await application.close();
  await parts.close();
  return code;
}

function untilAskedToEnd(): Promise<number> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, () => {
        resolve(0);
      });
    }
  });
}

try {
  process.exit(await run());
} catch (error) {
  process.stderr.write(`${error instanceof EnvironmentError ? error.message : String(error)}\n`);
  process.exit(1);
}
