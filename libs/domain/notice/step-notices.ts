import type { StepName } from '../deadline/awaited.types.js';
import type { NoticeKind } from './notice.types.js';

/** Whom a step tells: whoever is awaited, the coordinator, the party's leader, the team leader. */
export type Audience = 'awaited' | 'coordinator' | 'partyLeader' | 'teamLeader';

export interface StepNotice {
  readonly audience: Audience;
  readonly kind: NoticeKind;
}

const coordinator: StepNotice = { audience: 'coordinator', kind: 'coordinatorReminder' };
const coordinatorTold: StepNotice = { audience: 'coordinator', kind: 'coordinatorTold' };
const teamLeader: StepNotice = { audience: 'teamLeader', kind: 'teamLeaderTold' };
const awaited = (kind: NoticeKind): StepNotice => ({ audience: 'awaited', kind });

/** What each step says and to whom; none for steps that act instead of telling. */
export const STEP_NOTICES: Readonly<Record<StepName, readonly StepNotice[]>> = {
  remindCitizenAnswer: [awaited('citizenQuestion'), coordinator],
  escalateCitizenAnswer: [coordinatorTold],
  remindConsentDecision: [coordinator],
  escalateConsentDecision: [teamLeader],
  remindConsentConfirmation: [awaited('consentConfirmation'), coordinator],
  escalateConsentConfirmation: [teamLeader],
  remindConfirmation: [awaited('confirmationAsked')],
  escalateConfirmation: [teamLeader, coordinatorTold],
  lapseProvisionalMatter: [],
  lapseProvisionalConsent: [],
  askConsentRenewal: [awaited('consentRenewal'), coordinator],
  escalateConsentRenewal: [awaited('consentRenewal'), coordinatorTold],
  beginConsent: [],
  expireConsent: [],
  beginBasis: [],
  expireBasis: [],
  endCustody: [],
  remindGatheringRequest: [coordinator],
  remindParty: [awaited('gatheringReminder')],
  escalateSilence: [coordinatorTold],
  escalateToPartyLeader: [{ audience: 'partyLeader', kind: 'partyLeaderTold' }],
  remindToConvene: [coordinator],
  escalateConvening: [teamLeader],
  remindProposalAnswer: [awaited('proposalReminder')],
  remindToFixMeeting: [coordinator],
  inviteParticipants: [],
  remindInvitee: [awaited('invitationReminder')],
  checkRequiredRoles: [],
  remindToRecordMeeting: [coordinator],
  remindDraftSubmission: [coordinator],
  escalateDraftSubmission: [teamLeader],
  remindApprover: [awaited('approvalReminder')],
  escalateApproval: [coordinatorTold],
  distributeVersion: [],
  remindDelivery: [coordinator],
  openFollowUp: [coordinatorTold],
  remindFollowUpMeeting: [coordinator],
  escalateFollowUpMeeting: [teamLeader],
  remindGoalStatus: [coordinator],
  remindToCloseFollowUp: [coordinator],
  remindResponsible: [awaited('agreementReminder')],
  reportSlippedAgreement: [coordinatorTold],
  remindCitizenRequest: [awaited('coordinatorReminder')],
  escalateCitizenRequest: [teamLeader],
  remindSuccessor: [awaited('handoverReminder')],
  escalateHandover: [coordinatorTold, teamLeader],
  remindTeamLeader: [awaited('coordinatorReminder')],
  beginDeputy: [],
  remindToNameRepresentative: [{ audience: 'partyLeader', kind: 'representativeMissing' }, coordinator],
  escalateRepresentative: [teamLeader],
  endDeputy: [],
  reviewHold: [coordinator],
  escalateHold: [teamLeader],
  remindTask: [coordinator],
  escalateTask: [teamLeader],
};
