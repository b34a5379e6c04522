import { Controller, Get, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { followUpsOf } from '../../../libs/record/read/follow-ups.read.js';
import type { ApiRequest } from '../http/api-request.js';
import { PlanId } from '../http/parameters.js';
import { ReadOperation } from '../openapi/operation.decorator.js';
import { PlanReader } from '../reading/plan-reader.js';
import { FOLLOW_UPS_EXAMPLE, type FollowUpsView, followUpsView } from './follow-up.view.js';

/** Follow-up cycles. */
@ApiTags('follow-up')
@Controller('plans/:planId')
export class FollowUpReadsController {
  constructor(private readonly reader: PlanReader) {}

  @Get('follow-ups')
  @ReadOperation({
    id: 'listFollowUps',
    summary: 'Follow-up cycles',
    description: 'Newest first.',
    answer: followUpsView,
    example: FOLLOW_UPS_EXAMPLE,
    errors: ['PLAN.NOT_FOUND', 'ACTOR.NOT_PERMITTED'],
  })
  listFollowUps(@Req() request: ApiRequest, @PlanId() planId: string): Promise<FollowUpsView> {
    return this.reader.read(request.actor, planId, async (source, sight) => {
      sight.require(sight.may('followUp'));
      return { items: await followUpsOf(source, planId) };
    });
  }
}
