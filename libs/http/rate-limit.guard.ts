import type { ExecutionContext } from '@nestjs/common';
import { ThrottlerGuard } from '@nestjs/throttler';
import type { ThrottlerLimitDetail } from '@nestjs/throttler/dist/throttler.guard.interface.js';

/** Holds requests against one of the limits that a process has. */
export abstract class RateLimitGuard extends ThrottlerGuard {
  /** Which of them. */
  protected abstract readonly limitName: string;

  /** What a request is refused with. */
  protected abstract refusal(retryAfterSeconds: number): Error;

  override async onModuleInit(): Promise<void> {
    await super.onModuleInit();
    this.throttlers = this.throttlers.filter(({ name }) => name === this.limitName);
  }

  protected override throwThrottlingException(
    _context: ExecutionContext,
    detail: ThrottlerLimitDetail,
  ): Promise<void> {
    throw this.refusal(Math.max(1, Math.ceil(detail.timeToBlockExpire)));
  }
}
