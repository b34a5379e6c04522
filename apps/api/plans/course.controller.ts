import { Body, Controller, Post, Put, Req } from '@nestjs/common';
import { defaultPolicy } from '../../../libs/domain/plan/default-policy.js';
import { ApiTags } from '@nestjs/swagger';
import type { CommandAnswer } from '../commands/command-answer.js';
import { PlanCommandService } from '../commands/plan-command.service.js';
import type { ApiRequest } from '../http/api-request.js';
import { PlanId } from '../http/parameters.js';
import { EXAMPLE_IDS } from '../openapi/examples.js';
import { CommandOperation } from '../openapi/operation.decorator.js';
import { type PolicyBody, policyBody } from '../policies/policy.schema.js';
import {
  type CitizenAnswerBody,
  citizenAnswerBody,
  type EndBody,
  endBody,
  type HoldBody,
  holdBody,
  type ReopenBody,
  reopenBody,
  type WithdrawFromCourseBody,
  withdrawFromCourseBody,
} from './plans.schema.js';

/** What happens to the course as a whole. */
@ApiTags('plans')
@Controller('plans/:planId')
export class CourseController {
  constructor(private readonly commands: PlanCommandService) {}

  @Put('citizen-answer')
  @CommandOperation({
    id: 'recordCitizenAnswer',
    summary: "Record the citizen's yes or no",
    description: 'No ends the plan at once. Afterwards the citizen withdraws by ending the plan.',
    example: { answer: 'yes', manner: 'oral' },
    errors: ['PLAN.CITIZEN_ALREADY_ANSWERED', 'PLAN.ANSWERED_BY_ANOTHER'],
  })
  recordCitizenAnswer(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @Body({ schema: citizenAnswerBody }) body: CitizenAnswerBody,
  ): Promise<CommandAnswer> {
    return this.commands.give(request, planId, { type: 'recordCitizenAnswer', ...body });
  }

  @Put('policy')
  @CommandOperation({
    id: 'replacePolicy',
    summary: 'Replace the policy of the plan',
    description:
      'Durations, ladders and required roles. Reminders are counted anew, and deadlines that follow from the policy alone; a day that was named to somebody stays.',
    example: { ...defaultPolicy, version: '2027-2' },
    errors: ['PLAN.POLICY_INVALID'],
  })
  replacePolicy(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @Body({ schema: policyBody }) body: PolicyBody,
  ): Promise<CommandAnswer> {
    return this.commands.give(request, planId, { type: 'replacePolicy', policy: body });
  }

  @Post('hold')
  @CommandOperation({
    id: 'holdPlan',
    summary: 'Put the plan on hold',
    description: 'Duty clocks pause; consent periods run on.',
    example: { reason: 'admission', until: '2027-06-01', cancelMeetings: true },
    errors: ['PLAN.HOLD_UNTIL_PAST'],
  })
  holdPlan(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @Body({ schema: holdBody }) body: HoldBody,
  ): Promise<CommandAnswer> {
    return this.commands.give(request, planId, { type: 'holdPlan', ...body });
  }

  @Post('resumption')
  @CommandOperation({
    id: 'resumePlan',
    summary: 'Resume the plan',
    description: 'Duty clocks go on where they stopped.',
    errors: ['PLAN.NOT_ON_HOLD'],
  })
  resumePlan(@Req() request: ApiRequest, @PlanId() planId: string): Promise<CommandAnswer> {
    return this.commands.give(request, planId, { type: 'resumePlan' });
  }

  @Post('end')
  @CommandOperation({
    id: 'endPlan',
    summary: 'End the plan',
    description:
      'Nobody is reminded afterwards. Completing needs every agreement ended and every delivery arrived. A plan is merged ' +
      'into another open plan that the actor coordinates, stands in for or leads as well; it takes notice of it at once ' +
      '(`planMergedIn`), its coordinator has the task `planMerged`, and the merged plan is never opened again.',
    example: { reason: 'completed', note: 'Forløbet er gennemført.' },
    errors: [
      'PLAN.END_REASON_INCOMPLETE',
      'PLAN.MERGED_INTO_ITSELF',
      'PLAN.MERGE_REFUSED',
      'PLAN.AGREEMENTS_OPEN',
      'PLAN.DELIVERIES_OPEN',
    ],
  })
  endPlan(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @Body({ schema: endBody }) body: EndBody,
  ): Promise<CommandAnswer> {
    return this.commands.give(request, planId, { type: 'endPlan', ...body });
  }

  @Post('course-withdrawal')
  @CommandOperation({
    id: 'withdrawFromCourse',
    summary: 'End the whole course, as the citizen',
    description:
      'By the citizen alone from 15 years on; for a younger child by who holds custody. Every consent and every other basis ends at ' +
      'this instant, and with them what anybody but those who keep the plan can see. `GET …/end-effects` tells beforehand what follows.',
    example: { words: 'Jeg vil ikke være med mere.' },
    errors: ['PLAN.ANSWERED_BY_ANOTHER'],
  })
  withdrawFromCourse(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @Body({ schema: withdrawFromCourseBody }) body: WithdrawFromCourseBody,
  ): Promise<CommandAnswer> {
    return this.commands.give(request, planId, { type: 'withdrawFromCourse', ...body });
  }

  @Post('reopening')
  @CommandOperation({
    id: 'reopenPlan',
    summary: 'Reopen an ended plan',
    description:
      'The plan keeps its history. A plan that ended by the citizen’s no, or because the citizen withdrew, waits for the ' +
      'citizen’s answer anew, and for a consent to everybody; otherwise the yes stands, and consent is asked anew of whom it is over for.',
    example: { reason: 'Borgeren vil i gang igen.', coordinatorPersonId: EXAMPLE_IDS.coordinator },
    errors: [
      'PLAN.NOT_ENDED',
      'PLAN.REOPEN_REFUSED',
      'COORDINATOR.NOT_ELIGIBLE',
      'PLAN.CITIZEN_HAS_OPEN_PLAN',
      'PERSON.NOT_FOUND',
    ],
  })
  reopenPlan(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @Body({ schema: reopenBody }) body: ReopenBody,
  ): Promise<CommandAnswer> {
    return this.commands.give(request, planId, { type: 'reopenPlan', ...body });
  }
}
