import {
  addDuration,
  type Instant,
  maxInstant,
  minInstant,
  nextAwakeInstant,
  nextReminderInstant,
} from '../domain/calendar/index.js';
import { type Notice, REMINDER_KINDS } from '../domain/notice/notice.types.js';
import type { PlanState } from '../domain/plan/plan.types.js';
import { noticedMeeting } from './noticed-meeting.js';

/** How near a meeting must be for a notice about it to disturb somebody at night. */
const NEAR_HOURS = 24;

/**
 * When a notice that is due may go: now, or after the quiet hours of the plan's policy, a reminder also after its
 * closing days; what somebody has just done is not held back over a weekend. A
 * cancellation goes at once, and so does what concerns an urgent meeting, or the former time of a moved one, that
 * is near.
 * @param toldStart when the meeting was to begin according to what the recipient was last told
 */
export function sendingTime(
  state: PlanState,
  notice: Notice,
  toldStart: Instant | null,
  now: Instant,
): Instant {
  const { quietHours, closingDays } = state.policy;
  const quiet = { quietFrom: quietHours.from, quietTo: quietHours.to };
  const awake = REMINDER_KINDS.includes(notice.kind)
    ? nextReminderInstant(now, quiet, closingDays)
    : nextAwakeInstant(now, quiet);
  if (notice.kind === 'meetingCancellation') return now;
  const start = notice.kind === 'meetingChange' ? toldStart : urgentStart(state, notice);
  const near = maxInstant(awake, addDuration(now, { hours: NEAR_HOURS }));
  return start !== null && start <= near ? now : awake;
}

function urgentStart(state: PlanState, notice: Notice): Instant | null {
  const meeting = noticedMeeting(state, notice);
  if (meeting?.kind !== 'urgent') return null;
  const [first, ...others] = meeting.options.map(({ from }) => from);
  return meeting.from ?? (first === undefined ? null : minInstant(first, ...others));
}
