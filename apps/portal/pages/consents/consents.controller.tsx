import { Body, Get, Param, Post, Query, Req } from '@nestjs/common';
import { ensure } from '../../../../libs/domain/plan/errors.js';
import { LONGEST } from '../../../../libs/input/longest.js';
import type { PlanHead } from '../../../../libs/reading/plan-head.js';
import { PlanPagesReading, type PlanPart } from '../../../../libs/reading/plan-pages.reading.js';
import type { VisibleConsents } from '../../../../libs/reading/visible-parts.js';
import type { FormState } from '../../forms/form-fields.js';
import { type FormProblem, refusalProblem, textProblems } from '../../forms/form-problem.js';
import { FormValues } from '../../forms/form-values.js';
import { PlanCommands } from '../../forms/plan-commands.js';
import { titled } from '../../forms/titled.js';
import { Page, SeeOther } from '../../http/page.js';
import { PlanId } from '../../http/parameters.js';
import { PlanPages } from '../../http/plan-page.decorator.js';
import { refusalCode } from '../../http/problem-of-error.js';
import { viewerOf } from '../../http/viewer-of.js';
import type { SignedInRequest } from '../../http/visit.js';
import { ChoosePage, PreviewPage, ReceiptPage, RefusalPage } from './change-pages.js';
import { changeCommand, consentChange } from './consent-change.js';
import { ConsentsPage } from './consents-page.js';
import { CONSENT_WORDS } from './consents.words.js';
import { kindsOf, mayChange, type Recipient, recipientOf } from './recipients.js';

/** Consents: who may know what, and the way to take it back. */
@PlanPages('consents')
export class ConsentsController {
  constructor(
    private readonly pages: PlanPagesReading,
    private readonly commands: PlanCommands,
  ) {}

  @Get()
  consents(
    @Req() request: SignedInRequest,
    @PlanId() planId: string,
    @Query('done') done: unknown,
  ): Promise<Page> {
    const words = CONSENT_WORDS[request.visit.language];
    const told = done === 'confirmed' ? words.confirmed : done === 'refused' ? words.refusal.done : null;
    return this.#list(request, planId, [], told);
  }

  @Get(':participantId')
  async choose(
    @Req() request: SignedInRequest,
    @PlanId() planId: string,
    @Param('participantId') participantId: string,
  ): Promise<Page> {
    return this.#choose(request, planId, participantId, FormValues.with(), []);
  }

  @Get(':participantId/preview')
  async preview(
    @Req() request: SignedInRequest,
    @PlanId() planId: string,
    @Param('participantId') participantId: string,
    @Query() query: unknown,
  ): Promise<Page> {
    const { visit } = request;
    const values = FormValues.of(query);
    const { recipient } = await this.#recipient(request, planId, participantId);
    const change = consentChange(visit.language, values, kindsOf(recipient.given));
    if ('field' in change) return this.#choose(request, planId, participantId, values, [change]);
    try {
      const viewer = viewerOf(request, 'getWithdrawalEffects');
      const { head, part } = await this.pages.withdrawal(viewer, planId, participantId, change.keep);
      const title = CONSENT_WORDS[visit.language].preview.title;
      return new Page(
        title,
        <PreviewPage
          visit={visit}
          head={head}
          participantId={participantId}
          change={change}
          preview={part}
        />,
      );
    } catch (error) {
      return this.#choose(request, planId, participantId, values, [this.#told(request, error)]);
    }
  }

  @Post(':participantId/change')
  async change(
    @Req() request: SignedInRequest,
    @PlanId() planId: string,
    @Param('participantId') participantId: string,
    @Body() body: unknown,
  ): Promise<Page> {
    const { language } = request.visit;
    const values = FormValues.of(body);
    const { recipient } = await this.#recipient(request, planId, participantId);
    const change = consentChange(language, values, kindsOf(recipient.given));
    if ('field' in change) return this.#choose(request, planId, participantId, values, [change]);
    const refused = await this.commands.give(request, planId, changeCommand(participantId, change));
    if (refused === null) throw new SeeOther(`/plans/${planId}/consents/${participantId}/receipt`);
    return this.#choose(request, planId, participantId, values, [refusalProblem(language, refused)]);
  }

  @Get(':participantId/receipt')
  async receipt(
    @Req() request: SignedInRequest,
    @PlanId() planId: string,
    @Param('participantId') participantId: string,
  ): Promise<Page> {
    const { visit } = request;
    const { head, recipient } = await this.#recipient(request, planId, participantId);
    return new Page(
      CONSENT_WORDS[visit.language].receipt.title,
      <ReceiptPage visit={visit} head={head} participantId={participantId} recipient={recipient} />,
    );
  }

