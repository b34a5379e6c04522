import { Controller, Get, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { ApiRequest } from '../http/api-request.js';
import { viewerOf } from '../http/viewer-of.js';
import { itemsOf } from '../schemas/answers.js';
import { PlanId, VersionNumber } from '../http/parameters.js';
import { ReadOperation } from '../openapi/operation.decorator.js';
import { PlanReadings } from '../../../libs/reading/plan-readings.js';
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
  constructor(private readonly readings: PlanReadings) {}

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
    return itemsOf(this.readings.versions(viewerOf(request, 'listVersions'), planId));
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
  async getVersion(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @VersionNumber() version: number,
  ): Promise<VersionContentAnswer> {
    return { version, ...(await this.readings.version(viewerOf(request, 'getVersion'), planId, version)) };
  }
}
