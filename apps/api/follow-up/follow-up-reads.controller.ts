import { Controller, Get, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { ApiRequest } from '../http/api-request.js';
import { viewerOf } from '../http/viewer-of.js';
import { PlanId } from '../http/parameters.js';
import { ReadOperation } from '../openapi/operation.decorator.js';
import { PlanReadings } from '../../../libs/reading/plan-readings.js';
import { FOLLOW_UPS_EXAMPLE, type FollowUpsView, followUpsView } from './follow-up.view.js';

/** Follow-up cycles. */
@ApiTags('follow-up')
@Controller('plans/:planId')
export class FollowUpReadsController {
  constructor(private readonly readings: PlanReadings) {}

  @Get('follow-ups')
  @ReadOperation({
    id: 'listFollowUps',
    summary: 'How often the plan is followed up, when next, and the follow-ups so far',
    description: 'Newest first.',
    answer: followUpsView,
    example: FOLLOW_UPS_EXAMPLE,
    errors: ['PLAN.NOT_FOUND', 'ACTOR.NOT_PERMITTED'],
  })
  listFollowUps(@Req() request: ApiRequest, @PlanId() planId: string): Promise<FollowUpsView> {
    return this.readings.followUps(viewerOf(request, 'listFollowUps'), planId);
  }
}
