import { Controller, Get, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { ApiRequest } from '../http/api-request.js';
import { viewerOf } from '../http/viewer-of.js';
import { itemsOf } from '../schemas/answers.js';
import { PlanId } from '../http/parameters.js';
import { ReadOperation } from '../openapi/operation.decorator.js';
import { PlanReadings } from '../../../libs/reading/plan-readings.js';
import { PARTICIPANTS_EXAMPLE, type ParticipantsView, participantsView } from './participants.view.js';

/** Who takes part. */
@ApiTags('participants')
@Controller('plans/:planId')
export class ParticipantReadsController {
  constructor(private readonly readings: PlanReadings) {}

  @Get('participants')
  @ReadOperation({
    id: 'listParticipants',
    summary: 'Who takes part',
    description:
      'Needs master data. Contact details and protected names are left out unless the reader may see them.',
    answer: participantsView,
    example: PARTICIPANTS_EXAMPLE,
    errors: ['PLAN.NOT_FOUND', 'ACTOR.NOT_PERMITTED'],
  })
  listParticipants(@Req() request: ApiRequest, @PlanId() planId: string): Promise<ParticipantsView> {
    return itemsOf(this.readings.participants(viewerOf(request, 'listParticipants'), planId));
  }
}
