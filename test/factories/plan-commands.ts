import { addDays, addMonths, copenhagenDate, copenhagenInstant } from '../../libs/domain/calendar/index.js';
import type { Seen } from '../../libs/domain/confirmation/confirmation.types.js';
import type { GrantRequest, InformationKind } from '../../libs/domain/consent/consent.types.js';
import type { ParticipantRole } from '../../libs/domain/participants/participant.types.js';
import { defaultPolicy } from '../../libs/domain/plan/default-policy.js';
import type { CommandOf } from '../../libs/domain/plan/plan.types.js';
import { type ActorName, organisationOf, organisations, personOf } from './plan-actors.js';

/** Those who can take part besides the citizen: the participant's id is the actor's name. */
export const PARTICIPANTS = {
  psychiatry: 'regionalPsychiatry',
  substance: 'substanceTreatment',
  jobCentre: 'jobCentre',
  relative: 'relative',
  custodyHolder: 'custodyHolder',
} as const satisfies Partial<Record<ActorName, ParticipantRole>>;
export type ParticipantName = keyof typeof PARTICIPANTS;

/** What somebody saw of custody or guardianship. */
export const SEEN: Seen = { document: 'registerExtract', dated: '2027-03-01' };

export const ALL_KINDS: readonly InformationKind[] = [
  'course',
  'masterData',
  'survey',
  'challenges',
  'goals',
  'followUp',
  'citizenWishes',
  'crisisPlan',
  'existingPlans',
  'contactDetails',
  'appointments',
];

/** Noon in Denmark, so many days after an instant's date. */
export function daysAfter(at: string, days: number, time = '12:00'): string {
  return copenhagenInstant(addDays(copenhagenDate(at), days), time);
}

/** The date in Denmark, so many days after an instant's date. */
export function dateAfter(at: string, days: number): string {
  return addDays(copenhagenDate(at), days);
}

export function startPlan(change: Partial<CommandOf<'startPlan'>> = {}): CommandOf<'startPlan'> {
  return {
    type: 'startPlan',
    planId: '00000000-0000-4000-8000-000000000001',
    number: 'KI-2027-0001',
    citizenPersonId: personOf('citizen'),
    citizenOfAgeAt: null,
    citizenChannel: 'mail',
    grounds: ['severeMentalIllnessWithSubstanceUse'],
    courseType: 'coordinated',
    cluster: 'cluster-1',
    municipalityCode: '0851',
    department: 'department-1',
    organisationId: organisations.keeper,
    coordinatorPersonId: personOf('coordinator'),
    citizenAnswer: 'yes',
    answerManner: 'oral',
    policy: defaultPolicy,
    ...change,
  };
}

export function addParticipant(
  name: ParticipantName,
  change: Partial<CommandOf<'addParticipant'>> = {},
): CommandOf<'addParticipant'> {
  return {
    type: 'addParticipant',
    participantId: name,
    personId: personOf(name),
    role: PARTICIPANTS[name],
    organisationId: organisationOf(name),
    channel: 'mail',
    wishedByCitizen: true,
    ...change,
  };
}

export function grant(participantId: string, at: string, change: Partial<GrantRequest> = {}): GrantRequest {
  return {
    participantId,
    kinds: ALL_KINDS,
    purpose: 'coordination',
    from: at,
    to: copenhagenInstant(addMonths(copenhagenDate(at), 12), '00:00'),
    ...change,
  };
}

export function giveConsent(
  consentId: string,
  grants: readonly GrantRequest[],
  change: Partial<CommandOf<'giveConsent'>> = {},
): CommandOf<'giveConsent'> {
  return {
    type: 'giveConsent',
    consentId,
    grants,
    basis: 'healthAct43',
    manner: 'written',
    wordingVersion: '2026-2',
    givenBy: 'citizen',
    place: 'at home',
    helperPersonId: null,
    minutesSpent: 30,
    ...change,
  };
}

