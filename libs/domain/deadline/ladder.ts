import {
  addDuration,
  addWorkingDays,
  copenhagenInstant,
  type Instant,
  maxInstant,
  nextReminderInstant,
} from '../calendar/index.js';
import type { PlanState } from '../plan/plan.types.js';
import type { Policy } from '../plan/policy.types.js';
import type { Awaited, AwaitedKind, DueStep, LadderRung } from './awaited.types.js';
import { deadlineOf, isOnHold } from './holds.js';
import { oncePerPolicy } from './once-per-policy.js';
import { lastDayOf } from './period.js';

/** The time of day at which reminders that are counted in working days go out. */
const REMINDER_TIME = '09:00';

/** The steps of everything awaited that have not been performed, each with its moment. */
export function ladderSteps(state: PlanState, awaited: readonly Awaited[]): DueStep[] {
  const held = isOnHold(state);
  return awaited
    .filter((one) => one.clock === 'calendar' || !held)
    .flatMap((one) => rungsOf(state, one))
    .filter((step) => state.performed[step.key] === undefined);
}

function rungsOf(state: PlanState, awaited: Awaited): DueStep[] {
  const deadline = deadlineOf(awaited, state.holds);
  const instants = rungInstants({ kind: awaited.kind, deadline }, state.policy);
  const ladder = state.policy.ladders[awaited.kind];
  return ladder.flatMap((rung, index) => {
    const at = instants[index] ?? deadline;
    if (at < awaited.since && rung.always !== true) return [];
    const earlier = ladder.slice(0, index).filter(({ step }) => step === rung.step).length;
    const key = `${rung.step}:${awaited.ref}#${earlier}`;
    return [{ step: rung.step, ref: awaited.ref, key, at: maxInstant(at, awaited.since) }];
  });
}

const rungInstants = oncePerPolicy(
  ({ kind, deadline }: { kind: AwaitedKind; deadline: Instant }) => `${kind}@${deadline}`,
  ({ kind, deadline }, policy) => policy.ladders[kind].map((rung) => rungInstant(deadline, rung, policy)),
);

function rungInstant(deadline: Instant, rung: LadderRung, policy: Policy): Instant {
  const { workingDays, days, minutes } = rung.offset;
  if (minutes !== undefined) return addDuration(deadline, { minutes });
  const wanted =
    days === undefined
      ? copenhagenInstant(
          addWorkingDays(lastDayOf(deadline), workingDays ?? 0, policy.closingDays),
          REMINDER_TIME,
        )
      : addDuration(deadline, { days });
  const { from, to } = policy.quietHours;
  return nextReminderInstant(wanted, { quietFrom: from, quietTo: to }, policy.closingDays);
}
