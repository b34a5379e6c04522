import type { ClosingDays, LocalTime } from '../calendar/index.js';
import type { ConsentBasis, StatutoryBasis } from '../consent/consent.types.js';
import type { AwaitedKind, LadderRung, LaterKind } from '../deadline/awaited.types.js';
import type { ParticipantRole } from '../participants/participant.types.js';
import type { RetentionMonths } from '../retention/retention.types.js';
import type { CitizenRequestKind } from '../citizen-request/citizen-request.types.js';

/** A length of time in working days (Denmark), or shorter for demonstrations. Exactly one is given. */
export interface PolicyPeriod {
  readonly workingDays?: number;
  readonly minutes?: number;
}

/** One of these roles must come; the citizen first (guidance for the plan meeting). */
export type RoleRequirement = readonly ParticipantRole[];

/**
 * Every duration, ladder and required role of a plan: versioned data, given to it at its start. Nothing here is
 * legal advice; where a number comes from law it can only be made stricter.
 */
export interface Policy {
  readonly version: string;
  readonly closingDays: ClosingDays;
  readonly quietHours: { readonly from: LocalTime; readonly to: LocalTime };
  readonly citizenAnswerWithin: PolicyPeriod;
  readonly consentDecisionWithin: PolicyPeriod;
  readonly consentConfirmationWithin: PolicyPeriod;
  /** Within which what could not wait stands before the team leader; not in policies of before version 0.3. */
  readonly urgentConfirmationWithin?: PolicyPeriod;
  /** Longest period of another basis in months; not in policies of before version 0.3. */
  readonly basisLongestMonths?: Readonly<Record<StatutoryBasis, number>>;
  /** From how many kinds of information on a basis opens much; not in policies of before version 0.3. */
  readonly basisOpensMuchFrom?: number;
  /** Longest period of a consent in months, per basis (sundhedsloven § 44: one year for § 43). */
  readonly consentLongestMonths: Readonly<Record<ConsentBasis, number>>;
  /** How many days before its end a consent is raised with citizen and coordinator. */
  readonly consentRenewalLeadDays: number;
  readonly gatheringRequestWithin: PolicyPeriod;
  readonly gatheringAnswerWithin: PolicyPeriod;
  readonly firstMeetingWithin: PolicyPeriod;
  readonly proposalAnswerWithin: PolicyPeriod;
  readonly meetingToFixWithin: PolicyPeriod;
  /** Shortest notice of a meeting, and of an urgent one. */
  readonly meetingNotice: PolicyPeriod;
  readonly urgentMeetingNotice: PolicyPeriod;
  readonly invitationResponseWithin: PolicyPeriod;
  /** How long before a meeting it is checked who comes. */
  readonly requiredRolesCheckBefore: PolicyPeriod;
  readonly requiredRoles: readonly RoleRequirement[];
  readonly meetingRecordWithin: PolicyPeriod;
  readonly draftSubmissionWithin: PolicyPeriod;
  readonly draftApprovalWithin: PolicyPeriod;
  readonly letterWithin: PolicyPeriod;
  readonly followUpMonths: { readonly least: number; readonly most: number; readonly usual: number };
  /** How many days before its date a follow-up is opened. */
  readonly followUpLeadDays: number;
  readonly citizenRequestWithin: Readonly<Record<CitizenRequestKind, PolicyPeriod>>;
  readonly handoverAnswerWithin: PolicyPeriod;
  readonly coordinatorNamedWithin: PolicyPeriod;
  /** Until when an organisation names who comes instead of whoever left it; older policies take the usual time. */
  readonly representativeNamedWithin?: PolicyPeriod;
  /** For how many months somebody stands in for the coordinator at most; older policies take the usual time. */
  readonly deputyLongestMonths?: number;
  /** After how many days on hold it is looked at again, when no end is known. */
  readonly holdReviewDays: number;
  readonly taskWithin: PolicyPeriod;
  readonly retryProblemAfter: PolicyPeriod;
  /** How long the plan is kept after its end; not in policies of before version `default-2026-2`. */
  readonly retentionMonths?: RetentionMonths;
  readonly ladders: Readonly<
    Record<Exclude<AwaitedKind, LaterKind>, readonly LadderRung[]> &
      Partial<Record<LaterKind, readonly LadderRung[]>>
  >;
}
