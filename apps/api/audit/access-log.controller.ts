import { Controller, Get, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AccessLogReading } from '../../../libs/reading/access-log.reading.js';
import type { ApiRequest } from '../http/api-request.js';
import { PlanId } from '../http/parameters.js';
import { viewerOf } from '../http/viewer-of.js';
import { ReadOperation } from '../openapi/operation.decorator.js';
import { type PageQuery, pageQuery, pageRequestOf } from '../schemas/page-query.js';
import { ACCESS_LOG_EXAMPLE, type AccessLogPage, accessLogPage } from './audit.view.js';

/** Who looked. */
@ApiTags('audit')
@Controller('plans/:planId')
export class AccessLogController {
  constructor(private readonly accessLog: AccessLogReading) {}

  @Get('access-log')
  @ReadOperation({
    id: 'getAccessLog',
    summary: 'Who looked at the plan',
    description:
      'For the citizen and who holds custody, newest first: who read it, saw it in a list, changed it or tried to, and when.',
    answer: accessLogPage,
    example: ACCESS_LOG_EXAMPLE,
    errors: ['PLAN.NOT_FOUND', 'ACTOR.NOT_PERMITTED'],
  })
  getAccessLog(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @Query({ schema: pageQuery }) query: PageQuery,
  ): Promise<AccessLogPage> {
    return this.accessLog.list(viewerOf(request, 'getAccessLog'), planId, pageRequestOf(query));
  }
}
