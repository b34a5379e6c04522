import type { NestExpressApplication } from '@nestjs/platform-express';

/** Runs `end` once the application has stopped taking requests and finished those under way. */
export function whenEnded(app: NestExpressApplication, end: () => Promise<void>): void {
  app.getHttpServer().once('close', () => {
    void end();
  });
}
