import { INCOMING_MAILS } from '../../libs/domain/task/task.types.js';
import {
  type Attendance,
  ATTENDANCE_MODES,
  type Meeting,
  MEETING_KINDS,
  type OptionAnswer,
} from '../../libs/domain/meeting/meeting.types.js';
import { CITIZEN_REQUEST_KINDS } from '../../libs/domain/citizen-request/citizen-request.types.js';
import {
  CONSENT_BASES,
  CONSENT_MANNERS,
  type GrantRequest,
  PURPOSES,
} from '../../libs/domain/consent/consent.types.js';
import { answersForThemself } from '../../libs/domain/participants/speaks-for-citizen.js';
import { type Delivery, DELIVERY_STATUSES } from '../../libs/domain/distribution/distribution.types.js';
import { WRITTEN_SECTIONS } from '../../libs/domain/drafting/drafting.types.js';
import { noticeKey } from '../../libs/domain/notice/notices.js';
import {
  CHANNELS,
  type ParticipantRole,
  PARTY_ROLES,
} from '../../libs/domain/participants/participant.types.js';
import { citizenDied } from '../../libs/domain/death/deaths.js';
import { defaultPolicy } from '../../libs/domain/plan/default-policy.js';
import type { CommandType, PlanCommand, PlanState } from '../../libs/domain/plan/plan.types.js';
import type { Policy } from '../../libs/domain/plan/policy.types.js';
import { type ActorName, actors, organisationOf, personOf } from '../factories/plan-actors.js';
import * as commands from '../factories/plan-commands.js';
import type { Choices } from './choices.js';

type Maker = (state: PlanState, at: string, choices: Choices) => PlanCommand;

const NAMES = Object.keys(commands.PARTICIPANTS) as commands.ParticipantName[];
const PEOPLE: readonly ActorName[] = ['successor', 'deputy', 'psychiatry', 'coordinator', 'jobCentre'];
const ROLES: readonly ParticipantRole[] = [
  'regionalPsychiatry',
  'substanceTreatment',
  'gp',
  'guardian',
  'relative',
];

/** Two policies of real length, and one that counts in minutes as demonstrations do. */
export const POLICIES: readonly Policy[] = [
  defaultPolicy,
  {
    ...defaultPolicy,
    version: 'strict',
    closingDays: { firstOfMay: false, constitutionDay: false, christmasEve: false, newYearsEve: false },
    quietHours: { from: '16:00', to: '08:30' },
    consentRenewalLeadDays: 20,
    meetingNotice: { workingDays: 1 },
    followUpMonths: { least: 1, most: 3, usual: 2 },
  },
  {
    ...defaultPolicy,
    version: 'minutes',
    quietHours: { from: '00:00', to: '00:00' },
    gatheringAnswerWithin: { minutes: 600 },
    proposalAnswerWithin: { minutes: 90 },
    meetingNotice: { minutes: 30 },
    draftApprovalWithin: { minutes: 600 },
    taskWithin: { minutes: 30 },
    retryProblemAfter: { minutes: 20 },
    ladders: {
      ...defaultPolicy.ladders,
      gatheringAnswer: [
        { step: 'remindParty', offset: { minutes: -60 } },
        { step: 'remindParty', offset: { minutes: 0 } },
        { step: 'escalateSilence', offset: { minutes: 60 } },
      ],
      draftApproval: [{ step: 'remindApprover', offset: { minutes: -10_000 }, always: true }],
    },
  },
];

function participantId(state: PlanState, choices: Choices): string {
  if (choices.chance(3)) return 'nobody';
  return choices.oneOf(Object.keys(state.participants));
}

/** Usually the newest of its kind, sometimes any, rarely one that does not exist. */
function known(record: object, choices: Choices): string {
  const ids = Object.keys(record);
  if (ids.length === 0 || choices.chance(3)) return 'unknown';
  return choices.chance(70) ? (ids.at(-1) ?? 'unknown') : choices.oneOf(ids);
}

