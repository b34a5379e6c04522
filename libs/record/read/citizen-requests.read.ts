import type { Instant } from '../../domain/calendar/index.js';
import type { CitizenRequestKind } from '../../domain/citizen-request/citizen-request.types.js';
import type { Queryable } from '../../persistence/queryable.js';

export interface CitizenRequestView {
  readonly requestId: string;
  readonly kind: CitizenRequestKind;
  readonly participantId: string | null;
  readonly words: string | null;
  readonly madeAt: Instant;
  readonly deadline: Instant;
  readonly answer: 'granted' | 'declined' | null;
  /** Null for what came about before anybody answered. */
  readonly reason: string | null;
  readonly answeredAt: Instant | null;
  /** When the plan ended without an answer. */
  readonly lapsedAt: Instant | null;
}

/** What the citizen asked for, newest first. */
export async function citizenRequestsOf(source: Queryable, planId: string): Promise<CitizenRequestView[]> {
  return source.query(
    `SELECT request_id AS "requestId", kind, participant_id AS "participantId", words, made_at AS "madeAt", deadline,
       answer, reason, answered_at AS "answeredAt", lapsed_at AS "lapsedAt"
     FROM citizen_requests WHERE plan_id = $1 ORDER BY made_at DESC, request_id`,
    [planId],
  );
}
