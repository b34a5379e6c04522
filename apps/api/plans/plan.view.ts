import { z } from 'zod';
import { AWAITED_KINDS, DUTIES } from '../../../libs/domain/deadline/awaited.types.js';
import { INFORMATION_KINDS } from '../../../libs/domain/consent/consent.types.js';
import {
  COURSE_TYPES,
  END_REASONS,
  GROUNDS,
  HOLD_REASONS,
  PHASES,
} from '../../../libs/domain/plan/plan.types.js';
import { PLAN_ROLES } from '../../../libs/domain/plan/rights.js';
import { citizenRequestView } from '../citizen-requests/citizen-requests.view.js';
import { waitStateView } from '../commands/command-answer.js';
import { consentsAnswer } from '../consents/consents.view.js';
import { deliveryView } from '../distribution/distribution.view.js';
import { documentView } from '../documents/documents.view.js';
import { agreementView, goalView, sectionView, versionView } from '../draft/draft.view.js';
import { followUpRhythmView, followUpView } from '../follow-up/follow-up.view.js';
import { existingPlanAnswer, gatheringRequestView } from '../gathering/gathering.view.js';
import { handoverAnswer } from '../handover/handover.view.js';
import { meetingView } from '../meetings/meetings.view.js';
import { participantView } from '../participants/participants.view.js';
import { day, list, participantRef, uuidAnswer, when } from '../schemas/answers.js';
import { taskView } from '../tasks/tasks.view.js';

export const masterDataView = z
  .strictObject({
    number: z.string(),
    grounds: list(z.enum(GROUNDS)),
    courseType: z.enum(COURSE_TYPES),
    cluster: z.string(),
    municipalityCode: z.string(),
    department: z.string(),
    organisationId: uuidAnswer,
    organisationName: z.string(),
    citizen: z.strictObject({
      personId: uuidAnswer,
      givenName: z.string().nullable(),
      familyName: z.string().nullable(),
      birthDate: day.nullable(),
      deceased: z.boolean().nullable(),
      protectedIdentity: z.boolean(),
    }),
    coordinatorPersonId: uuidAnswer.nullable(),
    contactPersonId: z.string().nullable(),
    citizenAnswer: z.enum(['yes', 'no', 'pending']),
    holdReason: z.enum(HOLD_REASONS).nullable(),
    holdUntil: day.nullable(),
    endReason: z.enum(END_REASONS).nullable(),
  })
  .meta({
    id: 'MasterData',
    description: 'Section 1 of the plan. Names are null where the identity is protected.',
  });

export const awaitedView = z
  .strictObject({
    ref: z.string(),
    kind: z.enum(AWAITED_KINDS),
    fromKind: z.enum(['participant', 'organisation', 'coordinator', 'successor', 'teamLeader']),
    participantId: participantRef.nullable(),
    personId: uuidAnswer.nullable(),
    since: when,
    deadline: when,
  })
  .meta({ id: 'Awaited', description: 'Something that somebody owes the plan by a deadline.' });

export const planFullView = z
  .strictObject({
    planId: uuidAnswer,
    seq: z.int(),
    roles: list(z.enum(PLAN_ROLES)),
    participantIds: list(participantRef),
    kinds: list(z.enum(INFORMATION_KINDS)),
    phase: z.enum(PHASES).nullable(),
    startedAt: when,
    updatedAt: when.nullable(),
    endedAt: when.nullable(),
    waitState: waitStateView.nullable(),
    awaited: list(awaitedView).nullable(),
    masterData: masterDataView.nullable(),
    participants: list(participantView).nullable(),
    consents: consentsAnswer.nullable(),
    gatheringRequests: list(gatheringRequestView),
    existingPlans: list(existingPlanAnswer),
    meetings: list(meetingView),
    sections: list(sectionView),
    goals: list(goalView).nullable(),
    agreements: list(agreementView),
    keptShare: z.number().nullable(),
    versions: list(versionView),
    deliveries: list(deliveryView),
    followUp: followUpRhythmView.nullable(),
    followUps: list(followUpView).nullable(),
    citizenRequests: list(citizenRequestView).nullable(),
    handover: handoverAnswer.nullable(),
    tasks: list(taskView).nullable(),
    documents: list(documentView),
    dutyPeriods: list(
      z.strictObject({ duty: z.enum(DUTIES), round: z.int(), beganAt: when, endedAt: when.nullable() }),
    ).nullable(),
  })
  .meta({
    id: 'Plan',
    description:
      'One plan in parts. `kinds` are the kinds of information that the reader may see; parts beyond them are null ' +
      "or hold only what is the reader's own.",
  });
export type PlanFullView = z.output<typeof planFullView>;
