import type { CommandType } from './plan.types.js';
import type { PlanRole } from './rights.js';

/** Who may give a command, and in which phases besides the plain course of the plan. */
export interface CommandRule {
  readonly by: readonly PlanRole[];
  /** Whether the participant whom the command names may give it, too. */
  readonly bySelf: boolean;
  readonly onHold: boolean;
  readonly beforeAnswer: boolean;
  readonly afterEnd: boolean;
  /** Whether it may be given when the citizen has died and the plan has not ended yet. */
  readonly afterDeath: boolean;
  /**
   * Whether it opens or ends so much that whoever gives it must have signed in a short while ago. What takes a right back, such
   * as a withdrawal, never asks for it: that must be as easy as giving it (Regulation (EU) 2016/679, article 7(3)).
   */
  readonly anew: boolean;
}

const COORDINATION: readonly PlanRole[] = ['coordinator', 'deputy'];
const CITIZEN_SIDE: readonly PlanRole[] = ['citizen', 'custodyHolder'];

function rule(by: readonly PlanRole[], more: Partial<Omit<CommandRule, 'by'>> = {}): CommandRule {
  const plain = { bySelf: false, onHold: false, beforeAnswer: false, afterEnd: false, afterDeath: false };
  return { by, anew: false, ...plain, ...more };
}

const anew = { anew: true };
const anyPhase = { onHold: true, beforeAnswer: true };
const whoever = { ...anyPhase, afterDeath: true };
const always = { ...whoever, afterEnd: true };

