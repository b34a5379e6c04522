import {
  addDuration,
  addWorkingDays,
  copenhagenInstant,
  type Instant,
  maxInstant,
  nextReminderInstant,
} from '../calendar/index.js';
import { ladderOf } from '../plan/default-policy.js';
import type { PlanState } from '../plan/plan.types.js';
import type { Policy } from '../plan/policy.types.js';
import type { Awaited, AwaitedKind, DueStep, LadderRung, StepName } from './awaited.types.js';
import { isUntold } from '../task/telling-task.js';
import { deadlineOf, isOnHold } from './holds.js';
import { oncePerPolicy } from './once-per-policy.js';
import { lastWorkingDayOf } from './period.js';

/** The time of day at which reminders that are counted in working days go out. */
const REMINDER_TIME = '09:00';

/**
 * The steps of everything awaited that have not been performed, each with its moment; nobody is reminded of what they
 * have not been told.
 */
export function ladderSteps(state: PlanState, awaited: readonly Awaited[]): DueStep[] {
  const held = isOnHold(state);
  return awaited
    .filter((one) => (one.clock === 'calendar' || !held) && !isUntold(state, one))
    .flatMap((one) => rungsOf(state, one))
    .filter((step) => state.performed[step.key] === undefined);
}

function rungsOf(state: PlanState, awaited: Awaited): DueStep[] {
  const { kind, ref, since } = awaited;
  const rungs = plannedRungs({ kind, deadline: deadlineOf(awaited, state) }, state.policy);
  return rungs
    .filter(({ at, always }) => always || at >= since)
    .map(({ step, number, at }) => ({
      step,
      ref,
      key: `${step}:${ref}#${number}`,
      at: maxInstant(at, since),
    }));
}

/** A rung with its moment, and how many rungs of the same step stand before it: a ladder may be replaced. */
interface PlannedRung {
  readonly step: StepName;
  readonly number: number;
  readonly at: Instant;
  readonly always: boolean;
}

const plannedRungs = oncePerPolicy(
  ({ kind, deadline }: { kind: AwaitedKind; deadline: Instant }) => `${kind}@${deadline}`,
  ({ kind, deadline }, policy): PlannedRung[] =>
    ladderOf(policy, kind).map((rung, index, ladder) => ({
      step: rung.step,
      number: ladder.slice(0, index).filter(({ step }) => step === rung.step).length,
      at: rungInstant(deadline, rung, policy),
      always: rung.always === true,
    })),
);

/**
 * Working days are counted from the last working day on which the deadline can be met, so that a rung on that day and one on
 * the day after it are never on the same day, whatever day the deadline ends with.
 */
function rungInstant(deadline: Instant, rung: LadderRung, policy: Policy): Instant {
  const { workingDays, days, minutes } = rung.offset;
  if (minutes !== undefined) return addDuration(deadline, { minutes });
  const wanted =
    days === undefined
      ? copenhagenInstant(
          addWorkingDays(lastWorkingDayOf(deadline, policy), workingDays ?? 0, policy.closingDays),
          REMINDER_TIME,
        )
      : addDuration(deadline, { days });
  const { from, to } = policy.quietHours;
  return nextReminderInstant(wanted, { quietFrom: from, quietTo: to }, policy.closingDays);
}
