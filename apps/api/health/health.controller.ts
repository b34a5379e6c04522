import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { HealthCheckResult } from '@nestjs/terminus';
import { Health } from '../../../libs/health/health.service.js';
import { PublicRoute } from '../http/public-route.js';
import { WithoutRateLimit } from '../http/rate-limits.js';
import { HealthOperation } from '../openapi/operation.decorator.js';

/** Whether the process lives, and whether all that it needs is there. */
@ApiTags('health')
@PublicRoute()
@WithoutRateLimit()
@Controller('health')
export class HealthController {
  constructor(private readonly health: Health) {}

  @Get('live')
  @HealthOperation({
    id: 'getLiveness',
    summary: 'Whether the process lives',
    description: 'Asks nothing else.',
  })
  getLiveness(): Promise<HealthCheckResult> {
    return this.health.live();
  }

  @Get('ready')
  @HealthOperation({
    id: 'getReadiness',
    summary: 'Whether the API can do its work',
    description:
      'Ready means: the database is there, with the tables of this release and in the right role. What else is missing is told ' +
      'as `degraded`, by a code and in a sentence, and does not make it unready: commands are taken, and what follows is caught up with.',
  })
  getReadiness(): Promise<HealthCheckResult> {
    return this.health.ready();
  }
}
