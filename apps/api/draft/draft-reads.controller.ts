import { Controller, Get, Param, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { agreementsOf, goalsOf, sectionsOf } from '../../../libs/record/read/drafting.read.js';
import { entityTag } from '../commands/preconditions.js';
import { visibleAgreements } from '../reading/visible-parts.js';
import { type WrittenSectionName, writtenSection } from './draft.schema.js';
import type { ApiRequest } from '../http/api-request.js';
import { PlanId } from '../http/parameters.js';
import { ReadOperation } from '../openapi/operation.decorator.js';
import { PlanReader } from '../reading/plan-reader.js';
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
  constructor(private readonly reader: PlanReader) {}

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
    return this.reader.read(request.actor, planId, async (source, sight) => ({
      items: (await sectionsOf(source, planId)).filter(({ section }) => sight.may(section)),
    }));
  }

  @Get('sections/:section')
  @ReadOperation({
    id: 'getSection',
    summary: 'One section',
    description:
      'Its ETag is what If-Match takes when it is saved; a section not yet written has revision 0.',
    answer: sectionView,
    example: SECTION_EXAMPLE,
    errors: ['PLAN.NOT_FOUND', 'ACTOR.NOT_PERMITTED'],
  })
  getSection(
    @Req() request: ApiRequest,
    @PlanId() planId: string,
    @Param('section', { schema: writtenSection }) section: WrittenSectionName,
  ): Promise<SectionAnswer> {
    return this.reader.read(request.actor, planId, async (source, sight) => {
      sight.require(sight.may(section));
      const found = (await sectionsOf(source, planId)).find((one) => one.section === section);
      const answer = found ?? unwritten(section);
      request.res?.setHeader('ETag', entityTag(answer.revision));
      return answer;
    });
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
    return this.reader.read(request.actor, planId, async (source, sight) => {
      sight.require(sight.may('goals'));
      return { items: await goalsOf(source, planId) };
    });
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
    return this.reader.read(request.actor, planId, async (source, sight) => ({
      items: visibleAgreements(sight, await agreementsOf(source, planId)),
    }));
  }
}

/** A section that nobody has written yet. */
function unwritten(section: WrittenSectionName): SectionAnswer {
  return { section, revision: 0, content: '', authorPersonId: null, at: null };
}
