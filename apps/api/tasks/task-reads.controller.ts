import { Controller, Get, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { ApiRequest } from '../http/api-request.js';
import { viewerOf } from '../http/viewer-of.js';
import { itemsOf } from '../schemas/answers.js';
import { OpaqueId, PlanId } from '../http/parameters.js';
import { ReadOperation } from '../openapi/operation.decorator.js';
import { PlanReadings } from '../../../libs/reading/plan-readings.js';
import { LetterReading } from '../../../libs/reading/letter.reading.js';
import { LETTER_EXAMPLE, type LetterView, letterView } from './letter.view.js';
import { TASKS_EXAMPLE, type TasksView, tasksView } from './tasks.view.js';

/** Work that only a person can do. */
@ApiTags('tasks')
@Controller('plans/:planId')
export class TaskReadsController {
  constructor(
    private readonly readings: PlanReadings,
    private readonly letters: LetterReading,
  ) {}

  @Get('tasks')
  @ReadOperation({
    id: 'listTasks',
    summary: 'Tasks of the plan',
    description: 'Open ones first.',
    answer: tasksView,
    example: TASKS_EXAMPLE,
    errors: ['PLAN.NOT_FOUND', 'ACTOR.NOT_PERMITTED'],
  })
  listTasks(@Req() request: ApiRequest, @PlanId() planId: string): Promise<TasksView> {
    return itemsOf(this.readings.tasks(viewerOf(request, 'listTasks'), planId));
  }

  @Get('tasks/:taskId/letter')
  @ReadOperation({
    id: 'getLetter',
    summary: 'The letter of a task',
    description:
      'To print and send in a closed envelope to somebody who has no mail; complete the task when it is posted. It says what the ' +
      'recipient may know at this moment: of a meeting its place and agenda, of a version what the consent reaches. Each print is ' +
      'on the audit. Not for somebody with a protected identity who signs in themselves, unless it is their own plan.',
    answer: letterView,
    example: LETTER_EXAMPLE,
    errors: ['PLAN.NOT_FOUND', 'ACTOR.NOT_PERMITTED', 'TASK.NOT_FOUND', 'PARTICIPANT.NOT_FOUND'],
  })
  getLetter(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @OpaqueId('taskId') taskId: string,
  ): Promise<LetterView> {
    return this.letters.letter(viewerOf(request, 'getLetter'), planId, taskId);
  }
}
