import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { WallClock } from '../../libs/clock/clock.js';
import { EnvironmentError, readEnvironment } from '../../libs/config/environment.js';
import { createDataSource } from '../../libs/persistence/data-source.js';
import { PlanRecord } from '../../libs/record/plan-record.js';
import { encryptingDataConverter } from '../../libs/temporal/data-converter.js';
import { temporalClient } from '../../libs/temporal/temporal-client.js';
import { TemporalRelay } from '../../libs/temporal/temporal-relay.js';
import { ApiModule } from './api.module.js';
import { configureApplication } from './configure-application.js';
import { readinessOf } from './health/readiness.js';
import { processLog } from './http/request-logging.js';
import { whenEnded } from './when-ended.js';

/** Connections to the database; PostgreSQL works best with a few per core. */
const POOL_SIZE = 20;

async function start(): Promise<void> {
  const environment = readEnvironment(process.env);
  const logger = processLog(environment.LOG_LEVEL);
  const clock = new WallClock();
  const database = createDataSource({ url: environment.DATABASE_URL, poolSize: POOL_SIZE });
  await database.initialize();
  const client = temporalClient({
    address: environment.TEMPORAL_ADDRESS,
    namespace: environment.TEMPORAL_NAMESPACE,
    dataConverter: encryptingDataConverter(environment.PAYLOAD_KEYS),
  });
  const relay = new TemporalRelay(client, database, clock, logger);
  const parts = {
    environment,
    logger,
    clock,
    database,
    record: new PlanRecord(database, clock, relay),
    readiness: readinessOf(database, client, environment.SMTP_URL),
  };
  const app = await NestFactory.create<NestExpressApplication>(ApiModule.on(parts), {
    bodyParser: false,
    bufferLogs: true,
  });
  configureApplication(app, parts);
  whenEnded(app, async () => {
    await relay.close();
    await client.connection.close();
    await database.destroy();
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
