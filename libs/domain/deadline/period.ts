import {
  addDays,
  addDuration,
  addWorkingDays,
  copenhagenDate,
  copenhagenInstant,
  type Instant,
  isWorkingDay,
  type LocalDate,
} from '../calendar/index.js';
import type { Policy, PolicyPeriod } from '../plan/policy.types.js';
import { oncePerPolicy } from './once-per-policy.js';

/** The first instant after a day in Denmark: a deadline "by 12 March" ends with that day. */
export function endOfDay(date: LocalDate): Instant {
  return copenhagenInstant(addDays(date, 1), '00:00');
}

/** The last day on which a deadline can still be met. */
export function lastDayOf(deadline: Instant): LocalDate {
  return copenhagenDate(addDuration(deadline, { minutes: -1 }));
}

/** The last working day on which a deadline can still be met. */
export function lastWorkingDayOf(deadline: Instant, { closingDays }: Policy): LocalDate {
  const day = lastDayOf(deadline);
  return isWorkingDay(day, closingDays) ? day : addWorkingDays(day, -1, closingDays);
}

/** The deadline that a period of the policy sets when it begins at `from`. */
export function deadlineAfter(from: Instant, period: PolicyPeriod, policy: Policy): Instant {
  if (period.minutes !== undefined) return addDuration(from, { minutes: period.minutes });
  return endOfWorkingDay({ from, workingDays: period.workingDays ?? 0 }, policy);
}

const endOfWorkingDay = oncePerPolicy(
  ({ from, workingDays }: { from: Instant; workingDays: number }) => `${from}+${workingDays}`,
  ({ from, workingDays }, { closingDays }) =>
    endOfDay(addWorkingDays(copenhagenDate(from), workingDays, closingDays)),
);

/** The instant that lies a period of the policy before `to`, at nine in the morning if it is counted in days. */
export function instantBefore(to: Instant, period: PolicyPeriod, policy: Policy): Instant {
  if (period.minutes !== undefined) return addDuration(to, { minutes: -period.minutes });
  const date = addWorkingDays(copenhagenDate(to), -(period.workingDays ?? 0), policy.closingDays);
  return copenhagenInstant(date, '09:00');
}
