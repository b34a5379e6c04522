import type { AwaitedKind, LadderRung, StepName } from '../deadline/awaited.types.js';
import { USUAL_RETENTION } from '../retention/retention.rules.js';
import type { StatutoryBasis } from '../consent/consent.types.js';
import type { Policy, PolicyPeriod } from './policy.types.js';

function rung(step: StepName, workingDays: number): LadderRung {
  return { step, offset: { workingDays } };
}

/**
 * The longest time that a basis other than consent is recorded for, in months: this product's proposal, as short as what
 * each is for. What goes on is recorded anew, with its reason.
 */
export const USUAL_BASIS_MONTHS: Readonly<Record<StatutoryBasis, number>> = {
  vitalInterest: 1,
  valueSpring: 3,
  ssdCooperation: 12,
  adminAct28Section2: 6,
  dutyToNotify: 3,
  courtOrder: 12,
};

/** Before the deadline, at it and after it; then whoever can do something about the silence is told. */
export const USUAL_LADDERS: Readonly<Record<AwaitedKind, readonly LadderRung[]>> = {
  citizenAnswer: [
    rung('remindCitizenAnswer', -2),
    rung('remindCitizenAnswer', 1),
    rung('escalateCitizenAnswer', 5),
  ],
  consentDecision: [rung('remindConsentDecision', 0), rung('escalateConsentDecision', 5)],
  consentConfirmation: [rung('remindConsentConfirmation', -5), rung('escalateConsentConfirmation', -2)],
  confirmation: [
    rung('remindConfirmation', -5),
    rung('remindConfirmation', -2),
    rung('escalateConfirmation', -1),
    rung('escalateConfirmation', 1),
    rung('escalateConfirmation', 5),
  ],
  consentRenewal: [
    { step: 'askConsentRenewal', offset: { days: -42 } },
    { step: 'escalateConsentRenewal', offset: { days: -14 } },
  ],
  gatheringRequest: [rung('remindGatheringRequest', 1)],
  gatheringAnswer: [
    rung('remindParty', -3),
    rung('remindParty', 0),
    rung('remindParty', 3),
    rung('escalateSilence', 5),
    rung('escalateToPartyLeader', 8),
  ],
  firstMeeting: [rung('remindToConvene', -5), rung('remindToConvene', 1), rung('escalateConvening', 5)],
  proposalAnswer: [rung('remindProposalAnswer', -1)],
  meetingToFix: [rung('remindToFixMeeting', 1)],
  invitationResponse: [rung('remindInvitee', 0)],
  meetingRecord: [rung('remindToRecordMeeting', 1), rung('remindToRecordMeeting', 5)],
  draftSubmission: [
    rung('remindDraftSubmission', -3),
    rung('remindDraftSubmission', 1),
    rung('escalateDraftSubmission', 10),
  ],
  draftApproval: [rung('remindApprover', -3), rung('remindApprover', 0), rung('escalateApproval', 1)],
  deliveryMade: [rung('remindDelivery', 1)],
  agreementOutcome: [
    rung('remindResponsible', -3),
    rung('remindResponsible', 1),
    rung('reportSlippedAgreement', 3),
  ],
  followUpMeeting: [
    rung('remindFollowUpMeeting', -10),
    rung('remindFollowUpMeeting', 1),
    rung('escalateFollowUpMeeting', 10),
  ],
  goalStatus: [rung('remindGoalStatus', -3)],
  followUpClosing: [rung('remindToCloseFollowUp', 1)],
  citizenRequest: [rung('remindCitizenRequest', -1), rung('escalateCitizenRequest', 1)],
  handoverAnswer: [rung('remindSuccessor', -1), rung('escalateHandover', 1)],
  coordinatorNamed: [rung('remindTeamLeader', -2), rung('remindTeamLeader', 1), rung('remindTeamLeader', 5)],
  representativeNamed: [
    rung('remindToNameRepresentative', -1),
    rung('remindToNameRepresentative', 1),
    rung('escalateRepresentative', 3),
  ],
  holdReview: [rung('reviewHold', 0), rung('escalateHold', 5)],
  task: [rung('remindTask', 1), rung('escalateTask', 5)],
};

/** How long an organisation has to name a colleague, where the policy does not say it. */
export const REPRESENTATIVE_NAMED_WITHIN: PolicyPeriod = { workingDays: 5 };

/** For how long somebody stands in for the coordinator at most, in months, where the policy does not say it: this product's proposal. */
export const DEPUTY_LONGEST_MONTHS = 3;

/** The rungs over what is awaited; the usual ones for what a policy from before does not know. */
export function ladderOf(policy: Policy, kind: AwaitedKind): readonly LadderRung[] {
  return policy.ladders[kind] ?? USUAL_LADDERS[kind];
}

/**
 * The policy that a plan is given when nobody chooses another. Lengths follow regional guidance where there is any
 * (follow-up within six months) and are otherwise this product's proposal; the year for consents is the limit that
 * sundhedsloven § 44 sets for § 43, taken for the other bases as well.
 */
export const defaultPolicy: Policy = {
  version: 'default-2026-2',
  closingDays: { firstOfMay: true, constitutionDay: true, christmasEve: true, newYearsEve: true },
  quietHours: { from: '18:00', to: '07:00' },
  citizenAnswerWithin: { workingDays: 10 },
  consentDecisionWithin: { workingDays: 15 },
  consentConfirmationWithin: { workingDays: 10 },
  urgentConfirmationWithin: { workingDays: 1 },
  basisLongestMonths: USUAL_BASIS_MONTHS,
  basisOpensMuchFrom: 4,
  consentLongestMonths: {
    healthAct43: 12,
    adminAct28: 12,
    serviceAct: 12,
    gdprArticle9: 12,
    custodyHolder: 12,
  },
  consentRenewalLeadDays: 42,
  gatheringRequestWithin: { workingDays: 5 },
  gatheringAnswerWithin: { workingDays: 10 },
  firstMeetingWithin: { workingDays: 30 },
  proposalAnswerWithin: { workingDays: 5 },
  meetingToFixWithin: { workingDays: 3 },
  meetingNotice: { workingDays: 5 },
  urgentMeetingNotice: { minutes: 120 },
  invitationResponseWithin: { workingDays: 5 },
  requiredRolesCheckBefore: { workingDays: 3 },
  requiredRoles: [
    ['citizen'],
    ['regionalPsychiatry'],
    ['substanceTreatment', 'municipality', 'socialPsychiatry'],
  ],
  meetingRecordWithin: { workingDays: 5 },
  draftSubmissionWithin: { workingDays: 15 },
  draftApprovalWithin: { workingDays: 10 },
  letterWithin: { workingDays: 3 },
  followUpMonths: { least: 1, most: 6, usual: 6 },
  followUpLeadDays: 35,
  citizenRequestWithin: {
    meeting: { workingDays: 5 },
    pause: { workingDays: 5 },
    otherCoordinator: { workingDays: 10 },
    somebodyLeaves: { workingDays: 2 },
  },
  handoverAnswerWithin: { workingDays: 5 },
  coordinatorNamedWithin: { workingDays: 5 },
  representativeNamedWithin: REPRESENTATIVE_NAMED_WITHIN,
  deputyLongestMonths: DEPUTY_LONGEST_MONTHS,
  holdReviewDays: 90,
  taskWithin: { workingDays: 3 },
  retryProblemAfter: { workingDays: 1 },
  retentionMonths: USUAL_RETENTION,
  ladders: USUAL_LADDERS,
};
