import { z } from 'zod';
import { isLocalTime } from '../../../libs/domain/calendar/index.js';
import { CITIZEN_REQUEST_KINDS } from '../../../libs/domain/citizen-request/citizen-request.types.js';
import { CONSENT_BASES, STATUTORY_BASES } from '../../../libs/domain/consent/consent.types.js';
import {
  AWAITED_KINDS,
  type AwaitedKind,
  LATER_KINDS,
  STEP_NAMES,
} from '../../../libs/domain/deadline/awaited.types.js';
import { END_REASONS } from '../../../libs/domain/plan/plan.types.js';
import { PARTICIPANT_ROLES } from '../../../libs/domain/participants/participant.types.js';
import { name } from '../schemas/fields.js';

const LONGEST_MINUTES = 525_600;

const oneUnit = (period: object): boolean =>
  Object.values(period).filter((value) => value !== undefined).length === 1;

/** Working days (Denmark), or minutes for demonstrations. */
const period = z
  .strictObject({
    workingDays: z.int().min(0).max(520).optional(),
    minutes: z.number().min(0).max(LONGEST_MINUTES).optional(),
  })
  .refine(oneUnit, { error: 'expected.onePeriod' })
  .meta({ minProperties: 1, maxProperties: 1 });

const offset = z
  .strictObject({
    workingDays: z.int().min(-520).max(520).optional(),
    days: z.int().min(-730).max(730).optional(),
    minutes: z.number().min(-LONGEST_MINUTES).max(LONGEST_MINUTES).optional(),
  })
  .refine(oneUnit, { error: 'expected.onePeriod' })
  .meta({ minProperties: 1, maxProperties: 1 });

const time = z
  .string()
  .refine((value) => isLocalTime(value), { error: 'expected.time' })
  .meta({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' });
const days = z.int().min(0).max(730);
const months = z.int().min(1).max(60);

const ladder = z
  .array(z.strictObject({ step: z.enum(STEP_NAMES), offset, always: z.boolean().optional() }))
  .max(20);

/** Policies of before them have no ladder for these. */
const LATER: readonly AwaitedKind[] = LATER_KINDS;

export const policyBody = z
  .strictObject({
    version: name,
    closingDays: z.strictObject({
      firstOfMay: z.boolean(),
      constitutionDay: z.boolean(),
      christmasEve: z.boolean(),
      newYearsEve: z.boolean(),
    }),
    quietHours: z.strictObject({ from: time, to: time }),
    citizenAnswerWithin: period,
    consentDecisionWithin: period,
    consentConfirmationWithin: period,
    consentLongestMonths: z.record(z.enum(CONSENT_BASES), months),
    consentRenewalLeadDays: days,
    gatheringRequestWithin: period,
    gatheringAnswerWithin: period,
    firstMeetingWithin: period,
    proposalAnswerWithin: period,
    meetingToFixWithin: period,
    meetingNotice: period,
    urgentMeetingNotice: period,
    invitationResponseWithin: period,
    requiredRolesCheckBefore: period,
    requiredRoles: z.array(z.array(z.enum(PARTICIPANT_ROLES)).min(1).max(20)).max(20),
    meetingRecordWithin: period,
    draftSubmissionWithin: period,
    draftApprovalWithin: period,
    letterWithin: period,
    followUpMonths: z.strictObject({ least: months, most: months, usual: months }),
    followUpLeadDays: days,
    citizenRequestWithin: z.record(z.enum(CITIZEN_REQUEST_KINDS), period),
    handoverAnswerWithin: period,
    coordinatorNamedWithin: period,
    holdReviewDays: days,
    taskWithin: period,
    retryProblemAfter: period,
    retentionMonths: z.record(z.enum(END_REASONS), z.int().min(1).max(1_200)).optional(),
    representativeNamedWithin: period.optional(),
    deputyLongestMonths: months.optional(),
    urgentConfirmationWithin: period.optional(),
    basisLongestMonths: z.record(z.enum(STATUTORY_BASES), months).optional(),
    basisOpensMuchFrom: z.int().min(1).max(20).optional(),
    ladders: z.strictObject(
      Object.fromEntries(
        AWAITED_KINDS.map((kind) => [kind, LATER.includes(kind) ? ladder.optional() : ladder]),
      ) as Record<AwaitedKind, typeof ladder>,
    ),
  })
  .meta({ id: 'Policy', description: 'Every duration, ladder and required role of a plan. Versioned data.' });
export type PolicyBody = z.output<typeof policyBody>;