/** Usually an agreement that does not bind yet. */
function draftAgreement(state: PlanState, choices: Choices): string {
  const agreement = Object.values(state.agreements).findLast(({ bindingSince }) => bindingSince === null);
  return agreement?.agreementId ?? known(state.agreements, choices);
}

/** Usually the newest that the command is meant for. */
function fitting<T>(
  record: Readonly<Record<string, T>>,
  fits: (one: T) => boolean,
  choices: Choices,
): string {
  const found = Object.entries(record).findLast(([, one]) => fits(one))?.[0];
  return found === undefined || choices.chance(10) ? known(record, choices) : found;
}

const isFixed = ({ status }: Meeting): boolean => status === 'fixed';
const isProposed = ({ status }: Meeting): boolean => status === 'proposed';

function fresh(prefix: string, record: object | readonly string[], choices: Choices): string {
  const count = Array.isArray(record) ? record.length : Object.keys(record).length;
  return `${prefix}-${String(choices.chance(95) ? count + 1 : choices.below(count + 1))}`;
}

function grants(state: PlanState, at: string, choices: Choices): GrantRequest[] {
  const others = Object.keys(state.participants).filter((id) => id !== 'citizen');
  const recipients = choices.chance(40) ? others : others.filter(() => choices.chance(50));
  return (recipients.length === 0 ? [participantId(state, choices)] : recipients).map((recipient) =>
    commands.grant(recipient, at, {
      kinds: choices.chance(70) ? commands.ALL_KINDS : kinds(choices),
      purpose: choices.chance(90) ? 'coordination' : choices.oneOf(PURPOSES),
      from: choices.chance(80) ? at : commands.daysAfter(at, choices.below(40) - 10),
      to: commands.daysAfter(at, choices.oneOf([364, 364, 300, 90, 20, 2, 400, -1]), '00:00'),
    }),
  );
}

function usualGiver(state: PlanState, at: string): 'citizen' | 'custodyHolder' {
  return answersForThemself(state, at) ? 'citizen' : 'custodyHolder';
}

function kinds(choices: Choices): typeof commands.ALL_KINDS {
  return commands.ALL_KINDS.filter(() => choices.chance(45));
}

function minutesAfter(at: string, minutes: number): string {
  return new Date(Date.parse(at) + minutes * 60_000).toISOString();
}

function attendance(state: PlanState, choices: Choices): Attendance[] {
  return Object.keys(state.participants).map((id) => ({
    participantId: id,
    mode: choices.oneOf(ATTENDANCE_MODES),
  }));
}

