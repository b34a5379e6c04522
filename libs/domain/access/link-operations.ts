import type { CommandType } from '../plan/plan.types.js';
import type { PlanOperation } from './operation-rules.js';
import type { LinkPurpose } from './access-link.types.js';

/**
 * The operations that a link of each purpose lets its holder use, and no others; beside `OPERATION_RULES` and
 * `COMMAND_RULES`, which still say whether they may. Of commands these are the holder's own answers only.
 */
export const LINK_OPERATIONS: Readonly<Record<LinkPurpose, readonly (PlanOperation | CommandType)[]>> = {
  readPlan: [
    'getPlan',
    'listParticipants',
    'listExistingPlans',
    'listMeetings',
    'listSections',
    'getSection',
    'listGoals',
    'listAgreements',
    'listFollowUps',
    'listVersions',
    'getVersion',
    'listDeliveries',
    'listDocuments',
    'getDocument',
    'recordDelivery',
  ],
  answerGathering: ['listGatheringRequests', 'answerGathering', 'uploadDocument'],
  answerMeeting: ['listMeetings', 'answerProposal', 'respondToInvitation'],
  answerDraft: [
    'listVersions',
    'getVersion',
    'listSections',
    'getSection',
    'listGoals',
    'listAgreements',
    'recordDelivery',
    'approveDraft',
    'objectToDraft',
  ],
  reportAgreement: ['listAgreements', 'endAgreement'],
};
