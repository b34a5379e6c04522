import { Injectable } from '@nestjs/common';
import { SkipThrottle, type ThrottlerOptions } from '@nestjs/throttler';
import type { Environment } from '../../../libs/config/environment.js';
import { RateLimitGuard } from '../../../libs/http/rate-limit.guard.js';
import { PageProblem } from './page-problem.js';

/** An address may stand for a whole office. */
const PEOPLE_PER_ADDRESS = 10;
/** A sign-in costs the provider work, so an address may begin fewer of them than it may ask for pages. */
const PAGES_PER_SIGN_IN = 4;

/** The limits per address: of pages, and of steps of a sign-in. */
export function rateLimits({ RATE_LIMIT_SECONDS, RATE_LIMIT_REQUESTS }: Environment): ThrottlerOptions[] {
  const ttl = RATE_LIMIT_SECONDS * 1000;
  return [
    { name: 'page', ttl, limit: RATE_LIMIT_REQUESTS * PEOPLE_PER_ADDRESS, setHeaders: false },
    { name: 'signIn', ttl, limit: Math.ceil(RATE_LIMIT_REQUESTS / PAGES_PER_SIGN_IN), setHeaders: false },
  ];
}

/** For what machines ask all the time. */
export const WithoutRateLimit = (): MethodDecorator & ClassDecorator =>
  SkipThrottle({ page: true, signIn: true });

abstract class PortalRateLimitGuard extends RateLimitGuard {
  protected override refusal(retryAfterSeconds: number): Error {
    return new PageProblem('PAGE.LIMITED', { 'Retry-After': String(retryAfterSeconds) });
  }
}

/** Stands before everything else, so that sessions cannot be guessed at will. */
@Injectable()
export class PageRateLimitGuard extends PortalRateLimitGuard {
  protected readonly limitName = 'page';
}

/** Stands before the steps of a sign-in. */
@Injectable()
export class SignInRateLimitGuard extends PortalRateLimitGuard {
  protected readonly limitName = 'signIn';
}
