import { Controller, Get, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  existingPlansOf,
  gatheringRequestsOf,
  overlapDecisionsOf,
} from '../../../libs/record/read/gathering.read.js';
import { ownOr, visibleExistingPlans } from '../reading/visible-parts.js';
import { overlapsOf } from './overlaps.js';
import type { ApiRequest } from '../http/api-request.js';
import { PlanId } from '../http/parameters.js';
import { ReadOperation } from '../openapi/operation.decorator.js';
import { PlanReader } from '../reading/plan-reader.js';
import {
  EXISTING_PLANS_EXAMPLE,
  type ExistingPlansView,
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
  constructor(private readonly reader: PlanReader) {}

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
    return this.reader.read(request.actor, planId, async (source, sight) => ({
      items: ownOr(sight, sight.whole, await gatheringRequestsOf(source, planId)),
    }));
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
  listExistingPlans(@Req() request: ApiRequest, @PlanId() planId: string): Promise<ExistingPlansView> {
    return this.reader.read(request.actor, planId, async (source, sight) => ({
      items: visibleExistingPlans(sight, await existingPlansOf(source, planId)),
    }));
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
  listOverlaps(@Req() request: ApiRequest, @PlanId() planId: string): Promise<OverlapsView> {
    return this.reader.read(request.actor, planId, async (source, sight) => {
      sight.require(sight.may('existingPlans'));
      return {
        items: overlapsOf(await existingPlansOf(source, planId), await overlapDecisionsOf(source, planId)),
      };
    });
  }
}
