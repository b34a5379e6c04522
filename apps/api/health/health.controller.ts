import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  HealthCheck,
  type HealthCheckResult,
  HealthCheckService,
  HealthIndicatorService,
} from '@nestjs/terminus';
import { PublicRoute } from '../http/public-route.js';
import { WithoutRateLimit } from '../http/rate-limits.js';
import { HealthOperation } from '../openapi/operation.decorator.js';
import { READINESS } from './health.tokens.js';
import type { Readiness } from './readiness.js';

/** Whether the process lives, and whether all that it needs is there. */
@ApiTags('health')
@PublicRoute()
@WithoutRateLimit()
@Controller('health')
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly indicators: HealthIndicatorService,
    @Inject(READINESS) private readonly readiness: readonly Readiness[],
  ) {}

  @Get('live')
  @HealthCheck({ swaggerDocumentation: false })
  @HealthOperation({
    id: 'getLiveness',
    summary: 'Whether the process lives',
    description: 'Asks nothing else.',
  })
  getLiveness(): Promise<HealthCheckResult> {
    return this.health.check([]);
  }

  @Get('ready')
  @HealthCheck({ swaggerDocumentation: false })
  @HealthOperation({
    id: 'getReadiness',
    summary: 'Whether the system is ready',
    description: 'Ready means: database, Temporal, mail and at least one worker are there.',
  })
  getReadiness(): Promise<HealthCheckResult> {
    return this.health.check(
      this.readiness.map(({ name, check }) => async () => {
        const indicator = this.indicators.check(name);
        try {
          await check();
          return indicator.up();
        } catch {
          return indicator.down();
        }
      }),
    );
  }
}
