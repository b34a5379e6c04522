import { describe, expect, it } from '@jest/globals';
import { given, life } from '../../../test/factories/plan-life.js';
import * as commands from '../../../test/factories/plan-commands.js';
import { actors } from '../../../test/factories/plan-actors.js';
import { decide } from '../plan/decide.js';
import { defaultPolicy } from '../plan/default-policy.js';
import type { PlanCommand } from '../plan/plan.types.js';
import type { Policy } from '../plan/policy.types.js';

const version = life().withVersion();
const followUp = life().withFollowUp();
const reported = followUp.does({ type: 'reportGoalStatus', goalId: 'goal-1', status: 'onTrack', note: null });
const withMeeting = { type: 'closeFollowUp', outcome: 'continue', nextOn: null, note: null } as const;
const close = { ...withMeeting, withoutMeetingReason: 'the citizen was ill' } as const;

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

  describe('is closed', () => {
    const noShow = (meetingId: string): PlanCommand => ({
      ...commands.recordAttendance(meetingId),
      attendance: [{ participantId: 'citizen', mode: 'noShow' }],
      withoutCitizenReason: 'nobody came',
    });

    it('after a meeting to which somebody came, without more words', () => {
      const held = reported.withMeetingHeld('meeting-2');
      const [closed] = given(held)
        .when(withMeeting)
        .then({ type: 'followUpClosed' })
        .eventsOf('followUpClosed');
      expect(closed).not.toHaveProperty('withoutMeetingReason');
    });

    it('not while its meeting is to come, was cancelled, or nobody came', () => {
      const fixed = reported.withMeeting('meeting-2');
      given(fixed).when(withMeeting).thenRefused('FOLLOW_UP.MEETING_NOT_HELD');
      given(fixed.does({ type: 'cancelMeeting', meetingId: 'meeting-2', reason: 'illness' }))
        .when(withMeeting)
        .thenRefused('FOLLOW_UP.MEETING_NOT_HELD');
      given(fixed.passing(14).does(noShow('meeting-2')))
        .when(withMeeting)
        .thenRefused('FOLLOW_UP.MEETING_NOT_HELD');
    });

    it('not by a meeting of before it was opened', () => {
      given(reported).when(withMeeting).thenRefused('FOLLOW_UP.MEETING_NOT_HELD');
    });

    it('without a meeting for a reason, which stays', () => {
      given(reported)
        .when(close)
        .then({ type: 'followUpClosed', withoutMeetingReason: 'the citizen was ill' });
    });
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

  describe('with another interval', () => {
    const every = (intervalMonths: number): PlanCommand => ({
      type: 'setFollowUp',
      intervalMonths,
      nextOn: null,
    });

    it('comes at the new distance from the first version, and opens in time for it', () => {
      const sooner = given(version.passing(7))
        .when(every(3))
        .then({ type: 'followUpSet', intervalMonths: 3, nextOn: '2027-07-19' });
      expect(sooner.passing(100).eventsOf('followUpOpened')).toMatchObject([{ dueOn: '2027-07-19' }]);
    });

    it('is counted from there however often it is changed', () => {
      given(version.passing(7).does(every(3)).passing(3))
        .when(every(5))
        .then({ type: 'followUpSet', nextOn: '2027-09-19' });
    });

    it('comes tomorrow if it should have come already', () => {
      const late = version.passing(60);
      given(late)
        .when(every(1))
        .then({ type: 'followUpSet', nextOn: commands.dateAfter(late.at, 1) });
    });

    it('is counted from the closing of the last follow-up, and leaves an open one as it is', () => {
      given(reported).when(every(3)).then({ type: 'followUpSet', intervalMonths: 3, nextOn: null });
      given(reported.does(close)).when(every(3)).then({ type: 'followUpSet', nextOn: '2027-12-14' });
    });

    it('keeps a date that somebody set when the interval stays as it is', () => {
      given(version).when(every(6)).then({ type: 'followUpSet', nextOn: null });
    });

    it('is counted from when the date was set in a plan that does not know more', () => {
      const { followUpCountsFrom: _, ...older } = version.passing(7).state;
      const decision = decide(older, every(3), { at: version.at, actor: actors.coordinator });
      expect(decision.state.nextOn).toBe('2027-07-19');
    });
  });

  describe('under a new policy', () => {
    const policyOf = (months: Policy['followUpMonths']): PlanCommand => ({
      type: 'replacePolicy',
      policy: { ...defaultPolicy, version: 'another', followUpMonths: months },
    });

    it('keeps an interval and a date that it allows', () => {
      given(version)
        .when(policyOf({ least: 1, most: 12, usual: 12 }), 'teamLeader')
        .then({ type: 'policyReplaced' });
    });

    it('has the longest that it allows, and the next date so long after it was set', () => {
      const replaced = given(version)
        .when(policyOf({ least: 1, most: 3, usual: 3 }), 'teamLeader')
        .then({ type: 'policyReplaced' }, { type: 'followUpSet', intervalMonths: 3, nextOn: '2027-07-19' });
      expect(replaced.passing(100).eventsOf('followUpOpened')).toMatchObject([{ dueOn: '2027-07-19' }]);
    });

    it('has the shortest that it allows', () => {
      const often = version.does({ type: 'setFollowUp', intervalMonths: 1, nextOn: null });
      given(often)
        .when(policyOf({ least: 2, most: 6, usual: 6 }), 'teamLeader')
        .then({ type: 'policyReplaced' }, { type: 'followUpSet', intervalMonths: 2, nextOn: null });
    });

    it('comes tomorrow if it should have come already', () => {
      const late = version.passing(120);
      const replaced = given(late)
        .when(policyOf({ least: 1, most: 2, usual: 2 }), 'teamLeader')
        .then({ type: 'policyReplaced' }, { type: 'followUpSet', nextOn: commands.dateAfter(late.at, 1) });
      expect(replaced.attended().history.at(-1)).toBe('followUpOpened');
    });

    it('that is open goes on as it was opened, and the next one comes sooner', () => {
      const replaced = given(reported)
        .when(policyOf({ least: 1, most: 3, usual: 3 }), 'teamLeader')
        .then({ type: 'policyReplaced' }, { type: 'followUpSet', intervalMonths: 3, nextOn: null });
      expect(replaced.state.nextOn).toBe('2027-10-19');
      given(replaced).when(close).then({ type: 'followUpClosed', nextOn: '2027-12-14' });
    });

    it('is not set before there is a version', () => {
      given(life().started())
        .when(policyOf({ least: 1, most: 3, usual: 3 }), 'teamLeader')
        .then({ type: 'policyReplaced' }, { type: 'followUpSet', intervalMonths: 3, nextOn: null });
    });
  });

  it('waits while the plan is on hold', () => {
    expect(version.held().passing(200).history).not.toContain('followUpOpened');
  });
});
