import type { Logger } from 'pino';
import type { Clock } from '../clock/clock.js';
import { addDuration } from '../domain/calendar/index.js';
import { type NewsParts, takeInRegisterNews } from '../record/register-news.js';
import type { TemporalRelay } from '../temporal/temporal-relay.js';

const EVERY_MILLISECONDS = 5_000;
/** What is younger than this is probably being told at this moment. */
const GRACE_MINUTES = 0.1;

/** Makes good, again and again, what a crash or an absent Temporal has left behind in the outboxes. */
export class CatchUp {
  readonly #timer: NodeJS.Timeout;
  #running: Promise<void> = Promise.resolve();

  private constructor(
    private readonly relay: TemporalRelay,
    private readonly news: NewsParts,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {
    this.#timer = setInterval(() => {
      this.#running = this.#running.then(() => this.#once());
    }, EVERY_MILLISECONDS);
    this.#timer.unref();
  }

  static start(relay: TemporalRelay, news: NewsParts, clock: Clock, logger: Logger): CatchUp {
    return new CatchUp(relay, news, clock, logger);
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#running;
  }

  async #once(): Promise<void> {
    try {
      const now = await this.clock.now();
      await this.relay.catchUp(addDuration(now, { minutes: -GRACE_MINUTES }));
      await takeInRegisterNews(this.news);
    } catch (error) {
      this.logger.warn({ reason: error instanceof Error ? error.name : 'unknown' }, 'catching up failed');
    }
  }
}
