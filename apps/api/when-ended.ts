import type { INestApplication } from '@nestjs/common';

/** Runs `end` once the application has stopped taking requests and finished those under way. */
export function whenEnded(app: INestApplication, end: () => Promise<void>): void {
  app.getHttpServer().once('close', () => {
    void end();
  });
}
