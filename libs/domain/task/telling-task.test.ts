import { describe, expect, it } from '@jest/globals';
import * as commands from '../../../test/factories/plan-commands.js';
import type { PlanCommand } from '../plan/plan.types.js';
import { given, type Life, life } from '../../../test/factories/plan-life.js';

const byTelephone = life()
  .started()
  .withParticipant('psychiatry', { channel: 'telephone' })
  .withConsent('psychiatry');
const asked = byTelephone.asked('psychiatry');

function openTask(one: Life): string {
  return Object.keys(one.state.tasks).at(-1) ?? '';
}

function called(one: Life): Life {
  return one.does({ type: 'completeTask', taskId: openTask(one), note: null });
}

function calls(one: Life): number {
  return one.eventsOf('taskRaised').filter(({ kind }) => kind === 'telephone').length;
}

describe('somebody whom a person is to tell', () => {
  it('is not silent as long as nobody has told them: the telling is reminded of', () => {
    const untold = asked.passing(60);
    expect(untold.steps.filter((step) => /Party|Silence/.test(step))).toEqual([]);
    expect(untold.steps).toEqual(expect.arrayContaining(['remindTask', 'escalateTask']));
    expect(calls(untold)).toBe(1);
  });

  it('has the time of the policy from when they were told', () => {
    const told = called(asked.passing(20));
    expect(told.attended().steps).not.toContain('remindParty');
    const silent = told.passing(60).steps.filter((step) => /Party|Silence/.test(step));
    expect(silent).toEqual([
      'remindParty',
      'remindParty',
      'remindParty',
      'escalateSilence',
      'escalateToPartyLeader',
    ]);
    given(told.passing(7))
      .when({ type: 'answerGathering', participantId: 'psychiatry', answer: { kind: 'noPlan' } })
      .then({ type: 'gatheringAnswered', late: false });
    given(told.passing(20))
      .when({ type: 'answerGathering', participantId: 'psychiatry', answer: { kind: 'noPlan' } })
      .then({ type: 'gatheringAnswered', late: true }, { type: 'taskClosed', how: 'moot' });
  });

  it('is to be called once, however many reminders there are of it', () => {
    const silent = called(asked).passing(60);
    expect(silent.steps.filter((step) => step === 'remindParty')).toHaveLength(3);
    expect(calls(silent)).toBe(2);
  });

  it('is not told any more once the question is withdrawn', () => {
    given(asked)
      .when({ type: 'withdrawGathering', participantId: 'psychiatry', reason: 'not needed' })
      .then({ type: 'gatheringWithdrawn' }, { type: 'taskClosed', taskId: openTask(asked), how: 'moot' });
  });

  it('is not told that a meeting is off of which they were never told', () => {
    const invited = byTelephone.withMeeting();
    const off = { type: 'cancelMeeting', meetingId: 'meeting-1', reason: 'illness' } as const;
    const invitation = openTask(invited);
    given(invited)
      .when(off)
      .then({ type: 'meetingCancelled' }, { type: 'taskClosed', taskId: invitation, how: 'moot' });
    given(called(invited)).when(off).then({ type: 'meetingCancelled' }, { type: 'taskRaised' });
  });

  it('is not told that a meeting is off that moved before they were told of it, and is if they were', () => {
    const off = { type: 'cancelMeeting', meetingId: 'meeting-1', reason: 'illness' } as const;
    const move = (at: string): PlanCommand => commands.moveMeeting('meeting-1', at, 20);
    const untold = byTelephone.withMeeting().does(move).attended();
    given(untold)
      .when(off)
      .then({ type: 'meetingCancelled' }, { type: 'taskClosed', taskId: openTask(untold), how: 'moot' });
    const told = called(byTelephone.withMeeting()).does(move).attended();
    expect(told.does(off).eventsOf('taskRaised').at(-1)?.taskId).toMatch(/meetingCancellation/);
  });

  it('is not called about a meeting any more once they may not know of it', () => {
    const invited = byTelephone.withMeeting();
    given(invited)
      .when({ type: 'withdrawConsent', participantId: 'psychiatry' }, 'citizen')
      .then(
        { type: 'consentWithdrawn' },
        { type: 'invitationWithdrawn' },
        { type: 'taskClosed', taskId: openTask(invited), how: 'moot' },
      );
  });

  it('owes the answer to an invitation from when they were told, and not after the meeting begins', () => {
    const meeting = byTelephone.withMeeting();
    expect(meeting.passing(10).steps.filter((step) => step === 'remindInvitee')).toHaveLength(1);
    const told = called(meeting.passing(1));
    expect(told.passing(12).steps.filter((step) => step === 'remindInvitee')).toHaveLength(2);
    const late = called(meeting.passing(12));
    expect(late.state.meetings['meeting-1']?.from).toBe(commands.daysAfter(meeting.at, 14));
    expect(late.passing(1).steps.filter((step) => step === 'remindInvitee')).toHaveLength(1);
  });

  it('approves within the time of the policy from when they were told', () => {
    const submitted = byTelephone.withDraft().submitted();
    expect(
      submitted
        .passing(60)
        .eventsOf('stepPerformed')
        .some(({ ref }) => /Approval.*psychiatry/.test(ref)),
    ).toBe(false);
    const told = called(submitted.passing(20)).passing(60);
    const steps = told.eventsOf('stepPerformed').filter(({ ref }) => /Approval.*psychiatry/.test(ref));
    expect(steps.map(({ step }) => step)).toEqual(['remindApprover', 'remindApprover', 'escalateApproval']);
  });
});
