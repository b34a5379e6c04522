import type { OnModuleDestroy, OnModuleInit } from '@nestjs/common';
import type { Logger } from 'pino';
import type { SessionStore } from '../../libs/identity/session/session-store.js';

const EVERY_MILLISECONDS = 600_000;

/** Forgets, again and again, the sessions that have been over for a while. */
export class SessionCleaning implements OnModuleInit, OnModuleDestroy {
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly sessions: SessionStore,
    private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    this.#timer = setInterval(() => void this.#once(), EVERY_MILLISECONDS);
    this.#timer.unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.#timer);
  }

  async #once(): Promise<void> {
    try {
      await this.sessions.cleanUp();
    } catch (error) {
      this.logger.warn(
        { reason: error instanceof Error ? error.name : 'unknown' },
        'forgetting sessions failed',
      );
    }
  }
}
