import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { defaultPolicy } from '../../../libs/domain/plan/default-policy.js';
import type { CommandAnswer } from '../commands/command-answer.js';
import { derivedId } from '../../../libs/record/derived-id.js';
import { PlanCommandService } from '../commands/plan-command.service.js';
import type { ApiRequest } from '../http/api-request.js';
import { EXAMPLE_IDS } from '../openapi/examples.js';
import { CommandOperation, ReadOperation } from '../openapi/operation.decorator.js';
import { type PlanFilterQuery, planFilterQuery } from './plan-filter.schema.js';
import { PLAN_LIST_EXAMPLE, planList, type PlanListView } from './plan-list.view.js';
import { PlanListReading } from '../../../libs/reading/plan-list.reading.js';
import { viewerOf } from '../http/viewer-of.js';
import { pageRequestOf } from '../schemas/page-query.js';
import { type StartPlanBody, startPlanBody } from './plans.schema.js';

/** Plans as a whole: starting one, finding some. */
@ApiTags('plans')
@Controller('plans')
export class PlansController {
  constructor(
    private readonly commands: PlanCommandService,
    private readonly plans: PlanListReading,
  ) {}

  @Post()
  @CommandOperation({
    id: 'startPlan',
    summary: 'Start a plan',
    description:
      'The plan gets its number and the policy that holds now. A citizen has one open plan at most; whoever may know ' +
      'of it is told which it is. A yes is noted as it was said or written; of a child under 15 years those who hold custody ' +
      'are asked when they take part (`pending`).',
    status: 201,
    example: {
      citizenPersonId: EXAMPLE_IDS.citizen,
      citizenChannel: 'letter',
      grounds: ['severeMentalIllnessWithSubstanceUse'],
      courseType: 'coordinated',
      cluster: 'Nord',
      municipalityCode: '0219',
      department: 'Rusmiddelcentret',
      organisationId: EXAMPLE_IDS.organisation,
      coordinatorPersonId: EXAMPLE_IDS.coordinator,
      citizenAnswer: 'yes',
      answerManner: 'oral',
    },
    errors: [
      'PLAN.CITIZEN_DIED',
      'PLAN.ALREADY_STARTED',
      'PLAN.CITIZEN_HAS_OPEN_PLAN',
      'PLAN.GROUNDS_MISSING',
      'PLAN.ANSWERED_BY_ANOTHER',
      'PLAN.POLICY_INVALID',
      'COORDINATOR.NOT_ELIGIBLE',
      'CITIZEN.NOT_FOUND',
      'PERSON.NOT_FOUND',
      'ORGANISATION.NOT_FOUND',
    ],
  })
  startPlan(
    @Req() request: ApiRequest,
    @Body({ schema: startPlanBody }) body: StartPlanBody,
  ): Promise<CommandAnswer> {
    const planId = body.planId ?? newPlanId(request);
    const command = {
      type: 'startPlan',
      ...body,
      planId,
      number: '',
      citizenOfAgeAt: null,
      policy: defaultPolicy,
    } as const;
    return this.commands.give(request, planId, command);
  }

  @Get()
  @ReadOperation({
    id: 'listPlans',
    summary: 'Plans that the reader may know of',
    description:
      'Newest first. Filters by how a plan goes (phase, waiting, overdue, coordinator) find only plans that the ' +
      'reader coordinates or leads, or whose citizen the reader is. A page may be shorter than its limit.',
    answer: planList,
    example: PLAN_LIST_EXAMPLE,
    errors: [],
  })
  listPlans(
    @Req() request: ApiRequest,
    @Query({ schema: planFilterQuery }) { cursor, limit, ...search }: PlanFilterQuery,
  ): Promise<PlanListView> {
    return this.plans.list(viewerOf(request, 'listPlans'), search, pageRequestOf({ cursor, limit }));
  }
}

/** The same for the same intention, so that starting again under one key starts one plan. */
function newPlanId(request: ApiRequest): string {
  const key = request.get('idempotency-key');
  return key === undefined ? randomUUID() : derivedId('plan', request.actor.personId, key);
}
