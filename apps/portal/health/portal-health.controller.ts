import { Controller, Get } from '@nestjs/common';
import type { HealthCheckResult } from '@nestjs/terminus';
import { Health } from '../../../libs/health/health.service.js';
import { OpenPage, PassivePage } from '../http/access.js';
import { WithoutRateLimit } from '../http/rate-limits.js';

/** Whether the process lives, and whether it can show pages. */
@OpenPage()
@PassivePage()
@WithoutRateLimit()
@Controller('health')
export class PortalHealthController {
  constructor(private readonly health: Health) {}

  @Get('live')
  live(): Promise<HealthCheckResult> {
    return this.health.live();
  }

  @Get('ready')
  ready(): Promise<HealthCheckResult> {
    return this.health.ready();
  }
}
