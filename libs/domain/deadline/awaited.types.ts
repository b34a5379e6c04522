import type { Instant } from '../calendar/index.js';

/** The coordinator's six duties, and what stands around them. */
export const DUTIES = [
  'course',
  'consent',
  'gathering',
  'convening',
  'drafting',
  'distribution',
  'followUp',
  'handover',
] as const;
export type Duty = (typeof DUTIES)[number];

/** Everything that a plan can wait for, each with one ladder of reminders in the policy. */
export const AWAITED_KINDS = [
  'citizenAnswer',
  'consentDecision',
  'consentConfirmation',
  'confirmation',
  'consentRenewal',
  'gatheringRequest',
  'gatheringAnswer',
  'firstMeeting',
  'proposalAnswer',
  'meetingToFix',
  'invitationResponse',
  'meetingRecord',
  'draftSubmission',
  'draftApproval',
  'deliveryMade',
  'agreementOutcome',
  'followUpMeeting',
  'goalStatus',
  'followUpClosing',
  'citizenRequest',
  'handoverAnswer',
  'coordinatorNamed',
  'representativeNamed',
  'holdReview',
  'task',
] as const;
export type AwaitedKind = (typeof AWAITED_KINDS)[number];

/** What policies from before do not have a ladder for: they take the usual one. */
export const LATER_KINDS = ['representativeNamed', 'confirmation'] as const satisfies readonly AwaitedKind[];
export type LaterKind = (typeof LATER_KINDS)[number];

/** Whose move it is. */
export type AwaitedFrom =
  | { readonly kind: 'participant'; readonly participantId: string }
  | { readonly kind: 'organisation'; readonly participantId: string }
  | { readonly kind: 'coordinator' }
  | { readonly kind: 'successor'; readonly personId: string }
  | { readonly kind: 'teamLeader' };

/** Something that somebody owes the plan by a deadline. */
export interface Awaited {
  /** Unique over the plan's life: kind, subject and round. */
  readonly ref: string;
  readonly kind: AwaitedKind;
  readonly from: AwaitedFrom;
  readonly since: Instant;
  readonly deadline: Instant;
  /** `duty` deadlines pause while the plan is on hold, `calendar` ones run on. */
  readonly clock: 'duty' | 'calendar';
  /**
   * Open, but not waited for at present, since whom it is from may not be asked.
   * `awaitsOf` leaves it out; its reference is kept, so that what was reminded is not reminded again.
   */
  readonly dormant?: boolean;
}

/** Every step that the process can perform, each an activity of this name. */
export const STEP_NAMES = [
  'remindCitizenAnswer',
  'escalateCitizenAnswer',
  'remindConsentDecision',
  'escalateConsentDecision',
  'remindConsentConfirmation',
  'escalateConsentConfirmation',
  'remindConfirmation',
  'escalateConfirmation',
  'lapseProvisionalMatter',
  'lapseProvisionalConsent',
  'beginConsent',
  'askConsentRenewal',
  'escalateConsentRenewal',
  'expireConsent',
  'beginBasis',
  'expireBasis',
  'endCustody',
  'remindGatheringRequest',
  'remindParty',
  'escalateSilence',
  'escalateToPartyLeader',
  'remindToConvene',
  'escalateConvening',
  'remindProposalAnswer',
  'remindToFixMeeting',
  'inviteParticipants',
  'remindInvitee',
  'checkRequiredRoles',
  'remindToRecordMeeting',
  'remindDraftSubmission',
  'escalateDraftSubmission',
  'remindApprover',
  'escalateApproval',
  'distributeVersion',
  'remindDelivery',
  'openFollowUp',
  'remindFollowUpMeeting',
  'escalateFollowUpMeeting',
  'remindGoalStatus',
  'remindToCloseFollowUp',
  'remindResponsible',
  'reportSlippedAgreement',
  'remindCitizenRequest',
  'escalateCitizenRequest',
  'remindSuccessor',
  'escalateHandover',
  'remindTeamLeader',
  'beginDeputy',
  'remindToNameRepresentative',
  'escalateRepresentative',
  'endDeputy',
  'reviewHold',
  'escalateHold',
  'remindTask',
  'escalateTask',
] as const;
export type StepName = (typeof STEP_NAMES)[number];

/** A step with the moment from which it is due. Its key names the one occurrence, for ever. */
export interface DueStep {
  readonly step: StepName;
  readonly ref: string;
  readonly key: string;
  readonly at: Instant;
}

/** One rung of a ladder: which step, how long before or after the deadline. */
export interface LadderRung {
  readonly step: StepName;
  readonly offset: {
    readonly workingDays?: number;
    readonly days?: number;
    readonly minutes?: number;
  };
  /** Performed even if its moment was already over when the waiting began. */
  readonly always?: boolean;
}
