import { randomUUID } from 'node:crypto';
import { Body, Controller, Delete, Param, Post, Put, Req } from '@nestjs/common';
import type { CommandOf } from '../../../libs/domain/plan/plan.types.js';
import { ApiTags } from '@nestjs/swagger';
import type { CommandAnswer } from '../commands/command-answer.js';
import { PlanCommandService } from '../commands/plan-command.service.js';
import { requiredIfMatch } from '../commands/preconditions.js';
import type { ApiRequest } from '../http/api-request.js';
import { Id, PlanId } from '../http/parameters.js';
import { EXAMPLE_IDS } from '../openapi/examples.js';
import { CommandOperation } from '../openapi/operation.decorator.js';
import {
  endAgreementBody,
  type EndAgreementBody,
  goalBody,
  type GoalBody,
  goalStatusBody,
  type GoalStatusBody,
  type MakeAgreementBody,
  makeAgreementBody,
  reviseAgreementBody,
  type ReviseAgreementBody,
  sectionBody,
  type SectionBody,
  writtenSection,
  type WrittenSectionName,
} from './draft.schema.js';

/** Sections, goals and agreements. */
@ApiTags('draft')
@Controller('plans/:planId')
export class WritingController {
  constructor(private readonly commands: PlanCommandService) {}

  @Put('sections/:section')
  @CommandOperation({
    id: 'saveSection',
    summary: 'Save a section',
    description:
      'If-Match is needed and tells the revision that the writer had before them (`"0"` for a section not yet written), so that two people never silently overwrite each other. The answer\'s ETag is the new revision.',
    example: { content: 'Bolig og medicin fylder mest lige nu.' },
    errors: [
      'DRAFT.CLOSED',
      'DRAFT.SUBMITTED',
      'SECTION.EMPTY',
      'SECTION.CONFLICT',
      'SECTION.NOT_YOURS',
      'PRECONDITION.REQUIRED',
    ],
    needsIfMatch: true,
  })
  saveSection(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @Param('section', { schema: writtenSection }) section: WrittenSectionName,
    @Body({ schema: sectionBody }) body: SectionBody,
  ): Promise<CommandAnswer> {
    return this.commands.give(request, planId, {
      type: 'saveSection',
      section,
      baseRevision: requiredIfMatch(request),
      ...body,
    });
  }

  @Put('goals/:goalId')
  @CommandOperation({
    id: 'setGoal',
    summary: 'Set a shared goal',
    description: 'The client names a new goal by an id of its own.',
    example: { title: 'Jeg vil have mit eget sted at bo.', priority: 1 },
    errors: ['DRAFT.CLOSED', 'DRAFT.SUBMITTED', 'GOAL.CLOSED'],
  })
  setGoal(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @Id('goalId') goalId: string,
    @Body({ schema: goalBody }) body: GoalBody,
  ): Promise<CommandAnswer> {
    return this.commands.give(request, planId, { type: 'setGoal', goalId, ...body });
  }

  @Delete('goals/:goalId')
  @CommandOperation({
    id: 'removeGoal',
    summary: 'Take a goal out of the draft',
    description: 'With its agreements, while no locked version holds it and none of them binds.',
    errors: ['DRAFT.CLOSED', 'DRAFT.SUBMITTED', 'GOAL.NOT_FOUND', 'GOAL.IN_VERSION', 'AGREEMENT.BINDING'],
  })
  removeGoal(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @Id('goalId') goalId: string,
  ): Promise<CommandAnswer> {
    return this.commands.give(request, planId, { type: 'removeGoal', goalId });
  }

  @Put('goals/:goalId/status')
  @CommandOperation({
    id: 'reportGoalStatus',
    summary: 'Report the status of a goal',
    description: 'Before each follow-up meeting.',
    example: { status: 'onTrack', note: 'Lejligheden er fundet.' },
    errors: ['GOAL.NOT_FOUND', 'GOAL.CLOSED', 'PLAN.AGREEMENTS_OPEN', 'SECTION.NOT_YOURS'],
  })
  reportGoalStatus(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @Id('goalId') goalId: string,
    @Body({ schema: goalStatusBody }) body: GoalStatusBody,
  ): Promise<CommandAnswer> {
    return this.commands.give(request, planId, { type: 'reportGoalStatus', goalId, ...body });
  }

