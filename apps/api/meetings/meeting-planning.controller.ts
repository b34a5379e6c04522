import { randomUUID } from 'node:crypto';
import { Body, Controller, Post, Put, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CommandAnswer } from '../commands/command-answer.js';
import { PlanCommandService } from '../commands/plan-command.service.js';
import type { ApiRequest } from '../http/api-request.js';
import { Id, PlanId } from '../http/parameters.js';
import { EXAMPLE_IDS } from '../openapi/examples.js';
import { CommandOperation } from '../openapi/operation.decorator.js';
import { type ReasonBody, reasonBody } from '../schemas/bodies.js';
import {
  answerProposalBody,
  type AnswerProposalBody,
  type FixMeetingBody,
  fixMeetingBody,
  type MoveMeetingBody,
  moveMeetingBody,
  type ProposeMeetingBody,
  proposeMeetingBody,
} from './meetings.schema.js';

/** When a meeting is. */
@ApiTags('meetings')
@Controller('plans/:planId')
export class MeetingPlanningController {
  constructor(private readonly commands: PlanCommandService) {}

  @Post('meetings')
  @CommandOperation({
    id: 'proposeMeeting',
    summary: 'Propose times for a meeting',
    description: 'Everybody who may know of the course is asked.',
    status: 201,
    example: {
      kind: 'plan',
      options: [
        { from: '2027-04-06T08:00:00Z', to: '2027-04-06T09:30:00Z' },
        { from: '2027-04-08T08:00:00Z', to: '2027-04-08T09:30:00Z' },
      ],
      mode: 'room',
      place: 'Rådhuset, lokale 2',
    },
    errors: [
      'MEETING.ALREADY_EXISTS',
      'MEETING.OPTIONS_MISSING',
      'MEETING.END_BEFORE_START',
      'MEETING.IN_THE_PAST',
      'MEETING.NOTICE_TOO_SHORT',
      'MEETING.URGENT_TOO_SOON',
    ],
  })
  proposeMeeting(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @Body({ schema: proposeMeetingBody }) body: ProposeMeetingBody,
  ): Promise<CommandAnswer> {
    return this.commands.give(request, planId, {
      type: 'proposeMeeting',
      ...body,
      meetingId: body.meetingId ?? randomUUID(),
    });
  }

  @Post('meetings/:meetingId/proposal-answers')
  @CommandOperation({
    id: 'answerProposal',
    summary: 'Answer the proposed times',
    description: 'One answer per proposed time.',
    status: 201,
    example: { participantId: EXAMPLE_IDS.psychiatry, answers: { [EXAMPLE_IDS.option]: 'yes' } },
    errors: [
      'MEETING.NOT_FOUND',
      'MEETING.NOT_PROPOSED',
      'MEETING.OPTION_UNKNOWN',
      'MEETING.ANSWERS_MISSING',
      'CONSENT.MISSING',
      'PARTICIPANT.NOT_FOUND',
      'PARTICIPANT.REMOVED',
    ],
  })
  answerProposal(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @Id('meetingId') meetingId: string,
    @Body({ schema: answerProposalBody }) body: AnswerProposalBody,
  ): Promise<CommandAnswer> {
    return this.commands.give(request, planId, { type: 'answerProposal', meetingId, ...body });
  }

  @Put('meetings/:meetingId/time')
  @CommandOperation({
    id: 'fixMeeting',
    summary: 'Fix the time of a meeting',
    description:
      'Takes one of the proposed times (`optionId`) or a time of its own. With a new id and a `kind` it calls a meeting that was not proposed first.',
    example: {
      optionId: EXAMPLE_IDS.option,
      mode: 'room',
      place: 'Rådhuset, lokale 2',
      chairParticipantId: EXAMPLE_IDS.psychiatry,
    },
    errors: [
      'MEETING.NOT_FOUND',
      'MEETING.CANCELLED',
      'MEETING.ALREADY_HELD',
      'MEETING.END_BEFORE_START',
      'MEETING.IN_THE_PAST',
      'MEETING.NOTICE_TOO_SHORT',
      'MEETING.URGENT_TOO_SOON',
      'MEETING.ALREADY_EXISTS',
      'MEETING.NOT_PROPOSED',
      'MEETING.OPTION_UNKNOWN',
      'MEETING.OPTIONS_MISSING',
      'MEETING.CHAIR_NOT_PARTICIPANT',
      'PARTICIPANT.NOT_FOUND',
      'PARTICIPANT.REMOVED',
    ],
  })
  fixMeeting(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @Id('meetingId') meetingId: string,
    @Body({ schema: fixMeetingBody }) body: FixMeetingBody,
  ): Promise<CommandAnswer> {
    return this.commands.give(request, planId, { type: 'fixMeeting', meetingId, ...body });
  }

  @Post('meetings/:meetingId/move')
  @CommandOperation({
    id: 'moveMeeting',
    summary: 'Move a meeting',
    description: 'Everybody invited gets the change in the same calendar entry and is asked anew.',
    example: {
      from: '2027-04-13T08:00:00Z',
      to: '2027-04-13T09:30:00Z',
      mode: 'video',
      place: 'Videomøde',
      reason: 'En part er syg.',
    },
    errors: [
      'MEETING.NOT_FOUND',
      'MEETING.CANCELLED',
      'MEETING.ALREADY_HELD',
      'MEETING.END_BEFORE_START',
      'MEETING.HAS_BEGUN',
      'MEETING.IN_THE_PAST',
      'MEETING.NOTICE_TOO_SHORT',
      'MEETING.URGENT_TOO_SOON',
      'MEETING.NOT_FIXED',
      'MEETING.UNCHANGED',
    ],
  })
  moveMeeting(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @Id('meetingId') meetingId: string,
    @Body({ schema: moveMeetingBody }) body: MoveMeetingBody,
  ): Promise<CommandAnswer> {
    return this.commands.give(request, planId, { type: 'moveMeeting', meetingId, ...body });
  }

  @Post('meetings/:meetingId/cancellation')
  @CommandOperation({
    id: 'cancelMeeting',
    summary: 'Cancel a meeting',
    description:
      'Everybody invited gets the cancellation in the same calendar entry. Once it has begun it is recorded who came.',
    example: { reason: 'Borgeren er indlagt.' },
    errors: ['MEETING.NOT_FOUND', 'MEETING.CANCELLED', 'MEETING.ALREADY_HELD', 'MEETING.HAS_BEGUN'],
  })
  cancelMeeting(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @Id('meetingId') meetingId: string,
    @Body({ schema: reasonBody }) body: ReasonBody,
  ): Promise<CommandAnswer> {
    return this.commands.give(request, planId, { type: 'cancelMeeting', meetingId, ...body });
  }
}
