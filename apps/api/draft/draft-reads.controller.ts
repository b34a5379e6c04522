import { Controller, Get, Param, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { entityTag } from '../commands/preconditions.js';
import { type WrittenSectionName, writtenSection } from './draft.schema.js';
import type { ApiRequest } from '../http/api-request.js';
import { viewerOf } from '../http/viewer-of.js';
import { itemsOf } from '../schemas/answers.js';
import { PlanId } from '../http/parameters.js';
import { ReadOperation } from '../openapi/operation.decorator.js';
import { PlanReadings } from '../../../libs/reading/plan-readings.js';
import {
  AGREEMENTS_EXAMPLE,
  agreementsView,
  type AgreementsView,
  GOALS_EXAMPLE,
  goalsView,
  type GoalsView,
  SECTION_EXAMPLE,
  type SectionAnswer,
  type SectionsView,
  sectionsView,
  sectionView,
} from './draft.view.js';

/** The draft as it stands. */
@ApiTags('draft')
@Controller('plans/:planId')
export class DraftReadsController {
  constructor(private readonly readings: PlanReadings) {}

  @Get('sections')
  @ReadOperation({
    id: 'listSections',
    summary: 'The newest revision of each section',
    description: 'Only the sections that the reader may see.',
    answer: sectionsView,
    example: { items: [SECTION_EXAMPLE] },
    errors: ['PLAN.NOT_FOUND'],
  })
  listSections(@Req() request: ApiRequest, @PlanId() planId: string): Promise<SectionsView> {
    return itemsOf(this.readings.sections(viewerOf(request, 'listSections'), planId));
  }

  @Get('sections/:section')
  @ReadOperation({
    id: 'getSection',
    summary: 'One section',
    description: 'As it stands now; a section not yet written has revision 0.',
    entityTag: 'The revision, which If-Match takes when the section is saved.',
    answer: sectionView,
    example: SECTION_EXAMPLE,
    errors: ['PLAN.NOT_FOUND', 'ACTOR.NOT_PERMITTED'],
  })
  async getSection(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @Param('section', { schema: writtenSection }) section: WrittenSectionName,
  ): Promise<SectionAnswer> {
    const found = await this.readings.section(viewerOf(request, 'getSection'), planId, section);
    const answer = found ?? unwritten(section);
    request.res?.setHeader('ETag', entityTag(answer.revision));
    return answer;
  }

  @Get('goals')
  @ReadOperation({
    id: 'listGoals',
    summary: 'Shared goals',
    description: 'By priority, with their newest status.',
    answer: goalsView,
    example: GOALS_EXAMPLE,
    errors: ['PLAN.NOT_FOUND', 'ACTOR.NOT_PERMITTED'],
  })
  listGoals(@Req() request: ApiRequest, @PlanId() planId: string): Promise<GoalsView> {
    return itemsOf(this.readings.goals(viewerOf(request, 'listGoals'), planId));
  }

  @Get('agreements')
  @ReadOperation({
    id: 'listAgreements',
    summary: 'Agreements',
    description: 'With the goals; others see those that they are responsible for.',
    answer: agreementsView,
    example: AGREEMENTS_EXAMPLE,
    errors: ['PLAN.NOT_FOUND'],
  })
  listAgreements(@Req() request: ApiRequest, @PlanId() planId: string): Promise<AgreementsView> {
    return itemsOf(this.readings.agreements(viewerOf(request, 'listAgreements'), planId));
  }
}

/** A section that nobody has written yet. */
function unwritten(section: WrittenSectionName): SectionAnswer {
  return { section, revision: 0, content: '', authorPersonId: null, at: null };
}
