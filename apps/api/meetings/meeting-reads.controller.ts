import { Controller, Get, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { ApiRequest } from '../http/api-request.js';
import { viewerOf } from '../http/viewer-of.js';
import { itemsOf } from '../schemas/answers.js';
import { PlanId } from '../http/parameters.js';
import { ReadOperation } from '../openapi/operation.decorator.js';
import { PlanReadings } from '../../../libs/reading/plan-readings.js';
import { MEETINGS_EXAMPLE, meetingsView, type MeetingsView } from './meetings.view.js';

/** Meetings and their answers. */
@ApiTags('meetings')
@Controller('plans/:planId')
export class MeetingReadsController {
  constructor(private readonly readings: PlanReadings) {}

  @Get('meetings')
  @ReadOperation({
    id: 'listMeetings',
    summary: 'Meetings',
    description:
      "Their times for everybody who knows of the course; agenda, minutes and the others' answers as far as the reader may see them.",
    answer: meetingsView,
    example: MEETINGS_EXAMPLE,
    errors: ['PLAN.NOT_FOUND', 'ACTOR.NOT_PERMITTED'],
  })
  listMeetings(@Req() request: ApiRequest, @PlanId() planId: string): Promise<MeetingsView> {
    return itemsOf(this.readings.meetings(viewerOf(request, 'listMeetings'), planId));
  }
}
