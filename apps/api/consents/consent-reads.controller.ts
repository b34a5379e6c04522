import { Controller, Get, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { ApiRequest } from '../http/api-request.js';
import { viewerOf } from '../http/viewer-of.js';
import { PlanId } from '../http/parameters.js';
import { ReadOperation } from '../openapi/operation.decorator.js';
import { PlanReadings } from '../../../libs/reading/plan-readings.js';
import { CONSENTS_EXAMPLE, consentsAnswer, type ConsentsAnswer } from './consents.view.js';

/** The ledger of consents. */
@ApiTags('consents')
@Controller('plans/:planId')
export class ConsentReadsController {
  constructor(private readonly readings: PlanReadings) {}

  @Get('consents')
  @ReadOperation({
    id: 'listConsents',
    summary: 'Consents, attempts and other bases',
    description: 'The whole ledger for those who see the whole plan; for others what concerns them.',
    answer: consentsAnswer,
    example: CONSENTS_EXAMPLE,
    errors: ['PLAN.NOT_FOUND'],
  })
  listConsents(@Req() request: ApiRequest, @PlanId() planId: string): Promise<ConsentsAnswer> {
    return this.readings.consents(viewerOf(request, 'listConsents'), planId);
  }
}
