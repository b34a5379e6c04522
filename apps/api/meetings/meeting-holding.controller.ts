import { Body, Controller, Post, Put, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CommandAnswer } from '../commands/command-answer.js';
import { PlanCommandService } from '../commands/plan-command.service.js';
import type { ApiRequest } from '../http/api-request.js';
import { Id, PlanId } from '../http/parameters.js';
import { EXAMPLE_IDS } from '../openapi/examples.js';
import { CommandOperation } from '../openapi/operation.decorator.js';
import {
  agendaBody,
  type AgendaBody,
  type AttendanceBody,
  attendanceBody,
  minutesBody,
  type MinutesBody,
  type RespondBody,
  respondBody,
} from './meetings.schema.js';

/** Who comes to a meeting, and what was said. */
@ApiTags('meetings')
@Controller('plans/:planId')
export class MeetingHoldingController {
  constructor(private readonly commands: PlanCommandService) {}

  @Post('meetings/:meetingId/responses')
  @CommandOperation({
    id: 'respondToInvitation',
    summary: 'Answer an invitation',
    description:
      'A colleague may come instead of who takes part for an authority: somebody who works in the same organisation by the ' +
      'register. They are told, and see what the invited one may see until the meeting is over.',
    status: 201,
    example: { participantId: EXAMPLE_IDS.psychiatry, response: 'accepted' },
    errors: [
      'MEETING.NOT_FOUND',
      'MEETING.CANCELLED',
      'MEETING.ALREADY_HELD',
      'MEETING.NOT_FIXED',
      'MEETING.NOT_INVITED',
      'MEETING.DEPUTY_FROM_ELSEWHERE',
      'MEETING.NOT_YET_INVITED',
      'MEETING.IN_THE_PAST',
      'CONSENT.MISSING',
      'PERSON.NOT_FOUND',
      'PARTICIPANT.NOT_FOUND',
      'PARTICIPANT.REMOVED',
    ],
  })
  respondToInvitation(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @Id('meetingId') meetingId: string,
    @Body({ schema: respondBody }) body: RespondBody,
  ): Promise<CommandAnswer> {
    return this.commands.give(request, planId, { type: 'respondToInvitation', meetingId, ...body });
  }

  @Put('meetings/:meetingId/agenda')
  @CommandOperation({
    id: 'sendAgenda',
    summary: 'Send the agenda',
    description: 'To everybody invited.',
    example: { items: ['Siden sidst', 'Fælles mål', 'Næste møde'] },
    errors: [
      'MEETING.NOT_FOUND',
      'MEETING.CANCELLED',
      'MEETING.ALREADY_HELD',
      'MEETING.NOT_FIXED',
      'MEETING.IN_THE_PAST',
    ],
  })
  sendAgenda(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @Id('meetingId') meetingId: string,
    @Body({ schema: agendaBody }) body: AgendaBody,
  ): Promise<CommandAnswer> {
    return this.commands.give(request, planId, { type: 'sendAgenda', meetingId, ...body });
  }

  @Put('meetings/:meetingId/attendance')
  @CommandOperation({
    id: 'recordAttendance',
    summary: 'Record who came, and how',
    description:
      'A meeting without the citizen needs a reason. A meeting to which nobody came was not held: to convene is owed anew.',
    example: {
      attendance: [
        { participantId: 'citizen', mode: 'room' },
        { participantId: EXAMPLE_IDS.psychiatry, mode: 'video' },
      ],
    },
    errors: [
      'MEETING.NOT_FOUND',
      'MEETING.CANCELLED',
      'MEETING.NOT_FIXED',
      'MEETING.NOT_YET_BEGUN',
      'MEETING.WITHOUT_CITIZEN_NEEDS_REASON',
      'MEETING.NOT_A_GUEST',
      'PARTICIPANT.NOT_FOUND',
    ],
  })
  recordAttendance(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @Id('meetingId') meetingId: string,
    @Body({ schema: attendanceBody }) body: AttendanceBody,
  ): Promise<CommandAnswer> {
    return this.commands.give(request, planId, { type: 'recordAttendance', meetingId, ...body });
  }

  @Put('meetings/:meetingId/minutes')
  @CommandOperation({
    id: 'recordMinutes',
    summary: 'Record the minutes',
    description: 'After the meeting has begun.',
    example: { minutes: 'Vi blev enige om tre fælles mål.' },
    errors: ['MEETING.NOT_FOUND', 'MEETING.CANCELLED', 'MEETING.NOT_FIXED', 'MEETING.NOT_YET_BEGUN'],
  })
  recordMinutes(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @Id('meetingId') meetingId: string,
    @Body({ schema: minutesBody }) body: MinutesBody,
  ): Promise<CommandAnswer> {
    return this.commands.give(request, planId, { type: 'recordMinutes', meetingId, ...body });
  }
}
