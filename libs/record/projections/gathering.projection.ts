import type { ExistingPlan } from '../../domain/overlap/existing-plan.types.js';
import type { GatheringAnswer, GatheringEvent } from '../../domain/gathering/gathering.types.js';
import type { EventContext, ProjectorsOf } from './projection.types.js';
import { deleteRows, json, updateRows, upsertRow } from './rows.js';

/** A party whose request was withdrawn may be asked again in the same round. */
export const gatheringProjectors: ProjectorsOf<GatheringEvent> = {
  gatheringRequested: (context, { participantId, round, deadline }) =>
    upsertRow(
      context,
      'gathering_requests',
      { participant_id: participantId, round },
      {
        requested_at: context.at,
        deadline,
        status: 'open',
        answer: null,
        reason: null,
        document_ids: [],
        answered_at: null,
        late: false,
      },
    ),
  async gatheringAnswered(context, { participantId, round, answer, late }) {
    await replaceDocuments(context, participantId, answer);
    await updateRows(
      context,
      'gathering_requests',
      { participant_id: participantId, round },
      {
        status: 'answered',
        answer: answer.kind,
        reason: answer.kind === 'cannotAnswer' ? answer.reason : null,
        document_ids: answer.kind === 'plans' ? answer.documentIds : [],
        answered_at: context.at,
        late,
      },
    );
    await replaceExistingPlans(context, participantId, answer);
  },
  gatheringWithdrawn: (context, { participantId, reason }) =>
    updateRows(
      context,
      'gathering_requests',
      { participant_id: participantId, status: 'open' },
      { status: 'withdrawn', reason },
    ),
  overlapDecided: (context, { overlapKey, decision, reason }) =>
    upsertRow(
      context,
      'overlap_decisions',
      { overlap_key: overlapKey },
      { decision, reason, decided_at: context.at },
    ),
};

/** A document of an earlier answer that the new one does not have is replaced; one that it has again is not. */
async function replaceDocuments(
  { manager, planId, at }: EventContext,
  participantId: string,
  answer: GatheringAnswer,
): Promise<void> {
  const documentIds = answer.kind === 'plans' ? answer.documentIds : [];
  await manager.query(
    `UPDATE documents SET replaced_at = CASE WHEN id = ANY ($3::uuid[]) THEN NULL ELSE coalesce(replaced_at, $4) END
     WHERE plan_id = $1 AND participant_id = $2 AND (
       id = ANY ($3::uuid[]) OR id IN (
         SELECT unnest(document_ids) FROM gathering_requests WHERE plan_id = $1 AND participant_id = $2))`,
    [planId, participantId, documentIds, at],
  );
}

/** A party's newest answer stands for all that it has; what it said before is in the events. */
async function replaceExistingPlans(
  context: EventContext,
  participantId: string,
  answer: GatheringAnswer,
): Promise<void> {
  await deleteRows(context, 'existing_plans', { participant_id: participantId });
  const existingPlans: readonly ExistingPlan[] = answer.kind === 'plans' ? answer.existingPlans : [];
  if (existingPlans.length === 0) return;
  const rows = existingPlans.map((content) => ({
    id: content.id,
    content: context.sealer.structure(content),
  }));
  await context.manager.query(
    `INSERT INTO existing_plans (plan_id, participant_id, position, id, content, answered_at)
     SELECT $1, $2, place, answered ->> 'id', answered -> 'content', $4
     FROM jsonb_array_elements($3::jsonb) WITH ORDINALITY AS rows (answered, place)`,
    [context.planId, participantId, json(rows), context.at],
  );
}
