import { describe, expect, it } from '@jest/globals';
import type { ActorName } from '../../../test/factories/plan-actors.js';
import * as commands from '../../../test/factories/plan-commands.js';
import { codeOf, type Life, life } from '../../../test/factories/plan-life.js';
import { COMMAND_RULES, type CommandRule } from './command-rules.js';
import { defaultPolicy } from './default-policy.js';
import type { CommandType, PlanCommand } from './plan.types.js';
import { PLAN_ROLES, type PlanRole } from './rights.js';

const AT = life().at;

/** One command of each type; whatever concerns a participant concerns the job centre. */
const ONE_OF_EACH: { readonly [T in CommandType]: Extract<PlanCommand, { type: T }> } = {
  startPlan: commands.startPlan(),
  recordCitizenAnswer: { type: 'recordCitizenAnswer', answer: 'yes', manner: 'oral' },
  replacePolicy: { type: 'replacePolicy', policy: { ...defaultPolicy, version: 'another' } },
  holdPlan: commands.holdPlan(),
  resumePlan: { type: 'resumePlan' },
  endPlan: commands.endPlan('moved'),
  reopenPlan: { type: 'reopenPlan', reason: 'wished', coordinatorPersonId: 'person-deputy' },
  performStep: { type: 'performStep', step: 'remindTask', key: 'unknown', tryNow: false },
  reportStepProblem: { type: 'reportStepProblem', step: 'remindTask', key: 'unknown', code: 'FAILED' },
  reportNotice: {
    type: 'reportNotice',
    noticeKey: 'notice-1',
    outcome: 'accepted',
    participantId: null,
    version: null,
    code: null,
  },
  reportIncomingMail: { type: 'reportIncomingMail', what: 'personal', participantId: 'psychiatry' },
  reportSecondStart: { type: 'reportSecondStart' },
  noteMergedPlan: { type: 'noteMergedPlan', fromPlanId: 'plan-2', open: [] },
  withdrawFromCourse: { type: 'withdrawFromCourse', words: null },
  noteDeath: { type: 'noteDeath', personId: 'person-jobCentre', deceased: true },
  addParticipant: commands.addParticipant('substance'),
  removeParticipant: { type: 'removeParticipant', participantId: 'jobCentre', reason: 'left' },
  replaceParticipant: {
    type: 'replaceParticipant',
    participantId: 'jobCentre',
    personId: 'person-colleague',
    channel: 'mail',
  },
  changeChannel: { type: 'changeChannel', participantId: 'jobCentre', channel: 'telephone' },
  showRegisterDetails: { type: 'showRegisterDetails', participantId: 'jobCentre' },
  nameContactPerson: { type: 'nameContactPerson', participantId: 'jobCentre' },
  confirmMatter: { type: 'confirmMatter', confirmationId: 'basis:basis-1', seen: null },
  rejectMatter: { type: 'rejectMatter', confirmationId: 'basis:basis-1', reason: 'not so' },
  recordEndOfSay: {
    type: 'recordEndOfSay',
    participantId: 'jobCentre',
    seen: commands.SEEN,
    reason: 'custody moved',
  },
  recordConsentAttempt: {
    type: 'recordConsentAttempt',
    participantIds: ['jobCentre'],
    outcome: 'postponed',
    place: 'ward',
    helperPersonId: null,
    minutesSpent: 10,
  },
  giveConsent: commands.giveConsent('consent-9', [commands.grant('jobCentre', AT)]),
  confirmConsent: { type: 'confirmConsent', consentId: 'consent-1', participantId: 'jobCentre' },
  refuseConsent: { type: 'refuseConsent', participantId: 'jobCentre', reason: null },
  narrowConsent: { type: 'narrowConsent', participantId: 'jobCentre', keep: ['goals'] },
  withdrawConsent: { type: 'withdrawConsent', participantId: 'jobCentre' },
  recordBasis: commands.recordBasis('basis-1', 'jobCentre', AT),
  endBasis: { type: 'endBasis', basisId: 'basis-1', reason: 'over' },
  requestGathering: { type: 'requestGathering', participantIds: ['jobCentre'], answerBy: null },
  answerGathering: { type: 'answerGathering', participantId: 'jobCentre', answer: { kind: 'noPlan' } },
  withdrawGathering: { type: 'withdrawGathering', participantId: 'jobCentre', reason: 'not needed' },
  decideOverlap: { type: 'decideOverlap', overlapKey: 'a+b', decision: 'confirmed', reason: null },
  proposeMeeting: commands.proposeMeeting('meeting-1', AT),
  answerProposal: { type: 'answerProposal', meetingId: 'meeting-1', participantId: 'jobCentre', answers: {} },
  fixMeeting: commands.fixMeeting('meeting-1', AT),
  respondToInvitation: {
    type: 'respondToInvitation',
    meetingId: 'meeting-1',
    participantId: 'jobCentre',
    response: 'accepted',
    deputyPersonId: null,
  },
  recordInvitationReply: {
    type: 'recordInvitationReply',
    meetingId: 'meeting-1',
    participantId: 'jobCentre',
    sequence: 0,
    response: 'accepted',
    repliedAt: AT,
  },
  sendAgenda: { type: 'sendAgenda', meetingId: 'meeting-1', items: [] },
  moveMeeting: commands.moveMeeting('meeting-1', AT, 20),
  cancelMeeting: { type: 'cancelMeeting', meetingId: 'meeting-1', reason: 'illness' },
  recordAttendance: commands.recordAttendance('meeting-1'),
  recordMinutes: { type: 'recordMinutes', meetingId: 'meeting-1', minutes: 'said' },
  saveSection: commands.saveSection('survey'),
  setGoal: commands.setGoal(),
  makeAgreement: commands.makeAgreement('agreement-1', AT),
  reviseAgreement: {
    type: 'reviseAgreement',
    agreementId: 'agreement-1',
    title: 'a talk each month',
    responsibleParticipantId: 'jobCentre',
    dueDate: '2027-07-01',
  },
  removeAgreement: { type: 'removeAgreement', agreementId: 'agreement-1' },
  removeGoal: { type: 'removeGoal', goalId: 'goal-1' },
  endAgreement: {
    type: 'endAgreement',
    agreementId: 'agreement-1',
    outcome: 'kept',
    reason: null,
    replacement: null,
  },
  reportGoalStatus: { type: 'reportGoalStatus', goalId: 'goal-1', status: 'onTrack', note: null },
  submitDraft: { type: 'submitDraft' },
  approveDraft: { type: 'approveDraft', participantId: 'jobCentre' },
  objectToDraft: { type: 'objectToDraft', participantId: 'jobCentre', section: 'goals', reason: 'not so' },
  withdrawDraft: { type: 'withdrawDraft', reason: 'one more thing' },
  lockVersion: { type: 'lockVersion', reason: 'silence' },
  openRevision: { type: 'openRevision', from: 'goals', reason: 'changed' },
  recordDelivery: {
    type: 'recordDelivery',
    version: 1,
    participantId: 'jobCentre',
    status: 'read',
    channel: 'mail',
    note: null,
  },
  sendVersionAgain: { type: 'sendVersionAgain', version: 1, participantId: 'jobCentre', channel: 'mail' },
  setFollowUp: { type: 'setFollowUp', intervalMonths: 3, nextOn: null },
  closeFollowUp: { type: 'closeFollowUp', outcome: 'continue', nextOn: null, note: null },
  makeRequest: commands.makeRequest('request-1'),
  answerRequest: { type: 'answerRequest', requestId: 'request-1', answer: 'granted', reason: 'yes' },
  proposeHandover: { type: 'proposeHandover', successorPersonId: 'person-successor', reason: 'new job' },
  acceptHandover: { type: 'acceptHandover' },
  declineHandover: { type: 'declineHandover', reason: 'no time' },
  withdrawHandover: { type: 'withdrawHandover' },
  resignCoordinator: { type: 'resignCoordinator', reason: 'moves away' },
  nameCoordinator: { type: 'nameCoordinator', personId: 'person-deputy', reason: 'closest' },
  appointDeputy: {
    type: 'appointDeputy',
    personId: 'person-deputy',
    from: AT,
    to: commands.daysAfter(AT, 9),
  },
  dismissDeputy: { type: 'dismissDeputy' },
  reportEmployment: { type: 'reportEmployment', personId: 'person-job-centre' },
  completeTask: { type: 'completeTask', taskId: 'none', note: null },
};