/** One way of giving each command: mostly what a person would do in this state, sometimes what nobody should. */
const MAKERS: Readonly<Record<Exclude<CommandType, 'performStep' | 'startPlan'>, Maker>> = {
  recordCitizenAnswer: (_state, _at, choices) => ({
    type: 'recordCitizenAnswer',
    answer: choices.chance(90) ? 'yes' : 'no',
    manner: 'oral',
  }),
  replacePolicy: (_state, _at, choices) => ({ type: 'replacePolicy', policy: choices.oneOf(POLICIES) }),
  holdPlan: (_state, at, choices) =>
    commands.holdPlan(
      choices.chance(50) ? null : commands.dateAfter(at, choices.below(90)),
      choices.chance(40),
    ),
  resumePlan: () => ({ type: 'resumePlan' }),
  endPlan(state, _at, choices) {
    const reasons = ['completed', 'completed', 'citizenWithdrew', 'moved', 'died', 'merged'] as const;
    const reason = choices.oneOf(reasons);
    const isWhole = choices.chance(90) === (reason === 'merged');
    const into = choices.oneOf(['plan-2', 'plan-2', 'plan-2', 'plan-9', state.planId]);
    return commands.endPlan(reason, isWhole ? into : null);
  },
  reopenPlan: (_state, _at, choices) => ({
    type: 'reopenPlan',
    reason: 'wished',
    coordinatorPersonId: personOf(choices.oneOf(PEOPLE)),
  }),
  reportStepProblem: (_state, _at, choices) => ({
    type: 'reportStepProblem',
    step: choices.chance(50) ? 'remindParty' : 'inviteParticipants',
    key: 'unknown',
    code: 'STEP.FAILED',
  }),
  reportNotice: (state, _at, choices) => {
    const delivery = state.deliveries[known(state.deliveries, choices)];
    return {
      type: 'reportNotice',
      noticeKey: noticeKeyOf(state, delivery, choices),
      outcome: choices.oneOf(['accepted', 'delivered', 'failed', 'uncertain', 'withheld']),
      participantId: choices.chance(80) ? (delivery?.participantId ?? 'psychiatry') : null,
      version: choices.chance(80) ? (delivery?.version ?? null) : null,
      code: null,
    };
  },
  reportIncomingMail: (state, _at, choices) => ({
    type: 'reportIncomingMail',
    what: choices.oneOf([...INCOMING_MAILS]),
    participantId: choices.chance(20) ? null : participantId(state, choices),
  }),
  noteMergedPlan: (_state, _at, choices) => ({
    type: 'noteMergedPlan',
    fromPlanId: choices.oneOf(['plan-2', 'plan-3']),
    open: [{ kind: 'agreementOutcome', count: 1 + choices.below(3) }],
  }),
  reportSecondStart: () => ({ type: 'reportSecondStart' }),
  withdrawFromCourse: () => ({ type: 'withdrawFromCourse', words: null }),
  // What the register says of somebody, told once more.
  noteDeath: (state, _at, choices) => ({
    type: 'noteDeath',
    personId: choices.chance(60) ? state.citizenPersonId : personOf(choices.oneOf(PEOPLE)),
  }),

  addParticipant(state, _at, choices) {
    const missing = NAMES.filter((name) => state.participants[name] === undefined);
    if (missing.length > 0 && choices.chance(80)) {
      return commands.addParticipant(choices.oneOf(missing), {
        channel: choices.chance(70) ? 'mail' : choices.oneOf(CHANNELS),
        wishedByCitizen: choices.chance(90),
      });
    }
    const id = fresh('party', state.participants, choices);
    const role = choices.oneOf(ROLES);
    const own = organisationOf(choices.oneOf(PEOPLE)) ?? 'org-elsewhere';
    const given = choices.chance(90) ? own : choices.oneOf(['org-region', 'org-elsewhere']);
    return commands.addParticipant('psychiatry', {
      participantId: id,
      personId: `person-${id}`,
      role,
      organisationId: PARTY_ROLES.includes(role) === choices.chance(95) ? given : null,
      worksIn: choices.chance(95) ? [own, 'org-region'] : [],
      channel: choices.oneOf(CHANNELS),
      wishedByCitizen: choices.chance(80),
    });
  },
  removeParticipant: (state, _at, choices) => ({
    type: 'removeParticipant',
    participantId: participantId(state, choices),
    reason: 'left',
  }),
  replaceParticipant: (state, _at, choices) => ({
    type: 'replaceParticipant',
    participantId: participantId(state, choices),
    personId: personOf(
      choices.oneOf(['psychiatryColleague', 'psychiatry', 'jobCentre', 'relative', 'citizen']),
    ),
    channel: choices.oneOf(CHANNELS),
  }),
  changeChannel: (state, _at, choices) => ({
    type: 'changeChannel',
    participantId: participantId(state, choices),
    channel: choices.oneOf(CHANNELS),
  }),
  showRegisterDetails: (state, _at, choices) => ({
    type: 'showRegisterDetails',
    participantId: participantId(state, choices),
  }),
  nameContactPerson: (state, _at, choices) => ({
    type: 'nameContactPerson',
    participantId: participantId(state, choices),
  }),

  confirmMatter: (state, _at, choices) => ({
    type: 'confirmMatter',
    confirmationId: known(state.provisional ?? {}, choices),
    seen: choices.chance(80) ? commands.SEEN : null,
  }),
  rejectMatter: (state, _at, choices) => ({
    type: 'rejectMatter',
    confirmationId: known(state.provisional ?? {}, choices),
    reason: 'not so',
  }),
  recordEndOfSay: (state, _at, choices) => ({
    type: 'recordEndOfSay',
    participantId: participantId(state, choices),
    seen: commands.SEEN,
    reason: 'custody moved',
  }),
  recordConsentAttempt: (state, _at, choices) => ({
    type: 'recordConsentAttempt',
    participantIds: [participantId(state, choices)],
    outcome: 'postponed',
    place: 'ward',
    helperPersonId: null,
    minutesSpent: 10,
  }),
  giveConsent: (state, at, choices) =>
    commands.giveConsent(fresh('consent', state.usedIds, choices), grants(state, at, choices), {
      basis: choices.oneOf(CONSENT_BASES),
      manner: choices.chance(80) ? 'written' : choices.oneOf(CONSENT_MANNERS),
      givenBy: choices.chance(70)
        ? usualGiver(state, at)
        : choices.oneOf(['citizen', 'custodyHolder', 'guardian']),
    }),
  confirmConsent(state, _at, choices) {
    const grant = state.grants[fitting(state.grants, ({ status }) => status === 'provisional', choices)];
    return {
      type: 'confirmConsent',
      consentId: grant?.consentId ?? 'unknown',
      participantId: grant?.participantId ?? participantId(state, choices),
    };
  },
  refuseConsent: (state, _at, choices) => ({
    type: 'refuseConsent',
    participantId: participantId(state, choices),
    reason: null,
  }),
  narrowConsent: (state, _at, choices) => ({
    type: 'narrowConsent',
    participantId: participantId(state, choices),
    keep: kinds(choices),
  }),
  withdrawConsent: (state, _at, choices) => ({
    type: 'withdrawConsent',
    participantId: participantId(state, choices),
  }),
  recordBasis: (state, at, choices) =>
    commands.recordBasis(fresh('basis', state.usedIds, choices), participantId(state, choices), at, {
      kinds: kinds(choices),
      from: commands.daysAfter(at, choices.below(10) - 5),
      to: commands.daysAfter(at, choices.below(60) - 3),
      citizenTold: choices.chance(90),
    }),
  endBasis: (state, _at, choices) => ({
    type: 'endBasis',
    basisId: known(state.bases, choices),
    reason: 'no longer needed',
  }),

  requestGathering: (state, at, choices) => ({
    type: 'requestGathering',
    participantIds: choices.chance(70)
      ? Object.keys(state.participants).filter(
          (id) =>
            ['psychiatry', 'substance', 'jobCentre'].includes(id) &&
            state.gatheringRequests[id] === undefined,
        )
      : [participantId(state, choices)],
    answerBy: choices.chance(70) ? null : commands.dateAfter(at, choices.below(30)),
  }),
  answerGathering: (state, _at, choices) => ({
    type: 'answerGathering',
    participantId: known(state.gatheringRequests, choices),
    answer: choices.oneOf([
      { kind: 'noPlan' },
      { kind: 'cannotAnswer', reason: 'unknown here' },
      { kind: 'plans', existingPlans: [], documentIds: ['document-1'] },
      { kind: 'plans', existingPlans: [], documentIds: [] },
    ]),
  }),
  withdrawGathering: (state, _at, choices) => ({
    type: 'withdrawGathering',
    participantId: known(state.gatheringRequests, choices),
    reason: 'not needed',
  }),
  decideOverlap: (_state, _at, choices) => ({
    type: 'decideOverlap',
    overlapKey: `overlap-${String(choices.below(4))}`,
    decision: choices.oneOf(['confirmed', 'dismissed']),
    reason: null,
  }),

  proposeMeeting: (state, at, choices) =>
    commands.proposeMeeting(fresh('meeting', state.meetings, choices), at, {
      kind: choices.oneOf(MEETING_KINDS),
      answerBy: choices.chance(70) ? null : commands.dateAfter(at, choices.below(30) - 1),
    }),
  answerProposal: (state, _at, choices) => {
    const meetingId = fitting(state.meetings, isProposed, choices);
    const answers = (state.meetings[meetingId]?.options ?? []).map(
      ({ optionId }) => [optionId, choices.oneOf<OptionAnswer>(['yes', 'ifNeeded', 'no'])] as const,
    );
    return {
      type: 'answerProposal',
      meetingId,
      participantId: participantId(state, choices),
      answers: choices.chance(95) ? Object.fromEntries(answers) : { never: 'yes' },
    };
  },
  fixMeeting(state, at, choices) {
    const proposed = Object.values(state.meetings).find(({ status }) => status === 'proposed');
    if (proposed !== undefined && choices.chance(70)) {
      return commands.fixMeeting(proposed.meetingId, at, {
        kind: null,
        optionId: choices.oneOf(['first', 'second', 'third']),
        from: null,
        to: null,
      });
    }
    const days = choices.oneOf([10, 14, 20, 40, 1, -1]);
    const urgent = choices.chance(20);
    return commands.fixMeeting(fresh('meeting', state.meetings, choices), at, {
      kind: urgent ? 'urgent' : 'plan',
      from: urgent ? minutesAfter(at, 180) : commands.daysAfter(at, days),
      to: urgent ? minutesAfter(at, 240) : commands.daysAfter(at, days, '13:30'),
      chairParticipantId: choices.chance(80) ? null : participantId(state, choices),
    });
  },
  respondToInvitation(state, _at, choices) {
    const meetingId = fitting(state.meetings, isFixed, choices);
    return {
      type: 'respondToInvitation',
      meetingId,
      participantId: known(state.meetings[meetingId]?.invitations ?? {}, choices),
      response: choices.oneOf(['accepted', 'declined', 'tentative']),
      deputyPersonId: choices.chance(15)
        ? personOf(choices.oneOf(['psychiatryColleague', 'jobCentre']))
        : null,
    };
  },
  recordInvitationReply(state, at, choices) {
    const meetingId = fitting(state.meetings, isFixed, choices);
    const meeting = state.meetings[meetingId];
    return {
      type: 'recordInvitationReply',
      meetingId,
      participantId: known(meeting?.invitations ?? {}, choices),
      sequence: (meeting?.sequence ?? 0) + choices.oneOf([0, 0, 0, -1, 1]),
      response: choices.oneOf(['accepted', 'declined', 'tentative']),
      ...(choices.chance(20) ? { wish: choices.oneOf(['anotherTime', 'delegation']) } : {}),
      repliedAt: commands.daysAfter(at, choices.oneOf([0, -1, -20, 1])),
    };
  },
  sendAgenda: (state, _at, choices) => ({
    type: 'sendAgenda',
    meetingId: fitting(state.meetings, isFixed, choices),
    items: ['since last time'],
  }),
  moveMeeting: (state, at, choices) =>
    commands.moveMeeting(fitting(state.meetings, isFixed, choices), at, choices.oneOf([8, 15, 30, 1])),
  cancelMeeting: (state, _at, choices) => ({
    type: 'cancelMeeting',
    meetingId: fitting(state.meetings, isFixed, choices),
    reason: 'illness',
  }),
  recordAttendance: (state, _at, choices) =>
    commands.recordAttendance(fitting(state.meetings, isFixed, choices), {
      attendance: attendance(state, choices),
      withoutCitizenReason: choices.chance(60) ? 'wished so' : null,
    }),
  recordMinutes: (state, _at, choices) => ({
    type: 'recordMinutes',
    meetingId: known(state.meetings, choices),
    minutes: 'what was said',
  }),

  saveSection(state, _at, choices) {
    const section =
      WRITTEN_SECTIONS.find((one) => state.sections[one] === undefined) ?? choices.oneOf(WRITTEN_SECTIONS);
    const revision = state.sections[section]?.revision ?? 0;
    return commands.saveSection(
      section,
      choices.chance(92) ? revision : revision + 1,
      choices.chance(95) ? 'text' : ' ',
    );
  },
  setGoal: (state, _at, choices) =>
    commands.setGoal(choices.chance(50) ? fresh('goal', state.goals, choices) : known(state.goals, choices)),
  makeAgreement: (state, at, choices) =>
    commands.makeAgreement(fresh('agreement', state.agreements, choices), at, {
      goalId: known(state.goals, choices),
      responsibleParticipantId: participantId(state, choices),
      dueDate: commands.dateAfter(at, choices.below(120) - 2),
      bindsAtOnce: choices.chance(30),
    }),
  reviseAgreement: (state, at, choices) => ({
    type: 'reviseAgreement',
    agreementId: draftAgreement(state, choices),
    title: 'another day',
    responsibleParticipantId: participantId(state, choices),
    dueDate: commands.dateAfter(at, choices.below(120) - 2),
  }),
  removeAgreement: (state, _at, choices) => ({
    type: 'removeAgreement',
    agreementId: draftAgreement(state, choices),
  }),
  removeGoal: (state, _at, choices) => ({ type: 'removeGoal', goalId: known(state.goals, choices) }),
  endAgreement(state, at, choices) {
    const outcome = choices.oneOf(['kept', 'kept', 'late', 'changed', 'dropped'] as const);
    return {
      type: 'endAgreement',
      agreementId:
        Object.values(state.agreements).find((one) => one.outcome === null)?.agreementId ??
        known(state.agreements, choices),
      outcome,
      reason: choices.chance(85) ? 'so it went' : null,
      replacement:
        outcome === 'changed' && choices.chance(90)
          ? {
              agreementId: fresh('agreement', state.agreements, choices),
              title: 'another way',
              responsibleParticipantId: participantId(state, choices),
              dueDate: commands.dateAfter(at, 30),
            }
          : null,
    };
  },
  reportGoalStatus: (state, _at, choices) => ({
    type: 'reportGoalStatus',
    goalId:
      Object.values(state.goals).find((one) => one.reportedInCycle !== state.cycle)?.goalId ??
      known(state.goals, choices),
    status: choices.oneOf(['onTrack', 'onTrack', 'atRisk', 'achieved', 'dropped']),
    note: null,
  }),
  submitDraft: () => ({ type: 'submitDraft' }),
  approveDraft: (state, _at, choices) => ({
    type: 'approveDraft',
    participantId:
      Object.entries(state.submission?.approvals ?? {}).find(([, answer]) => answer === null)?.[0] ??
      participantId(state, choices),
    manner: choices.oneOf(['oral', 'oral', 'written', null]),
  }),
  objectToDraft: (state, _at, choices) => ({
    type: 'objectToDraft',
    participantId: participantId(state, choices),
    section: choices.oneOf(['survey', 'challenges', 'goals', 'followUp']),
    reason: 'not so',
  }),
  withdrawDraft: () => ({ type: 'withdrawDraft', reason: 'one more thing' }),
  lockVersion: () => ({ type: 'lockVersion', reason: 'nobody answers' }),
  openRevision: (_state, _at, choices) => ({
    type: 'openRevision',
    from: choices.oneOf(['challenges', 'goals', 'followUp']),
    reason: 'things changed',
  }),

  recordDelivery(state, _at, choices) {
    const delivery = state.deliveries[known(state.deliveries, choices)];
    return {
      type: 'recordDelivery',
      version: delivery?.version ?? 1,
      participantId: delivery?.participantId ?? participantId(state, choices),
      status: choices.oneOf(
        DELIVERY_STATUSES.filter((status) => status !== 'queued' && status !== 'withheld'),
      ),
      channel: choices.chance(70) ? (delivery?.channel ?? 'mail') : choices.oneOf(CHANNELS),
      note: null,
    };
  },
  sendVersionAgain(state, _at, choices) {
    const delivery = state.deliveries[known(state.deliveries, choices)];
    return {
      type: 'sendVersionAgain',
      version: delivery?.version ?? 1,
      participantId: delivery?.participantId ?? participantId(state, choices),
      channel: choices.oneOf(CHANNELS),
    };
  },

  setFollowUp: (_state, at, choices) => ({
    type: 'setFollowUp',
    intervalMonths: choices.below(8),
    nextOn: choices.chance(40) ? null : commands.dateAfter(at, choices.below(220) - 5),
  }),
  closeFollowUp: (_state, at, choices) => ({
    type: 'closeFollowUp',
    outcome: choices.chance(60) ? 'continue' : 'revise',
    nextOn: choices.chance(70) ? null : commands.dateAfter(at, choices.below(220) - 5),
    note: null,
    withoutMeetingReason: choices.chance(60) ? 'nobody could come' : null,
  }),

  makeRequest: (state, _at, choices) =>
    commands.makeRequest(
      fresh('request', [...Object.keys(state.citizenRequests), ...state.answeredRequests], choices),
      {
        kind: choices.oneOf(CITIZEN_REQUEST_KINDS),
        participantId: choices.chance(50) ? null : participantId(state, choices),
      },
    ),
  answerRequest: (state, _at, choices) => ({
    type: 'answerRequest',
    requestId: known(state.citizenRequests, choices),
    answer: choices.oneOf(['granted', 'declined']),
    reason: 'talked it over',
  }),

  proposeHandover: (_state, _at, choices) => ({
    type: 'proposeHandover',
    successorPersonId: personOf(choices.oneOf(['successor', 'successor', 'coordinator', 'citizen'])),
    reason: 'new job',
  }),
  acceptHandover: () => ({ type: 'acceptHandover' }),
  declineHandover: () => ({ type: 'declineHandover', reason: 'no time' }),
  withdrawHandover: () => ({ type: 'withdrawHandover' }),
  resignCoordinator: () => ({ type: 'resignCoordinator', reason: 'moves away' }),
  nameCoordinator: (_state, _at, choices) => ({
    type: 'nameCoordinator',
    personId: personOf(choices.oneOf([...PEOPLE, 'citizen'])),
    reason: 'closest relation',
  }),
  appointDeputy: (_state, at, choices) => ({
    type: 'appointDeputy',
    personId: personOf(choices.oneOf(['deputy', 'deputy', 'coordinator'])),
    from: choices.chance(70) ? at : commands.daysAfter(at, choices.below(12)),
    to: commands.daysAfter(at, choices.below(choices.chance(90) ? 40 : 200) - 1),
  }),
  dismissDeputy: () => ({ type: 'dismissDeputy' }),

  reportEmployment: (_state, _at, choices) => ({
    type: 'reportEmployment',
    personId: personOf(
      choices.oneOf(['psychiatry', 'jobCentre', 'substance', 'coordinator', 'deputy', 'successor']),
    ),
  }),

  completeTask: (state, _at, choices) => ({
    type: 'completeTask',
    taskId: known(state.tasks, choices),
    note: null,
  }),
};