  @Post('agreements')
  @CommandOperation({
    id: 'makeAgreement',
    summary: 'Make an agreement',
    description: 'An intervention with one responsible participant and a date.',
    status: 201,
    example: {
      goalId: EXAMPLE_IDS.goal,
      title: 'Søge om egen bolig',
      responsibleParticipantId: EXAMPLE_IDS.jobCentre,
      dueDate: '2027-05-01',
    },
    errors: [
      'DRAFT.CLOSED',
      'DRAFT.SUBMITTED',
      'PARTICIPANT.NOT_FOUND',
      'PARTICIPANT.REMOVED',
      'GOAL.NOT_FOUND',
      'GOAL.CLOSED',
      'AGREEMENT.ALREADY_EXISTS',
      'AGREEMENT.DUE_DATE_PAST',
      'CONSENT.MISSING',
    ],
  })
  makeAgreement(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @Body({ schema: makeAgreementBody }) body: MakeAgreementBody,
  ): Promise<CommandAnswer> {
    return this.commands.give(request, planId, {
      type: 'makeAgreement',
      ...body,
      agreementId: body.agreementId ?? randomUUID(),
    });
  }

  @Put('agreements/:agreementId')
  @CommandOperation({
    id: 'reviseAgreement',
    summary: 'Change an agreement of the draft',
    description:
      'While it does not bind yet, so that an objection can be met. One that binds ends with an outcome.',
    example: {
      title: 'Søge om egen bolig',
      responsibleParticipantId: EXAMPLE_IDS.jobCentre,
      dueDate: '2027-06-01',
    },
    errors: [
      'DRAFT.CLOSED',
      'DRAFT.SUBMITTED',
      'AGREEMENT.NOT_FOUND',
      'AGREEMENT.BINDING',
      'AGREEMENT.ALREADY_ENDED',
      'AGREEMENT.DUE_DATE_PAST',
      'PARTICIPANT.NOT_FOUND',
      'PARTICIPANT.REMOVED',
    ],
  })
  reviseAgreement(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @Id('agreementId') agreementId: string,
    @Body({ schema: reviseAgreementBody }) body: ReviseAgreementBody,
  ): Promise<CommandAnswer> {
    return this.commands.give(request, planId, { type: 'reviseAgreement', agreementId, ...body });
  }

  @Delete('agreements/:agreementId')
  @CommandOperation({
    id: 'removeAgreement',
    summary: 'Take an agreement out of the draft',
    description: 'While it does not bind yet. It leaves no outcome.',
    errors: ['DRAFT.CLOSED', 'DRAFT.SUBMITTED', 'AGREEMENT.NOT_FOUND', 'AGREEMENT.BINDING'],
  })
  removeAgreement(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @Id('agreementId') agreementId: string,
  ): Promise<CommandAnswer> {
    return this.commands.give(request, planId, { type: 'removeAgreement', agreementId });
  }

  @Post('agreements/:agreementId/outcome')
  @CommandOperation({
    id: 'endAgreement',
    summary: 'End an agreement',
    description: 'Every agreement ends as kept, late, changed or dropped; all but kept with a reason.',
    example: { outcome: 'kept' },
    errors: [
      'AGREEMENT.NOT_FOUND',
      'AGREEMENT.ALREADY_ENDED',
      'AGREEMENT.REASON_MISSING',
      'AGREEMENT.NOT_LATE',
      'AGREEMENT.ALREADY_EXISTS',
      'AGREEMENT.DUE_DATE_PAST',
      'PARTICIPANT.NOT_FOUND',
      'PARTICIPANT.REMOVED',
    ],
  })
  endAgreement(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @Id('agreementId') agreementId: string,
    @Body({ schema: endAgreementBody }) body: EndAgreementBody,
  ): Promise<CommandAnswer> {
    return this.commands.give(request, planId, {
      type: 'endAgreement',
      agreementId,
      ...body,
      replacement: withId(body.replacement),
    });
  }
}

/** The agreement that takes the place of another, with an id. */
function withId(terms: EndAgreementBody['replacement']): CommandOf<'endAgreement'>['replacement'] {
  return terms === null ? null : { ...terms, agreementId: terms.agreementId ?? randomUUID() };
}
