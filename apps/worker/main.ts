import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Runtime } from '@temporalio/worker';
import { WallClock } from '../../libs/clock/clock.js';
import { EnvironmentError, readEnvironment } from '../../libs/config/environment.js';
import { HostedWorkers } from './hosted-workers.js';
import { WorkerModule } from './worker.module.js';

const LINGER_SECONDS = 20;
const POOL_SIZE = 20;

async function run(): Promise<number> {
  const environment = readEnvironment(process.env);
  // Signals are the application's: it ends the workers first, then what they use.
  Runtime.install({ shutdownSignals: [] });
  const application = await NestFactory.createApplicationContext(
    WorkerModule.forWorker(
      { environment, clock: new WallClock(), name: 'worker', poolSize: POOL_SIZE },
      { lingerSeconds: LINGER_SECONDS },
    ),
    { logger: ['error', 'warn'] },
  );
  const asked = Promise.race(
    (['SIGTERM', 'SIGINT'] as const).map(
      (signal) =>
        new Promise<number>((resolve) => {
          process.once(signal, () => {
            resolve(0);
          });
        }),
    ),
  );
  const failed = application
    .get(HostedWorkers)
    .ended()
    .then(
      () => 1,
      () => 1,
    );
  const code = await Promise.race([asked, failed]);
  await application.close();
  return code;
}

try {
  process.exit(await run());
} catch (error) {
  process.stderr.write(`${error instanceof EnvironmentError ? error.message : String(error)}\n`);
  process.exit(1);
}