/** What carries a plan onwards is tried more often than what breaks it off. */
const WEIGHTS: Partial<Record<CommandType, number>> = {
  endPlan: 0.4,
  noteDeath: 0.5,
  withdrawFromCourse: 0.3,
  replacePolicy: 0.3,
  holdPlan: 0.6,
  removeParticipant: 0.5,
  withdrawConsent: 0.7,
  refuseConsent: 0.4,
  addParticipant: 3,
  giveConsent: 4,
  requestGathering: 2,
  answerGathering: 2,
  fixMeeting: 2,
  respondToInvitation: 2,
  recordAttendance: 3,
  recordMinutes: 2,
  saveSection: 5,
  setGoal: 2,
  makeAgreement: 3,
  endAgreement: 2,
  submitDraft: 4,
  approveDraft: 5,
  resumePlan: 2,
  reopenPlan: 2,
  reportGoalStatus: 2,
  closeFollowUp: 2,
  resignCoordinator: 0.5,
  nameCoordinator: 1,
};

const TYPES = (Object.keys(MAKERS) as (keyof typeof MAKERS)[]).flatMap((type) =>
  Array.from({ length: Math.round((WEIGHTS[type] ?? 1) * 10) }, () => type),
);

/** Commands that make sense while the plan is in such a phase, so that it does not stay in it for ever. */
const WAYS_OUT = {
  dead: ['noteDeath', 'noteDeath', 'cancelMeeting', 'recordAttendance', 'endPlan'],
  ended: ['reopenPlan', 'withdrawConsent', 'recordDelivery', 'reportNotice'],
  onHold: ['resumePlan', 'giveConsent', 'answerGathering', 'makeRequest'],
  pending: ['recordCitizenAnswer', 'addParticipant', 'makeRequest'],
  vacant: ['nameCoordinator', 'acceptHandover', 'declineHandover'],
} as const;

