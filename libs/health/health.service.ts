import type { HealthCheckService, HealthIndicatorService } from '@nestjs/terminus';
import { type HealthCheckResult } from '@nestjs/terminus';
import type { Logger } from 'pino';
import { withoutContent } from '../process/without-content.js';
import { HEALTH_CODES, type HealthCheck, type HealthCode, Unhealthy } from './health-check.js';

/** Longest wait for one answer, in milliseconds. */
const PATIENCE = 3_000;

interface Found {
  readonly name: string;
  readonly needed: boolean;
  readonly code: HealthCode | null;
}

/**
 * What a process needs to be there, asked all at once and within three seconds. What is missing is told by a code and in a
 * sentence; why, in the log, once when it begins and once when it is over.
 */
export class Health {
  readonly #wrong = new Map<string, HealthCode>();
  readonly #last = new Map<string, { readonly at: number; readonly found: Promise<Found> }>();

  constructor(
    private readonly checks: readonly HealthCheck[],
    private readonly logger: Logger,
    private readonly service: HealthCheckService,
    private readonly indicators: HealthIndicatorService,
  ) {}

  /** Whether the process lives; asks nothing. */
  live(): Promise<HealthCheckResult> {
    return this.service.check([]);
  }

  /**
   * Whether the process can do its work.
   * @throws ServiceUnavailableException with the same answer if something is missing that it needs.
   */
  async ready(): Promise<HealthCheckResult> {
    const found = await Promise.all(this.checks.map((check) => this.#found(check)));
    return this.service.check(
      found.map(({ name, needed, code }) => () => {
        const indicator = this.indicators.check(name);
        if (code === null) return indicator.up();
        const told = { code, message: HEALTH_CODES[code] };
        return needed ? indicator.down(told) : indicator.degraded(told);
      }),
    );
  }

  #found(check: HealthCheck): Promise<Found> {
    const now = performance.now();
    const last = this.#last.get(check.name);
    if (last !== undefined && now - last.at <= check.stands) return last.found;
    const found = this.#ask(check);
    this.#last.set(check.name, { at: now, found });
    return found;
  }

  async #ask(check: HealthCheck): Promise<Found> {
    const { name, needed } = check;
    try {
      await inTime(check);
      if (this.#wrong.delete(name)) this.logger.info({ part: name }, 'a part is there again');
      return { name, needed, code: null };
    } catch (error) {
      const code = error instanceof Unhealthy ? error.code : check.otherwise;
      if (this.#wrong.get(name) !== code) {
        this.#wrong.set(name, code);
        this.logger.warn({ part: name, code, error: withoutContent(error) }, 'a part is missing');
      }
      return { name, needed, code };
    }
  }
}

async function inTime({ check, otherwise }: HealthCheck): Promise<void> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    reject(new Unhealthy(otherwise, { cause: new Error('no answer in time') }));
  }, PATIENCE);
  try {
    await Promise.race([check(), promise]);
  } finally {
    clearTimeout(timer);
  }
}
