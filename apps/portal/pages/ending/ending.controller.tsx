import { Body, Get, Post, Req } from '@nestjs/common';
import { ensure } from '../../../../libs/domain/plan/errors.js';
import { LONGEST } from '../../../../libs/input/longest.js';
import { PlanPagesReading } from '../../../../libs/reading/plan-pages.reading.js';
import { type FormProblem, refusalProblem, textProblems } from '../../forms/form-problem.js';
import { FormValues } from '../../forms/form-values.js';
import { PlanCommands } from '../../forms/plan-commands.js';
import { titled } from '../../forms/titled.js';
import { Page, SeeOther } from '../../http/page.js';
import { PlanId } from '../../http/parameters.js';
import { PlanPages } from '../../http/plan-page.decorator.js';
import { viewerOf } from '../../http/viewer-of.js';
import type { SignedInRequest } from '../../http/visit.js';
import { EndingPage, EndingReceiptPage, mayEndCourse } from './ending-page.js';
import { ENDING_WORDS } from './ending.words.js';

/** The citizen's own end of the whole course: what follows, the one step, and its receipt. */
@PlanPages('ending')
export class EndingController {
  constructor(
    private readonly pages: PlanPagesReading,
    private readonly commands: PlanCommands,
  ) {}

  @Get()
  preview(@Req() request: SignedInRequest, @PlanId() planId: string): Promise<Page> {
    return this.#page(request, planId, FormValues.with(), []);
  }

  @Post()
  async end(@Req() request: SignedInRequest, @PlanId() planId: string, @Body() body: unknown): Promise<Page> {
    const { language } = request.visit;
    const values = FormValues.of(body);
    const words = values.text('words');
    const problems = textProblems(language, 'words', words, { longest: LONGEST.shortText, missing: null });
    if (problems.length > 0) return this.#page(request, planId, values, problems);
    const refused = await this.commands.give(request, planId, { type: 'withdrawFromCourse', words });
    if (refused === null) throw new SeeOther(`/plans/${planId}/ending/receipt`);
    return this.#page(request, planId, values, [refusalProblem(language, refused)]);
  }

  @Get('receipt')
  async receipt(@Req() request: SignedInRequest, @PlanId() planId: string): Promise<Page> {
    const { visit } = request;
    const { head } = await this.pages.requests(viewerOf(request, 'listCitizenRequests'), planId);
    if (head.endedAt === null) throw new SeeOther(`/plans/${planId}/ending`);
    return new Page(
      ENDING_WORDS[visit.language].receiptTitle,
      <EndingReceiptPage visit={visit} head={head} />,
    );
  }

  async #page(
    request: SignedInRequest,
    planId: string,
    values: FormValues,
    problems: readonly FormProblem[],
  ): Promise<Page> {
    const { visit } = request;
    const shown = await this.pages.ending(viewerOf(request, 'getEndEffects'), planId);
    ensure(mayEndCourse(shown.head), 'ACTOR.NOT_PERMITTED');
    const form = { language: visit.language, values, problems };
    const content = <EndingPage visit={visit} shown={shown} form={form} />;
    return titled(ENDING_WORDS[visit.language].title, form, content);
  }
}
