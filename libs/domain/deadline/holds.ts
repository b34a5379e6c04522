import { addDuration, durationBetween, type Instant, maxInstant } from '../calendar/index.js';
import type { Hold } from '../plan/plan.types.js';
import type { Awaited } from './awaited.types.js';

/** Whether the plan is on hold now. */
export function isOnHold(plan: { readonly holds: readonly Hold[] }): boolean {
  return plan.holds.some((hold) => hold.to === null);
}

/**
 * The deadline with the time on hold added to it, for what is counted on the duty clock. What was already past when
 * the hold began stays past; consent periods and meetings stand on the calendar and do not move.
 */
export function deadlineOf(awaited: Awaited, holds: readonly Hold[]): Instant {
  if (awaited.clock === 'calendar') return awaited.deadline;
  return holds.reduce((deadline, hold) => {
    if (hold.to === null || hold.from >= deadline || hold.to <= awaited.since) return deadline;
    const paused = durationBetween(maxInstant(hold.from, awaited.since), hold.to);
    return addDuration(deadline, { minutes: paused / 60_000 });
  }, awaited.deadline);
}
