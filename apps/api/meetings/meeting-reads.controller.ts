import { Controller, Get, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { meetingsOf } from '../../../libs/record/read/meetings.read.js';
import { visibleMeetings } from '../reading/visible-parts.js';
import type { ApiRequest } from '../http/api-request.js';
import { PlanId } from '../http/parameters.js';
import { ReadOperation } from '../openapi/operation.decorator.js';
import { PlanReader } from '../reading/plan-reader.js';
import { MEETINGS_EXAMPLE, meetingsView, type MeetingsView } from './meetings.view.js';

/** Meetings and their answers. */
@ApiTags('meetings')
@Controller('plans/:planId')
export class MeetingReadsController {
  constructor(private readonly reader: PlanReader) {}

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
    return this.reader.read(request.actor, planId, async (source, sight) => {
      sight.require(sight.may('course'));
      return { items: visibleMeetings(sight, await meetingsOf(source, planId)) };
    });
  }
}
