import { Body, Get, Post, Query, Req } from '@nestjs/common';
import type { PlanCommand } from '../../../../libs/domain/plan/plan.types.js';
import { LONGEST } from '../../../../libs/input/longest.js';
import { PlanPagesReading } from '../../../../libs/reading/plan-pages.reading.js';
import { RegisterReading } from '../../../../libs/reading/register.reading.js';
import { type FormProblem, refusalProblem, textProblems } from '../../forms/form-problem.js';
import { FormValues } from '../../forms/form-values.js';
import { PlanCommands } from '../../forms/plan-commands.js';
import { Page, SeeOther } from '../../http/page.js';
import { PlanId } from '../../http/parameters.js';
import { PlanPages } from '../../http/plan-page.decorator.js';
import { viewerOf } from '../../http/viewer-of.js';
import type { SignedInRequest } from '../../http/visit.js';
import { titled } from '../../forms/titled.js';
import { colleaguesOf } from '../../plan/colleagues.js';
import { planName } from '../../plan/plan-layout.js';
import { PLAN_PAGE_WORDS } from './plan.words.js';
import { isToName, PlanPage } from './plan-page.js';

const YES_OR_NO = ['yes', 'no'] as const;

/** The plan itself, and the questions that are answered on it. */
@PlanPages()
export class PlanController {
  constructor(
    private readonly pages: PlanPagesReading,
    private readonly commands: PlanCommands,
    private readonly register: RegisterReading,
  ) {}

  @Get()
  plan(
    @Req() request: SignedInRequest,
    @PlanId() planId: string,
    @Query('done') done: unknown,
  ): Promise<Page> {
    const words = PLAN_PAGE_WORDS[request.visit.language];
    return this.#page(request, planId, FormValues.with(), [], done === 'yes' ? words.answer.done : null);
  }

  @Post('start-answer')
  async answerStart(
    @Req() request: SignedInRequest,
    @PlanId() planId: string,
    @Body() body: unknown,
  ): Promise<Page> {
    const values = FormValues.of(body);
    const answer = values.choice('answer', YES_OR_NO);
    const missing = PLAN_PAGE_WORDS[request.visit.language].answer.missing;
    if (answer === null) return this.#page(request, planId, values, [{ field: 'answer', message: missing }]);
    return this.#given(request, planId, values, { type: 'recordCitizenAnswer', answer, manner: 'digital' });
  }

  @Post('handover-answer')
  async answerHandover(
    @Req() request: SignedInRequest,
    @PlanId() planId: string,
    @Body() body: unknown,
  ): Promise<Page> {
    const { language } = request.visit;
    const words = PLAN_PAGE_WORDS[language].handover;
    const values = FormValues.of(body);
    const answer = values.choice('answer', YES_OR_NO);
    const reason = values.text('reason');
    const problems =
      answer === null
        ? [{ field: 'answer', message: words.missing }]
        : textProblems(language, 'reason', reason, {
            longest: LONGEST.shortText,
            missing: answer === 'no' ? words.reasonMissing : null,
          });
    if (problems.length > 0) return this.#page(request, planId, values, problems);
    if (answer === 'yes') return this.#given(request, planId, values, { type: 'acceptHandover' });
    // Whoever says no has nothing to do with the plan any more.
    return this.#given(request, planId, values, { type: 'declineHandover', reason: reason ?? '' }, '/');
  }

  @Post('representative')
  async nameRepresentative(
    @Req() request: SignedInRequest,
    @PlanId() planId: string,
    @Body() body: unknown,
  ): Promise<Page> {
    const values = FormValues.of(body);
    const colleagues = (await colleaguesOf(this.register, request)).map(({ personId }) => personId);
    const personId = values.choice('personId', colleagues);
    const missing = PLAN_PAGE_WORDS[request.visit.language].representative.missing;
    if (personId === null)
      return this.#page(request, planId, values, [{ field: 'personId', message: missing }]);
    const participantId = values.one('participantId');
    const command = { type: 'replaceParticipant', participantId, personId, channel: 'mail' } as const;
    // Whoever has named somebody has nothing to do with the plan any more.
    return this.#given(request, planId, values, command, '/');
  }

  async #given(
    request: SignedInRequest,
    planId: string,
    values: FormValues,
    command: PlanCommand,
    onwards = `/plans/${planId}?done=yes`,
  ): Promise<Page> {
    const refused = await this.commands.give(request, planId, command);
    if (refused === null) throw new SeeOther(onwards);
    return this.#page(request, planId, values, [refusalProblem(request.visit.language, refused)]);
  }

  async #page(
    request: SignedInRequest,
    planId: string,
    values: FormValues,
    problems: readonly FormProblem[],
    done: string | null = null,
  ): Promise<Page> {
    const { visit } = request;
    const shown = await this.pages.plan(viewerOf(request, 'getPlan'), planId);
    const form = { language: visit.language, values, problems };
    const colleagues = shown.part.awaited.some(isToName) ? await colleaguesOf(this.register, request) : [];
    return titled(
      planName(shown.head, visit),
      form,
      <PlanPage visit={visit} shown={shown} form={form} done={done} colleagues={colleagues} />,
    );
  }
}
