import { Controller, Get, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { participantsOf } from '../../../libs/record/read/participants.read.js';
import { visibleParticipants } from '../reading/visible-parts.js';
import type { ApiRequest } from '../http/api-request.js';
import { PlanId } from '../http/parameters.js';
import { ReadOperation } from '../openapi/operation.decorator.js';
import { PlanReader } from '../reading/plan-reader.js';
import { PARTICIPANTS_EXAMPLE, type ParticipantsView, participantsView } from './participants.view.js';

/** Who takes part. */
@ApiTags('participants')
@Controller('plans/:planId')
export class ParticipantReadsController {
  constructor(private readonly reader: PlanReader) {}

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
    return this.reader.read(request.actor, planId, async (source, sight) => {
      sight.require(sight.may('masterData'));
      return { items: visibleParticipants(sight, await participantsOf(source, planId)) };
    });
  }
}
