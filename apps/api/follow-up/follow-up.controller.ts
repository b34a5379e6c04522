import { Body, Controller, Post, Put, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CommandAnswer } from '../commands/command-answer.js';
import { PlanCommandService } from '../commands/plan-command.service.js';
import type { ApiRequest } from '../http/api-request.js';
import { PlanId } from '../http/parameters.js';
import { CommandOperation } from '../openapi/operation.decorator.js';
import {
  closeFollowUpBody,
  type CloseFollowUpBody,
  type SetFollowUpBody,
  setFollowUpBody,
} from './follow-up.schema.js';

/** Follow-up cycles. */
@ApiTags('follow-up')
@Controller('plans/:planId')
export class FollowUpController {
  constructor(private readonly commands: PlanCommandService) {}

  @Put('follow-up')
  @CommandOperation({
    id: 'setFollowUp',
    summary: 'Set interval and day of the follow-up',
    description:
      'Within what the policy allows. Another interval alone moves the next day, counted from the first version or the last ' +
      'follow-up; an open follow-up stays where it is.',
    example: { intervalMonths: 6, nextOn: '2027-09-01' },
    errors: ['FOLLOW_UP.INTERVAL_NOT_ALLOWED', 'FOLLOW_UP.BEFORE_TODAY', 'FOLLOW_UP.NO_VERSION'],
  })
  setFollowUp(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @Body({ schema: setFollowUpBody }) body: SetFollowUpBody,
  ): Promise<CommandAnswer> {
    return this.commands.give(request, planId, { type: 'setFollowUp', ...body });
  }

  @Post('follow-up/closing')
  @CommandOperation({
    id: 'closeFollowUp',
    summary: 'Close the open follow-up',
    description:
      'Every goal has its status; the plan goes on or is revised. A meeting was held since the follow-up was opened, or the ' +
      'reason why not stays with it.',
    example: { outcome: 'continue', nextOn: '2028-03-01' },
    errors: [
      'FOLLOW_UP.NOT_OPEN',
      'FOLLOW_UP.MEETING_NOT_HELD',
      'FOLLOW_UP.GOALS_WITHOUT_STATUS',
      'FOLLOW_UP.BEFORE_TODAY',
      'FOLLOW_UP.INTERVAL_NOT_ALLOWED',
    ],
  })
  closeFollowUp(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @Body({ schema: closeFollowUpBody }) body: CloseFollowUpBody,
  ): Promise<CommandAnswer> {
    return this.commands.give(request, planId, { type: 'closeFollowUp', ...body });
  }
}
