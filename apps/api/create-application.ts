import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { OpenAPIObject } from '@nestjs/swagger';
import { ApiModule } from './api.module.js';
import type { ApiParts } from './api-parts.js';
import { configureApplication } from './configure-application.js';

/** The whole API as an application that does not listen yet, with its description. */
export async function createApplication(
  parts: ApiParts,
): Promise<{ app: NestExpressApplication; document: OpenAPIObject }> {
  const module = ApiModule.on(parts);

  const app = await NestFactory.create<NestExpressApplication>(module, {
    bodyParser: false,
    bufferLogs: true,
  });
  return { app, document: configureApplication(app, parts) };
}
