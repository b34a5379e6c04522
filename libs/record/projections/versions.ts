import type { DraftingEvent } from '../../domain/drafting/drafting.types.js';
import { writeNote } from './coordination-notes.js';
import type { EventContext } from './projection.types.js';
import { json, updateRows } from './rows.js';

/**
 * Keeps what is sent out for approval as it is now: the section revisions that the event names, goals, agreements.
 * A draft that was returned comes back under the same number.
 */
export async function submitVersion(
  { manager, planId, at }: EventContext,
  event: Extract<DraftingEvent, { type: 'draftSubmitted' }>,
): Promise<void> {
  await manager.query(
    `INSERT INTO versions (plan_id, version, status, revisions, submitted_at, deadline, gaps)
     VALUES ($1, $2, 'submitted', $3::jsonb, $4, $5, '{}')
     ON CONFLICT (plan_id, version) DO UPDATE SET
       status = 'submitted', revisions = EXCLUDED.revisions, submitted_at = EXCLUDED.submitted_at,
       deadline = EXCLUDED.deadline`,
    [planId, event.version, json(event.revisions), at, event.deadline],
  );
  await keepParts(manager, planId, event);
  await manager.query('DELETE FROM approvals WHERE plan_id = $1 AND version = $2', [planId, event.version]);
  await manager.query(
    `INSERT INTO approvals (plan_id, version, participant_id)
     SELECT $1, $2, participant_id FROM unnest($3::text[]) AS asked (participant_id)`,
    [planId, event.version, event.approverIds],
  );
}

/** The draft that lies out goes back to its writers. */
export async function returnVersion(context: EventContext): Promise<void> {
  await updateRows(context, 'versions', { status: 'submitted' }, { status: 'returned' });
}

/** From its lock on a version's agreements bind. */
export async function lockVersion(
  context: EventContext,
  event: Extract<DraftingEvent, { type: 'versionLocked' }>,
): Promise<void> {
  await updateRows(
    context,
    'versions',
    { version: event.version },
    { status: 'locked', locked_at: context.at, gaps: event.gaps },
  );
  await writeNote(context, 'versionLock', String(event.version), event.reason);
  const unbound = { binding_since: null, outcome: null };
  await updateRows(context, 'agreements', unbound, { binding_since: context.at });
}

/** Each kind of information stands by itself, with the goals and agreements that the event names, as it is for readers of its own. */
async function keepParts(
  manager: EventContext['manager'],
  planId: string,
  { version, revisions, goalIds, agreementIds }: Extract<DraftingEvent, { type: 'draftSubmitted' }>,
): Promise<void> {
  await manager.query('DELETE FROM version_parts WHERE plan_id = $1 AND version = $2', [planId, version]);
  await manager.query(
    `INSERT INTO version_parts (plan_id, version, kind, content)
     SELECT $1::uuid, $2::int, s.section, to_jsonb(s.content)
     FROM jsonb_each_text($3::jsonb) AS r (section, revision)
     JOIN section_revisions s ON s.plan_id = $1 AND s.section = r.section AND s.revision = r.revision::int
     UNION ALL
     SELECT $1::uuid, $2::int, 'goals', jsonb_build_object(
       'goals', (
         SELECT coalesce(jsonb_agg(jsonb_build_object(
           'goalId', goal_id, 'title', title, 'priority', priority, 'status', status
         ) ORDER BY priority, goal_id), '[]')
         FROM goals WHERE plan_id = $1 AND ($4::text[] IS NULL OR goal_id = ANY ($4))
       ),
       'agreements', (
         SELECT coalesce(jsonb_agg(jsonb_build_object(
           'agreementId', agreement_id, 'goalId', goal_id, 'title', title,
           'responsibleParticipantId', responsible_participant_id, 'dueDate', due_date, 'outcome', outcome
         ) ORDER BY due_date, agreement_id), '[]')
         FROM agreements WHERE plan_id = $1 AND ($5::text[] IS NULL OR agreement_id = ANY ($5))
       )
     )`,
    [planId, version, json(revisions), goalIds ?? null, agreementIds ?? null],
  );
}
