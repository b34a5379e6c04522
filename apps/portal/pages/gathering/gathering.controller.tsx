import { randomUUID } from 'node:crypto';
import { Body, Get, Param, Post, Query, Req } from '@nestjs/common';
import { ensure } from '../../../../libs/domain/plan/errors.js';
import { Refusal } from '../../../../libs/contracts/refusal.js';
import type { ProblemCode } from '../../../../libs/contracts/problem.js';
import type { GatheringAnswer } from '../../../../libs/domain/gathering/gathering.types.js';
import { endingsOf } from '../../../../libs/documents/document-types.js';
import { DocumentUploads } from '../../../../libs/documents/document-uploads.js';
import { cleanFileName } from '../../../../libs/documents/file-name.js';
import {
  type Gathered,
  PlanPagesReading,
  type PlanPart,
} from '../../../../libs/reading/plan-pages.reading.js';
import { derivedId } from '../../../../libs/record/derived-id.js';
import { type FormProblem, refusalProblem } from '../../forms/form-problem.js';
import { FormValues } from '../../forms/form-values.js';
import { PlanCommands, sendingOf } from '../../forms/plan-commands.js';
import { titled } from '../../forms/titled.js';
import { TakesFile } from '../../http/access.js';
import { type Page, SeeOther } from '../../http/page.js';
import { PlanId } from '../../http/parameters.js';
import { PlanPages } from '../../http/plan-page.decorator.js';
import { originOf } from '../../http/origin.js';
import { viewerOf } from '../../http/viewer-of.js';
import type { SignedInRequest, UploadedFile } from '../../http/visit.js';
import { filledAnswer } from './gathering-answer.js';
import { GatheringPage } from './gathering-page.js';
import { GATHERING_WORDS } from './gathering.words.js';
import { askedParty } from './own-request.js';

/** The plans that parties already have: who was asked, and the answer of the own party. */
@PlanPages('gathering')
export class GatheringController {
  constructor(
    private readonly pages: PlanPagesReading,
    private readonly commands: PlanCommands,
    private readonly uploads: DocumentUploads,
  ) {}

  @Get()
  async gathering(
    @Req() request: SignedInRequest,
    @PlanId() planId: string,
    @Query('done') done: unknown,
  ): Promise<Page> {
    const words = GATHERING_WORDS[request.visit.language].form;
    const shown = await this.#read(request, planId);
    return this.#page(request, shown, FormValues.with(), [], done === 'yes' ? words.done : null);
  }

  @Post(':participantId')
  @TakesFile()
  async answer(
    @Req() request: SignedInRequest,
    @PlanId() planId: string,
    @Param('participantId') participantId: string,
    @Body() body: unknown,
  ): Promise<Page> {
    const { language } = request.visit;
    const values = FormValues.of(body);
    const shown = await this.#read(request, planId);
    const party = askedParty(shown.head, shown.part.requests);
    ensure(party !== null && party.participantId === participantId, 'GATHERING.NOT_REQUESTED');
    const file = request.files?.['document'] ?? null;
    const filled = filledAnswer(language, values, party, file !== null);
    if (Array.isArray(filled)) {
      return this.#page(request, shown, values, [...filled, ...chooseAgain(request, file)]);
    }
    if (filled.kind !== 'plans') return this.#given(request, shown, values, participantId, filled);
    const kept = file === null ? null : await this.#kept(request, planId, participantId, file);
    if (kept !== null && 'refused' in kept) {
      return this.#page(request, shown, values, [refusalProblem(language, kept.refused, 'document')]);
    }
    return this.#given(request, shown, values, participantId, {
      kind: 'plans',
      existingPlans: filled.plan === null ? [] : [filled.plan],
      documentIds: kept === null ? [] : [kept.documentId],
    });
  }

  /** Puts the document where the plan's documents are, as the API does. */
  async #kept(
    request: SignedInRequest,
    planId: string,
    participantId: string,
    { name, type, content }: UploadedFile,
  ): Promise<{ documentId: string } | { refused: ProblemCode }> {
    const uploader = { actor: request.visit.visitor.actor, origin: originOf(request) };
    const sending = sendingOf(request);
    const documentId = sending === null ? randomUUID() : derivedId('document', sending);
    try {
      const claim = { type, fileName: name, binding: false };
      const mediaType = await this.uploads.check(planId, { participantId, content }, claim, uploader);
      const document = {
        documentId,
        participantId,
        mediaType,
        fileName: cleanFileName(name, endingsOf(mediaType)),
        content,
      };
      await this.uploads.keep(planId, { ...document, kind: 'existingPlans' }, uploader);
      return { documentId };
    } catch (error) {
      if (error instanceof Refusal) return { refused: error.code };
      throw error;
    }
  }

  async #given(
    request: SignedInRequest,
    shown: PlanPart<Gathered>,
    values: FormValues,
    participantId: string,
    answer: GatheringAnswer,
  ): Promise<Page> {
    const { planId } = shown.head;
    const refused = await this.commands.give(request, planId, {
      type: 'answerGathering',
      participantId,
      answer,
    });
    if (refused === null) throw new SeeOther(`/plans/${planId}/gathering?done=yes`);
    return this.#page(request, shown, values, [refusalProblem(request.visit.language, refused)]);
  }

  #read(request: SignedInRequest, planId: string): Promise<PlanPart<Gathered>> {
    return this.pages.gathering(viewerOf(request, 'listGatheringRequests'), planId);
  }

  #page(
    request: SignedInRequest,
    shown: PlanPart<Gathered>,
    values: FormValues,
    problems: readonly FormProblem[],
    done: string | null = null,
  ): Page {
    const { visit } = request;
    const form = { language: visit.language, values, problems };
    const content = <GatheringPage visit={visit} shown={shown} form={form} done={done} />;
    return titled(GATHERING_WORDS[visit.language].title, form, content);
  }
}

/** A file cannot be put back into a form: whoever chose one is told to choose it again. */
function chooseAgain({ visit }: SignedInRequest, file: UploadedFile | null): FormProblem[] {
  return file === null
    ? []
    : [{ field: 'document', message: GATHERING_WORDS[visit.language].form.chooseAgain }];
}
