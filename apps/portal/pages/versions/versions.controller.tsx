import { Body, Get, Param, Post, Query, Req } from '@nestjs/common';
import type { PlanCommand } from '../../../../libs/domain/plan/plan.types.js';
import { DomainError } from '../../../../libs/domain/plan/errors.js';
import { LONGEST } from '../../../../libs/input/longest.js';
import {
  PlanPagesReading,
  type PlanPart,
  type ReadVersion,
} from '../../../../libs/reading/plan-pages.reading.js';
import type { Language } from '../../../../libs/contracts/problem.types.js';
import { type FormProblem, refusalProblem, textProblems } from '../../forms/form-problem.js';
import { FormValues } from '../../forms/form-values.js';
import { PlanCommands } from '../../forms/plan-commands.js';
import { titled } from '../../forms/titled.js';
import { Page, SeeOther } from '../../http/page.js';
import { PlanId } from '../../http/parameters.js';
import { PlanPages } from '../../http/plan-page.decorator.js';
import { viewerOf } from '../../http/viewer-of.js';
import type { SignedInRequest } from '../../http/visit.js';
import { answersAs } from './own-answer.js';
import { OBJECTABLE, VersionPage } from './version-page.js';
import { VersionsPage } from './versions-page.js';
import { VERSION_WORDS } from './versions.words.js';

/** The versions of a plan, and their approval. */
@PlanPages('versions')
export class VersionsController {
  constructor(
    private readonly pages: PlanPagesReading,
    private readonly commands: PlanCommands,
  ) {}

  @Get()
  async versions(@Req() request: SignedInRequest, @PlanId() planId: string): Promise<Page> {
    const { visit } = request;
    const shown = await this.pages.versions(viewerOf(request, 'listVersions'), planId);
    return new Page(VERSION_WORDS[visit.language].title, <VersionsPage visit={visit} shown={shown} />);
  }

  @Get(':version')
  async version(
    @Req() request: SignedInRequest,
    @PlanId() planId: string,
    @Param('version') version: string,
    @Query('done') done: unknown,
  ): Promise<Page> {
    const shown = await this.#read(request, planId, version);
    if (request.method === 'GET') await this.#noteReading(request, planId, shown);
    const words = VERSION_WORDS[request.visit.language].form;
    return this.#page(request, shown, FormValues.with(), [], done === 'yes' ? words.done : null);
  }

  @Post(':version/answer')
  async answer(
    @Req() request: SignedInRequest,
    @PlanId() planId: string,
    @Param('version') version: string,
    @Body() body: unknown,
  ): Promise<Page> {
    const { language } = request.visit;
    const values = FormValues.of(body);
    const shown = await this.#read(request, planId, version);
    const participantId = answersAs(shown.head, shown.part.version, values.one('answer'));
    // A draft that came back is sent out anew under the same number: nobody approves what they have not read.
    const same = shown.part.version.submittedAt === values.one('submitted');
    if (participantId === null || !same) {
      const message = VERSION_WORDS[language].form.changed;
      return this.#page(request, shown, values, [{ field: null, message }]);
    }
    const { submittedAt } = shown.part.version;
    const answer = answerOf(language, participantId, submittedAt, values);
    if (Array.isArray(answer)) return this.#page(request, shown, values, answer);
    const refused = await this.commands.give(request, planId, answer);
    if (refused === null) throw new SeeOther(`/plans/${planId}/versions/${version}?done=yes`);
    return this.#page(request, shown, values, [refusalProblem(language, refused)]);
  }

  #read(request: SignedInRequest, planId: string, version: string): Promise<PlanPart<ReadVersion>> {
    if (!/^[1-9]\d{0,8}$/.test(version)) throw new DomainError('VERSION.NOT_FOUND', { field: 'version' });
    return this.pages.version(viewerOf(request, 'getVersion'), planId, Number(version));
  }

  /** Whoever was sent a version by mail and opens it here after signing in has read it. */
  async #noteReading(
    request: SignedInRequest,
    planId: string,
    { head, part }: PlanPart<ReadVersion>,
  ): Promise<void> {
    const { version } = part.version;
    const mine = part.deliveries.filter(
      ({ participantId, status, channel }) =>
        head.own.includes(participantId) &&
        channel === 'mail' &&
        (status === 'accepted' || status === 'delivered'),
    );
    for (const { participantId, channel } of mine) {
      const read = { status: 'read', channel, note: null } as const;
      await this.commands.give(request, planId, { type: 'recordDelivery', version, participantId, ...read });
    }
  }

  #page(
    request: SignedInRequest,
    shown: PlanPart<ReadVersion>,
    values: FormValues,
    problems: readonly FormProblem[],
    done: string | null = null,
  ): Page {
    const { visit } = request;
    const form = { language: visit.language, values, problems };
    const title = VERSION_WORDS[visit.language].version(shown.part.version.version);
    return titled(title, form, <VersionPage visit={visit} shown={shown} form={form} done={done} />);
  }
}

/** The answer that was filled in, or what is wrong with it. */
function answerOf(
  language: Language,
  participantId: string,
  submittedAt: string,
  values: FormValues,
): PlanCommand | FormProblem[] {
  const words = VERSION_WORDS[language].form;
  const answer = values.choice('answer', ['yes', 'no']);
  if (answer === null) return [{ field: 'answer', message: words.missing }];
  if (answer === 'yes') return { type: 'approveDraft', participantId, submittedAt };
  const section = values.choice('section', OBJECTABLE);
  const reason = values.text('reason');
  const problems = [
    ...(section === null ? [{ field: 'section', message: words.sectionMissing }] : []),
    ...textProblems(language, 'reason', reason, { longest: LONGEST.shortText, missing: words.reasonMissing }),
  ];
  if (section === null || reason === null || problems.length > 0) return problems;
  return { type: 'objectToDraft', participantId, submittedAt, section, reason };
}
