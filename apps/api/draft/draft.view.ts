import { z } from 'zod';
import { ANSWER_MANNERS, WRITTEN_SECTIONS } from '../../../libs/domain/drafting/drafting.types.js';
import { EXAMPLE_IDS } from '../openapi/examples.js';
import { day, items, list, participantRef, uuidAnswer, when } from '../schemas/answers.js';

const goalStatus = z.enum(['open', 'onTrack', 'atRisk', 'achieved', 'dropped']);
const outcome = z.enum(['kept', 'late', 'changed', 'dropped']);

export const sectionView = z
  .strictObject({
    section: z.enum(WRITTEN_SECTIONS),
    revision: z.int(),
    content: z.string(),
    authorPersonId: uuidAnswer.nullable(),
    at: when.nullable(),
  })
  .meta({ id: 'Section', description: 'A section as it was last saved; revision 0 is not written yet.' });
export type SectionAnswer = z.output<typeof sectionView>;

export const goalView = z
  .strictObject({
    goalId: uuidAnswer,
    title: z.string(),
    priority: z.int(),
    status: goalStatus,
    note: z.string().nullable(),
    reportedInCycle: z.int().nullable(),
    reportedAt: when.nullable(),
  })
  .meta({ id: 'Goal' });

export const agreementView = z
  .strictObject({
    agreementId: uuidAnswer,
    goalId: uuidAnswer,
    title: z.string(),
    responsibleParticipantId: participantRef,
    dueDate: day,
    deadline: when,
    bindingSince: when.nullable(),
    outcome: outcome.nullable(),
    reason: z.string().nullable(),
    replacedBy: uuidAnswer.nullable(),
    endedAt: when.nullable(),
  })
  .meta({ id: 'Agreement', description: 'An intervention with one responsible participant and a date.' });

const approval = z.strictObject({
  participantId: participantRef,
  answer: z.enum(['approved', 'objected']).nullable(),
  section: z.string().nullable(),
  reason: z.string().nullable(),
  answeredAt: when.nullable(),
  recordedBy: uuidAnswer.nullable(),
  manner: z.enum(ANSWER_MANNERS).nullable(),
});

export const versionView = z
  .strictObject({
    version: z.int(),
    status: z.enum(['submitted', 'returned', 'locked']),
    submittedAt: when,
    deadline: when,
    lockedAt: when.nullable(),
    lockReason: z.string().nullable(),
    gaps: list(participantRef),
    approvals: list(approval),
  })
  .meta({ id: 'Version' });

export const versionContentView = z
  .strictObject({
    version: z.int(),
    sections: z
      .strictObject({
        survey: z.string(),
        challenges: z.string(),
        followUp: z.string(),
        citizenWishes: z.string(),
        crisisPlan: z.string(),
      })
      .partial()
      .readonly(),
    goals: list(
      z.strictObject({ goalId: uuidAnswer, title: z.string(), priority: z.int(), status: goalStatus }),
    ).nullable(),
    agreements: list(
      z.strictObject({
        agreementId: uuidAnswer,
        goalId: uuidAnswer,
        title: z.string(),
        responsibleParticipantId: participantRef,
        dueDate: day,
        outcome: outcome.nullable(),
      }),
    ).nullable(),
  })
  .meta({
    id: 'VersionContent',
    description: 'What a version consists of, as far as the reader may see it.',
  });
export type VersionContentAnswer = z.output<typeof versionContentView>;

export const sectionsView = items(sectionView);
export type SectionsView = z.output<typeof sectionsView>;
export const goalsView = items(goalView);
export type GoalsView = z.output<typeof goalsView>;
export const agreementsView = items(agreementView);
export type AgreementsView = z.output<typeof agreementsView>;
export const versionsView = items(versionView);
export type VersionsView = z.output<typeof versionsView>;

export const SECTION_EXAMPLE: SectionAnswer = {
  section: 'challenges',
  revision: 2,
  content: 'Bolig og medicin fylder mest lige nu.',
  authorPersonId: EXAMPLE_IDS.coordinator,
  at: '2027-04-06T10:00:00.000Z',
};

export const GOALS_EXAMPLE: GoalsView = {
  items: [
    {
      goalId: EXAMPLE_IDS.goal,
      title: 'Jeg vil have mit eget sted at bo.',
      priority: 1,
      status: 'open',
      note: null,
      reportedInCycle: null,
      reportedAt: null,
    },
  ],
};

export const AGREEMENTS_EXAMPLE: AgreementsView = {
  items: [
    {
      agreementId: EXAMPLE_IDS.agreement,
      goalId: EXAMPLE_IDS.goal,
      title: 'Søge om egen bolig',
      responsibleParticipantId: EXAMPLE_IDS.jobCentre,
      dueDate: '2027-05-01',
      deadline: '2027-05-01T21:59:59.999Z',
      bindingSince: '2027-04-20T09:00:00.000Z',
      outcome: null,
      reason: null,
      replacedBy: null,
      endedAt: null,
    },
  ],
};

export const VERSIONS_EXAMPLE: VersionsView = {
  items: [
    {
      version: 1,
      status: 'locked',
      submittedAt: '2027-04-10T09:00:00.000Z',
      deadline: '2027-04-24T21:59:59.999Z',
      lockedAt: '2027-04-20T09:00:00.000Z',
      lockReason: null,
      gaps: [],
      approvals: [
        {
          participantId: 'citizen',
          answer: 'approved',
          section: null,
          reason: null,
          answeredAt: '2027-04-12T09:00:00.000Z',
          recordedBy: EXAMPLE_IDS.coordinator,
          manner: 'oral',
        },
      ],
    },
  ],
};

export const VERSION_CONTENT_EXAMPLE: VersionContentAnswer = {
  version: 1,
  sections: { challenges: 'Bolig og medicin fylder mest lige nu.' },
  goals: [
    { goalId: EXAMPLE_IDS.goal, title: 'Jeg vil have mit eget sted at bo.', priority: 1, status: 'open' },
  ],
  agreements: [],
};
