import { Controller, Get, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Clock } from '../../../libs/clock/clock.js';
import { defaultPolicy } from '../../../libs/domain/plan/default-policy.js';
import { required } from '../../../libs/domain/plan/errors.js';
import { planView } from '../../../libs/record/read/plan-view.js';
import { planTimeline } from '../../../libs/record/read/timeline.read.js';
import { entityTag } from '../commands/preconditions.js';
import type { ApiRequest } from '../http/api-request.js';
import { PlanId } from '../http/parameters.js';
import { ReadOperation } from '../openapi/operation.decorator.js';
import { type PolicyBody, policyBody } from '../policies/policy.schema.js';
import { fullPlan } from '../reading/full-plan.js';
import { PlanReader } from '../reading/plan-reader.js';
import { PlanSight } from '../reading/plan-sight.js';
import { type PageQuery, pageQuery, USUAL_PAGE } from '../schemas/page-query.js';
import { PLAN_EXAMPLE } from './plan.example.js';
import { type PlanFullView, planFullView } from './plan.view.js';
import { TIMELINE_EXAMPLE, timelineView, type TimelineView } from './timeline.view.js';

/** One plan as a whole. */
@ApiTags('plans')
@Controller('plans/:planId')
export class PlanReadsController {
  constructor(
    private readonly reader: PlanReader,
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ReadOperation({
    id: 'getPlan',
    summary: 'One plan in full',
    description: 'As far as the reader may see it. Its ETag is the seq of the plan, which If-Match takes.',
    answer: planFullView,
    example: PLAN_EXAMPLE,
    errors: ['PLAN.NOT_FOUND'],
  })
  async getPlan(@Req() request: ApiRequest, @PlanId() planId: string): Promise<PlanFullView> {
    const at = await this.clock.now();
    const view = required(await planView(this.database, planId), 'PLAN.NOT_FOUND');
    const answer = fullPlan(new PlanSight(view.plan.state, request.actor, at), view);
    request.res?.setHeader('ETag', entityTag(answer.seq));
    return answer;
  }

  @Get('timeline')
  @ReadOperation({
    id: 'getTimeline',
    summary: 'What happened, from the beginning',
    description: 'For those who see the whole plan. Without what was written or said.',
    answer: timelineView,
    example: TIMELINE_EXAMPLE,
    errors: ['PLAN.NOT_FOUND', 'ACTOR.NOT_PERMITTED'],
  })
  getTimeline(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @Query({ schema: pageQuery }) { cursor, limit }: PageQuery,
  ): Promise<TimelineView> {
    return this.reader.read(request.actor, planId, (source, sight) => {
      sight.require(sight.whole);
      return planTimeline(source, planId, { cursor, limit: limit ?? USUAL_PAGE });
    });
  }

  @Get('policy')
  @ReadOperation({
    id: 'getPlanPolicy',
    summary: 'The policy of the plan',
    description: 'Durations, ladders and required roles, as they were given to it.',
    answer: policyBody,
    example: defaultPolicy,
    errors: ['PLAN.NOT_FOUND', 'ACTOR.NOT_PERMITTED'],
  })
  getPlanPolicy(@Req() request: ApiRequest, @PlanId() planId: string): Promise<PolicyBody> {
    return this.reader.read(request.actor, planId, (_source, sight) => {
      sight.require(sight.leads);
      return Promise.resolve(sight.state.policy as PolicyBody);
    });
  }
}
