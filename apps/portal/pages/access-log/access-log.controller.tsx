import { Get, Query, Req } from '@nestjs/common';
import { PlanPagesReading } from '../../../../libs/reading/plan-pages.reading.js';
import { Page } from '../../http/page.js';
import { pageOfList } from '../../http/page-query.js';
import { PlanId } from '../../http/parameters.js';
import { PlanPages } from '../../http/plan-page.decorator.js';
import { viewerOf } from '../../http/viewer-of.js';
import type { SignedInRequest } from '../../http/visit.js';
import { AccessLogPage } from './access-log-page.js';
import { ACCESS_LOG_WORDS } from './access-log.words.js';

/** Who looked at the plan, for the citizen. */
@PlanPages('access-log')
export class AccessLogController {
  constructor(private readonly pages: PlanPagesReading) {}

  @Get()
  async accessLog(
    @Req() request: SignedInRequest,
    @PlanId() planId: string,
    @Query('after') after: unknown,
  ): Promise<Page> {
    const { visit } = request;
    const page = pageOfList(after);
    const shown = await this.pages.accessLog(viewerOf(request, 'getAccessLog'), planId, page);
    const content = <AccessLogPage visit={visit} shown={shown} later={page.cursor !== null} />;
    return new Page(ACCESS_LOG_WORDS[visit.language].title, content);
  }
}
