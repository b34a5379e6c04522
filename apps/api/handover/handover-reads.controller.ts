import { Controller, Get, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { ApiRequest } from '../http/api-request.js';
import { viewerOf } from '../http/viewer-of.js';
import { PlanId } from '../http/parameters.js';
import { ReadOperation } from '../openapi/operation.decorator.js';
import { PlanReadings } from '../../../libs/reading/plan-readings.js';
import { HANDOVER_EXAMPLE, type HandoverAnswer, handoverAnswer } from './handover.view.js';

/** Coordinators and deputies. */
@ApiTags('handover')
@Controller('plans/:planId')
export class HandoverReadsController {
  constructor(private readonly readings: PlanReadings) {}

  @Get('handover')
  @ReadOperation({
    id: 'getHandover',
    summary: 'Coordinators, proposed changes and the deputy',
    description: 'For those who see the whole plan, its team leader and a proposed successor.',
    answer: handoverAnswer,
    example: HANDOVER_EXAMPLE,
    errors: ['PLAN.NOT_FOUND', 'ACTOR.NOT_PERMITTED'],
  })
  getHandover(@Req() request: ApiRequest, @PlanId() planId: string): Promise<HandoverAnswer> {
    return this.readings.handover(viewerOf(request, 'getHandover'), planId);
  }
}