  @Post(':participantId/confirmation')
  async confirm(
    @Req() request: SignedInRequest,
    @PlanId() planId: string,
    @Param('participantId') participantId: string,
    @Body() body: unknown,
  ): Promise<Page> {
    const consentId = FormValues.of(body).one('consent');
    const command = { type: 'confirmConsent', consentId, participantId } as const;
    const refused = await this.commands.give(request, planId, command);
    if (refused === null) throw new SeeOther(`/plans/${planId}/consents?done=confirmed`);
    return this.#list(request, planId, [refusalProblem(request.visit.language, refused)]);
  }

  @Get(':participantId/refusal')
  refusal(
    @Req() request: SignedInRequest,
    @PlanId() planId: string,
    @Param('participantId') participantId: string,
  ): Promise<Page> {
    return this.#refusal(request, planId, participantId, FormValues.with(), []);
  }

  @Post(':participantId/refusal')
  async refuse(
    @Req() request: SignedInRequest,
    @PlanId() planId: string,
    @Param('participantId') participantId: string,
    @Body() body: unknown,
  ): Promise<Page> {
    const { language } = request.visit;
    const values = FormValues.of(body);
    const reason = values.text('reason');
    const problems = textProblems(language, 'reason', reason, { longest: LONGEST.shortText, missing: null });
    if (problems.length > 0) return this.#refusal(request, planId, participantId, values, problems);
    const command = { type: 'refuseConsent', participantId, reason } as const;
    const refused = await this.commands.give(request, planId, command);
    if (refused === null) throw new SeeOther(`/plans/${planId}/consents?done=refused`);
    return this.#refusal(request, planId, participantId, values, [refusalProblem(language, refused)]);
  }

  async #list(
    request: SignedInRequest,
    planId: string,
    problems: readonly FormProblem[],
    done: string | null = null,
  ): Promise<Page> {
    const { visit } = request;
    const shown = await this.#consents(request, planId);
    const content = <ConsentsPage visit={visit} shown={shown} problems={problems} done={done} />;
    return titled(CONSENT_WORDS[visit.language].title, { language: visit.language, problems }, content);
  }

  async #choose(
    request: SignedInRequest,
    planId: string,
    participantId: string,
    values: FormValues,
    problems: readonly FormProblem[],
  ): Promise<Page> {
    const { visit } = request;
    const { head, recipient } = await this.#recipient(request, planId, participantId);
    // What was withdrawn meanwhile cannot be chosen about any more.
    if (recipient.given.length === 0) throw new SeeOther(`/plans/${planId}/consents`);
    const form: FormState = { language: visit.language, values, problems };
    const parts = { visit, head, participantId, recipient, form };
    return titled(CONSENT_WORDS[visit.language].title, form, <ChoosePage {...parts} />);
  }

  async #refusal(
    request: SignedInRequest,
    planId: string,
    participantId: string,
    values: FormValues,
    problems: readonly FormProblem[],
  ): Promise<Page> {
    const { visit } = request;
    const { head } = await this.#recipient(request, planId, participantId);
    const form: FormState = { language: visit.language, values, problems };
    const parts = { visit, head, participantId, form };
    return titled(CONSENT_WORDS[visit.language].title, form, <RefusalPage {...parts} />);
  }

  #consents(request: SignedInRequest, planId: string): Promise<PlanPart<VisibleConsents>> {
    return this.pages.consents(viewerOf(request, 'listConsents'), planId);
  }

  /** One recipient, for somebody who may change what they may know. */
  async #recipient(
    request: SignedInRequest,
    planId: string,
    participantId: string,
  ): Promise<{ head: PlanHead; recipient: Recipient }> {
    const { head, part } = await this.#consents(request, planId);
    ensure(mayChange(head), 'ACTOR.NOT_PERMITTED');
    const known = head.participants.some((one) => one.participantId === participantId);
    ensure(known, 'PARTICIPANT.NOT_FOUND');
    return { head, recipient: recipientOf(participantId, part.grants) };
  }

  #told({ visit }: SignedInRequest, error: unknown): FormProblem {
    const code = refusalCode(error);
    if (code === null || code === 'PLAN.NOT_FOUND' || code === 'ACTOR.NOT_PERMITTED') throw error;
    return refusalProblem(visit.language, code, 'choice');
  }
}
