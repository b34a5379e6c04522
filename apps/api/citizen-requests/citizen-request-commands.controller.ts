import { randomUUID } from 'node:crypto';
import { Body, Controller, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CommandAnswer } from '../commands/command-answer.js';
import { PlanCommandService } from '../commands/plan-command.service.js';
import type { ApiRequest } from '../http/api-request.js';
import { Id, PlanId } from '../http/parameters.js';
import { CommandOperation } from '../openapi/operation.decorator.js';
import {
  type AnswerRequestBody,
  answerRequestBody,
  makeRequestBody,
  type MakeRequestBody,
} from './citizen-requests.schema.js';

/** What the citizen asks for. */
@ApiTags('citizen-requests')
@Controller('plans/:planId')
export class CitizenRequestCommandsController {
  constructor(private readonly commands: PlanCommandService) {}

  @Post('citizen-requests')
  @CommandOperation({
    id: 'makeRequest',
    summary: 'Ask for something as the citizen',
    description:
      'A meeting, a pause, another coordinator, or that somebody else leaves. What comes about before it is answered ' +
      'ends the request as granted.',
    status: 201,
    example: { kind: 'meeting', words: 'Jeg vil gerne tale om min bolig.' },
    errors: [
      'REQUEST.ALREADY_MADE',
      'REQUEST.SUBJECT_MISSING',
      'PARTICIPANT.NOT_FOUND',
      'PARTICIPANT.REMOVED',
      'PARTICIPANT.CITIZEN_FIXED',
      'PARTICIPANT.HAS_SAY',
      'CONSENT.GIVEN_BY_CITIZEN',
    ],
  })
  makeRequest(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @Body({ schema: makeRequestBody }) body: MakeRequestBody,
  ): Promise<CommandAnswer> {
    return this.commands.give(request, planId, {
      type: 'makeRequest',
      ...body,
      requestId: body.requestId ?? randomUUID(),
    });
  }

  @Post('citizen-requests/:requestId/answer')
  @CommandOperation({
    id: 'answerRequest',
    summary: "Answer the citizen's request",
    description:
      'By its deadline, with a reason. Granting it does it: whoever is to leave is removed, and the plan goes on hold; for ' +
      'a meeting or another coordinator the coordinator gets a task.',
    example: { answer: 'granted', reason: 'Vi holder møde i næste uge.' },
    errors: [
      'REQUEST.NOT_FOUND',
      'REQUEST.ALREADY_ANSWERED',
      'PLAN.AWAITS_CITIZEN_ANSWER',
      'PARTICIPANT.HAS_SAY',
    ],
  })
  answerRequest(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @Id('requestId') requestId: string,
    @Body({ schema: answerRequestBody }) body: AnswerRequestBody,
  ): Promise<CommandAnswer> {
    return this.commands.give(request, planId, { type: 'answerRequest', requestId, ...body });
  }
}
