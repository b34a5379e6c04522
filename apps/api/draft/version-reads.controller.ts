import { Controller, Get, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { required } from '../../../libs/domain/plan/errors.js';
import { versionContent, versionsOf } from '../../../libs/record/read/drafting.read.js';
import { visibleContent, visibleVersions } from '../reading/visible-parts.js';
import type { ApiRequest } from '../http/api-request.js';
import { PlanId, VersionNumber } from '../http/parameters.js';
import { ReadOperation } from '../openapi/operation.decorator.js';
import { PlanReader } from '../reading/plan-reader.js';
import {
  VERSION_CONTENT_EXAMPLE,
  type VersionContentAnswer,
  versionContentView,
  VERSIONS_EXAMPLE,
  versionsView,
  type VersionsView,
} from './draft.view.js';

/** Versions of the plan. */
@ApiTags('draft')
@Controller('plans/:planId')
export class VersionReadsController {
  constructor(private readonly reader: PlanReader) {}

  @Get('versions')
  @ReadOperation({
    id: 'listVersions',
    summary: 'Versions, with answers',
    description: 'Newest first; drafts that were returned included.',
    answer: versionsView,
    example: VERSIONS_EXAMPLE,
    errors: ['PLAN.NOT_FOUND'],
  })
  listVersions(@Req() request: ApiRequest, @PlanId() planId: string): Promise<VersionsView> {
    return this.reader.read(request.actor, planId, async (source, sight) => ({
      items: visibleVersions(sight, await versionsOf(source, planId)),
    }));
  }

  @Get('versions/:version')
  @ReadOperation({
    id: 'getVersion',
    summary: 'What a version consists of',
    description: 'Section by section, as far as the reader may see each.',
    answer: versionContentView,
    example: VERSION_CONTENT_EXAMPLE,
    errors: ['PLAN.NOT_FOUND', 'VERSION.NOT_FOUND'],
  })
  getVersion(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @VersionNumber() version: number,
  ): Promise<VersionContentAnswer> {
    return this.reader.read(request.actor, planId, async (source, sight) =>
      visibleContent(
        sight,
        version,
        required(await versionContent(source, planId, version), 'VERSION.NOT_FOUND', { field: 'version' }),
      ),
    );
  }
}
