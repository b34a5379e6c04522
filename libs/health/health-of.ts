import type { FactoryProvider } from '@nestjs/common';
import { HealthCheckService, HealthIndicatorService } from '@nestjs/terminus';
import type { Logger } from 'pino';
import type { HealthCheck } from './health-check.js';
import { Health } from './health.service.js';

/** Health of a process that needs these things, for its module; the module imports Terminus. */
export function healthOf(checks: readonly HealthCheck[], logger: Logger): FactoryProvider<Health> {
  return {
    provide: Health,
    inject: [HealthCheckService, HealthIndicatorService],
    useFactory: (service: HealthCheckService, indicators: HealthIndicatorService) =>
      new Health(checks, logger, service, indicators),
  };
}
