import { describe, expect, it } from '@jest/globals';
import { actors } from '../../../test/factories/plan-actors.js';
import * as commands from '../../../test/factories/plan-commands.js';
import { existingPlanWith } from '../../../test/factories/existing-plans.js';
import { codeOf, type Life, life } from '../../../test/factories/plan-life.js';
import { youngLife } from '../../../test/factories/young-citizens.js';
import { decide } from './decide.js';
import { defaultPolicy } from './default-policy.js';
import { ERROR_CODES, type ErrorCode } from './errors.js';

/** Codes of the same public contract that the rules themselves never give. */
const GIVEN_ELSEWHERE = [
  // By the record, whose index keeps one open plan per citizen.
  'PLAN.CITIZEN_HAS_OPEN_PLAN',
] as const satisfies readonly ErrorCode[];

type Given = Exclude<ErrorCode, (typeof GIVEN_ELSEWHERE)[number]>;

const started = life().started();
const pending = life().started({ citizenAnswer: 'pending', answerManner: null });
const consented = started.withConsent('psychiatry', 'jobCentre');
const meeting = consented.withMeeting();
const proposed = consented.does((at) => commands.proposeMeeting('meeting-1', at));
const heldMeeting = consented.withMeetingHeld();
const draft = started.withConsent('psychiatry').withDraft();
const submitted = draft.submitted();
const version = life().withVersion();
const followUp = life().withFollowUp();
const handover = started.does({
  type: 'proposeHandover',
  successorPersonId: 'person-successor',
  reason: 'new job',
});

