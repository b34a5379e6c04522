import { Body, Controller, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CommandAnswer } from '../commands/command-answer.js';
import { PlanCommandService } from '../commands/plan-command.service.js';
import type { ApiRequest } from '../http/api-request.js';
import { OpaqueId, PlanId } from '../http/parameters.js';
import { CommandOperation } from '../openapi/operation.decorator.js';
import { type CompleteTaskBody, completeTaskBody } from './tasks.schema.js';

/** Work that only a person can do. */
@ApiTags('tasks')
@Controller('plans/:planId')
export class TaskCommandsController {
  constructor(private readonly commands: PlanCommandService) {}

  @Post('tasks/:taskId/completion')
  @CommandOperation({
    id: 'completeTask',
    summary: 'Complete a task',
    description: 'Telephoned, sent, handed over, put right.',
    example: { note: 'Talte med borgeren i telefonen.' },
    errors: ['TASK.NOT_FOUND', 'TASK.DONE_WITH_THE_PLAN'],
  })
  completeTask(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @OpaqueId('taskId') taskId: string,
    @Body({ schema: completeTaskBody }) body: CompleteTaskBody,
  ): Promise<CommandAnswer> {
    return this.commands.give(request, planId, { type: 'completeTask', taskId, ...body });
  }
}
