import { Controller, Get, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { tasksOf } from '../../../libs/record/read/tasks.read.js';
import { visibleTasks } from '../reading/visible-parts.js';
import type { ApiRequest } from '../http/api-request.js';
import { OpaqueId, PlanId } from '../http/parameters.js';
import { ReadOperation } from '../openapi/operation.decorator.js';
import { PlanReader } from '../reading/plan-reader.js';
import { LetterService } from './letter.service.js';
import { LETTER_EXAMPLE, type LetterView, letterView } from './letter.view.js';
import { TASKS_EXAMPLE, type TasksView, tasksView } from './tasks.view.js';

/** Work that only a person can do. */
@ApiTags('tasks')
@Controller('plans/:planId')
export class TaskReadsController {
  constructor(
    private readonly reader: PlanReader,
    private readonly letters: LetterService,
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
    return this.reader.read(request.actor, planId, async (source, sight) => {
      sight.require(sight.leads);
      return { items: visibleTasks(sight, await tasksOf(source, planId)) };
    });
  }

  @Get('tasks/:taskId/letter')
  @ReadOperation({
    id: 'getLetter',
    summary: 'The letter of a task',
    description: 'To print and send to somebody who has no mail; complete the task when it is posted.',
    answer: letterView,
    example: LETTER_EXAMPLE,
    errors: ['PLAN.NOT_FOUND', 'ACTOR.NOT_PERMITTED', 'TASK.NOT_FOUND', 'PARTICIPANT.NOT_FOUND'],
  })
  getLetter(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @OpaqueId('taskId') taskId: string,
  ): Promise<LetterView> {
    return this.letters.letter(request.actor, planId, taskId);
  }
}
