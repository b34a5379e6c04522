import type { Instant } from '../../domain/calendar/index.js';
import type { Queryable } from '../../persistence/queryable.js';

export interface CoordinatorPeriodView {
  readonly personId: string;
  readonly since: Instant;
  readonly until: Instant | null;
}

export interface HandoverView {
  readonly successorPersonId: string;
  readonly reason: string;
  readonly proposedAt: Instant;
  readonly deadline: Instant;
  readonly outcome: 'accepted' | 'declined' | 'withdrawn' | null;
  readonly outcomeReason: string | null;
  readonly endedAt: Instant | null;
}

/** Who was coordinator, newest first. */
export async function coordinatorPeriodsOf(
  source: Queryable,
  planId: string,
): Promise<CoordinatorPeriodView[]> {
  return source.query(
    `SELECT person_id AS "personId", since, until FROM coordinator_periods WHERE plan_id = $1 ORDER BY seq DESC`,
    [planId],
  );
}

/** Proposed changes of coordinator, newest first. */
export async function handoversOf(source: Queryable, planId: string): Promise<HandoverView[]> {
  return source.query(
    `SELECT successor_person_id AS "successorPersonId", reason, proposed_at AS "proposedAt", deadline, outcome,
       outcome_reason AS "outcomeReason", ended_at AS "endedAt"
     FROM handovers WHERE plan_id = $1 ORDER BY seq DESC`,
    [planId],
  );
}
