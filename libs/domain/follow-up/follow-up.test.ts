import { describe, expect, it } from '@jest/globals';
import { given, life } from '../../../test/factories/plan-life.js';
import * as commands from '../../../test/factories/plan-commands.js';

const version = life().withVersion();
const followUp = life().withFollowUp();
const reported = followUp.does({ type: 'reportGoalStatus', goalId: 'goal-1', status: 'onTrack', note: null });
const close = { type: 'closeFollowUp', outcome: 'continue', nextOn: null, note: null } as const;

describe('follow-up', () => {
  it('is set six months after the first version, and opened five weeks before', () => {
    expect(version.state.nextOn).toBe('2027-10-19');
    expect(followUp.at).toBe('2027-09-14T07:00:00.000Z');
  });

  it('owes a meeting, a status for each goal, and its closing', () => {
    expect(followUp.awaitedKinds).toEqual(
      expect.arrayContaining(['followUpMeeting', 'goalStatus', 'followUpClosing']),
    );
  });

  it('reminds of each and tells the team leader when no meeting is convened', () => {
    expect(followUp.passing(60).steps).toEqual(
      expect.arrayContaining([
        'remindFollowUpMeeting',
        'escalateFollowUpMeeting',
        'remindGoalStatus',
        'remindToCloseFollowUp',
      ]),
    );
  });

  it('no longer asks for a meeting when one is fixed, and asks again when it is cancelled', () => {
    const fixed = followUp.withMeeting('meeting-2');
    expect(fixed.awaitedKinds).not.toContain('followUpMeeting');
    const cancelled = fixed.does({ type: 'cancelMeeting', meetingId: 'meeting-2', reason: 'illness' });
    expect(cancelled.awaitedKinds).toContain('followUpMeeting');
  });

  it('closes with the next date, and opens again in time for that', () => {
    const closed = given(reported)
      .when(close)
      .then({ type: 'followUpClosed', cycle: 1, nextOn: '2028-03-14' });
    expect(closed.awaitedKinds).not.toContain('followUpClosing');
    expect(
      closed
        .passing(160)
        .eventsOf('followUpOpened')
        .map(({ cycle }) => cycle),
    ).toEqual([1, 2]);
  });

  it('may lead to a revision, which owes a new draft', () => {
    const revised = given(reported)
      .when({ ...close, outcome: 'revise' })
      .then({ type: 'followUpClosed' }, { type: 'revisionOpened', from: 'goals' });
    expect(revised.awaitedKinds).toContain('draftSubmission');
  });

  it('asks no status of a goal that was set during it', () => {
    const added = reported
      .does({ type: 'openRevision', from: 'goals', reason: 'more' })
      .does(commands.setGoal('goal-2'));
    given(added).when(close).then({ type: 'followUpClosed' });
  });

  it('asks for every goal’s status in each follow-up anew', () => {
    const second = reported.does(close).passing(160);
    given(second).when(close).thenRefused('FOLLOW_UP.GOALS_WITHOUT_STATUS');
  });

  it('is set per plan within what policy allows', () => {
    given(version)
      .when((at) => ({ type: 'setFollowUp', intervalMonths: 3, nextOn: commands.dateAfter(at, 90) }))
      .then({ type: 'followUpSet', intervalMonths: 3 });
  });

  it('waits while the plan is on hold', () => {
    expect(version.held().passing(200).history).not.toContain('followUpOpened');
  });
});
