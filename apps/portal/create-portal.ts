import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { configurePortal } from './http/configure-portal.js';
import { PortalModule } from './portal.module.js';
import type { PortalParts } from './portal-parts.js';

/** The whole portal as an application that does not listen yet. */
export async function createPortal(parts: PortalParts): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(PortalModule.on(parts), {
    bodyParser: false,
    bufferLogs: true,
  });
  configurePortal(app, parts);
  return app;
}
