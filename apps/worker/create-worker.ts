import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { limitServer } from '../../libs/http/server-limits.js';
import type { ProcessParts } from '../../libs/process/process-parts.js';
import { WorkerModule } from './worker.module.js';
import type { WorkerChoice } from './worker-choice.js';

/** Longest time that a request may take to come in, in milliseconds. */
const REQUEST_TIMEOUT = 10_000;

/** The whole worker as an application that neither polls nor listens yet. */
export async function createWorker(
  parts: ProcessParts,
  choice: WorkerChoice,
): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(WorkerModule.on(parts, choice), {
    bodyParser: false,
    logger: ['error', 'warn'],
  });
  app.disable('x-powered-by');
  limitServer(app.getHttpServer(), REQUEST_TIMEOUT);
  return app;
}
