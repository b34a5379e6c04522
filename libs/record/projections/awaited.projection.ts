import type { EntityManager } from 'typeorm';
import type { Awaited } from '../../domain/deadline/awaited.types.js';
import type { PlanState } from '../../domain/plan/plan.types.js';
import { currentAwaits } from '../../domain/plan/wait-state.js';
import { json } from './rows.js';

/** Whose move it is: the person and organisation as they stand now, which may change without a new waiting. */
interface Whose {
  readonly participant_id: string | null;
  readonly person_id: string | null;
  readonly organisation_id: string | null;
}

/**
 * What the plan waits for now replaces what it waited for, in one statement; rows that stay as they are are not
 * written. While the plan is on hold, what stands on the duty clock is not waited for.
 */
export async function projectAwaited(manager: EntityManager, state: PlanState): Promise<void> {
  const rows = currentAwaits(state).map(({ ref, kind, from, since, deadline }) => ({
    ref,
    kind,
    from_kind: from.kind,
    ...whose(state, from),
    since,
    deadline,
  }));
  await manager.query(
    `WITH gone AS (
       DELETE FROM plan_awaited WHERE plan_id = $1 AND NOT (ref = ANY ($2))
     )
     INSERT INTO plan_awaited AS old (
       plan_id, ref, kind, from_kind, participant_id, person_id, organisation_id, since, deadline
     )
     SELECT $1, ref, kind, from_kind, participant_id, person_id, organisation_id, since, deadline
     FROM jsonb_to_recordset($3::jsonb) AS now (
       ref text, kind text, from_kind text, participant_id text, person_id uuid, organisation_id uuid,
       since timestamptz, deadline timestamptz
     )
     ON CONFLICT (plan_id, ref) DO UPDATE SET
       from_kind = EXCLUDED.from_kind, participant_id = EXCLUDED.participant_id, person_id = EXCLUDED.person_id,
       organisation_id = EXCLUDED.organisation_id, since = EXCLUDED.since, deadline = EXCLUDED.deadline
     WHERE (old.from_kind, old.participant_id, old.person_id, old.organisation_id, old.since, old.deadline)
       IS DISTINCT FROM (
         EXCLUDED.from_kind, EXCLUDED.participant_id, EXCLUDED.person_id, EXCLUDED.organisation_id,
         EXCLUDED.since, EXCLUDED.deadline
       )`,
    [state.planId, rows.map(({ ref }) => ref), json(rows)],
  );
}

function whose(state: PlanState, from: Awaited['from']): Whose {
  switch (from.kind) {
    case 'participant': {
      const participant = state.participants[from.participantId];
      return {
        participant_id: from.participantId,
        person_id: participant?.personId ?? null,
        organisation_id: participant?.organisationId ?? null,
      };
    }
    case 'organisation':
      return {
        participant_id: from.participantId,
        person_id: null,
        organisation_id: state.participants[from.participantId]?.organisationId ?? null,
      };
    case 'coordinator':
      return {
        participant_id: null,
        person_id: state.coordinatorPersonId,
        organisation_id: state.organisationId,
      };
    case 'successor':
      return { participant_id: null, person_id: from.personId, organisation_id: null };
    case 'teamLeader':
      return { participant_id: null, person_id: null, organisation_id: state.organisationId };
  }
}
