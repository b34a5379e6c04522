import type { Awaited } from '../deadline/awaited.types.js';
import { askedOfCitizen } from '../deadline/asked-of-citizen.js';
import { isOnHold } from '../deadline/holds.js';
import { endOfDay } from '../deadline/period.js';
import type { PlanState } from './plan.types.js';

/** The course itself waits for the citizen's yes or no, and on hold for somebody to look at it again. */
export function courseAwaits(state: PlanState): Awaited[] {
  const awaits: Awaited[] = [];
  if (state.citizenAnswer === 'pending') {
    awaits.push(
      ...askedOfCitizen(state, {
        ref: state.reopenedAt === null ? 'citizenAnswer' : `citizenAnswer:${state.reopenedAt}`,
        kind: 'citizenAnswer',
        since: state.reopenedAt ?? state.startedAt,
        deadline: state.citizenAnswerDeadline,
        clock: 'duty',
      }),
    );
  }
  const hold = state.holds.at(-1);
  if (isOnHold(state) && hold !== undefined && state.holdUntil !== null) {
    awaits.push({
      ref: `holdReview:${state.holds.length}`,
      kind: 'holdReview',
      from: { kind: 'coordinator' },
      since: hold.from,
      deadline: endOfDay(state.holdUntil),
      clock: 'calendar',
    });
  }
  return awaits;
}