/** One declarative table: what is not here is not permitted. */
export const COMMAND_RULES: Readonly<Record<CommandType, CommandRule>> = {
  startPlan: rule([...COORDINATION, 'teamLeader'], always),
  recordCitizenAnswer: rule([...COORDINATION, ...CITIZEN_SIDE, 'teamLeader'], anyPhase),
  replacePolicy: rule(['teamLeader'], { ...anyPhase, ...anew }),
  holdPlan: rule(COORDINATION),
  resumePlan: rule([...COORDINATION, 'teamLeader'], { onHold: true }),
  endPlan: rule([...COORDINATION, 'teamLeader'], { ...whoever, ...anew }),
  // As easily as a consent is taken back: signing in anew stands in nobody's way.
  withdrawFromCourse: rule(CITIZEN_SIDE, anyPhase),
  reopenPlan: rule([...COORDINATION, 'teamLeader'], { ...always, ...anew }),

  performStep: rule(['process'], always),
  reportStepProblem: rule(['process'], always),
  reportNotice: rule(['process'], always),
  reportSecondStart: rule(['process'], whoever),
  noteMergedPlan: rule(['process'], whoever),
  noteDeath: rule(['process'], always),
  reportIncomingMail: rule(['process'], always),

  addParticipant: rule(COORDINATION, anyPhase),
  removeParticipant: rule([...COORDINATION, ...CITIZEN_SIDE], { ...whoever, bySelf: true }),
  replaceParticipant: rule([...COORDINATION, 'partyLeader'], { ...whoever, bySelf: true }),
  changeChannel: rule(COORDINATION, { ...whoever, bySelf: true }),
  showRegisterDetails: rule([], { ...always, bySelf: true }),
  nameContactPerson: rule([...COORDINATION, ...CITIZEN_SIDE], anyPhase),

  confirmMatter: rule([...COORDINATION, ...CITIZEN_SIDE, 'representative', 'teamLeader'], {
    ...anyPhase,
    ...anew,
  }),
  rejectMatter: rule([...COORDINATION, ...CITIZEN_SIDE, 'teamLeader'], anyPhase),
  recordEndOfSay: rule([...COORDINATION, 'teamLeader'], { ...anyPhase, ...anew }),

  recordConsentAttempt: rule(COORDINATION, anyPhase),
  giveConsent: rule([...COORDINATION, ...CITIZEN_SIDE, 'representative'], { onHold: true, ...anew }),
  confirmConsent: rule([...COORDINATION, ...CITIZEN_SIDE, 'representative'], { onHold: true, ...anew }),
  refuseConsent: rule([...COORDINATION, ...CITIZEN_SIDE], { onHold: true }),
  narrowConsent: rule([...COORDINATION, ...CITIZEN_SIDE], { ...anyPhase, afterEnd: true }),
  withdrawConsent: rule([...COORDINATION, ...CITIZEN_SIDE], { ...anyPhase, afterEnd: true }),
  recordBasis: rule(COORDINATION, { ...whoever, ...anew }),
  endBasis: rule(COORDINATION, always),

  requestGathering: rule(COORDINATION),
  answerGathering: rule(COORDINATION, { bySelf: true, onHold: true }),
  withdrawGathering: rule(COORDINATION, { onHold: true }),
  decideOverlap: rule(COORDINATION, { onHold: true }),

  proposeMeeting: rule(COORDINATION),
  answerProposal: rule(COORDINATION, { bySelf: true, onHold: true }),
  fixMeeting: rule(COORDINATION),
  respondToInvitation: rule(COORDINATION, { bySelf: true, onHold: true }),
  recordInvitationReply: rule(['process'], { onHold: true }),
  sendAgenda: rule([...COORDINATION, 'chair']),
  moveMeeting: rule(COORDINATION, { onHold: true }),
  cancelMeeting: rule(COORDINATION, { onHold: true, afterDeath: true }),
  recordAttendance: rule([...COORDINATION, 'chair'], { onHold: true, afterDeath: true }),
  recordMinutes: rule([...COORDINATION, 'chair'], { onHold: true, afterDeath: true }),

  saveSection: rule([...COORDINATION, ...CITIZEN_SIDE, 'representative', 'relative']),
  setGoal: rule([...COORDINATION, ...CITIZEN_SIDE]),
  removeGoal: rule(COORDINATION),
  makeAgreement: rule(COORDINATION),
  reviseAgreement: rule(COORDINATION),
  removeAgreement: rule(COORDINATION),
  endAgreement: rule(COORDINATION, { bySelf: true, onHold: true }),
  reportGoalStatus: rule([...COORDINATION, ...CITIZEN_SIDE, 'representative', 'relative']),
  submitDraft: rule(COORDINATION),
  approveDraft: rule(COORDINATION, { bySelf: true, onHold: true }),
  objectToDraft: rule(COORDINATION, { bySelf: true, onHold: true }),
  withdrawDraft: rule(COORDINATION, { onHold: true }),
  lockVersion: rule(COORDINATION),
  openRevision: rule(COORDINATION),

  recordDelivery: rule(COORDINATION, { bySelf: true, onHold: true, afterDeath: true, afterEnd: true }),
  sendVersionAgain: rule(COORDINATION),

  setFollowUp: rule(COORDINATION),
  closeFollowUp: rule(COORDINATION),

  makeRequest: rule([...CITIZEN_SIDE, ...COORDINATION], anyPhase),
  answerRequest: rule([...COORDINATION, 'teamLeader'], anyPhase),

  proposeHandover: rule(['coordinator'], whoever),
  acceptHandover: rule(['successor', ...COORDINATION, 'teamLeader'], { ...whoever, ...anew }),
  declineHandover: rule(['successor', ...COORDINATION, 'teamLeader'], whoever),
  withdrawHandover: rule(['coordinator', 'teamLeader'], whoever),
  resignCoordinator: rule(['coordinator'], whoever),
  nameCoordinator: rule(['teamLeader'], { ...whoever, ...anew }),
  appointDeputy: rule(['coordinator', 'teamLeader'], { ...whoever, ...anew }),
  dismissDeputy: rule(['coordinator', 'teamLeader'], whoever),

  reportEmployment: rule(['process'], whoever),

  completeTask: rule([...COORDINATION, 'teamLeader'], whoever),
};
