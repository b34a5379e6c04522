import { describe, expect, it } from '@jest/globals';
import { addDuration, copenhagenDate } from '../calendar/index.js';
import { defaultPolicy } from '../plan/default-policy.js';
import type { Hold } from '../plan/plan.types.js';
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
  const after = (holds: readonly Hold[], change: Partial<Awaited> = {}): string =>
    deadlineOf(awaited(change), { policy: defaultPolicy, holds });

  it('moves by no less than the time held, to the end of a working day', () => {
    // Three days and three and a half hours after Wednesday: in the course of Sunday.
    expect(after([hold])).toBe(endOfDay('2027-04-19'));
  });

  it('moves by the held time since it was set, if that was during the hold', () => {
    expect(after([hold], { since: '2027-04-12T15:30:00.000Z' })).toBe(endOfDay('2027-04-15'));
  });

  it('stays past if it was past when the hold began, and stays where it is on the calendar', () => {
    const past = { deadline: endOfDay('2027-04-09') };
    expect(after([hold], past)).toBe(past.deadline);
    expect(after([hold], { clock: 'calendar' })).toBe(awaited().deadline);
  });

  it.each([
    ['a millisecond before its end', '2027-04-14T21:59:59.999Z', '2027-04-16'],
    ['at its end', '2027-04-14T22:00:00.000Z', '2027-04-14'],
  ])('is held by what begins %s or not', (_when, from, lastDay) => {
    const to = '2027-04-15T23:00:00.000Z';
    expect(after([{ from, to }])).toBe(endOfDay(lastDay));
  });

  it('moves by each of several holds, also by one that begins in the days that were given', () => {
    const second = { from: '2027-04-19T07:00:00.000Z', to: '2027-04-21T07:00:00.000Z' };
    expect(after([hold, second])).toBe(endOfDay('2027-04-21'));
  });

  it.each([
    [
      'forward',
      { from: '2027-03-22T09:00:00.000Z', to: '2027-03-29T08:00:00.000Z' },
      '2027-03-23',
      '2027-03-30',
    ],
    [
      'back',
      { from: '2027-10-25T08:00:00.000Z', to: '2027-11-01T09:00:00.000Z' },
      '2027-10-26',
      '2027-11-02',
    ],
  ])('moves by seven days when the clocks go %s during seven days', (_how, held, lastDay, later) => {
    const since = '2027-01-04T08:00:00.000Z';
    expect(after([held], { since, deadline: endOfDay(lastDay) })).toBe(endOfDay(later));
  });

  it.each([
    ['Maundy Thursday', '2027-03-17', 8, '2027-03-30'],
    ['Christmas Eve', '2027-12-20', 4, '2027-12-27'],
    ['New Year’s Eve', '2027-12-28', 3, '2028-01-03'],
  ])('ends on a working day that would have ended on %s', (_day, lastDay, days, later) => {
    const from = addDuration(endOfDay(lastDay), { hours: -10 });
    const held = { from, to: addDuration(from, { days }) };
    const since = '2027-01-04T08:00:00.000Z';
    expect(after([held], { since, deadline: endOfDay(lastDay) })).toBe(endOfDay(later));
  });

  it('that is counted in minutes moves by exactly the time held', () => {
    const short = { deadline: '2027-04-12T10:07:00.000Z' };
    expect(after([hold], short)).toBe('2027-04-15T13:37:00.000Z');
  });

  it('has the reminder on the day and the step of the day after on two days, whenever it was held', () => {
    const rungs: LadderRung[] = [
      { step: 'remindTask', offset: { workingDays: 0 } },
      { step: 'escalateTask', offset: { workingDays: 1 } },
    ];
    const policy = { ...defaultPolicy, ladders: { ...defaultPolicy.ladders, task: rungs } };
    for (let hours = 1; hours <= 21 * 24; hours += 5) {
      const from = '2027-04-12T06:17:23.456Z';
      const holds = [{ from, to: addDuration(from, { hours }) }];
      const [reminder, escalation] = ladderSteps({ ...started.state, policy, holds }, [awaited()]);
      const deadline = after(holds);
      expect(copenhagenDate(reminder?.at ?? '')).toBe(lastDayOf(deadline));
      expect((escalation?.at ?? '') > deadline).toBe(true);
    }
  });
});

describe('a deadline that somebody set to a closed day', () => {
  it('is reminded of on the last working day before it, and followed up on the first after it', () => {
    const sunday = { deadline: endOfDay('2027-04-18') };
    const rungs = [-1, 0, 1].map((workingDays) => ({ step: 'remindTask', offset: { workingDays } }) as const);
    expect(moments(rungs, sunday).map((at) => copenhagenDate(at))).toEqual([
      '2027-04-15',
      '2027-04-16',
      '2027-04-19',
    ]);
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