/** What somebody is for a time only: each of these is tried on its own, where it is told how it begins and ends. */
const PASSING_ROLES = ['chair', 'partyLeader', 'meetingDeputy'] as const satisfies readonly PlanRole[];
type HeldRole = Exclude<PlanRole, (typeof PASSING_ROLES)[number]>;
const isHeld = (role: PlanRole): role is HeldRole => !PASSING_ROLES.some((passing) => passing === role);
const HELD_ROLES = PLAN_ROLES.filter(isHeld);

const ACTOR_OF: Readonly<Record<HeldRole, ActorName>> = {
  process: 'process',
  coordinator: 'coordinator',
  deputy: 'deputy',
  successor: 'successor',
  citizen: 'citizen',
  custodyHolder: 'custodyHolder',
  representative: 'psychiatry',
  relative: 'relative',
  teamLeader: 'teamLeader',
};

/** Everybody has a part in this plan: each role is held by one person. */
const everybody = life()
  .started({ citizenOfAgeAt: '2029-04-05T22:00:00.000Z' })
  .withConsent('psychiatry', 'jobCentre', 'relative')
  .withParticipant('custodyHolder')
  .does({ type: 'proposeHandover', successorPersonId: 'person-successor', reason: 'new job' })
  .does((at) => ({
    type: 'appointDeputy',
    personId: 'person-deputy',
    from: at,
    to: commands.daysAfter(at, 30),
  }));
