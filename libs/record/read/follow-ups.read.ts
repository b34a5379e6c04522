import type { Instant, LocalDate } from '../../domain/calendar/index.js';
import type { FollowUpOutcome } from '../../domain/follow-up/follow-up.types.js';
import type { PlanState } from '../../domain/plan/plan.types.js';
import type { Queryable } from '../../persistence/queryable.js';

export interface FollowUpView {
  readonly cycle: number;
  readonly dueOn: LocalDate;
  readonly openedAt: Instant;
  readonly closedAt: Instant | null;
  /** Null while it is open, and if the plan ended before. */
  readonly outcome: FollowUpOutcome | null;
  readonly nextOn: LocalDate | null;
  readonly note: string | null;
  /** Why it was closed without a meeting; null if one was held. */
  readonly withoutMeetingReason: string | null;
}

/** How often a plan is followed up, and when next. */
export interface FollowUpRhythm {
  readonly intervalMonths: number;
  /** By when the next follow-up meeting is to be held, or that of the open follow-up; null before the first version. */
  readonly nextOn: LocalDate | null;
}

/** The rhythm that a plan's state tells. */
export function followUpRhythm({ intervalMonths, nextOn }: PlanState): FollowUpRhythm {
  return { intervalMonths, nextOn };
}

/** Follow-up cycles, newest first. */
export async function followUpsOf(source: Queryable, planId: string): Promise<FollowUpView[]> {
  return source.query(
    `SELECT cycle, due_on AS "dueOn", opened_at AS "openedAt", closed_at AS "closedAt", outcome, next_on AS "nextOn",
       note, without_meeting_reason AS "withoutMeetingReason"
     FROM follow_ups WHERE plan_id = $1 ORDER BY cycle DESC`,
    [planId],
  );
}
