import { Controller, Get, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { ApiRequest } from '../http/api-request.js';
import { viewerOf } from '../http/viewer-of.js';
import { itemsOf } from '../schemas/answers.js';
import { PlanId } from '../http/parameters.js';
import { ReadOperation } from '../openapi/operation.decorator.js';
import { PlanReadings } from '../../../libs/reading/plan-readings.js';
import {
  CITIZEN_REQUESTS_EXAMPLE,
  type CitizenRequestsView,
  citizenRequestsView,
} from './citizen-requests.view.js';

/** What the citizen asked for. */
@ApiTags('citizen-requests')
@Controller('plans/:planId')
export class CitizenRequestReadsController {
  constructor(private readonly readings: PlanReadings) {}

  @Get('citizen-requests')
  @ReadOperation({
    id: 'listCitizenRequests',
    summary: 'What the citizen asked for',
    description: 'Newest first, with the answers.',
    answer: citizenRequestsView,
    example: CITIZEN_REQUESTS_EXAMPLE,
    errors: ['PLAN.NOT_FOUND', 'ACTOR.NOT_PERMITTED'],
  })
  listCitizenRequests(@Req() request: ApiRequest, @PlanId() planId: string): Promise<CitizenRequestsView> {
    return itemsOf(this.readings.citizenRequests(viewerOf(request, 'listCitizenRequests'), planId));
  }
}
