import { Body, Controller, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CommandAnswer } from '../commands/command-answer.js';
import { PlanCommandService } from '../commands/plan-command.service.js';
import type { ApiRequest } from '../http/api-request.js';
import { ParticipantId, PlanId } from '../http/parameters.js';
import { EXAMPLE_IDS } from '../openapi/examples.js';
import { CommandOperation } from '../openapi/operation.decorator.js';
import { type ReasonBody, reasonBody } from '../schemas/bodies.js';
import {
  type AnswerGatheringBody,
  answerGatheringBody,
  type DecideOverlapBody,
  decideOverlapBody,
  requestGatheringBody,
  type RequestGatheringBody,
} from './gathering.schema.js';

/** The survey of existing plans. */
@ApiTags('gathering')
@Controller('plans/:planId')
export class GatheringCommandsController {
  constructor(private readonly commands: PlanCommandService) {}

  @Post('gathering-requests')
  @CommandOperation({
    id: 'requestGathering',
    summary: 'Ask parties for their existing plans',
    description: 'Every party needs consent or another recorded basis first.',
    status: 201,
    example: { participantIds: [EXAMPLE_IDS.psychiatry, EXAMPLE_IDS.jobCentre], answerBy: '2027-03-15' },
    errors: [
      'PARTICIPANT.NOT_FOUND',
      'PARTICIPANT.REMOVED',
      'GATHERING.NOT_A_PARTY',
      'GATHERING.ALREADY_REQUESTED',
      'GATHERING.DEADLINE_PAST',
      'CONSENT.MISSING',
    ],
  })
  requestGathering(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @Body({ schema: requestGatheringBody }) body: RequestGatheringBody,
  ): Promise<CommandAnswer> {
    return this.commands.give(request, planId, { type: 'requestGathering', ...body });
  }

  @Post('gathering-answers')
  @CommandOperation({
    id: 'answerGathering',
    summary: 'Answer for a party',
    description:
      'Plans as structure, as documents or both; or that there is none; or why it cannot be answered. Late answers are taken.',
    status: 201,
    example: {
      participantId: EXAMPLE_IDS.psychiatry,
      answer: {
        kind: 'plans',
        existingPlans: [
          {
            ownerPartyId: EXAMPLE_IDS.psychiatry,
            ownerRole: 'regionalPsychiatry',
            title: 'Behandlingsplan',
            statutory: true,
            basis: 'Sundhedsloven',
            status: 'active',
            period: { from: '2027-01-01' },
            goals: [{ text: 'Færre indlæggelser' }],
            interventions: [{ text: 'Samtale hver anden uge' }],
          },
        ],
      },
    },
    errors: [
      'PARTICIPANT.NOT_FOUND',
      'PARTICIPANT.REMOVED',
      'GATHERING.NOT_REQUESTED',
      'GATHERING.ANSWER_EMPTY',
      'GATHERING.DOCUMENT_OF_ANOTHER',
      'GATHERING.ANSWER_TOO_LONG',
      'DOCUMENT.NOT_FOUND',
    ],
  })
  answerGathering(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @Body({ schema: answerGatheringBody }) body: AnswerGatheringBody,
  ): Promise<CommandAnswer> {
    return this.commands.give(request, planId, { type: 'answerGathering', ...body });
  }

  @Post('gathering-requests/:participantId/withdrawal')
  @CommandOperation({
    id: 'withdrawGathering',
    summary: 'Withdraw the question to a party',
    description: 'The party is not reminded any more.',
    example: { reason: 'Parten har ingen kontakt med borgeren.' },
    errors: ['PARTICIPANT.NOT_FOUND', 'PARTICIPANT.REMOVED', 'GATHERING.NOT_REQUESTED'],
  })
  withdrawGathering(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @ParticipantId() participantId: string,
    @Body({ schema: reasonBody }) body: ReasonBody,
  ): Promise<CommandAnswer> {
    return this.commands.give(request, planId, { type: 'withdrawGathering', participantId, ...body });
  }

  @Post('overlap-decisions')
  @CommandOperation({
    id: 'decideOverlap',
    summary: 'Confirm or dismiss an overlap',
    description: 'The rule finds overlaps between existing plans; people decide.',
    status: 201,
    example: {
      overlapKey: 'sameGoal:behandlingsplan/g1:handleplan/g2',
      decision: 'confirmed',
      reason: 'Begge arbejder med bolig.',
    },
    errors: ['OVERLAP.NOT_FOUND', 'OVERLAP.ALREADY_DECIDED'],
  })
  decideOverlap(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @Body({ schema: decideOverlapBody }) body: DecideOverlapBody,
  ): Promise<CommandAnswer> {
    return this.commands.give(request, planId, { type: 'decideOverlap', ...body });
  }
}