const ANSWERS_TO_DRAFT = [
  'approveDraft',
  'approveDraft',
  'approveDraft',
  'objectToDraft',
  'withdrawDraft',
  'lockVersion',
] as const;

function typeFor(state: PlanState, choices: Choices): keyof typeof MAKERS {
  if (choices.chance(60)) {
    if (state.ended !== null) return choices.oneOf(WAYS_OUT.ended);
    if (citizenDied(state)) return choices.oneOf(WAYS_OUT.dead);
    if (state.citizenAnswer === 'pending') return choices.oneOf(WAYS_OUT.pending);
    if (state.coordinatorPersonId === null) return choices.oneOf(WAYS_OUT.vacant);
    if (state.holds.some(({ to }) => to === null)) return choices.oneOf(WAYS_OUT.onHold);
    if (Object.keys(state.participants).length < 4) return choices.oneOf(['addParticipant', 'giveConsent']);
    if (state.submission !== null) return choices.oneOf(ANSWERS_TO_DRAFT);
    if (state.openedCycleAt !== null)
      return choices.oneOf(['reportGoalStatus', 'closeFollowUp', 'fixMeeting']);
  }
  return choices.oneOf(TYPES);
}

/** A person's or the process's next command, with whoever gives it. */
export function randomCommand(
  state: PlanState,
  at: string,
  choices: Choices,
): { readonly command: PlanCommand; readonly by: ActorName } {
  const type = typeFor(state, choices);
  return { command: MAKERS[type](state, at, choices), by: giver(state, type, choices) };
}

