import { Controller, Get, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { ApiRequest } from '../http/api-request.js';
import { viewerOf } from '../http/viewer-of.js';
import { ParticipantId, PlanId } from '../http/parameters.js';
import { ReadOperation } from '../openapi/operation.decorator.js';
import { PlanReadings } from '../../../libs/reading/plan-readings.js';
import { type WithdrawalQuery, withdrawalQuery } from './consents.schema.js';
import { WITHDRAWAL_EXAMPLE, type WithdrawalView, withdrawalView } from './withdrawal.view.js';
import { CONSENTS_EXAMPLE, consentsAnswer, type ConsentsAnswer } from './consents.view.js';

/** The ledger of consents. */
@ApiTags('consents')
@Controller('plans/:planId')
export class ConsentReadsController {
  constructor(private readonly readings: PlanReadings) {}

  @Get('consents')
  @ReadOperation({
    id: 'listConsents',
    summary: 'Consents, attempts and other bases',
    description: 'The whole ledger for those who see the whole plan; for others what concerns them.',
    answer: consentsAnswer,
    example: CONSENTS_EXAMPLE,
    errors: ['PLAN.NOT_FOUND'],
  })
  listConsents(@Req() request: ApiRequest, @PlanId() planId: string): Promise<ConsentsAnswer> {
    return this.readings.consents(viewerOf(request, 'listConsents'), planId);
  }

  @Get('participants/:participantId/withdrawal-effects')
  @ReadOperation({
    id: 'getWithdrawalEffects',
    summary: 'What would follow from a withdrawal',
    description:
      'Who loses what and who already has it, told before the withdrawal or narrowing is confirmed.',
    answer: withdrawalView,
    example: WITHDRAWAL_EXAMPLE,
    errors: [
      'PLAN.NOT_FOUND',
      'ACTOR.NOT_PERMITTED',
      'PARTICIPANT.NOT_FOUND',
      'PARTICIPANT.REMOVED',
      'PARTICIPANT.CITIZEN_FIXED',
      'CONSENT.NOTHING_TO_WITHDRAW',
      'CONSENT.NOT_NARROWER',
    ],
  })
  getWithdrawalEffects(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @ParticipantId() participantId: string,
    @Query({ schema: withdrawalQuery }) { keep }: WithdrawalQuery,
  ): Promise<WithdrawalView> {
    const viewer = viewerOf(request, 'getWithdrawalEffects');
    return this.readings.withdrawal(viewer, planId, participantId, keep ?? null);
  }
}
