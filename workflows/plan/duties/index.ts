import type { ActivityFunctionWithOptions } from '@temporalio/workflow';
import type { StepName, StepRequest, WaitState } from '../../../libs/contracts/index.js';
import { consentSteps } from './consent.js';
import { conveningSteps } from './convening.js';
import { courseSteps } from './course.js';
import { distributionSteps } from './distribution.js';
import { draftingSteps } from './drafting.js';
import { followUpSteps } from './follow-up.js';
import { gatheringSteps } from './gathering.js';
import { handoverSteps } from './handover.js';

/** How each step is performed: the activity of its name, with its duty's timeouts and retries. */
export const STEPS: Readonly<
  Record<StepName, ActivityFunctionWithOptions<(request: StepRequest) => Promise<WaitState>>>
> = {
  remindCitizenAnswer: courseSteps.remindCitizenAnswer,
  escalateCitizenAnswer: courseSteps.escalateCitizenAnswer,
  reviewHold: courseSteps.reviewHold,
  escalateHold: courseSteps.escalateHold,
  remindCitizenRequest: courseSteps.remindCitizenRequest,
  escalateCitizenRequest: courseSteps.escalateCitizenRequest,
  remindTask: courseSteps.remindTask,
  escalateTask: courseSteps.escalateTask,
  remindConsentDecision: consentSteps.remindConsentDecision,
  escalateConsentDecision: consentSteps.escalateConsentDecision,
  remindConsentConfirmation: consentSteps.remindConsentConfirmation,
  escalateConsentConfirmation: consentSteps.escalateConsentConfirmation,
  remindConfirmation: consentSteps.remindConfirmation,
  escalateConfirmation: consentSteps.escalateConfirmation,
  lapseProvisionalMatter: consentSteps.lapseProvisionalMatter,
  lapseProvisionalConsent: consentSteps.lapseProvisionalConsent,
  askConsentRenewal: consentSteps.askConsentRenewal,
  escalateConsentRenewal: consentSteps.escalateConsentRenewal,
  expireConsent: consentSteps.expireConsent,
  beginConsent: consentSteps.beginConsent,
  beginBasis: consentSteps.beginBasis,
  expireBasis: consentSteps.expireBasis,
  endCustody: consentSteps.endCustody,
  remindGatheringRequest: gatheringSteps.remindGatheringRequest,
  remindParty: gatheringSteps.remindParty,
  escalateSilence: gatheringSteps.escalateSilence,
  escalateToPartyLeader: gatheringSteps.escalateToPartyLeader,
  remindToConvene: conveningSteps.remindToConvene,
  escalateConvening: conveningSteps.escalateConvening,
  remindProposalAnswer: conveningSteps.remindProposalAnswer,
  remindToFixMeeting: conveningSteps.remindToFixMeeting,
  inviteParticipants: conveningSteps.inviteParticipants,
  remindInvitee: conveningSteps.remindInvitee,
  checkRequiredRoles: conveningSteps.checkRequiredRoles,
  remindToRecordMeeting: conveningSteps.remindToRecordMeeting,
  remindDraftSubmission: draftingSteps.remindDraftSubmission,
  escalateDraftSubmission: draftingSteps.escalateDraftSubmission,
  remindApprover: draftingSteps.remindApprover,
  escalateApproval: draftingSteps.escalateApproval,
  distributeVersion: distributionSteps.distributeVersion,
  remindDelivery: distributionSteps.remindDelivery,
  openFollowUp: followUpSteps.openFollowUp,
  remindFollowUpMeeting: followUpSteps.remindFollowUpMeeting,
  escalateFollowUpMeeting: followUpSteps.escalateFollowUpMeeting,
  remindGoalStatus: followUpSteps.remindGoalStatus,
  remindToCloseFollowUp: followUpSteps.remindToCloseFollowUp,
  remindResponsible: followUpSteps.remindResponsible,
  reportSlippedAgreement: followUpSteps.reportSlippedAgreement,
  remindSuccessor: handoverSteps.remindSuccessor,
  escalateHandover: handoverSteps.escalateHandover,
  remindTeamLeader: handoverSteps.remindTeamLeader,
  beginDeputy: handoverSteps.beginDeputy,
  remindToNameRepresentative: handoverSteps.remindToNameRepresentative,
  escalateRepresentative: handoverSteps.escalateRepresentative,
  endDeputy: handoverSteps.endDeputy,
};
