import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { PlanReadings } from '../../../libs/reading/plan-readings.js';
import type { CommandAnswer } from '../commands/command-answer.js';
import { PlanCommandService } from '../commands/plan-command.service.js';
import type { ApiRequest } from '../http/api-request.js';
import { OpaqueId, ParticipantId, PlanId } from '../http/parameters.js';
import { viewerOf } from '../http/viewer-of.js';
import { CommandOperation, ReadOperation } from '../openapi/operation.decorator.js';
import { itemsOf } from '../schemas/answers.js';
import { type ReasonBody, reasonBody } from '../schemas/bodies.js';
import { type ConfirmBody, confirmBody, type EndOfSayBody, endOfSayBody } from './confirmations.schema.js';
import { CONFIRMATIONS_EXAMPLE, type ConfirmationsView, confirmationsView } from './confirmations.view.js';

/** What waits for a second person. */
@ApiTags('confirmations')
@Controller('plans/:planId')
export class ConfirmationsController {
  constructor(
    private readonly commands: PlanCommandService,
    private readonly readings: PlanReadings,
  ) {}

  @Get('confirmations')
  @ReadOperation({
    id: 'listConfirmations',
    summary: 'What waits for a second person',
    description:
      'Consents and other bases that one person alone recorded, who has a say and who has it no more. For those who see ' +
      'the whole plan and its team leader.',
    answer: confirmationsView,
    example: CONFIRMATIONS_EXAMPLE,
    errors: ['PLAN.NOT_FOUND', 'ACTOR.NOT_PERMITTED'],
  })
  listConfirmations(@Req() request: ApiRequest, @PlanId() planId: string): Promise<ConfirmationsView> {
    return itemsOf(this.readings.confirmations(viewerOf(request, 'listConfirmations'), planId));
  }

  @Post('confirmations/:confirmationId/confirmation')
  @CommandOperation({
    id: 'confirmMatter',
    summary: 'Confirm as the second person',
    description:
      'By somebody who neither recorded it nor profits from it. That somebody has a say, or has it no more, staff confirm by a ' +
      'document that they saw: its kind and date.',
    example: { seen: { document: 'registerExtract', dated: '2027-02-20' } },
    errors: [
      'CONFIRMATION.NOT_FOUND',
      'CONFIRMATION.NOT_THE_SECOND_PERSON',
      'CONFIRMATION.DOCUMENT_MISSING',
      'CONSENT.SELF_CONFIRMED',
    ],
  })
  confirmMatter(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @OpaqueId('confirmationId') confirmationId: string,
    @Body({ schema: confirmBody }) body: ConfirmBody,
  ): Promise<CommandAnswer> {
    return this.commands.give(request, planId, { type: 'confirmMatter', confirmationId, ...body });
  }

  @Post('confirmations/:confirmationId/rejection')
  @CommandOperation({
    id: 'rejectMatter',
    summary: 'Say as the second person that it is not so',
    description: 'It ends at once. Of who has a say only staff do: nobody keeps another out.',
    example: { reason: 'Dokumentet gælder en anden.' },
    errors: [
      'CONFIRMATION.NOT_FOUND',
      'CONFIRMATION.NOT_THE_SECOND_PERSON',
      'CONSENT.SELF_CONFIRMED',
      'CONSENT.GIVEN_BY_CITIZEN',
    ],
  })
  rejectMatter(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @OpaqueId('confirmationId') confirmationId: string,
    @Body({ schema: reasonBody }) body: ReasonBody,
  ): Promise<CommandAnswer> {
    return this.commands.give(request, planId, { type: 'rejectMatter', confirmationId, ...body });
  }

  @Post('participants/:participantId/end-of-say')
  @CommandOperation({
    id: 'recordEndOfSay',
    summary: 'Record a decision by which a custody holder or guardian has no say any more',
    description:
      'What was seen, and of what day it is. The part goes on until a second person has confirmed it; whom it is about and ' +
      'the others who have a say are told at once.',
    status: 201,
    example: {
      seen: { document: 'agencyDecision', dated: '2027-02-20' },
      reason: 'Forældremyndigheden er flyttet.',
    },
    errors: [
      'PARTICIPANT.NOT_FOUND',
      'PARTICIPANT.REMOVED',
      'PARTICIPANT.CITIZEN_FIXED',
      'PARTICIPANT.NO_SAY',
      'CONFIRMATION.ALREADY_ASKED',
      'CONFIRMATION.DOCUMENT_MISSING',
    ],
  })
  recordEndOfSay(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @ParticipantId() participantId: string,
    @Body({ schema: endOfSayBody }) body: EndOfSayBody,
  ): Promise<CommandAnswer> {
    return this.commands.give(request, planId, { type: 'recordEndOfSay', participantId, ...body });
  }
}