const pending = life().started({ citizenAnswer: 'pending', answerManner: null });

const rules = Object.entries(COMMAND_RULES) as [CommandType, CommandRule][];
const heldRoles = ({ by }: CommandRule): HeldRole[] => HELD_ROLES.filter((role) => by.includes(role));
const permitted = ({ by }: CommandRule): ActorName => {
  const [first] = by;
  return first === undefined || !isHeld(first) ? 'coordinator' : ACTOR_OF[first];
};

function refusal(before: Life, type: CommandType, by: ActorName): string | null {
  return codeOf(() => before.does(ONE_OF_EACH[type], by));
}

describe('who may give which command', () => {
  it.each(rules)('%s: to a stranger, and to a machine, there is no plan', (type) => {
    for (const by of ['stranger', 'otherTeamLeader', 'substance', 'machine'] as const) {
      expect(refusal(everybody, type, by)).toBe('PLAN.NOT_FOUND');
    }
  });

  it.each(rules)('%s: is refused to every role that may not give it', (type, { by }) => {
    for (const role of HELD_ROLES.filter((one) => !by.includes(one))) {
      expect([role, refusal(everybody, type, ACTOR_OF[role])]).toEqual([role, 'ACTOR.NOT_PERMITTED']);
    }
  });

  it.each(rules)('%s: is never refused for the role to one that may give it', (type, rule) => {
    for (const role of heldRoles(rule)) {
      const code = refusal(everybody, type, ACTOR_OF[role]);
      expect([role, code === 'ACTOR.NOT_PERMITTED' || code === 'PLAN.NOT_FOUND']).toEqual([role, false]);
    }
  });

  it.each(rules.filter(([, { bySelf }]) => bySelf))(
    '%s: may be given by whom it concerns, and by no other participant',
    (type) => {
      const before = type === 'endAgreement' ? withAgreementOfJobCentre() : everybody;
      expect(refusal(before, type, 'jobCentre')).not.toBe('ACTOR.NOT_PERMITTED');
      expect(refusal(before, type, 'psychiatry')).toBe('ACTOR.NOT_PERMITTED');
    },
  );
});

