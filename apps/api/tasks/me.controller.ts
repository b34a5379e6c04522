import { Controller, Get, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { viewerOf } from '../http/viewer-of.js';
import type { ApiRequest } from '../http/api-request.js';
import { ReadOperation } from '../openapi/operation.decorator.js';
import { type PageQuery, pageQuery, pageRequestOf } from '../schemas/page-query.js';
import { AWAITED_EXAMPLE, awaitedPage, type AwaitedPage } from './awaited.view.js';
import { MyWorkReading } from '../../../libs/reading/my-work.reading.js';
import { taskPage, type TaskPage, TASKS_EXAMPLE } from './tasks.view.js';

/** What the reader is to do, over all plans. */
@ApiTags('tasks')
@Controller('me')
export class MeController {
  constructor(private readonly work: MyWorkReading) {}

  @Get('tasks')
  @ReadOperation({
    id: 'listMyTasks',
    summary: 'My open tasks',
    description: 'In the plans that the reader coordinates or stands in for, the most urgent first.',
    answer: taskPage,
    example: { ...TASKS_EXAMPLE, next: null },
    errors: [],
  })
  listMyTasks(@Req() request: ApiRequest, @Query({ schema: pageQuery }) query: PageQuery): Promise<TaskPage> {
    return this.work.tasks(viewerOf(request, 'listMyTasks'), pageRequestOf(query));
  }

  @Get('awaited')
  @ReadOperation({
    id: 'listMyAwaited',
    summary: 'What is awaited from me',
    description:
      'Answers and decisions that the reader owes a plan, or its coordinator for whom the reader stands in; the most urgent first.',
    answer: awaitedPage,
    example: AWAITED_EXAMPLE,
    errors: [],
  })
  listMyAwaited(
    @Req() request: ApiRequest,
    @Query({ schema: pageQuery }) query: PageQuery,
  ): Promise<AwaitedPage> {
    return this.work.awaited(viewerOf(request, 'listMyAwaited'), pageRequestOf(query));
  }
}
