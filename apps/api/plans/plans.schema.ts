import { z } from 'zod';
import { CHANNELS } from '../../../libs/domain/participants/participant.types.js';
import {
  COURSE_TYPES,
  END_REASONS,
  GROUNDS,
  HOLD_REASONS,
  type EndReason,
} from '../../../libs/domain/plan/plan.types.js';
import {
  distinct,
  localDate,
  name,
  newId,
  optional,
  participantId,
  shortText,
  uuid,
} from '../schemas/fields.js';
import { municipalityCode } from '../schemas/codes.js';

const manner = z.enum(['oral', 'written', 'digital']);

export const startPlanBody = z.strictObject({
  planId: newId,
  citizenPersonId: uuid,
  citizenChannel: z.enum(CHANNELS),
  grounds: distinct(z.enum(GROUNDS), 0, GROUNDS.length),
  courseType: z.enum(COURSE_TYPES),
  cluster: name,
  municipalityCode,
  department: name,
  organisationId: uuid,
  coordinatorPersonId: uuid,
  citizenAnswer: z.enum(['yes', 'no', 'pending']),
  answerManner: optional(manner),
});
export type StartPlanBody = z.output<typeof startPlanBody>;

export const citizenAnswerBody = z.strictObject({
  answer: z.enum(['yes', 'no']),
  manner,
  participantId: optional(participantId).meta({
    description:
      'Whose answer it is, of those who hold custody of a child under 15 years; left out for one’s own, or where there is one.',
  }),
});
export type CitizenAnswerBody = z.output<typeof citizenAnswerBody>;

export const holdBody = z.strictObject({
  reason: z.enum(HOLD_REASONS),
  until: optional(localDate),
  cancelMeetings: z.boolean().default(false),
});
export type HoldBody = z.output<typeof holdBody>;

const givenReasons = END_REASONS.filter(
  (reason): reason is Exclude<EndReason, 'citizenDeclined'> => reason !== 'citizenDeclined',
);

export const endBody = z.strictObject({
  reason: z.enum(givenReasons),
  mergedIntoPlanId: optional(uuid),
  note: optional(shortText),
});
export type EndBody = z.output<typeof endBody>;

export const withdrawFromCourseBody = z.strictObject({ words: optional(shortText) });
export type WithdrawFromCourseBody = z.output<typeof withdrawFromCourseBody>;

/** How the course would end; without a reason by the citizen's own word. */
export const endEffectsQuery = z.strictObject({
  reason: z.enum(givenReasons).optional(),
  mergedIntoPlanId: uuid.optional(),
});
export type EndEffectsQuery = z.output<typeof endEffectsQuery>;

export const reopenBody = z.strictObject({ reason: shortText, coordinatorPersonId: uuid });
export type ReopenBody = z.output<typeof reopenBody>;
