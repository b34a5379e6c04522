import { Controller, Get, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { consentAttemptsOf, consentsOf, statutoryBasesOf } from '../../../libs/record/read/consents.read.js';
import { visibleConsents } from '../reading/visible-parts.js';
import type { ApiRequest } from '../http/api-request.js';
import { PlanId } from '../http/parameters.js';
import { ReadOperation } from '../openapi/operation.decorator.js';
import { PlanReader } from '../reading/plan-reader.js';
import { CONSENTS_EXAMPLE, consentsAnswer, type ConsentsAnswer } from './consents.view.js';

/** The ledger of consents. */
@ApiTags('consents')
@Controller('plans/:planId')
export class ConsentReadsController {
  constructor(private readonly reader: PlanReader) {}

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
    return this.reader.read(request.actor, planId, async (source, sight) =>
      visibleConsents(
        sight,
        await consentsOf(source, planId),
        await consentAttemptsOf(source, planId),
        await statutoryBasesOf(source, planId),
      ),
    );
  }
}
