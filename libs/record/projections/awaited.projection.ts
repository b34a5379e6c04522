import type { EntityManager } from 'typeorm';
import type { Awaited } from '../../domain/deadline/awaited.types.js';
import { deadlineOf, isOnHold } from '../../domain/deadline/holds.js';
import { awaitedNow } from '../../domain/plan/awaits.js';
import type { PlanState } from '../../domain/plan/plan.types.js';

/** A row of `plan_awaited`. */
interface AwaitedRow {
  readonly ref: string;
  readonly kind: string;
  readonly from_kind: string;
  readonly participant_id: string | null;
  readonly person_id: string | null;
  readonly organisation_id: string | null;
  readonly since: string;
  readonly deadline: string;
  readonly paused: boolean;
}

/**
 * What the plan waits for now replaces what it waited for, in one statement; rows that stay as they are are not
 * written. Deadlines are shifted by the time on hold.
 */
export async function projectAwaited(manager: EntityManager, state: PlanState): Promise<void> {
  const rows = awaitedNow(state).map((one) => rowOf(state, one));
  await manager.query(
    `WITH gone AS (
       DELETE FROM plan_awaited WHERE plan_id = $1 AND NOT (ref = ANY ($2))
     )
     INSERT INTO plan_awaited AS old (
       plan_id, ref, kind, from_kind, participant_id, person_id, organisation_id, since, deadline, paused
     )
     SELECT $1, ref, kind, from_kind, participant_id, person_id, organisation_id, since, deadline, paused
     FROM jsonb_to_recordset($3::jsonb) AS now (
       ref text, kind text, from_kind text, participant_id text, person_id uuid, organisation_id uuid,
       since timestamptz, deadline timestamptz, paused boolean
     )
     ON CONFLICT (plan_id, ref) DO UPDATE SET
       from_kind = EXCLUDED.from_kind, participant_id = EXCLUDED.participant_id, person_id = EXCLUDED.person_id,
       organisation_id = EXCLUDED.organisation_id, since = EXCLUDED.since, deadline = EXCLUDED.deadline,
       paused = EXCLUDED.paused
     WHERE (
       old.from_kind, old.participant_id, old.person_id, old.organisation_id, old.since, old.deadline, old.paused
     )
       IS DISTINCT FROM (
         EXCLUDED.from_kind, EXCLUDED.participant_id, EXCLUDED.person_id, EXCLUDED.organisation_id,
         EXCLUDED.since, EXCLUDED.deadline, EXCLUDED.paused
       )`,
    [state.planId, rows.map(({ ref }) => ref), JSON.stringify(rows)],
  );
}

function rowOf(state: PlanState, awaited: Awaited): AwaitedRow {
  return {
    ref: awaited.ref,
    kind: awaited.kind,
    from_kind: awaited.from.kind,
    ...whose(state, awaited.from),
    since: awaited.since,
    deadline: deadlineOf(awaited, state.holds),
    paused: awaited.clock === 'duty' && isOnHold(state),
  };
}

/** The person and organisation that are to act, as they stand now; they change without a new waiting. */
function whose(
  state: PlanState,
  from: Awaited['from'],
): Pick<AwaitedRow, 'participant_id' | 'person_id' | 'organisation_id'> {
  switch (from.kind) {
    case 'participant': {
      const participant = state.participants[from.participantId];
      return {
        participant_id: from.participantId,
        person_id: participant?.personId ?? null,
        organisation_id: participant?.organisationId ?? null,
      };
    }
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