describe('who chairs a meeting', () => {
  const chaired = everybody
    .withMeeting('meeting-1', { chairParticipantId: 'psychiatry' })
    .withMeeting('meeting-2', { chairParticipantId: 'jobCentre' });
  const byChair = rules.filter(([, { by }]) => by.includes('chair'));

  it.each(byChair)('%s: may be given for this meeting, and for no other', (type) => {
    expect(refusal(chaired, type, 'psychiatry')).not.toBe('ACTOR.NOT_PERMITTED');
    expect(refusal(chaired, type, 'jobCentre')).toBe('ACTOR.NOT_PERMITTED');
  });

  it.each(byChair)('%s: not any more once the consent is withdrawn', (type) => {
    const withdrawn = chaired.does({ type: 'withdrawConsent', participantId: 'psychiatry' }, 'citizen');
    expect(refusal(withdrawn, type, 'psychiatry')).toBe('PLAN.NOT_FOUND');
  });
});

function withAgreementOfJobCentre(): Life {
  return everybody
    .does(commands.setGoal())
    .does((at) => commands.makeAgreement('agreement-1', at, { responsibleParticipantId: 'jobCentre' }));
}

describe('in which phase a command is right', () => {
  it.each(rules.filter(([, { afterEnd }]) => !afterEnd))('%s: not after the end', (type, rule) => {
    const by = rule.by.includes('successor') ? 'coordinator' : permitted(rule);
    expect(refusal(everybody.ended(), type, by)).toBe('PLAN.ENDED');
  });

  it.each(rules.filter(([, { onHold }]) => !onHold))('%s: not on hold', (type, rule) => {
    expect(refusal(everybody.held(), type, permitted(rule))).toBe('PLAN.ON_HOLD');
  });

  it.each(rules.filter(([, { beforeAnswer }]) => !beforeAnswer))(
    '%s: not before the citizen has said yes',
    (type, rule) => {
      expect(refusal(pending, type, permitted(rule))).toBe('PLAN.AWAITS_CITIZEN_ANSWER');
    },
  );

  it.each(rules.filter(([, { onHold }]) => onHold))('%s: on hold, too', (type, rule) => {
    expect(refusal(everybody.held(), type, permitted(rule))).not.toBe('PLAN.ON_HOLD');
  });

  it.each(rules.filter(([, { afterEnd }]) => afterEnd))('%s: after the end, too', (type, rule) => {
    expect(refusal(everybody.ended(), type, permitted(rule))).not.toBe('PLAN.ENDED');
  });
});

describe('what somebody may not see', () => {
  /** Psychiatry may know of the course and nothing else; the job centre sees everything. */
  const narrowed = life()
    .started()
    .withConsent('jobCentre')
    .withParticipant('psychiatry')
    .does(
      (at) => commands.giveConsent('consent-9', [{ ...commands.grant('psychiatry', at), kinds: ['course'] }]),
      'citizen',
    );
  const goal = narrowed.does(commands.setGoal());
  const agreed = goal.does((at) => ({
    ...commands.makeAgreement('agreement-1', at),
    responsibleParticipantId: 'jobCentre',
  }));
  const report = (status: 'achieved' | 'dropped'): PlanCommand => ({
    type: 'reportGoalStatus',
    goalId: 'goal-1',
    status,
    note: null,
  });
  const drafted = agreed
    .does(commands.saveSection('survey'))
    .does(commands.saveSection('challenges'))
    .does(commands.saveSection('followUp'));
  const lives: readonly (readonly [string, Life])[] = [
    ['a goal', goal],
    ['a goal with an open agreement', agreed],
    ['a goal that is achieved', goal.does(report('achieved'))],
    ['a goal that is dropped', goal.does(report('dropped'))],
    ['sections', drafted],
    ['a draft that is out for approval', drafted.submitted()],
    ['a version that is closed', drafted.submitted().approved()],
    ['a hold', agreed.held()],
  ];

  it.each(lives)('is told to nobody by a refusal: %s', (_what, changed) => {
    for (const one of Object.values(ONE_OF_EACH)) {
      // Whoever may know of the plan may see which versions there are.
      if (one.type === 'recordDelivery') continue;
      for (const status of ['onTrack', 'achieved'] as const) {
        const own = 'participantId' in one ? { ...one, participantId: 'psychiatry' } : one;
        const command = (own.type === 'reportGoalStatus' ? { ...own, status } : own) as PlanCommand;
        const tried = (where: Life): unknown => codeOf(() => where.does(command, 'psychiatry'));
        expect([command.type, tried(changed)]).toEqual([command.type, tried(narrowed)]);
      }
    }
  });
});
