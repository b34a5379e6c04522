import { Injectable } from '@nestjs/common';
import { SkipThrottle, type ThrottlerOptions } from '@nestjs/throttler';
import type { Environment } from '../../../libs/config/environment.js';
import { RateLimitGuard } from '../../../libs/http/rate-limit.guard.js';
import { ApiError } from './api-error.js';
import { actorKeyOf } from './actor-key.js';
import type { AuthenticatedRequest } from './api-request.js';

/** An address may stand for a whole office, so it may ask more than one actor. */
const ACTORS_PER_ADDRESS = 10;

/** The two limits: per actor, and per address before it is known who asks. */
export function rateLimits(environment: Environment): ThrottlerOptions[] {
  const ttl = environment.RATE_LIMIT_SECONDS * 1000;
  const limit = environment.RATE_LIMIT_REQUESTS;
  return [
    { name: 'actor', ttl, limit, setHeaders: false },
    { name: 'address', ttl, limit: limit * ACTORS_PER_ADDRESS, setHeaders: false },
  ];
}

/** For routes that machines ask all the time. */
export const WithoutRateLimit = (): MethodDecorator & ClassDecorator =>
  SkipThrottle({ actor: true, address: true });

abstract class ApiRateLimitGuard extends RateLimitGuard {
  protected override refusal(retryAfterSeconds: number): Error {
    return new ApiError('RATE.LIMITED', { headers: { 'Retry-After': String(retryAfterSeconds) } });
  }
}

/** Stands before authentication, so that tokens cannot be guessed at will. */
@Injectable()
export class AddressRateLimitGuard extends ApiRateLimitGuard {
  protected readonly limitName = 'address';
}

/** Stands after authentication. */
@Injectable()
export class ActorRateLimitGuard extends ApiRateLimitGuard {
  protected readonly limitName = 'actor';

  protected override getTracker({ actor, ip }: Partial<AuthenticatedRequest>): Promise<string> {
    return Promise.resolve(actor === undefined ? (ip ?? '') : actorKeyOf(actor));
  }
}
