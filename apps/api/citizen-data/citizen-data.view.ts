import { z } from 'zod';
import { WRITTEN_SECTIONS } from '../../../libs/domain/drafting/drafting.types.js';
import { NOTICE_KINDS } from '../../../libs/domain/notice/notice.types.js';
import { CITIZEN_DATA_FORMAT } from '../../../libs/reading/citizen-data/citizen-data.types.js';
import { ACCESS_LOG_EXAMPLE, accessLogItem } from '../audit/audit.view.js';
import {
  PERSON_DETAILS_EXAMPLE,
  personDetailsView,
  personRevisionView,
} from '../corrections/corrections.view.js';
import { DOCUMENT_EXAMPLE, documentView } from '../documents/documents.view.js';
import { versionContentView } from '../draft/draft.view.js';
import { overlapView } from '../gathering/gathering.view.js';
import { EXAMPLE_IDS } from '../openapi/examples.js';
import { PLAN_EXAMPLE } from '../plans/plan.example.js';
import { planFullView } from '../plans/plan.view.js';
import { day, list, participantRef, uuidAnswer, when } from '../schemas/answers.js';

const person = z.strictObject({
  ...personDetailsView.shape,
  registeredAt: when,
  organisationName: z.string().nullable(),
  cpr: z.string().nullable(),
  birthDate: day.nullable(),
});

const mentioned = z.strictObject({
  personId: uuidAnswer,
  name: z.string().nullable().meta({ description: 'Null where the name is protected.' }),
  organisationName: z.string().nullable(),
});

const sectionRevision = z.strictObject({
  section: z.enum(WRITTEN_SECTIONS),
  revision: z.int(),
  content: z.string(),
  authorPersonId: uuidAnswer,
  at: when,
});

const timelineItem = z.strictObject({
  seq: z.int(),
  at: when,
  type: z.string(),
  actorKind: z.enum(['person', 'process']),
  actorPersonId: uuidAnswer.nullable(),
  content: z.record(z.string(), z.unknown()),
});

const notice = z.strictObject({
  kind: z.enum(NOTICE_KINDS),
  recipient: z.enum(['participant', 'coordinator', 'person', 'teamLeader', 'partyLeader']),
  participantId: participantRef.nullable(),
  status: z.string(),
  madeAt: when,
  sentAt: when.nullable(),
});

const planData = z.strictObject({
  plan: planFullView.omit({ waitState: true, documents: true }),
  sectionRevisions: list(sectionRevision).meta({ description: 'Every revision of every section.' }),
  versionContents: list(
    z.strictObject({ version: z.int(), content: versionContentView.omit({ version: true }) }),
  ),
  overlaps: list(overlapView),
  moreOverlaps: z.boolean().meta({ description: 'Whether there are or may be more than these.' }),
  timeline: list(timelineItem).meta({
    description: 'Everything that happened, with what was written. `content` differs by `type`.',
  }),
  notices: list(notice).meta({
    description: 'What was sent about the plan, when and to whom by role. It names nobody.',
  }),
  accessLog: list(accessLogItem).meta({ description: 'Oldest first.' }),
  people: list(mentioned).meta({ description: 'The people to whom the rest refers by id.' }),
  documents: list(
    z.strictObject({
      ...documentView.shape,
      content: z
        .string()
        .nullable()
        .meta({ description: 'Base64; null if the document was taken away meanwhile.' }),
    }),
  ),
});

export const citizenDataView = z
  .strictObject({
    format: z.strictObject({ name: z.literal(CITIZEN_DATA_FORMAT.name), version: z.string() }),
    preparedAt: when,
    person,
    corrections: list(personRevisionView),
    accessLog: list(accessLogItem).meta({
      description: 'Who looked at or corrected what the register has of the person; oldest first.',
    }),
    people: list(mentioned),
    plans: list(planData),
  })
  .meta({
    id: 'CitizenData',
    description:
      'Everything that is kept about somebody. The version is raised after the dot when a field is added, before it when ' +
      'one is renamed or removed.',
  });
export type CitizenDataView = z.output<typeof citizenDataView>;

const { waitState: _, documents: __, ...plan } = PLAN_EXAMPLE;

export const CITIZEN_DATA_EXAMPLE: CitizenDataView = {
  format: CITIZEN_DATA_FORMAT,
  preparedAt: '2027-05-01T09:00:00.000Z',
  person: {
    ...PERSON_DETAILS_EXAMPLE,
    registeredAt: '2027-03-01T09:00:00.000Z',
    organisationName: null,
    cpr: '0504909995',
    birthDate: '1990-04-05',
  },
  corrections: [],
  accessLog: [],
  people: [],
  plans: [
    {
      plan: { ...plan, roles: ['citizen'], participantIds: ['citizen'] },
      sectionRevisions: [],
      versionContents: [],
      overlaps: [],
      moreOverlaps: false,
      timeline: [
        {
          seq: 12,
          at: '2027-04-06T10:00:00.000Z',
          type: 'sectionSaved',
          actorKind: 'person',
          actorPersonId: EXAMPLE_IDS.coordinator,
          content: { section: 'challenges', revision: 1, content: 'Bolig fylder mest lige nu.' },
        },
      ],
      notices: [
        {
          kind: 'meetingInvitation',
          recipient: 'participant',
          participantId: EXAMPLE_IDS.psychiatry,
          status: 'accepted',
          madeAt: '2027-03-10T09:00:00.000Z',
          sentAt: '2027-03-10T09:01:02.000Z',
        },
      ],
      accessLog: ACCESS_LOG_EXAMPLE.items,
      people: [
        {
          personId: EXAMPLE_IDS.practitioner,
          name: 'Ellen Louise Test Lauridsen',
          organisationName: 'Psykiatrisk klinik',
        },
      ],
      documents: [{ ...DOCUMENT_EXAMPLE, content: 'JVBERi0xLjcK' }],
    },
  ],
};
