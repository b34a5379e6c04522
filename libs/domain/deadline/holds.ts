import {
  addDays,
  addDuration,
  addWorkingDays,
  copenhagenDate,
  copenhagenTime,
  daysBetween,
  durationBetween,
  type Instant,
  type LocalDate,
  maxInstant,
} from '../calendar/index.js';
import type { Hold, PlanState } from '../plan/plan.types.js';
import type { Policy } from '../plan/policy.types.js';
import type { Awaited } from './awaited.types.js';
import { endOfDay, lastDayOf } from './period.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Whether the plan is on hold now. */
export function isOnHold(plan: { readonly holds: readonly Hold[] }): boolean {
  return plan.holds.some((hold) => hold.to === null);
}

/**
 * The deadline with the time on hold added to it, for what is counted on the duty clock. What was already past when
 * the hold began stays past; consent periods and meetings stand on the calendar and do not move. A deadline that ends
 * with a day still does after a hold, and with a working day: never sooner than the time held asks for.
 */
export function deadlineOf(
  awaited: Awaited,
  { holds, policy }: Pick<PlanState, 'holds' | 'policy'>,
): Instant {
  const { clock, deadline, since } = awaited;
  const over = holds.flatMap(({ from, to }) =>
    to === null || to <= since ? [] : [{ from: maxInstant(from, since), to }],
  );
  if (clock === 'calendar' || over.length === 0) return deadline;
  return endsWithDay(deadline) ? endOfLaterDay(deadline, over, policy) : laterInstant(deadline, over);
}

/** A stretch of time on hold that is over. */
interface PastHold {
  readonly from: Instant;
  readonly to: Instant;
}

function endsWithDay(deadline: Instant): boolean {
  return deadline === endOfDay(lastDayOf(deadline));
}

function laterInstant(deadline: Instant, holds: readonly PastHold[]): Instant {
  return holds.reduce(
    (moved, hold) =>
      hold.from >= moved
        ? moved
        : addDuration(moved, { minutes: durationBetween(hold.from, hold.to) / MINUTE }),
    deadline,
  );
}

/** Counted by the clock on the wall, so that a change of clocks during a hold costs or gives nobody a day. */
function endOfLaterDay(deadline: Instant, holds: readonly PastHold[], { closingDays }: Policy): Instant {
  const lastDay = holds.reduce((day, hold) => {
    const held = hold.from < endOfDay(day) ? heldByWallClock(hold) : 0;
    return held === 0 ? day : addWorkingDays(addDays(day, Math.ceil(held / DAY)), 0, closingDays);
  }, lastDayOf(deadline));
  return endOfDay(lastDay);
}

/** Milliseconds on the clock on the wall from the beginning of a day to an instant, whole minutes. */
function wallClock(date: LocalDate, instant: Instant): number {
  const [hours = 0, minutes = 0] = copenhagenTime(instant).split(':').map(Number);
  return daysBetween(date, copenhagenDate(instant)) * DAY + hours * HOUR + minutes * MINUTE;
}

function heldByWallClock({ from, to }: PastHold): number {
  const day = copenhagenDate(from);
  const passed = durationBetween(from, to);
  const shown = wallClock(day, to) - wallClock(day, from);
  return passed + Math.round((shown - passed) / HOUR) * HOUR;
}
