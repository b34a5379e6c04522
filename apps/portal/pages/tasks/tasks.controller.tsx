import { Body, Get, Header, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { required } from '../../../../libs/domain/plan/errors.js';
import { LONGEST } from '../../../../libs/input/longest.js';
import type { PlanHead } from '../../../../libs/reading/plan-head.js';
import { LetterReading } from '../../../../libs/reading/letter.reading.js';
import { PlanPagesReading } from '../../../../libs/reading/plan-pages.reading.js';
import type { TaskView } from '../../../../libs/record/read/tasks.read.js';
import { type FormProblem, refusalProblem, textProblems } from '../../forms/form-problem.js';
import { FormValues } from '../../forms/form-values.js';
import { PlanCommands } from '../../forms/plan-commands.js';
import { titled } from '../../forms/titled.js';
import { Page, SeeOther } from '../../http/page.js';
import { PlanId } from '../../http/parameters.js';
import { PlanPages } from '../../http/plan-page.decorator.js';
import { viewerOf } from '../../http/viewer-of.js';
import type { SignedInRequest } from '../../http/visit.js';
import { CODE_WORDS } from '../../words/code.words.js';
import { TaskPage, TasksPage } from './tasks-page.js';
import { TASK_WORDS } from './tasks.words.js';

/** Tasks of a plan. */
@PlanPages('tasks')
export class TasksController {
  constructor(
    private readonly pages: PlanPagesReading,
    private readonly commands: PlanCommands,
    private readonly letters: LetterReading,
  ) {}

  @Get()
  async tasks(
    @Req() request: SignedInRequest,
    @PlanId() planId: string,
    @Query('done') done: unknown,
  ): Promise<Page> {
    const { visit } = request;
    const words = TASK_WORDS[visit.language];
    const shown = await this.pages.tasks(viewerOf(request, 'listTasks'), planId);
    const told = done === 'yes' ? words.form.done : null;
    return new Page(words.title, <TasksPage visit={visit} shown={shown} done={told} />);
  }

  @Get(':taskId')
  async task(
    @Req() request: SignedInRequest,
    @PlanId() planId: string,
    @Param('taskId') taskId: string,
  ): Promise<Page> {
    return this.#page(request, planId, taskId, FormValues.with(), []);
  }

  /** The letter, to be saved and printed; what it tells is asked at this moment. */
  @Get(':taskId/letter')
  @Header('X-Content-Type-Options', 'nosniff')
  async letter(
    @Req() request: SignedInRequest,
    @PlanId() planId: string,
    @Param('taskId') taskId: string,
  ): Promise<StreamableFile> {
    const { html } = await this.letters.letter(viewerOf(request, 'getLetter'), planId, taskId);
    return new StreamableFile(Buffer.from(html), {
      type: 'text/html; charset=utf-8',
      disposition: 'attachment; filename="brev.html"',
    });
  }

  @Post(':taskId')
  async complete(
    @Req() request: SignedInRequest,
    @PlanId() planId: string,
    @Param('taskId') taskId: string,
    @Body() body: unknown,
  ): Promise<Page> {
    const { language } = request.visit;
    const values = FormValues.of(body);
    const note = values.text('note');
    const problems = textProblems(language, 'note', note, { longest: LONGEST.shortText, missing: null });
    if (problems.length > 0) return this.#page(request, planId, taskId, values, problems);
    const refused = await this.commands.give(request, planId, { type: 'completeTask', taskId, note });
    if (refused === null) throw new SeeOther(`/plans/${planId}/tasks?done=yes`);
    return this.#page(request, planId, taskId, values, [refusalProblem(language, refused)]);
  }

  async #page(
    request: SignedInRequest,
    planId: string,
    taskId: string,
    values: FormValues,
    problems: readonly FormProblem[],
  ): Promise<Page> {
    const { visit } = request;
    const { head, task } = await this.#task(request, planId, taskId);
    const form = { language: visit.language, values, problems };
    const content = <TaskPage visit={visit} head={head} task={task} form={form} />;
    return titled(CODE_WORDS[visit.language].taskKinds[task.kind], form, content);
  }

  /** One open task; what was done meanwhile stands on the list. */
  async #task(
    request: SignedInRequest,
    planId: string,
    taskId: string,
  ): Promise<{ head: PlanHead; task: TaskView }> {
    const { head, part } = await this.pages.tasks(viewerOf(request, 'listTasks'), planId);
    const found = part.find((one) => one.taskId === taskId);
    const task = required(found, 'TASK.NOT_FOUND', { field: 'taskId' });
    if (task.closedAt !== null) throw new SeeOther(`/plans/${planId}/tasks`);
    return { head, task };
  }
}
