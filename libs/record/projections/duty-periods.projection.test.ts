import { describe, expect, it } from '@jest/globals';
import type { DutyPeriod, PlanState } from '../../domain/plan/plan.types.js';
import { changedPeriods } from './duty-periods.projection.js';

const day = (number: number): string => `2027-03-0${number}T09:00:00.000Z`;
const period = (round: number, began: number, ended: number | null): DutyPeriod => ({
  duty: 'gathering',
  round,
  began: day(began),
  ended: ended === null ? null : day(ended),
});
const state = (updated: number, ...dutyPeriods: DutyPeriod[]): PlanState =>
  ({ updatedAt: day(updated), dutyPeriods }) as unknown as PlanState;

describe('the periods of duties that changed', () => {
  it.each([
    ['a duty begins', null, state(1, period(1, 1, null)), [period(1, 1, null)]],
    ['nothing changes', state(1, period(1, 1, null)), state(2, period(1, 1, null)), []],
    ['a duty ends', state(1, period(1, 1, null)), state(2, period(1, 1, 2)), [period(1, 1, 2)]],
    ['it begins again', state(2, period(1, 1, 2)), state(3, period(2, 3, null)), [period(2, 3, null)]],
    [
      'it ends and begins again at once',
      state(1, period(1, 1, null)),
      state(3, period(2, 3, null)),
      [period(1, 1, 3), period(2, 3, null)],
    ],
    [
      'it ends, comes, goes and comes again at once',
      state(1, period(1, 1, null)),
      state(3, period(3, 3, null)),
      [period(1, 1, 3), period(2, 3, 3), period(3, 3, null)],
    ],
  ])('are right when %s', (_what, before, after, expected) => {
    expect(changedPeriods(before, after)).toEqual(expected);
  });
});