/** The notice that a delivery was sent by, or another. */
function noticeKeyOf(state: PlanState, delivery: Delivery | undefined, choices: Choices): string {
  if (delivery === undefined || choices.chance(30)) return `notice-${String(choices.below(50))}`;
  const { participantId, orderedSeq = 0 } = delivery;
  return noticeKey(state.planId, orderedSeq, 'versionReady', { kind: 'participant', participantId });
}

const PROCESS_TYPES: readonly CommandType[] = [
  'reportNotice',
  'reportIncomingMail',
  'reportSecondStart',
  'noteMergedPlan',
  'noteDeath',
  'reportStepProblem',
  'recordInvitationReply',
  'reportEmployment',
];
const LEADER_TYPES: readonly CommandType[] = ['nameCoordinator', 'replacePolicy'];
const SUCCESSOR_TYPES: readonly CommandType[] = ['acceptHandover', 'declineHandover'];

function giver(state: PlanState, type: CommandType, choices: Choices): ActorName {
  if (choices.chance(12)) return choices.oneOf(Object.keys(actors) as ActorName[]);
  if (type === 'confirmConsent' && choices.chance(60)) return 'citizen';
  if (type === 'withdrawFromCourse') return 'citizen';
  if (PROCESS_TYPES.includes(type)) return 'process';
  if (LEADER_TYPES.includes(type)) return 'teamLeader';
  const named = SUCCESSOR_TYPES.includes(type)
    ? state.proposal?.successorPersonId
    : state.coordinatorPersonId;
  if (choices.chance(15)) return choices.oneOf(['citizen', 'custodyHolder', 'psychiatry', 'substance']);
  const found = (Object.keys(actors) as ActorName[]).find((name) => {
    const actor = actors[name];
    return actor.kind === 'person' && actor.personId === named;
  });
  return found ?? 'teamLeader';
}
