import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { TerminusModule } from '@nestjs/terminus';
import { ThrottlerModule } from '@nestjs/throttler';
import { LoggerModule } from 'nestjs-pino';
import { healthOf } from '../../libs/health/health-of.js';
import { nestLogging } from '../../libs/http/request-logging.js';
import type { ApiParts } from './api-parts.js';
import { FoundationModule } from './foundation.module.js';
import { HealthController } from './health/health.controller.js';
import { AccessGuard } from './http/access.guard.js';
import { AuthenticationGuard } from './http/authentication.guard.js';
import { InputPipe } from './http/input.pipe.js';
import { ProblemFilter } from './http/problem.filter.js';
import { ActorRateLimitGuard, AddressRateLimitGuard, rateLimits } from './http/rate-limits.js';
import { RESOURCE_MODULES } from './resource.modules.js';

/** The HTTP API: every resource behind the same guards, the same pipe and the same filter. */
@Module({})
export class ApiModule {
  static on(parts: ApiParts): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        LoggerModule.forRoot(nestLogging(parts.logger)),
        ThrottlerModule.forRoot(rateLimits(parts.environment)),
        TerminusModule.forRoot({ logger: false }),
        FoundationModule.on(parts),
        ...RESOURCE_MODULES,
      ],
      controllers: [HealthController],
      providers: [
        healthOf(parts.health, parts.logger),
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useClass: InputPipe },
        { provide: APP_GUARD, useClass: AddressRateLimitGuard },
        { provide: APP_GUARD, useClass: AuthenticationGuard },
        { provide: APP_GUARD, useClass: ActorRateLimitGuard },
        { provide: APP_GUARD, useClass: AccessGuard },
      ],
    };
  }
}
