import { Controller, Get, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { coordinatorPeriodsOf, handoversOf } from '../../../libs/record/read/handovers.read.js';
import type { ApiRequest } from '../http/api-request.js';
import { PlanId } from '../http/parameters.js';
import { ReadOperation } from '../openapi/operation.decorator.js';
import { PlanReader } from '../reading/plan-reader.js';
import { HANDOVER_EXAMPLE, type HandoverAnswer, handoverAnswer } from './handover.view.js';

/** Coordinators and deputies. */
@ApiTags('handover')
@Controller('plans/:planId')
export class HandoverReadsController {
  constructor(private readonly reader: PlanReader) {}

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
    return this.reader.read(request.actor, planId, async (source, sight) => {
      sight.require(sight.leads || sight.roles.includes('successor'));
      return {
        coordinators: await coordinatorPeriodsOf(source, planId),
        handovers: await handoversOf(source, planId),
        deputy: sight.state.deputy,
      };
    });
  }
}
