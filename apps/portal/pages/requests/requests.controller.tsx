import { randomUUID } from 'node:crypto';
import { Body, Get, Param, Post, Query, Req } from '@nestjs/common';
import { CITIZEN_REQUEST_KINDS } from '../../../../libs/domain/citizen-request/citizen-request.types.js';
import { ensure, required } from '../../../../libs/domain/plan/errors.js';
import { LONGEST } from '../../../../libs/input/longest.js';
import type { PlanHead } from '../../../../libs/reading/plan-head.js';
import { PlanPagesReading, type PlanPart } from '../../../../libs/reading/plan-pages.reading.js';
import { derivedId } from '../../../../libs/record/derived-id.js';
import type { CitizenRequestView } from '../../../../libs/record/read/citizen-requests.read.js';
import { type FormProblem, refusalProblem, textProblems } from '../../forms/form-problem.js';
import { FormValues } from '../../forms/form-values.js';
import { PlanCommands, sendingOf } from '../../forms/plan-commands.js';
import { titled } from '../../forms/titled.js';
import { type Page, SeeOther } from '../../http/page.js';
import { PlanId } from '../../http/parameters.js';
import { PlanPages } from '../../http/plan-page.decorator.js';
import { viewerOf } from '../../http/viewer-of.js';
import type { SignedInRequest } from '../../http/visit.js';
import { AnswerRequestPage, mayAnswer, RequestsPage } from './requests-page.js';
import { REQUEST_WORDS } from './requests.words.js';

/** What the citizen wishes, and what is answered. */
@PlanPages('requests')
export class RequestsController {
  constructor(
    private readonly pages: PlanPagesReading,
    private readonly commands: PlanCommands,
  ) {}

  @Get()
  async requests(
    @Req() request: SignedInRequest,
    @PlanId() planId: string,
    @Query('done') done: unknown,
  ): Promise<Page> {
    const words = REQUEST_WORDS[request.visit.language];
    const told = done === 'made' ? words.form.done : done === 'answered' ? words.answerForm.done : null;
    return this.#page(request, planId, FormValues.with(), [], told);
  }

  @Post()
  async make(
    @Req() request: SignedInRequest,
    @PlanId() planId: string,
    @Body() body: unknown,
  ): Promise<Page> {
    const { language } = request.visit;
    const words = REQUEST_WORDS[language].form;
    const values = FormValues.of(body);
    const kind = values.choice('kind', CITIZEN_REQUEST_KINDS);
    const own = values.text('words');
    const participantId = kind === 'somebodyLeaves' ? values.text('participant') : null;
    const problems = [
      ...(kind === null ? [{ field: 'kind', message: words.missing }] : []),
      ...(kind === 'somebodyLeaves' && participantId === null
        ? [{ field: 'participant', message: words.whoMissing }]
        : []),
      ...textProblems(language, 'words', own, { longest: LONGEST.shortText, missing: null }),
    ];
    if (kind === null || problems.length > 0) return this.#page(request, planId, values, problems);
    const sending = sendingOf(request);
    const requestId = sending === null ? randomUUID() : derivedId('request', sending);
    const command = { type: 'makeRequest', requestId, kind, participantId, words: own } as const;
    const refused = await this.commands.give(request, planId, command);
    if (refused === null) throw new SeeOther(`/plans/${planId}/requests?done=made`);
    return this.#page(request, planId, values, [refusalProblem(language, refused)]);
  }

  @Get(':requestId')
  async request(
    @Req() request: SignedInRequest,
    @PlanId() planId: string,
    @Param('requestId') requestId: string,
  ): Promise<Page> {
    return this.#answerPage(request, planId, requestId, FormValues.with(), []);
  }

  @Post(':requestId')
  async answer(
    @Req() request: SignedInRequest,
    @PlanId() planId: string,
    @Param('requestId') requestId: string,
    @Body() body: unknown,
  ): Promise<Page> {
    const { language } = request.visit;
    const words = REQUEST_WORDS[language].answerForm;
    const values = FormValues.of(body);
    const answer = values.choice('answer', ['granted', 'declined']);
    const reason = values.text('reason');
    const problems = [
      ...(answer === null ? [{ field: 'answer', message: words.missing }] : []),
      ...textProblems(language, 'reason', reason, {
        longest: LONGEST.shortText,
        missing: words.reasonMissing,
      }),
    ];
    if (answer === null || reason === null || problems.length > 0) {
      return this.#answerPage(request, planId, requestId, values, problems);
    }
    const refused = await this.commands.give(request, planId, {
      type: 'answerRequest',
      requestId,
      answer,
      reason,
    });
    if (refused === null) throw new SeeOther(`/plans/${planId}/requests?done=answered`);
    return this.#answerPage(request, planId, requestId, values, [refusalProblem(language, refused)]);
  }

  async #page(
    request: SignedInRequest,
    planId: string,
    values: FormValues,
    problems: readonly FormProblem[],
    done: string | null = null,
  ): Promise<Page> {
    const { visit } = request;
    const shown = await this.#read(request, planId);
    const form = { language: visit.language, values, problems };
    const content = <RequestsPage visit={visit} shown={shown} form={form} done={done} />;
    return titled(REQUEST_WORDS[visit.language].title, form, content);
  }

  async #answerPage(
    request: SignedInRequest,
    planId: string,
    requestId: string,
    values: FormValues,
    problems: readonly FormProblem[],
  ): Promise<Page> {
    const { visit } = request;
    const { head, wish } = await this.#wish(request, planId, requestId);
    const form = { language: visit.language, values, problems };
    const content = <AnswerRequestPage visit={visit} head={head} request={wish} form={form} />;
    return titled(REQUEST_WORDS[visit.language].answerForm.title, form, content);
  }

  #read(request: SignedInRequest, planId: string): Promise<PlanPart<readonly CitizenRequestView[]>> {
    return this.pages.requests(viewerOf(request, 'listCitizenRequests'), planId);
  }

  /** One wish that waits for the reader's answer; what was answered meanwhile stands on the list. */
  async #wish(
    request: SignedInRequest,
    planId: string,
    requestId: string,
  ): Promise<{ head: PlanHead; wish: CitizenRequestView }> {
    const { head, part } = await this.#read(request, planId);
    const found = part.find((one) => one.requestId === requestId);
    const wish = required(found, 'REQUEST.NOT_FOUND', { field: 'requestId' });
    if (wish.answer !== null) throw new SeeOther(`/plans/${planId}/requests`);
    ensure(mayAnswer(head, wish), 'ACTOR.NOT_PERMITTED');
    return { head, wish };
  }
}
