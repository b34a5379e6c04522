import { Controller, Get, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { ApiRequest } from '../http/api-request.js';
import { viewerOf } from '../http/viewer-of.js';
import { itemsOf } from '../schemas/answers.js';
import { PlanId } from '../http/parameters.js';
import { ReadOperation } from '../openapi/operation.decorator.js';
import { PlanReadings } from '../../../libs/reading/plan-readings.js';
import { DELIVERIES_EXAMPLE, type DeliveriesView, deliveriesView } from './distribution.view.js';

/** The ledger of deliveries. */
@ApiTags('distribution')
@Controller('plans/:planId')
export class DistributionReadsController {
  constructor(private readonly readings: PlanReadings) {}

  @Get('deliveries')
  @ReadOperation({
    id: 'listDeliveries',
    summary: 'Deliveries of versions',
    description: 'To everybody for those who see the whole plan; for others their own.',
    answer: deliveriesView,
    example: DELIVERIES_EXAMPLE,
    errors: ['PLAN.NOT_FOUND'],
  })
  listDeliveries(@Req() request: ApiRequest, @PlanId() planId: string): Promise<DeliveriesView> {
    return itemsOf(this.readings.deliveries(viewerOf(request, 'listDeliveries'), planId));
  }
}
