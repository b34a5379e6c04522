import { Controller, Get, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { deliveriesOf } from '../../../libs/record/read/deliveries.read.js';
import { ownOr } from '../reading/visible-parts.js';
import type { ApiRequest } from '../http/api-request.js';
import { PlanId } from '../http/parameters.js';
import { ReadOperation } from '../openapi/operation.decorator.js';
import { PlanReader } from '../reading/plan-reader.js';
import { DELIVERIES_EXAMPLE, type DeliveriesView, deliveriesView } from './distribution.view.js';

/** The ledger of deliveries. */
@ApiTags('distribution')
@Controller('plans/:planId')
export class DistributionReadsController {
  constructor(private readonly reader: PlanReader) {}

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
    return this.reader.read(request.actor, planId, async (source, sight) => ({
      items: ownOr(sight, sight.whole, await deliveriesOf(source, planId)),
    }));
  }
}