/** For each code one wrong command that gives it, as short a life as tells it. */
const WRONG: Readonly<Record<Given, (() => Life)[]>> = {
  'PLAN.NOT_FOUND': [
    () => life().does({ type: 'resumePlan' }),
    () => started.does({ type: 'resumePlan' }, 'stranger'),
    () => started.does({ type: 'resumePlan' }, 'otherTeamLeader'),
    () =>
      consented
        .does({ type: 'withdrawConsent', participantId: 'psychiatry' })
        .does({ type: 'submitDraft' }, 'psychiatry'),
  ],
  'PLAN.ALREADY_STARTED': [() => started.started()],
  'PLAN.ENDED': [() => started.ended().does(commands.holdPlan())],
  'PLAN.NOT_ENDED': [() => started.does({ type: 'reopenPlan', reason: 'wished', coordinatorPersonId: 'a' })],
  'PLAN.ON_HOLD': [() => started.held().does(commands.saveSection('survey'))],
  'PLAN.NOT_ON_HOLD': [() => started.does({ type: 'resumePlan' })],
  'PLAN.AWAITS_CITIZEN_ANSWER': [
    () => pending.does(commands.saveSection('survey')),
    () => pending.does(commands.endPlan('completed')),
  ],
  'PLAN.CITIZEN_ALREADY_ANSWERED': [
    () => started.does({ type: 'recordCitizenAnswer', answer: 'no', manner: 'oral' }),
  ],
  'PLAN.ANSWERED_BY_ANOTHER': [
    () =>
      youngLife('sixteen', { citizenAnswer: 'pending', answerManner: null }).does(
        { type: 'recordCitizenAnswer', answer: 'no', manner: 'digital' },
        'custodyHolder',
      ),
  ],
  'PLAN.GROUNDS_MISSING': [() => life().started({ grounds: [] })],
  'PLAN.AGREEMENTS_OPEN': [
    () => version.does(commands.endPlan('completed')),
    () => version.does({ type: 'reportGoalStatus', goalId: 'goal-1', status: 'achieved', note: null }),
  ],
  'PLAN.DELIVERIES_OPEN': [
    () =>
      version
        .does({
          type: 'endAgreement',
          agreementId: 'agreement-1',
          outcome: 'kept',
          reason: null,
          replacement: null,
        })
        .does(commands.endPlan('completed')),
  ],
  'PLAN.END_REASON_INCOMPLETE': [
    () => started.does(commands.endPlan('merged')),
    () => started.does(commands.endPlan('moved', 'plan-2')),
  ],
  'PLAN.MERGED_INTO_ITSELF': [() => started.does(commands.endPlan('merged', started.state.planId))],
  'PLAN.MERGE_REFUSED': [
    () => started.does(commands.endPlan('merged', 'plan-9')),
    () => consented.does(commands.endPlan('merged', 'plan-9')),
  ],
  'PLAN.HOLD_UNTIL_PAST': [() => started.does(commands.holdPlan(started.today))],
  'PLAN.REOPEN_REFUSED': [
    () => started.ended('died').does({ type: 'reopenPlan', reason: 'wished', coordinatorPersonId: 'a' }),
  ],
  'PLAN.CITIZEN_DIED': [
    () =>
      consented
        .does({ type: 'noteDeath', personId: 'person-citizen', deceased: true }, 'process')
        .does((at) => commands.giveConsent('consent-9', [commands.grant('jobCentre', at)])),
    () => life().started({ citizenDeceased: true }),
  ],
  'PLAN.POLICY_INVALID': [() => started.does({ type: 'replacePolicy', policy: defaultPolicy }, 'teamLeader')],
  'ACTOR.NOT_PERMITTED': [
    () => started.does(commands.holdPlan(), 'citizen'),
    () => life().does(commands.startPlan(), 'citizen'),
    () => life().does(commands.startPlan(), 'process'),
  ],
  'PARTICIPANT.NOT_FOUND': [
    () => started.does({ type: 'removeParticipant', participantId: 'nobody', reason: 'left' }),
    () => started.does({ type: 'withdrawConsent', participantId: 'nobody' }),
    () =>
      meeting
        .passing(14)
        .does(
          commands.recordAttendance('meeting-1', { attendance: [{ participantId: 'nobody', mode: 'room' }] }),
        ),
  ],
  'PARTICIPANT.ALREADY_ADDED': [
    () => consented.withParticipant('psychiatry'),
    () => consented.withParticipant('psychiatry', { participantId: 'another' }),
    () => started.withParticipant('relative', { personId: 'person-citizen' }),
  ],
  'PARTICIPANT.REMOVED': [
    () =>
      consented
        .does({ type: 'removeParticipant', participantId: 'psychiatry', reason: 'left' })
        .does({ type: 'nameContactPerson', participantId: 'psychiatry' }),
  ],
  'PARTICIPANT.DIED': [
    () => started.withParticipant('relative', { deceased: true }),
    () =>
      consented.does({
        type: 'replaceParticipant',
        participantId: 'psychiatry',
        personId: 'person-colleague',
        channel: 'mail',
        deceased: true,
      }),
  ],
  'PARTICIPANT.WISH_MISSING': [
    () => started.withParticipant('relative', { wishedByCitizen: false }),
    () => started.withParticipant('relative', { role: 'laySupporter', wishedByCitizen: false }),
  ],
  'PARTICIPANT.ORGANISATION_MISSING': [
    () => started.withParticipant('psychiatry', { personId: 'person-relative', organisationId: null }),
  ],
  'PARTICIPANT.OTHER_ORGANISATION': [
    () => started.withParticipant('psychiatry', { organisationId: 'org-job-centre' }),
    () => started.withParticipant('relative', { organisationId: 'org-job-centre' }),
    () =>
      consented.does({
        type: 'replaceParticipant',
        participantId: 'psychiatry',
        personId: 'person-job-centre',
        channel: 'mail',
      }),
  ],
  'PARTICIPANT.NOT_REPLACEABLE': [
    () =>
      started.withConsent('relative').does({
        type: 'replaceParticipant',
        participantId: 'relative',
        personId: 'person-aunt',
        channel: 'mail',
      }),
  ],
  'PARTICIPANT.CITIZEN_FIXED': [
    () => started.does({ type: 'removeParticipant', participantId: 'citizen', reason: 'left' }),
    () => started.does({ type: 'nameContactPerson', participantId: 'citizen' }),
    () => started.does({ type: 'refuseConsent', participantId: 'citizen', reason: null }),
    () => started.does((at) => commands.giveConsent('consent-1', [commands.grant('citizen', at)])),
    () => started.withParticipant('psychiatry', { role: 'citizen' }),
  ],
  'PARTICIPANT.CITIZEN_OF_AGE': [
    () => started.withParticipant('custodyHolder'),
    () =>
      life()
        .started({ citizenOfAgeAt: '2027-04-10T22:00:00.000Z' })
        .unattended(10)
        .withParticipant('custodyHolder'),
  ],
  'PARTICIPANT.SAME_PERSON': [
    () =>
      consented.does({
        type: 'replaceParticipant',
        participantId: 'psychiatry',
        personId: 'person-psychiatry',
        channel: 'mail',
      }),
  ],
  'CONSENT.MISSING': [
    () => started.withParticipant('psychiatry').asked('psychiatry'),
    () =>
      proposed
        .withParticipant('substance')
        .does({ type: 'answerProposal', meetingId: 'meeting-1', participantId: 'substance', answers: {} }),
    () =>
      version
        .does({ type: 'withdrawConsent', participantId: 'jobCentre' })
        .does({ type: 'sendVersionAgain', version: 1, participantId: 'jobCentre', channel: 'mail' }),
  ],
  'CONSENT.NOT_FOUND': [
    () => consented.does({ type: 'confirmConsent', consentId: 'other', participantId: 'psychiatry' }),
  ],
  'CONSENT.ALREADY_USED_ID': [
    () => consented.does((at) => commands.giveConsent('consent-1', [commands.grant('psychiatry', at)])),
    () =>
      consented
        .does({ type: 'withdrawConsent', participantId: 'psychiatry' })
        .does({ type: 'withdrawConsent', participantId: 'jobCentre' })
        .does((at) => commands.giveConsent('consent-1', [commands.grant('psychiatry', at)])),
    () => consented.does((at) => commands.recordBasis('consent-1', 'psychiatry', at)),
  ],
  'CONSENT.PERIOD_REVERSED': [
    () =>
      consented.does((at) =>
        commands.giveConsent('consent-9', [
          commands.grant('psychiatry', at, { from: commands.daysAfter(at, 400) }),
        ]),
      ),
    () => consented.does((at) => commands.recordBasis('basis-1', 'psychiatry', at, { to: at })),
  ],
  'CONSENT.PERIOD_TOO_LONG': [
    () =>
      consented.does((at) =>
        commands.giveConsent('consent-9', [
          commands.grant('psychiatry', at, { to: commands.daysAfter(at, 370) }),
        ]),
      ),
  ],
  'CONSENT.WORDING_UNKNOWN': [
    () =>
      consented.does((at) =>
        commands.giveConsent('consent-9', [commands.grant('psychiatry', at)], { wordingVersion: '1999-1' }),
      ),
    () =>
      youngLife('ten').does((at) =>
        commands.giveConsent('consent-9', [commands.grant('psychiatry', at)], {
          givenBy: 'custodyHolder',
          wordingVersion: '2026-1',
        }),
      ),
  ],
  'CONSENT.NO_CUSTODY': [
    () =>
      consented.does((at) =>
        commands.giveConsent('consent-9', [commands.grant('psychiatry', at)], { givenBy: 'custodyHolder' }),
      ),
  ],
  'CONSENT.CITIZEN_UNDER_15': [
    () =>
      youngLife('ten').does((at) => commands.giveConsent('consent-9', [commands.grant('psychiatry', at)])),
  ],
  'CONSENT.NO_GUARDIAN': [
    () =>
      consented.does((at) =>
        commands.giveConsent('consent-9', [commands.grant('psychiatry', at)], { givenBy: 'guardian' }),
      ),
  ],
  'CONSENT.NOT_THE_GIVER': [
    () =>
      consented.does((at) =>
        commands.giveConsent('consent-9', [commands.grant('psychiatry', at)], { manner: 'digital' }),
      ),
  ],
  'CONSENT.REFUSAL_STANDS': [
    () =>
      youngLife('ten')
        .does({ type: 'refuseConsent', participantId: 'psychiatry', reason: null }, 'relative')
        .does(
          (at) =>
            commands.giveConsent('consent-9', [commands.grant('psychiatry', at)], {
              givenBy: 'custodyHolder',
            }),
          'custodyHolder',
        ),
  ],
  'CONSENT.PERIOD_OVER': [
    () =>
      consented.does((at) =>
        commands.giveConsent('consent-9', [
          commands.grant('psychiatry', at, {
            from: commands.daysAfter(at, -9),
            to: commands.daysAfter(at, -2),
          }),
        ]),
      ),
    () =>
      consented.does((at) =>
        commands.recordBasis('basis-1', 'psychiatry', at, {
          from: commands.daysAfter(at, -9),
          to: commands.daysAfter(at, -2),
        }),
      ),
  ],
  'CONSENT.NOTHING_GRANTED': [
    () => started.does(commands.giveConsent('consent-1', [])),
    () =>
      consented.does((at) =>
        commands.giveConsent('consent-9', [commands.grant('psychiatry', at, { kinds: [] })]),
      ),
  ],
  'CONSENT.NOT_PROVISIONAL': [
    () => consented.does({ type: 'confirmConsent', consentId: 'consent-1', participantId: 'psychiatry' }),
  ],
  'PARTICIPANT.BOTH_KINDS': [
    () => started.withParticipant('relative', { personId: 'person-coordinator' }),
    () => started.withParticipant('relative', { personId: 'person-team-leader', leads: ['org-treatment'] }),
    () => consented.withParticipant('relative', { personId: 'person-psychiatry' }),
  ],
  'PARTICIPANT.HAS_SAY': [
    () =>
      youngLife('ten').does(
        { type: 'removeParticipant', participantId: 'father', reason: 'left' },
        'custodyHolder',
      ),
  ],
  'PARTICIPANT.NO_SAY': [() => consented.does(commands.recordEndOfSay('psychiatry'))],
  'PARTICIPANT.UNCONFIRMED': [
    () =>
      youngLife('sixteen')
        .does(
          commands.addParticipant('relative', {
            role: 'guardian',
            participantId: 'guardian',
            personId: 'person-guardian',
          }),
        )
        .does({ type: 'nameContactPerson', participantId: 'guardian' }),
  ],
  'CONFIRMATION.NOT_FOUND': [
    () => started.does({ type: 'confirmMatter', confirmationId: 'part:nobody', seen: null }),
    () => started.does({ type: 'confirmMatter', confirmationId: 'constructor', seen: null }),
  ],
  'CONFIRMATION.ALREADY_ASKED': [
    () => youngLife('ten').does(commands.recordEndOfSay('father')).does(commands.recordEndOfSay('father')),
  ],
  'CONFIRMATION.NOT_THE_SECOND_PERSON': [
    () =>
      youngLife('ten')
        .does(commands.recordEndOfSay('father'))
        .does({ type: 'confirmMatter', confirmationId: 'endOfSay:father', seen: commands.SEEN }),
    () =>
      youngLife('ten')
        .does(commands.recordEndOfSay('father'))
        .does(
          { type: 'confirmMatter', confirmationId: 'endOfSay:father', seen: commands.SEEN },
          'custodyHolder',
        ),
  ],
  'CONFIRMATION.DOCUMENT_MISSING': [
    () =>
      youngLife('ten')
        .does(commands.recordEndOfSay('father'))
        .does({ type: 'confirmMatter', confirmationId: 'endOfSay:father', seen: null }, 'teamLeader'),
    () =>
      youngLife('ten').does(
        commands.recordEndOfSay('father', { seen: { document: 'courtJudgment', dated: '2099-01-01' } }),
      ),
  ],
  'CONSENT.BEYOND_OWN_SIGHT': [
    () =>
      started
        .withParticipant('psychiatry')
        .withParticipant('jobCentre')
        .does(
          (at) =>
            commands.giveConsent('consent-1', [commands.grant('psychiatry', at, { kinds: ['course'] })]),
          'citizen',
        )
        .does((at) => commands.giveConsent('consent-2', [commands.grant('jobCentre', at)]), 'psychiatry'),
  ],
  'CONSENT.GIVEN_BY_CITIZEN': [
    () =>
      youngLife('sixteen')
        .does((at) => commands.giveConsent('consent-1', [commands.grant('psychiatry', at)]), 'citizen')
        .does({ type: 'withdrawConsent', participantId: 'psychiatry' }, 'custodyHolder'),
  ],
  'BASIS.PERIOD_TOO_LONG': [
    () =>
      consented.does((at) =>
        commands.recordBasis('basis-1', 'jobCentre', at, { to: commands.daysAfter(at, 26_000) }),
      ),
  ],
  'BASIS.NOT_URGENT': [
    () =>
      consented.does((at) =>
        commands.recordBasis('basis-1', 'jobCentre', at, {
          basis: 'courtOrder',
          urgentBecause: 'dangerToLife',
        }),
      ),
  ],
  'CONSENT.SELF_CONFIRMED': [
    () =>
      started
        .withParticipant('substance')
        .does((at) => commands.giveConsent('consent-1', [commands.grant('substance', at)]))
        .does({ type: 'confirmConsent', consentId: 'consent-1', participantId: 'substance' }),
  ],
  'CONSENT.NOT_NARROWER': [
    () => consented.does({ type: 'narrowConsent', participantId: 'psychiatry', keep: commands.ALL_KINDS }),
    () => consented.does({ type: 'narrowConsent', participantId: 'psychiatry', keep: [] }),
  ],
  'CONSENT.NOTHING_TO_WITHDRAW': [
    () =>
      started.withParticipant('psychiatry').does({ type: 'withdrawConsent', participantId: 'psychiatry' }),
    () =>
      started
        .withParticipant('psychiatry')
        .does({ type: 'narrowConsent', participantId: 'psychiatry', keep: ['goals'] }),
  ],
  'BASIS.NOT_FOUND': [() => started.does({ type: 'endBasis', basisId: 'basis-1', reason: 'over' })],
  'BASIS.REASON_MISSING': [
    () => consented.does((at) => commands.recordBasis('basis-1', 'psychiatry', at, { citizenTold: false })),
  ],
  'BASIS.ALREADY_ENDED': [
    () =>
      consented
        .does((at) => commands.recordBasis('basis-1', 'psychiatry', at))
        .does({ type: 'endBasis', basisId: 'basis-1', reason: 'over' })
        .does({ type: 'endBasis', basisId: 'basis-1', reason: 'over' }),
  ],
  'GATHERING.NOT_REQUESTED': [
    () => consented.answered('psychiatry'),
    () => consented.does({ type: 'withdrawGathering', participantId: 'psychiatry', reason: 'not needed' }),
    () =>
      consented
        .asked('psychiatry')
        .answered('psychiatry')
        .does({ type: 'withdrawGathering', participantId: 'psychiatry', reason: 'not needed' }),
  ],
  'GATHERING.ALREADY_REQUESTED': [() => consented.asked('psychiatry').asked('psychiatry')],
  'GATHERING.NOT_A_PARTY': [() => started.withConsent('relative').asked('relative')],
  'GATHERING.DEADLINE_PAST': [
    () =>
      consented.does({ type: 'requestGathering', participantIds: ['psychiatry'], answerBy: consented.today }),
  ],
  'GATHERING.ANSWER_EMPTY': [
    () =>
      consented
        .asked('psychiatry')
        .answered('psychiatry', { kind: 'plans', existingPlans: [], documentIds: [] }),
  ],
  'GATHERING.DOCUMENT_OF_ANOTHER': [
    () =>
      consented.asked('psychiatry').does({
        type: 'answerGathering',
        participantId: 'psychiatry',
        answer: { kind: 'plans', existingPlans: [], documentIds: ['document-1'] },
        documentsOf: { 'document-1': 'jobCentre' },
      }),
  ],
  'GATHERING.ANSWER_TOO_LONG': [
    () =>
      consented.asked('psychiatry').answered('psychiatry', {
        kind: 'plans',
        existingPlans: [existingPlanWith({ goals: 200, interventions: 1 })],
        documentIds: [],
      }),
  ],
  'OVERLAP.NOT_FOUND': [
    () =>
      started.does({
        type: 'decideOverlap',
        overlapKey: 'sameGoal:a:b',
        decision: 'confirmed',
        reason: null,
        isFound: false,
      }),
  ],
  'OVERLAP.ALREADY_DECIDED': [
    () =>
      started
        .does({ type: 'decideOverlap', overlapKey: 'a+b', decision: 'confirmed', reason: null })
        .does({ type: 'decideOverlap', overlapKey: 'a+b', decision: 'confirmed', reason: null }),
  ],
  'MEETING.NOT_FOUND': [() => started.does({ type: 'cancelMeeting', meetingId: 'none', reason: 'illness' })],
  'MEETING.ALREADY_EXISTS': [
    () => proposed.does((at) => commands.proposeMeeting('meeting-1', at)),
    () => meeting.does((at) => commands.fixMeeting('meeting-1', at)),
  ],
  'MEETING.END_BEFORE_START': [
    () =>
      started.does((at) => commands.fixMeeting('meeting-1', at, { to: commands.daysAfter(at, 14, '11:00') })),
  ],
  'MEETING.IN_THE_PAST': [
    () =>
      started.does((at) =>
        commands.fixMeeting('meeting-1', at, {
          from: commands.daysAfter(at, -1),
          to: commands.daysAfter(at, 1),
        }),
      ),
    () => started.does((at) => commands.proposeMeeting('meeting-1', at, { answerBy: '2027-01-01' })),
    () => meeting.passing(15).does({ type: 'sendAgenda', meetingId: 'meeting-1', items: [] }),
  ],
  'MEETING.NOTICE_TOO_SHORT': [
    () =>
      started.does((at) =>
        commands.fixMeeting('meeting-1', at, {
          from: commands.daysAfter(at, 2),
          to: commands.daysAfter(at, 2, '13:00'),
        }),
      ),
  ],
  'MEETING.URGENT_TOO_SOON': [
    () =>
      started.does((at) =>
        commands.fixMeeting('meeting-1', at, {
          kind: 'urgent',
          from: commands.daysAfter(at, 0, '10:00'),
          to: commands.daysAfter(at, 0, '11:00'),
        }),
      ),
  ],
  'MEETING.OPTION_UNKNOWN': [
    () => proposed.does((at) => commands.fixMeeting('meeting-1', at, { optionId: 'third' })),
    () =>
      proposed.does({
        type: 'answerProposal',
        meetingId: 'meeting-1',
        participantId: 'citizen',
        answers: { third: 'yes' },
      }),
  ],
  'MEETING.OPTIONS_MISSING': [
    () => started.does((at) => commands.proposeMeeting('meeting-1', at, { options: [] })),
    () => proposed.does((at) => commands.fixMeeting('meeting-1', at, { from: null })),
  ],
  'MEETING.ANSWERS_MISSING': [
    () =>
      proposed.does({
        type: 'answerProposal',
        meetingId: 'meeting-1',
        participantId: 'citizen',
        answers: { first: 'yes' },
      }),
  ],
  'MEETING.NOT_PROPOSED': [
    () => started.does((at) => commands.fixMeeting('meeting-1', at, { kind: null })),
    () =>
      meeting.does({ type: 'answerProposal', meetingId: 'meeting-1', participantId: 'citizen', answers: {} }),
  ],
  'MEETING.NOT_FIXED': [
    () => proposed.does((at) => commands.moveMeeting('meeting-1', at, 30)),
    () => proposed.does(commands.recordAttendance('meeting-1')),
  ],
  'MEETING.ALREADY_HELD': [
    () => heldMeeting.does({ type: 'cancelMeeting', meetingId: 'meeting-1', reason: 'illness' }),
  ],
  'MEETING.CANCELLED': [
    () =>
      meeting
        .does({ type: 'cancelMeeting', meetingId: 'meeting-1', reason: 'illness' })
        .does(commands.recordAttendance('meeting-1')),
  ],
  'MEETING.NOT_YET_BEGUN': [() => meeting.does(commands.recordAttendance('meeting-1'))],
  'MEETING.HAS_BEGUN': [
    () => meeting.passing(14).does((at) => commands.moveMeeting('meeting-1', at, 20)),
    () => meeting.passing(14).does({ type: 'cancelMeeting', meetingId: 'meeting-1', reason: 'illness' }),
  ],
  'MEETING.NOT_YET_INVITED': [
    () =>
      consented
        .does((at) => commands.fixMeeting('meeting-1', at))
        .does({
          type: 'respondToInvitation',
          meetingId: 'meeting-1',
          participantId: 'psychiatry',
          response: 'accepted',
          deputyPersonId: null,
        }),
  ],
  'MEETING.NOT_A_GUEST': [
    () =>
      meeting
        .withParticipant('relative')
        .passing(14)
        .does(
          commands.recordAttendance('meeting-1', {
            attendance: [
              { participantId: 'citizen', mode: 'room' },
              { participantId: 'relative', mode: 'room' },
            ],
          }),
        ),
  ],
  'MEETING.NOT_INVITED': [
    () =>
      meeting.does({
        type: 'respondToInvitation',
        meetingId: 'meeting-1',
        participantId: 'relative',
        response: 'accepted',
        deputyPersonId: null,
      }),
  ],
  'MEETING.DEPUTY_FROM_ELSEWHERE': [
    () =>
      meeting.does({
        type: 'respondToInvitation',
        meetingId: 'meeting-1',
        participantId: 'psychiatry',
        response: 'declined',
        deputyPersonId: 'person-job-centre',
      }),
  ],
  'MEETING.WITHOUT_CITIZEN_NEEDS_REASON': [
    () =>
      meeting.passing(14).does(
        commands.recordAttendance('meeting-1', {
          attendance: [{ participantId: 'citizen', mode: 'noShow' }],
        }),
      ),
    () => meeting.passing(14).does(commands.recordAttendance('meeting-1', { attendance: [] })),
  ],
  'MEETING.CHAIR_NOT_PARTICIPANT': [
    () =>
      started
        .withParticipant('psychiatry')
        .does((at) => commands.fixMeeting('meeting-1', at, { chairParticipantId: 'psychiatry' })),
  ],
  'MEETING.UNCHANGED': [() => meeting.does((at) => commands.moveMeeting('meeting-1', at, 14))],
  'SECTION.CONFLICT': [() => draft.does(commands.saveSection('survey', 0))],
  'SECTION.NOT_YOURS': [
    () => consented.does(commands.saveSection('survey'), 'psychiatry'),
    () =>
      consented
        .does({ type: 'narrowConsent', participantId: 'psychiatry', keep: ['course'] })
        .does(commands.saveSection('challenges'), 'psychiatry'),
  ],
  'SECTION.EMPTY': [() => started.does(commands.saveSection('survey', 0, '  '))],
  'DRAFT.SUBMITTED': [() => submitted.does(commands.saveSection('survey', 1))],
  'DRAFT.NOT_SUBMITTED': [() => draft.does({ type: 'approveDraft', participantId: 'citizen' })],
  'DRAFT.ANOTHER_TEXT': [
    () =>
      submitted.does({
        type: 'approveDraft',
        participantId: 'psychiatry',
        submittedAt: '2027-04-01T09:00:00.000Z',
      }),
    () =>
      submitted.does({ type: 'withdrawDraft', reason: 'x' }).does({
        type: 'objectToDraft',
        participantId: 'psychiatry',
        section: 'goals',
        reason: 'x',
        submittedAt: '2027-04-01T09:00:00.000Z',
      }),
  ],
  'DRAFT.SECTIONS_MISSING': [
    () => started.submitted(),
    () => started.does(commands.saveSection('survey')).submitted(),
  ],
  'DRAFT.NOT_AN_APPROVER': [
    () => submitted.does({ type: 'approveDraft', participantId: 'jobCentre' }),
    () =>
      submitted.does({
        type: 'objectToDraft',
        participantId: 'jobCentre',
        section: 'goals',
        reason: 'not so',
      }),
  ],
  'DRAFT.ALREADY_ANSWERED': [
    () =>
      submitted
        .does({ type: 'approveDraft', participantId: 'citizen' }, 'citizen')
        .does({ type: 'approveDraft', participantId: 'citizen' }, 'citizen'),
  ],
  'DRAFT.MANNER_MISSING': [() => submitted.does({ type: 'approveDraft', participantId: 'citizen' })],
  'DRAFT.CITIZEN_SAID_NO': [
    () =>
      submitted
        .does({ type: 'objectToDraft', participantId: 'citizen', section: 'goals', reason: 'not my words' })
        .submitted()
        .passing(30)
        .does({ type: 'lockVersion', reason: 'nobody answers' }),
  ],
  'DRAFT.STILL_WAITING': [() => submitted.does({ type: 'lockVersion', reason: 'in a hurry' })],
  'DRAFT.NOT_LOCKED': [() => draft.does({ type: 'openRevision', from: 'goals', reason: 'changed' })],
  'DRAFT.ALREADY_OPEN': [
    () =>
      version
        .does({ type: 'openRevision', from: 'goals', reason: 'changed' })
        .does({ type: 'openRevision', from: 'goals', reason: 'changed' }),
  ],
  'DRAFT.CLOSED': [() => version.does(commands.saveSection('survey', 1)), () => version.submitted()],
  'GOAL.NOT_FOUND': [
    () => started.does((at) => commands.makeAgreement('agreement-1', at)),
    () => started.does({ type: 'reportGoalStatus', goalId: 'goal-1', status: 'onTrack', note: null }),
  ],
  'GOAL.CLOSED': [
    () =>
      started
        .does(commands.setGoal())
        .does({ type: 'reportGoalStatus', goalId: 'goal-1', status: 'dropped', note: null })
        .does(commands.setGoal()),
  ],
  'GOAL.IN_VERSION': [
    () =>
      version
        .does({ type: 'openRevision', from: 'goals', reason: 'a mistake' })
        .does({ type: 'removeGoal', goalId: 'goal-1' }),
  ],
  'AGREEMENT.BINDING': [
    () =>
      version
        .does({ type: 'openRevision', from: 'goals', reason: 'a mistake' })
        .does({ type: 'removeAgreement', agreementId: 'agreement-1' }),
  ],
  'AGREEMENT.NOT_FOUND': [
    () =>
      started.does({
        type: 'endAgreement',
        agreementId: 'none',
        outcome: 'kept',
        reason: null,
        replacement: null,
      }),
  ],
  'AGREEMENT.ALREADY_EXISTS': [() => draft.does((at) => commands.makeAgreement('agreement-1', at))],
  'AGREEMENT.ALREADY_ENDED': [
    () => {
      const kept = {
        type: 'endAgreement',
        agreementId: 'agreement-1',
        outcome: 'kept',
        reason: null,
        replacement: null,
      } as const;
      return version.does(kept).does(kept);
    },
  ],
  'AGREEMENT.DUE_DATE_PAST': [
    () =>
      draft.does((at) => commands.makeAgreement('agreement-2', at, { dueDate: commands.dateAfter(at, -1) })),
  ],
  'AGREEMENT.REASON_MISSING': [
    () =>
      version.does({
        type: 'endAgreement',
        agreementId: 'agreement-1',
        outcome: 'dropped',
        reason: null,
        replacement: null,
      }),
    () =>
      version.does({
        type: 'endAgreement',
        agreementId: 'agreement-1',
        outcome: 'changed',
        reason: 'another way',
        replacement: null,
      }),
  ],
  'AGREEMENT.NOT_LATE': [
    () =>
      version.does({
        type: 'endAgreement',
        agreementId: 'agreement-1',
        outcome: 'late',
        reason: 'ill',
        replacement: null,
      }),
  ],
  'VERSION.NOT_FOUND': [
    () => version.does({ type: 'sendVersionAgain', version: 2, participantId: 'citizen', channel: 'mail' }),
  ],
  'DELIVERY.NOT_FOUND': [
    () =>
      version
        .withParticipant('relative')
        .does({ type: 'sendVersionAgain', version: 1, participantId: 'relative', channel: 'mail' }),
  ],
  'DELIVERY.CHANNEL_CANNOT_TELL': [
    () =>
      version.does({
        type: 'recordDelivery',
        version: 1,
        participantId: 'jobCentre',
        status: 'read',
        channel: 'letter',
        note: null,
      }),
  ],
  'DELIVERY.ALREADY_FURTHER': [
    () => {
      const delivered = {
        type: 'recordDelivery',
        version: 1,
        participantId: 'jobCentre',
        status: 'delivered',
        channel: 'inPerson',
        note: null,
      } as const;
      return version.does(delivered).does(delivered);
    },
  ],
  'FOLLOW_UP.NOT_OPEN': [
    () => version.does({ type: 'closeFollowUp', outcome: 'continue', nextOn: null, note: null }),
  ],
  'FOLLOW_UP.MEETING_NOT_HELD': [
    () => followUp.does({ type: 'closeFollowUp', outcome: 'continue', nextOn: null, note: null }),
  ],
  'FOLLOW_UP.BEFORE_TODAY': [
    () => version.does({ type: 'setFollowUp', intervalMonths: 3, nextOn: version.today }),
  ],
  'FOLLOW_UP.INTERVAL_NOT_ALLOWED': [
    () => version.does({ type: 'setFollowUp', intervalMonths: 7, nextOn: null }),
    () =>
      version.does((at) => ({
        type: 'setFollowUp',
        intervalMonths: 6,
        nextOn: commands.dateAfter(at, 200),
      })),
  ],
  'FOLLOW_UP.GOALS_WITHOUT_STATUS': [
    () =>
      followUp.does({
        type: 'closeFollowUp',
        outcome: 'continue',
        nextOn: null,
        note: null,
        withoutMeetingReason: 'ill',
      }),
  ],
  'FOLLOW_UP.NO_VERSION': [
    () =>
      started.does((at) => ({ type: 'setFollowUp', intervalMonths: 3, nextOn: commands.dateAfter(at, 30) })),
  ],
  'REQUEST.NOT_FOUND': [
    () => started.does({ type: 'answerRequest', requestId: 'none', answer: 'granted', reason: 'yes' }),
  ],
  'REQUEST.ALREADY_MADE': [
    () => started.does(commands.makeRequest('request-1'), 'citizen').does(commands.makeRequest('request-1')),
  ],
  'REQUEST.ALREADY_ANSWERED': [
    () => {
      const answer = {
        type: 'answerRequest',
        requestId: 'request-1',
        answer: 'granted',
        reason: 'yes',
      } as const;
      return started.does(commands.makeRequest('request-1')).does(answer).does(answer);
    },
  ],
  'REQUEST.SUBJECT_MISSING': [
    () => started.does(commands.makeRequest('request-1', { kind: 'somebodyLeaves' }), 'citizen'),
  ],
  'HANDOVER.ALREADY_PROPOSED': [
    () => handover.does({ type: 'proposeHandover', successorPersonId: 'person-deputy', reason: 'new job' }),
  ],
  'HANDOVER.NOT_PROPOSED': [
    () => started.does({ type: 'withdrawHandover' }),
    () => started.does({ type: 'acceptHandover' }),
  ],
  'HANDOVER.NOT_THE_SUCCESSOR': [
    () => handover.does({ type: 'acceptHandover' }),
    () => handover.does({ type: 'declineHandover', reason: 'no' }, 'teamLeader'),
  ],
  'HANDOVER.SAME_PERSON': [
    () => started.does({ type: 'proposeHandover', successorPersonId: 'person-coordinator', reason: 'x' }),
    () =>
      started.does((at) => ({
        type: 'appointDeputy',
        personId: 'person-coordinator',
        from: at,
        to: commands.daysAfter(at, 7),
      })),
    () =>
      started.does((at) => ({
        type: 'appointDeputy',
        personId: 'person-deputy',
        sameAs: ['person-coordinator'],
        from: at,
        to: commands.daysAfter(at, 7),
      })),
  ],
  'COORDINATOR.NOT_ELIGIBLE': [
    () => started.does({ type: 'proposeHandover', successorPersonId: 'person-citizen', reason: 'x' }),
    () => started.does({ type: 'nameCoordinator', personId: 'person-citizen', reason: 'x' }, 'teamLeader'),
    () => life().started({ coordinatorPersonId: 'person-citizen' }),
    () => life().started({ coordinatorPersonId: 'person-relative' }),
    () =>
      started.ended().does({ type: 'reopenPlan', reason: 'wished', coordinatorPersonId: 'person-relative' }),
  ],
  'COORDINATOR.ALREADY_NAMED': [
    () =>
      started.does({ type: 'nameCoordinator', personId: 'person-coordinator', reason: 'x' }, 'teamLeader'),
  ],
  'DEPUTY.PERIOD_REVERSED': [
    () => started.does((at) => ({ type: 'appointDeputy', personId: 'person-deputy', from: at, to: at })),
    () =>
      started.does((at) => ({
        type: 'appointDeputy',
        personId: 'person-deputy',
        from: commands.daysAfter(at, -9),
        to: commands.daysAfter(at, -2),
      })),
  ],
  'DEPUTY.PERIOD_TOO_LONG': [
    () =>
      started.does((at) => ({
        type: 'appointDeputy',
        personId: 'person-deputy',
        from: at,
        to: commands.daysAfter(at, 93),
      })),
  ],
  'DEPUTY.ALREADY_APPOINTED': [
    () => {
      const appoint = (at: string) =>
        ({
          type: 'appointDeputy',
          personId: 'person-deputy',
          from: at,
          to: commands.daysAfter(at, 9),
        }) as const;
      return started.does(appoint).does(appoint);
    },
  ],
  'DEPUTY.NONE': [() => started.does({ type: 'dismissDeputy' })],
  'TASK.NOT_FOUND': [() => started.does({ type: 'completeTask', taskId: 'none', note: null })],
  'TASK.DONE_WITH_THE_PLAN': [
    () => {
      const dead = started.does({ type: 'noteDeath', personId: 'person-citizen', deceased: true }, 'process');
      const [taskId = ''] = Object.keys(dead.state.tasks);
      return dead.does({ type: 'completeTask', taskId, note: null });
    },
  ],
};

describe('a wrong command', () => {
  for (const [code, attempts] of Object.entries(WRONG)) {
    it(`is refused with ${code}`, () => {
      for (const attempt of attempts) expect(codeOf(attempt)).toBe(code);
    });
  }

  it('has a test here for every code that the rules can give', () => {
    expect([...Object.keys(WRONG), ...GIVEN_ELSEWHERE].sort()).toEqual([...ERROR_CODES].sort());
  });

  it('changes nothing: it is refused before any event', () => {
    const before = JSON.stringify(draft.state);
    codeOf(() =>
      decide(draft.state, commands.saveSection('survey', 0), { at: draft.at, actor: actors.coordinator }),
    );
    expect(JSON.stringify(draft.state)).toBe(before);
  });
});
