import { Body, Controller, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CommandAnswer } from '../commands/command-answer.js';
import { PlanCommandService } from '../commands/plan-command.service.js';
import type { ApiRequest } from '../http/api-request.js';
import { ParticipantId, PlanId, VersionNumber } from '../http/parameters.js';
import { CommandOperation } from '../openapi/operation.decorator.js';
import {
  type RecordDeliveryBody,
  recordDeliveryBody,
  sendAgainBody,
  type SendAgainBody,
} from './distribution.schema.js';

/** The ledger of deliveries. */
@ApiTags('distribution')
@Controller('plans/:planId')
export class DistributionCommandsController {
  constructor(private readonly commands: PlanCommandService) {}

  @Post('versions/:version/deliveries/:participantId/records')
  @CommandOperation({
    id: 'recordDelivery',
    summary: 'Record how far a delivery came',
    description: 'A letter that was sent, a plan that was handed over or told, a delivery that went wrong.',
    status: 201,
    example: { status: 'read', channel: 'inPerson', note: 'Gennemgået på kontoret.' },
    errors: [
      'VERSION.NOT_FOUND',
      'DELIVERY.NOT_FOUND',
      'DELIVERY.CHANNEL_CANNOT_TELL',
      'DELIVERY.ALREADY_FURTHER',
    ],
  })
  recordDelivery(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @VersionNumber() version: number,
    @ParticipantId() participantId: string,
    @Body({ schema: recordDeliveryBody }) body: RecordDeliveryBody,
  ): Promise<CommandAnswer> {
    return this.commands.give(request, planId, { type: 'recordDelivery', version, participantId, ...body });
  }

  @Post('versions/:version/deliveries/:participantId/sendings')
  @CommandOperation({
    id: 'sendVersionAgain',
    summary: 'Send a version again',
    description: 'To one recipient, as far as consent reaches now.',
    status: 201,
    example: { channel: 'letter' },
    errors: [
      'PARTICIPANT.NOT_FOUND',
      'PARTICIPANT.REMOVED',
      'VERSION.NOT_FOUND',
      'DELIVERY.NOT_FOUND',
      'CONSENT.MISSING',
    ],
  })
  sendVersionAgain(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @VersionNumber() version: number,
    @ParticipantId() participantId: string,
    @Body({ schema: sendAgainBody }) body: SendAgainBody,
  ): Promise<CommandAnswer> {
    return this.commands.give(request, planId, { type: 'sendVersionAgain', version, participantId, ...body });
  }
}
