import { Body, Controller, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CommandAnswer } from '../commands/command-answer.js';
import { PlanCommandService } from '../commands/plan-command.service.js';
import type { ApiRequest } from '../http/api-request.js';
import { requiredIfMatch } from '../commands/preconditions.js';
import { PlanId } from '../http/parameters.js';
import { EXAMPLE_IDS } from '../openapi/examples.js';
import { CommandOperation } from '../openapi/operation.decorator.js';
import { reasonBody, type ReasonBody } from '../schemas/bodies.js';
import {
  type ApprovalBody,
  approvalBody,
  type ObjectionBody,
  objectionBody,
  openRevisionBody,
  type OpenRevisionBody,
} from './draft.schema.js';

/** From draft to locked version. */
@ApiTags('draft')
@Controller('plans/:planId')
export class ApprovalController {
  constructor(private readonly commands: PlanCommandService) {}

  @Post('draft/submission')
  @CommandOperation({
    id: 'submitDraft',
    summary: 'Submit the draft for approval',
    description: 'The citizen and every party that may see it are asked.',
    status: 201,
    errors: ['DRAFT.CLOSED', 'DRAFT.SUBMITTED', 'DRAFT.SECTIONS_MISSING'],
  })
  submitDraft(@Req() request: ApiRequest, @PlanId() planId: string): Promise<CommandAnswer> {
    return this.commands.give(request, planId, { type: 'submitDraft' });
  }

  @Post('draft/approvals')
  @CommandOperation({
    id: 'approveDraft',
    summary: 'Approve the draft',
    description:
      'For one participant, and for the text that was read: either If-Match has the tag of the plan as it was read, or ' +
      '`submittedAt` is that of the version. Whoever records the answer of somebody else is named with it; the manner (`oral`, `written`) is ' +
      'asked for where it is the citizen’s. After the citizen’s no only the citizen approves, or a yes in writing is recorded; ' +
      'the citizen is told of it.',
    status: 201,
    example: { participantId: 'citizen', manner: 'oral', submittedAt: '2027-04-02T09:00:00.000Z' },
    errors: [
      'PRECONDITION.REQUIRED',
      'DRAFT.NOT_SUBMITTED',
      'DRAFT.ANOTHER_TEXT',
      'DRAFT.NOT_AN_APPROVER',
      'DRAFT.ALREADY_ANSWERED',
      'DRAFT.MANNER_MISSING',
      'DRAFT.CITIZEN_SAID_NO',
    ],
  })
  approveDraft(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @Body({ schema: approvalBody }) body: ApprovalBody,
  ): Promise<CommandAnswer> {
    if (body.submittedAt === null) requiredIfMatch(request);
    return this.commands.give(request, planId, { type: 'approveDraft', ...body });
  }

  @Post('draft/objections')
  @CommandOperation({
    id: 'objectToDraft',
    summary: 'Object to the draft',
    description:
      'The section goes back to be changed. Several objections to one text are all on record, also those that come when it is ' +
      'back already.',
    status: 201,
    example: { participantId: EXAMPLE_IDS.psychiatry, section: 'goals', reason: 'Datoen kan ikke nås.' },
    errors: ['DRAFT.NOT_SUBMITTED', 'DRAFT.ANOTHER_TEXT', 'DRAFT.NOT_AN_APPROVER'],
  })
  objectToDraft(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @Body({ schema: objectionBody }) body: ObjectionBody,
  ): Promise<CommandAnswer> {
    return this.commands.give(request, planId, { type: 'objectToDraft', ...body });
  }

  @Post('draft/withdrawal')
  @CommandOperation({
    id: 'withdrawDraft',
    summary: 'Withdraw the draft from approval',
    description: 'To change it.',
    example: { reason: 'Et mål skal skrives om.' },
    errors: ['DRAFT.NOT_SUBMITTED'],
  })
  withdrawDraft(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @Body({ schema: reasonBody }) body: ReasonBody,
  ): Promise<CommandAnswer> {
    return this.commands.give(request, planId, { type: 'withdrawDraft', ...body });
  }

  @Post('versions')
  @CommandOperation({
    id: 'lockVersion',
    summary: 'Lock the version with its gaps',
    description:
      "When the deadline has passed; who has not answered stays visible. The citizen's no always stands.",
    status: 201,
    example: { reason: 'Jobcentret svarede ikke.' },
    errors: ['DRAFT.NOT_SUBMITTED', 'DRAFT.STILL_WAITING', 'DRAFT.CITIZEN_SAID_NO'],
  })
  lockVersion(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @Body({ schema: reasonBody }) body: ReasonBody,
  ): Promise<CommandAnswer> {
    return this.commands.give(request, planId, { type: 'lockVersion', ...body });
  }

  @Post('draft/revision')
  @CommandOperation({
    id: 'openRevision',
    summary: 'Open a revision',
    description: 'A next version, from section 3, 4 or 5.',
    status: 201,
    example: { from: 'goals', reason: 'Nye mål efter opfølgning.' },
    errors: ['DRAFT.NOT_LOCKED', 'DRAFT.ALREADY_OPEN'],
  })
  openRevision(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @Body({ schema: openRevisionBody }) body: OpenRevisionBody,
  ): Promise<CommandAnswer> {
    return this.commands.give(request, planId, { type: 'openRevision', ...body });
  }
}
