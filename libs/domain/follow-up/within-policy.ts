import {
  addDays,
  addMonths,
  copenhagenDate,
  type Instant,
  maxInstant,
  minInstant,
} from '../calendar/index.js';
import type { Policy } from '../plan/policy.types.js';
import type { PlanEvent, PlanState } from '../plan/plan.types.js';

/**
 * What of a plan's follow-up a new policy does not allow is brought to the nearest that it allows: the interval, and the
 * date of the next one, counted from the day on which that date was set. A date that has to be earlier than tomorrow
 * is tomorrow. A follow-up that is open goes on as it was opened.
 * @param at when the policy is replaced
 * @returns nothing if everything is allowed
 */
export function followUpWithin(state: PlanState, policy: Policy, at: Instant): PlanEvent[] {
  const { least, most } = policy.followUpMonths;
  const intervalMonths = Math.min(Math.max(state.intervalMonths, least), most);
  const nextOn = earlierDate(state, most, at);
  if (intervalMonths === state.intervalMonths && nextOn === null) return [];
  return [{ type: 'followUpSet', intervalMonths, nextOn }];
}

function earlierDate(
  { nextOn, nextSetAt, openedCycleAt }: PlanState,
  most: number,
  at: Instant,
): string | null {
  if (nextOn === null || nextSetAt === null || openedCycleAt !== null) return null;
  const latest = addMonths(copenhagenDate(nextSetAt), most);
  const allowed = maxInstant(minInstant(nextOn, latest), addDays(copenhagenDate(at), 1));
  return allowed < nextOn ? allowed : null;
}
