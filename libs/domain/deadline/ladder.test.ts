import { describe, expect, it } from '@jest/globals';
import { defaultPolicy } from '../plan/default-policy.js';
import type { Policy } from '../plan/policy.types.js';
import { life } from '../../../test/factories/plan-life.js';
import type { Awaited, LadderRung } from './awaited.types.js';
import { deadlineOf } from './holds.js';
import { ladderSteps } from './ladder.js';
import { deadlineAfter, endOfDay, instantBefore, lastDayOf } from './period.js';

const started = life().started();

function awaited(change: Partial<Awaited> = {}): Awaited {
  return {
    ref: 'task:one',
    kind: 'task',
    from: { kind: 'coordinator' },
    since: '2027-04-05T07:00:00.000Z',
    deadline: '2027-04-14T22:00:00.000Z',
    clock: 'duty',
    ...change,
  };
}

function moments(
  rungs: readonly LadderRung[],
  change: Partial<Awaited> = {},
  policy: Partial<Policy> = {},
): string[] {
  const state = {
    ...started.state,
    policy: { ...defaultPolicy, ...policy, ladders: { ...defaultPolicy.ladders, task: rungs } },
  };
  return ladderSteps(state, [awaited(change)]).map(({ at }) => at);
}

describe('a ladder', () => {
  it.each([
    ['on the last day of the deadline', { workingDays: 0 }, '2027-04-14T07:00:00.000Z'],
    ['three working days before it', { workingDays: -3 }, '2027-04-09T07:00:00.000Z'],
    ['the next working day after it', { workingDays: 1 }, '2027-04-15T07:00:00.000Z'],
    ['over a weekend', { workingDays: 3 }, '2027-04-19T07:00:00.000Z'],
    ['minutes before, at any hour', { minutes: -90 }, '2027-04-14T20:30:00.000Z'],
  ])('reminds %s, at nine in the morning if it counts in days', (_when, offset, at) => {
    expect(moments([{ step: 'remindTask', offset }])).toEqual([at]);
  });

  it('skips a rung that was over when the waiting began, unless it always stands', () => {
    const before = { step: 'remindTask', offset: { workingDays: -20 } } as const;
    expect(moments([before])).toEqual([]);
    expect(moments([{ ...before, always: true }])).toEqual([awaited().since]);
  });

  it('gives each rung a key by its step, so that a ladder may change', () => {
    const steps = ladderSteps(started.state, [
      awaited({ kind: 'gatheringAnswer', ref: 'gatheringAnswer:p:1' }),
    ]);
    expect(steps.map(({ key }) => key)).toEqual([
      'remindParty:gatheringAnswer:p:1#0',
      'remindParty:gatheringAnswer:p:1#1',
      'remindParty:gatheringAnswer:p:1#2',
      'escalateSilence:gatheringAnswer:p:1#0',
      'escalateToPartyLeader:gatheringAnswer:p:1#0',
    ]);
  });
});

describe('a deadline on hold', () => {
  const hold = { from: '2027-04-10T12:00:00.000Z', to: '2027-04-13T15:30:00.000Z' };

  it('moves by exactly the time held', () => {
    expect(deadlineOf(awaited(), [hold])).toBe('2027-04-18T01:30:00.000Z');
  });

  it('moves by the held time since it was set, if that was during the hold', () => {
    expect(deadlineOf(awaited({ since: '2027-04-12T15:30:00.000Z' }), [hold])).toBe(
      '2027-04-15T22:00:00.000Z',
    );
  });

  it('stays past if it was past when the hold began, and stays where it is on the calendar', () => {
    expect(deadlineOf(awaited({ deadline: '2027-04-10T11:00:00.000Z' }), [hold])).toBe(
      '2027-04-10T11:00:00.000Z',
    );
    expect(deadlineOf(awaited({ clock: 'calendar' }), [hold])).toBe(awaited().deadline);
  });

  it('moves by each of several holds', () => {
    const second = { from: '2027-04-15T00:00:00.000Z', to: '2027-04-16T00:00:00.000Z' };
    expect(deadlineOf(awaited(), [hold, second])).toBe('2027-04-19T01:30:00.000Z');
  });
});

describe('a period of the policy', () => {
  it('in working days ends with the last of them, in Danish time', () => {
    expect(deadlineAfter('2027-04-05T20:00:00.000Z', { workingDays: 3 }, defaultPolicy)).toBe(
      '2027-04-08T22:00:00.000Z',
    );
  });

  it('gives different policies their own closing days', () => {
    const open = { ...defaultPolicy, closingDays: { ...defaultPolicy.closingDays, constitutionDay: false } };
    const from = '2028-06-02T08:00:00.000Z';
    expect(deadlineAfter(from, { workingDays: 1 }, open)).toBe('2028-06-06T22:00:00.000Z');
    expect(deadlineAfter(from, { workingDays: 1 }, defaultPolicy)).toBe('2028-06-06T22:00:00.000Z');
  });

  it('in minutes counts from the instant itself', () => {
    expect(deadlineAfter('2027-04-05T20:00:00.000Z', { minutes: 90 }, defaultPolicy)).toBe(
      '2027-04-05T21:30:00.000Z',
    );
  });

  it('before an instant lies on the morning of a working day', () => {
    expect(instantBefore('2027-04-12T10:00:00.000Z', { workingDays: 1 }, defaultPolicy)).toBe(
      '2027-04-09T07:00:00.000Z',
    );
  });

  it('knows the last day on which a deadline can be met', () => {
    expect(lastDayOf(endOfDay('2027-04-12'))).toBe('2027-04-12');
  });
});
