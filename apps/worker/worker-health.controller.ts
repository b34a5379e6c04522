import { Controller, Get } from '@nestjs/common';
import type { HealthCheckResult } from '@nestjs/terminus';
import { Health } from '../../libs/health/health.service.js';

/** Whether the process lives, and whether it can perform steps. */
@Controller('health')
export class WorkerHealthController {
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
