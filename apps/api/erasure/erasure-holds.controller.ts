import { Body, Controller, Get, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ErasureHolds } from '../../../libs/erasure/erasure-holds.js';
import { ErasureHoldsReading } from '../../../libs/reading/erasure-holds.reading.js';
import { IdempotencyStore } from '../commands/idempotency.store.js';
import type { ApiRequest } from '../http/api-request.js';
import { originOf } from '../http/origin.js';
import { Id } from '../http/parameters.js';
import { viewerOf } from '../http/viewer-of.js';
import { EXAMPLE_IDS } from '../openapi/examples.js';
import { ReadOperation, WriteOperation } from '../openapi/operation.decorator.js';
import { type PageQuery, pageQuery, pageRequestOf } from '../schemas/page-query.js';
import {
  ERASURE_HOLD_EXAMPLE,
  type ErasureHoldPage,
  erasureHoldPage,
  type ErasureHoldView,
  erasureHoldView,
  type HoldBackBody,
  holdBackBody,
} from './erasure-holds.view.js';

/** Plans that are kept beyond their time because the law or a dispute needs them. */
@ApiTags('erasure')
@Controller('erasure-holds')
export class ErasureHoldsController {
  constructor(
    private readonly holds: ErasureHolds,
    private readonly reads: ErasureHoldsReading,
    private readonly idempotency: IdempotencyStore,
  ) {}

  @Get()
  @ReadOperation({
    id: 'listErasureHolds',
    summary: 'What is held back from erasure',
    description: 'For administrators, newest first, with what was released.',
    answer: erasureHoldPage,
    example: { items: [ERASURE_HOLD_EXAMPLE], next: null },
    errors: ['ACTOR.NOT_PERMITTED'],
  })
  listErasureHolds(
    @Req() request: ApiRequest,
    @Query({ schema: pageQuery }) query: PageQuery,
  ): Promise<ErasureHoldPage> {
    return this.reads.list(viewerOf(request, 'listErasureHolds'), pageRequestOf(query));
  }

  @Post()
  @WriteOperation({
    id: 'holdBackErasure',
    summary: 'Hold back the erasure of a plan',
    description:
      'By an administrator, with a reason. Until it is released the plan and its citizen are kept, whatever their time.',
    request: { planId: EXAMPLE_IDS.plan, reason: 'Klagesag ved Ankestyrelsen.' },
    answer: erasureHoldView,
    example: ERASURE_HOLD_EXAMPLE,
    errors: ['PLAN.NOT_FOUND', 'ERASURE.ALREADY_HELD_BACK'],
  })
  holdBackErasure(
    @Req() request: ApiRequest,
    @Body({ schema: holdBackBody }) { planId, reason }: HoldBackBody,
  ): Promise<ErasureHoldView> {
    const holder = { actor: request.actor, origin: originOf(request) };
    return this.idempotency.once(request, {
      first: ({ commandId }) => this.holds.holdBack(holder, planId, reason, commandId ?? undefined),
      kept: ({ holdId }) => ({ holdId }),
      again: ({ holdId }) => this.holds.answerAgain('holdBackErasure', holder, holdId),
    });
  }

  @Post(':holdId/release')
  @WriteOperation({
    id: 'releaseErasure',
    summary: 'Let a plan be erased again',
    description: 'By an administrator. If its time is over, the next run erases it.',
    answer: erasureHoldView,
    example: { ...ERASURE_HOLD_EXAMPLE, releasedAt: '2027-09-01T09:00:00.000Z' },
    errors: ['ERASURE.NOT_HELD_BACK'],
  })
  releaseErasure(@Req() request: ApiRequest, @Id('holdId') holdId: string): Promise<ErasureHoldView> {
    const holder = { actor: request.actor, origin: originOf(request) };
    return this.idempotency.once(request, {
      first: () => this.holds.release(holder, holdId),
      kept: () => ({ holdId }),
      again: () => this.holds.answerAgain('releaseErasure', holder, holdId),
    });
  }
}
