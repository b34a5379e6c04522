import { z } from 'zod';
import { AWAITED_KINDS, STEP_NAMES } from '../../../libs/domain/deadline/awaited.types.js';
import { COURSE_TYPES, END_REASONS, PHASES } from '../../../libs/domain/plan/plan.types.js';
import { EXAMPLE_IDS } from '../openapi/examples.js';
import { list, page, uuidAnswer, when } from '../schemas/answers.js';

const awaitedKinds = list(z.enum(AWAITED_KINDS)).nullable();

export const planListItem = z
  .strictObject({
    planId: uuidAnswer,
    number: z.string(),
    phase: z.enum(PHASES).nullable(),
    courseType: z.enum(COURSE_TYPES).nullable(),
    cluster: z.string().nullable(),
    municipalityCode: z.string().nullable(),
    department: z.string().nullable(),
    organisationId: uuidAnswer,
    coordinatorPersonId: uuidAnswer.nullable(),
    citizenPersonId: uuidAnswer.nullable(),
    waitingFor: awaitedKinds,
    waitingOn: list(z.string()).nullable(),
    overdueFor: awaitedKinds,
    overdueSince: when.nullable(),
    nextStep: z.enum(STEP_NAMES).nullable(),
    nextAt: when.nullable(),
    problem: z.string().nullable(),
    summary: z.string().nullable(),
    startedAt: when,
    endedAt: when.nullable(),
    endReason: z.enum(END_REASONS).nullable(),
  })
  .meta({
    id: 'PlanListItem',
    description: 'A plan in a list. What a participant may not have is null.',
  });
export type PlanListItemView = z.output<typeof planListItem>;

export const planList = page(planListItem);
export type PlanListView = z.output<typeof planList>;

export const PLAN_LIST_EXAMPLE: PlanListView = {
  items: [
    {
      planId: EXAMPLE_IDS.plan,
      number: 'KI-2027-48392017',
      phase: 'gathering',
      courseType: 'coordinated',
      cluster: 'Nord',
      municipalityCode: '0219',
      department: 'Rusmiddelcentret',
      organisationId: EXAMPLE_IDS.organisation,
      coordinatorPersonId: EXAMPLE_IDS.coordinator,
      citizenPersonId: EXAMPLE_IDS.citizen,
      waitingFor: ['gatheringAnswer'],
      waitingOn: ['regionalPsychiatry'],
      overdueFor: [],
      overdueSince: null,
      nextStep: 'remindParty',
      nextAt: '2027-03-12T08:00:00.000Z',
      problem: null,
      summary: 'Venter på svar fra regionspsykiatrien siden 1. marts 2027.',
      startedAt: '2027-03-01T09:00:00.000Z',
      endedAt: null,
      endReason: null,
    },
  ],
  next: null,
};
