import type { Instant } from '../../domain/calendar/index.js';
import type { GatheringAnswer } from '../../domain/gathering/gathering.types.js';
import type { ExistingPlan } from '../../domain/overlap/existing-plan.types.js';
import type { Queryable } from '../../persistence/queryable.js';

export interface GatheringRequestView {
  readonly participantId: string;
  readonly round: number;
  readonly requestedAt: Instant;
  readonly deadline: Instant;
  readonly status: 'open' | 'answered' | 'withdrawn';
  readonly answer: GatheringAnswer['kind'] | null;
  readonly reason: string | null;
  readonly documentIds: readonly string[];
  readonly answeredAt: Instant | null;
  readonly late: boolean;
}

export interface ExistingPlanView {
  readonly participantId: string;
  readonly content: ExistingPlan;
  readonly answeredAt: Instant;
}

export interface OverlapDecisionView {
  readonly overlapKey: string;
  readonly decision: 'confirmed' | 'dismissed';
  readonly reason: string | null;
  readonly decidedAt: Instant;
}

/** Everyone who was asked for existing plans, each round of it. */
export async function gatheringRequestsOf(
  source: Queryable,
  planId: string,
): Promise<GatheringRequestView[]> {
  return source.query(
    `SELECT participant_id AS "participantId", round, requested_at AS "requestedAt", deadline, status, answer,
       reason, document_ids AS "documentIds", answered_at AS "answeredAt", late
     FROM gathering_requests WHERE plan_id = $1 ORDER BY requested_at, participant_id, round`,
    [planId],
  );
}

/** The parties' own plans, as of each party's newest answer. */
export async function existingPlansOf(source: Queryable, planId: string): Promise<ExistingPlanView[]> {
  return source.query(
    `SELECT participant_id AS "participantId", content, answered_at AS "answeredAt"
     FROM existing_plans WHERE plan_id = $1 ORDER BY participant_id, position`,
    [planId],
  );
}

/** What people decided about overlaps. */
export async function overlapDecisionsOf(source: Queryable, planId: string): Promise<OverlapDecisionView[]> {
  return source.query(
    `SELECT overlap_key AS "overlapKey", decision, reason, decided_at AS "decidedAt"
     FROM overlap_decisions WHERE plan_id = $1 ORDER BY overlap_key`,
    [planId],
  );
}
