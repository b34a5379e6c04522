import { Controller, Get, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { ApiRequest } from '../http/api-request.js';
import { viewerOf } from '../http/viewer-of.js';
import { itemsOf } from '../schemas/answers.js';
import { PlanId } from '../http/parameters.js';
import { ReadOperation } from '../openapi/operation.decorator.js';
import { PlanReadings } from '../../../libs/reading/plan-readings.js';
import {
  EXISTING_PLANS_EXAMPLE,
  type ExistingPlansView,
  existingPlanAnswerOf,
  existingPlansView,
  GATHERING_EXAMPLE,
  gatheringView,
  type GatheringView,
  OVERLAPS_EXAMPLE,
  overlapsView,
  type OverlapsView,
} from './gathering.view.js';

/** What the parties told. */
@ApiTags('gathering')
@Controller('plans/:planId')
export class GatheringReadsController {
  constructor(private readonly readings: PlanReadings) {}

  @Get('gathering')
  @ReadOperation({
    id: 'listGatheringRequests',
    summary: 'Who was asked, and what they answered',
    description: 'All parties for those who see the whole plan; for others their own.',
    answer: gatheringView,
    example: GATHERING_EXAMPLE,
    errors: ['PLAN.NOT_FOUND'],
  })
  listGatheringRequests(@Req() request: ApiRequest, @PlanId() planId: string): Promise<GatheringView> {
    return itemsOf(this.readings.gatheringRequests(viewerOf(request, 'listGatheringRequests'), planId));
  }

  @Get('existing-plans')
  @ReadOperation({
    id: 'listExistingPlans',
    summary: 'The existing plans',
    description: "As of each party's newest answer.",
    answer: existingPlansView,
    example: EXISTING_PLANS_EXAMPLE,
    errors: ['PLAN.NOT_FOUND'],
  })
  async listExistingPlans(@Req() request: ApiRequest, @PlanId() planId: string): Promise<ExistingPlansView> {
    const plans = await this.readings.existingPlans(viewerOf(request, 'listExistingPlans'), planId);
    return { items: plans.map(existingPlanAnswerOf) };
  }

  @Get('overlaps')
  @ReadOperation({
    id: 'listOverlaps',
    summary: 'Where existing plans overlap',
    description: 'Found by a rule over what the parties told; people confirm or dismiss.',
    answer: overlapsView,
    example: OVERLAPS_EXAMPLE,
    errors: ['PLAN.NOT_FOUND', 'ACTOR.NOT_PERMITTED'],
  })
  async listOverlaps(@Req() request: ApiRequest, @PlanId() planId: string): Promise<OverlapsView> {
    const { overlaps, more } = await this.readings.overlaps(viewerOf(request, 'listOverlaps'), planId);
    return { items: overlaps, more };
  }
}
