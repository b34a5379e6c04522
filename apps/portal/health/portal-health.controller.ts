import { Controller, Get } from '@nestjs/common';
import {
  HealthCheck,
  type HealthCheckResult,
  HealthCheckService,
  HealthIndicatorService,
} from '@nestjs/terminus';
import { OpenPage, PassivePage } from '../http/access.js';
import { WithoutRateLimit } from '../http/rate-limits.js';
import { DatabaseReadiness } from './database-readiness.js';

/**
 * Whether the process lives, and whether it can show pages. The identity provider is not asked: while it is away, whoever
 * is signed in goes on working.
 */
@OpenPage()
@PassivePage()
@WithoutRateLimit()
@Controller('health')
export class PortalHealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly indicators: HealthIndicatorService,
    private readonly database: DatabaseReadiness,
  ) {}

  @Get('live')
  @HealthCheck()
  live(): Promise<HealthCheckResult> {
    return this.health.check([]);
  }

  @Get('ready')
  @HealthCheck()
  ready(): Promise<HealthCheckResult> {
    return this.health.check([
      async () => {
        const indicator = this.indicators.check('database');
        try {
          await this.database.check();
          return indicator.up();
        } catch {
          return indicator.down();
        }
      },
    ]);
  }
}
