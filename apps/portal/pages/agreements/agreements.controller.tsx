import { Body, Get, Param, Post, Query, Req } from '@nestjs/common';
import { ensure, required } from '../../../../libs/domain/plan/errors.js';
import { LONGEST } from '../../../../libs/input/longest.js';
import type { PlanHead } from '../../../../libs/reading/plan-head.js';
import { PlanPagesReading } from '../../../../libs/reading/plan-pages.reading.js';
import type { AgreementView } from '../../../../libs/record/read/drafting.read.js';
import { type FormProblem, refusalProblem, textProblems } from '../../forms/form-problem.js';
import { FormValues } from '../../forms/form-values.js';
import { PlanCommands } from '../../forms/plan-commands.js';
import { titled } from '../../forms/titled.js';
import { Page, SeeOther } from '../../http/page.js';
import { PlanId } from '../../http/parameters.js';
import { PlanPages } from '../../http/plan-page.decorator.js';
import { viewerOf } from '../../http/viewer-of.js';
import type { SignedInRequest } from '../../http/visit.js';
import { AgreementPage, AgreementsPage, mayReport, REPORTED_OUTCOMES } from './agreements-page.js';
import { AGREEMENT_WORDS } from './agreements.words.js';

/** What was agreed, and how it went. */
@PlanPages('agreements')
export class AgreementsController {
  constructor(
    private readonly pages: PlanPagesReading,
    private readonly commands: PlanCommands,
  ) {}

  @Get()
  async agreements(
    @Req() request: SignedInRequest,
    @PlanId() planId: string,
    @Query('done') done: unknown,
  ): Promise<Page> {
    const { visit } = request;
    const words = AGREEMENT_WORDS[visit.language];
    const shown = await this.pages.agreements(viewerOf(request, 'listAgreements'), planId);
    const told = done === 'yes' ? words.form.done : null;
    return new Page(words.title, <AgreementsPage visit={visit} shown={shown} done={told} />);
  }

  @Get(':agreementId')
  agreement(
    @Req() request: SignedInRequest,
    @PlanId() planId: string,
    @Param('agreementId') agreementId: string,
  ): Promise<Page> {
    return this.#page(request, planId, agreementId, FormValues.with(), []);
  }

  @Post(':agreementId')
  async report(
    @Req() request: SignedInRequest,
    @PlanId() planId: string,
    @Param('agreementId') agreementId: string,
    @Body() body: unknown,
  ): Promise<Page> {
    const { language } = request.visit;
    const words = AGREEMENT_WORDS[language].form;
    const values = FormValues.of(body);
    const outcome = values.choice('outcome', REPORTED_OUTCOMES);
    const reason = values.text('reason');
    const missing = outcome === 'late' || outcome === 'dropped' ? words.reasonMissing : null;
    const problems = [
      ...(outcome === null ? [{ field: 'outcome', message: words.missing }] : []),
      ...textProblems(language, 'reason', reason, { longest: LONGEST.shortText, missing }),
    ];
    if (outcome === null || problems.length > 0) {
      return this.#page(request, planId, agreementId, values, problems);
    }
    const refused = await this.commands.give(request, planId, {
      type: 'endAgreement',
      agreementId,
      outcome,
      reason,
      replacement: null,
    });
    if (refused === null) throw new SeeOther(`/plans/${planId}/agreements?done=yes`);
    return this.#page(request, planId, agreementId, values, [refusalProblem(language, refused)]);
  }

  async #page(
    request: SignedInRequest,
    planId: string,
    agreementId: string,
    values: FormValues,
    problems: readonly FormProblem[],
  ): Promise<Page> {
    const { visit } = request;
    const { head, agreement } = await this.#agreement(request, planId, agreementId);
    const form = { language: visit.language, values, problems };
    const content = <AgreementPage visit={visit} head={head} agreement={agreement} form={form} />;
    return titled(agreement.title, form, content);
  }

  /** One agreement that stands; what was told of it meanwhile is on the list. */
  async #agreement(
    request: SignedInRequest,
    planId: string,
    agreementId: string,
  ): Promise<{ head: PlanHead; agreement: AgreementView }> {
    const { head, part } = await this.pages.agreements(viewerOf(request, 'listAgreements'), planId);
    const found = part.find((one) => one.agreementId === agreementId);
    const agreement = required(found, 'AGREEMENT.NOT_FOUND', { field: 'agreementId' });
    if (agreement.outcome !== null) throw new SeeOther(`/plans/${planId}/agreements`);
    ensure(mayReport(head, agreement), 'ACTOR.NOT_PERMITTED');
    return { head, agreement };
  }
}
