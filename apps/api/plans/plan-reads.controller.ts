import { Controller, Get, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { defaultPolicy } from '../../../libs/domain/plan/default-policy.js';
import { existingPlanAnswerOf } from '../gathering/gathering.view.js';
import { viewerOf } from '../http/viewer-of.js';
import { waitStateViewOf } from '../commands/command-answer.js';
import { entityTag } from '../commands/preconditions.js';
import type { ApiRequest } from '../http/api-request.js';
import { PlanId } from '../http/parameters.js';
import { ReadOperation } from '../openapi/operation.decorator.js';
import { type PolicyBody, policyBody } from '../policies/policy.schema.js';
import { PlanReadings } from '../../../libs/reading/plan-readings.js';
import { type PageQuery, pageQuery, pageRequestOf } from '../schemas/page-query.js';
import { END_EFFECTS_EXAMPLE, type EndEffectsView, endEffectsView } from './ending.view.js';
import { type EndEffectsQuery, endEffectsQuery } from './plans.schema.js';
import { PLAN_EXAMPLE } from './plan.example.js';
import { type PlanFullView, planFullView } from './plan.view.js';
import { TIMELINE_EXAMPLE, timelineView, type TimelineView } from './timeline.view.js';

/** One plan as a whole. */
@ApiTags('plans')
@Controller('plans/:planId')
export class PlanReadsController {
  constructor(private readonly readings: PlanReadings) {}

  @Get()
  @ReadOperation({
    id: 'getPlan',
    summary: 'One plan in full',
    description: 'As far as the reader may see it.',
    entityTag: 'The seq of the plan, which If-Match takes.',
    answer: planFullView,
    example: PLAN_EXAMPLE,
    errors: ['PLAN.NOT_FOUND'],
  })
  async getPlan(@Req() request: ApiRequest, @PlanId() planId: string): Promise<PlanFullView> {
    const { waitState, existingPlans, ...plan } = await this.readings.plan(
      viewerOf(request, 'getPlan'),
      planId,
    );
    request.res?.setHeader('ETag', entityTag(plan.seq));
    return {
      ...plan,
      waitState: waitState === null ? null : waitStateViewOf(waitState),
      existingPlans: existingPlans.map(existingPlanAnswerOf),
    };
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
    @Query({ schema: pageQuery }) query: PageQuery,
  ): Promise<TimelineView> {
    return this.readings.timeline(viewerOf(request, 'getTimeline'), planId, pageRequestOf(query));
  }

  @Get('end-effects')
  @ReadOperation({
    id: 'getEndEffects',
    summary: 'What would follow from ending the course',
    description:
      'With a reason: what `endPlan` would bring about. Without one: what the citizen’s own `withdrawFromCourse` would. Nothing is changed.',
    answer: endEffectsView,
    example: END_EFFECTS_EXAMPLE,
    errors: [
      'PLAN.NOT_FOUND',
      'ACTOR.NOT_PERMITTED',
      'PLAN.ENDED',
      'PLAN.CITIZEN_DIED',
      'PLAN.ANSWERED_BY_ANOTHER',
      'PLAN.AWAITS_CITIZEN_ANSWER',
      'PLAN.END_REASON_INCOMPLETE',
      'PLAN.AGREEMENTS_OPEN',
      'PLAN.DELIVERIES_OPEN',
    ],
  })
  getEndEffects(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @Query({ schema: endEffectsQuery }) { reason, mergedIntoPlanId }: EndEffectsQuery,
  ): Promise<EndEffectsView> {
    const command =
      reason === undefined
        ? ({ type: 'withdrawFromCourse', words: null } as const)
        : ({ type: 'endPlan', reason, mergedIntoPlanId: mergedIntoPlanId ?? null, note: null } as const);
    return this.readings.endEffects(viewerOf(request, 'getEndEffects'), planId, command);
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
  async getPlanPolicy(@Req() request: ApiRequest, @PlanId() planId: string): Promise<PolicyBody> {
    return (await this.readings.policy(viewerOf(request, 'getPlanPolicy'), planId)) as PolicyBody;
  }
}
