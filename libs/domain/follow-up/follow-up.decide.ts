import { addDays, addMonths, copenhagenDate, type LocalDate, maxInstant } from '../calendar/index.js';
import type { DecidersOf } from '../plan/decider.types.js';
import { ensure } from '../plan/errors.js';
import type { PlanEvent, PlanState } from '../plan/plan.types.js';
import type { FollowUpCommand } from './follow-up.types.js';
import { goalsWithoutStatus, wasMeetingHeld } from './follow-up.steps.js';

export const followUpDeciders: DecidersOf<FollowUpCommand> = {
  setFollowUp(state, { intervalMonths, nextOn }, { at }) {
    const { least, most } = state.policy.followUpMonths;
    ensure(intervalMonths >= least && intervalMonths <= most, 'FOLLOW_UP.INTERVAL_NOT_ALLOWED', {
      field: 'intervalMonths',
      expected: `${least} to ${most}`,
    });
    ensure(nextOn === null || state.versions.length > 0, 'FOLLOW_UP.NO_VERSION', { field: 'nextOn' });
    if (nextOn !== null) checkNext(state, nextOn, copenhagenDate(at));
    const next = nextOn ?? recounted(state, intervalMonths, copenhagenDate(at));
    return [{ type: 'followUpSet', intervalMonths, nextOn: next }];
  },

  closeFollowUp(state, { outcome, nextOn, note, withoutMeetingReason = null }, { at }) {
    ensure(state.openedCycleAt !== null, 'FOLLOW_UP.NOT_OPEN');
    const held = wasMeetingHeld(state, state.openedCycleAt);
    ensure(held || withoutMeetingReason !== null, 'FOLLOW_UP.MEETING_NOT_HELD', {
      field: 'withoutMeetingReason',
      expected: 'why the follow-up is closed without a meeting',
    });
    const missing = goalsWithoutStatus(state);
    ensure(missing.length === 0, 'FOLLOW_UP.GOALS_WITHOUT_STATUS', {
      field: 'goals',
      expected: 'a status for every goal in this follow-up',
      goalIds: missing,
    });
    const today = copenhagenDate(at);
    const next = nextOn ?? addMonths(today, state.intervalMonths);
    checkNext(state, next, today);
    const closed: PlanEvent = {
      type: 'followUpClosed',
      cycle: state.cycle,
      outcome,
      nextOn: next,
      note,
      ...(held || withoutMeetingReason === null ? {} : { withoutMeetingReason }),
    };
    if (outcome !== 'revise' || state.open) return [closed];
    return [closed, { type: 'revisionOpened', from: 'goals', reason: note ?? '' }];
  },
};

/**
 * The next date by another interval, counted from where the one that stands was: tomorrow at the earliest. Null where
 * nothing is to change: before the first version, while a follow-up is open, and when the interval stays as it is.
 */
function recounted(state: PlanState, intervalMonths: number, today: LocalDate): LocalDate | null {
  const { nextOn, nextSetAt, openedCycleAt, followUpCountsFrom } = state;
  const from = followUpCountsFrom ?? nextSetAt;
  if (nextOn === null || from === null || openedCycleAt !== null) return null;
  if (intervalMonths === state.intervalMonths) return null;
  return maxInstant(addMonths(copenhagenDate(from), intervalMonths), addDays(today, 1));
}

function checkNext(state: PlanState, nextOn: LocalDate, today: LocalDate): void {
  ensure(nextOn > today, 'FOLLOW_UP.BEFORE_TODAY', { field: 'nextOn', expected: 'a day after today' });
  const latest = addMonths(today, state.policy.followUpMonths.most);
  ensure(nextOn <= latest, 'FOLLOW_UP.INTERVAL_NOT_ALLOWED', {
    field: 'nextOn',
    expected: `at the latest ${latest}`,
  });
}
