import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { TerminusModule } from '@nestjs/terminus';
import { ThrottlerModule } from '@nestjs/throttler';
import { LoggerModule } from 'nestjs-pino';
import { portalHealth } from '../../libs/health/health-checks.js';
import { healthOf } from '../../libs/health/health-of.js';
import { nestLogging } from '../../libs/http/request-logging.js';
import { FoundationModule } from './foundation.module.js';
import { PortalHealthController } from './health/portal-health.controller.js';
import { AccessGuard } from './http/access.guard.js';
import { FileFormGuard } from './http/file-form.guard.js';
import { FormOriginGuard } from './http/form-origin.guard.js';
import { FormTokenGuard } from './http/form-token.guard.js';
import { PageFilter } from './http/page.filter.js';
import { PageInterceptor } from './http/page.interceptor.js';
import { PageRateLimitGuard, rateLimits } from './http/rate-limits.js';
import { PAGE_MODULES } from './pages/page.modules.js';
import type { PortalParts } from './portal-parts.js';

/** The portal: every page behind the same guards, in the same frame, with the same answer to an error. */
@Module({})
export class PortalModule {
  static on(parts: PortalParts): DynamicModule {
    return {
      module: PortalModule,
      imports: [
        LoggerModule.forRoot(nestLogging(parts.logger)),
        ThrottlerModule.forRoot(rateLimits(parts.environment)),
        TerminusModule.forRoot({ logger: false }),
        FoundationModule.on(parts),
        ...PAGE_MODULES,
      ],
      controllers: [PortalHealthController],
      providers: [
        healthOf(portalHealth(parts), parts.logger),
        { provide: APP_FILTER, useClass: PageFilter },
        { provide: APP_INTERCEPTOR, useClass: PageInterceptor },
        { provide: APP_GUARD, useClass: PageRateLimitGuard },
        { provide: APP_GUARD, useClass: FormOriginGuard },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_GUARD, useClass: FileFormGuard },
        { provide: APP_GUARD, useClass: FormTokenGuard },
      ],
    };
  }
}
