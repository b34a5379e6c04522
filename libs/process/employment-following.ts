import type { Logger } from 'pino';
import { followEmployments, type FollowingParts } from '../record/employment-changes.js';

const EVERY_MILLISECONDS = 1_000;

/** Has followed in plans, again and again, what follows from changes of the register, whichever process made them. */
export class EmploymentFollowing {
  readonly #timer: NodeJS.Timeout;
  #running: Promise<void> | null = null;

  private constructor(
    private readonly parts: FollowingParts,
    private readonly logger: Logger,
  ) {
    this.#timer = setInterval(() => {
      this.#running ??= this.#once().finally(() => {
        this.#running = null;
      });
    }, EVERY_MILLISECONDS);
    this.#timer.unref();
  }

  static start(parts: FollowingParts, logger: Logger): EmploymentFollowing {
    return new EmploymentFollowing(parts, logger);
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#running;
  }

  async #once(): Promise<void> {
    try {
      await followEmployments(this.parts);
    } catch (error) {
      const reason = error instanceof Error ? error.name : 'unknown';
      this.logger.warn({ reason }, 'a change of the register has not followed in every plan yet');
    }
  }
}