export function recordBasis(
  basisId: string,
  participantId: string,
  at: string,
  change: Partial<CommandOf<'recordBasis'>> = {},
): CommandOf<'recordBasis'> {
  return {
    type: 'recordBasis',
    basisId,
    participantId,
    basis: 'vitalInterest',
    kinds: ['masterData', 'crisisPlan'],
    from: at,
    to: daysAfter(at, 30),
    reason: 'acute danger',
    extent: 'the crisis plan',
    citizenTold: true,
    notToldBecause: null,
    ...change,
  };
}

export function recordEndOfSay(
  participantId: string,
  change: Partial<CommandOf<'recordEndOfSay'>> = {},
): CommandOf<'recordEndOfSay'> {
  return { type: 'recordEndOfSay', participantId, seen: SEEN, reason: 'custody moved', ...change };
}

export function proposeMeeting(
  meetingId: string,
  at: string,
  change: Partial<CommandOf<'proposeMeeting'>> = {},
): CommandOf<'proposeMeeting'> {
  return {
    type: 'proposeMeeting',
    meetingId,
    kind: 'plan',
    options: [
      { optionId: 'first', from: daysAfter(at, 21), to: daysAfter(at, 21, '14:00') },
      { optionId: 'second', from: daysAfter(at, 22), to: daysAfter(at, 22, '14:00') },
    ],
    answerBy: null,
    mode: 'room',
    place: 'Sundhedshuset',
    ...change,
  };
}

export function fixMeeting(
  meetingId: string,
  at: string,
  change: Partial<CommandOf<'fixMeeting'>> = {},
): CommandOf<'fixMeeting'> {
  return {
    type: 'fixMeeting',
    meetingId,
    kind: 'plan',
    optionId: null,
    from: daysAfter(at, 14),
    to: daysAfter(at, 14, '14:00'),
    mode: 'room',
    place: 'Sundhedshuset',
    chairParticipantId: null,
    ...change,
  };
}

export function moveMeeting(
  meetingId: string,
  at: string,
  days: number,
  change: Partial<CommandOf<'moveMeeting'>> = {},
): CommandOf<'moveMeeting'> {
  return {
    type: 'moveMeeting',
    meetingId,
    from: daysAfter(at, days),
    to: daysAfter(at, days, '14:00'),
    mode: 'room',
    place: 'Sundhedshuset',
    reason: 'illness',
    ...change,
  };
}

export function recordAttendance(
  meetingId: string,
  change: Partial<CommandOf<'recordAttendance'>> = {},
): CommandOf<'recordAttendance'> {
  return {
    type: 'recordAttendance',
    meetingId,
    attendance: [{ participantId: 'citizen', mode: 'room' }],
    withoutCitizenReason: null,
    ...change,
  };
}

export function makeAgreement(
  agreementId: string,
  at: string,
  change: Partial<CommandOf<'makeAgreement'>> = {},
): CommandOf<'makeAgreement'> {
  return {
    type: 'makeAgreement',
    agreementId,
    goalId: 'goal-1',
    title: 'a talk each week',
    responsibleParticipantId: 'psychiatry',
    dueDate: dateAfter(at, 60),
    bindsAtOnce: false,
    ...change,
  };
}

export function saveSection(
  section: CommandOf<'saveSection'>['section'],
  baseRevision = 0,
  content = 'text',
): CommandOf<'saveSection'> {
  return { type: 'saveSection', section, baseRevision, content };
}

export function setGoal(goalId = 'goal-1', priority = 1): CommandOf<'setGoal'> {
  return { type: 'setGoal', goalId, title: 'a home of my own', priority };
}

export function endPlan(
  reason: CommandOf<'endPlan'>['reason'] = 'completed',
  mergedIntoPlanId: string | null = null,
): CommandOf<'endPlan'> {
  return { type: 'endPlan', reason, mergedIntoPlanId, note: null };
}

export function holdPlan(until: string | null = null, cancelMeetings = false): CommandOf<'holdPlan'> {
  return { type: 'holdPlan', reason: 'admission', until, cancelMeetings };
}

export function makeRequest(
  requestId: string,
  change: Partial<CommandOf<'makeRequest'>> = {},
): CommandOf<'makeRequest'> {
  return { type: 'makeRequest', requestId, kind: 'meeting', participantId: null, words: null, ...change };
}
