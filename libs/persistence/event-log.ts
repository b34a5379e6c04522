import type { EntityManager } from 'typeorm';
import type { Actor } from '../domain/plan/actor.js';
import type { EventType, PlanEvent, RecordedEvent } from '../domain/plan/plan.types.js';

/** Events that one command led to, with who gave it. */
export interface Appended {
  readonly planId: string;
  readonly events: readonly RecordedEvent[];
  readonly actor: Actor;
  readonly commandId: string | null;
}

/**
 * Adds events to a plan's life.
 * @throws QueryFailedError with PostgreSQL's code 23505 if another command took one of the places in the meantime.
 */
export async function appendEvents(manager: EntityManager, appended: Appended): Promise<void> {
  const { planId, events, actor, commandId } = appended;
  const rows = events.map(({ seq, at, event: { type, ...data } }) => ({ seq, at, type, data }));
  await manager.query(
    `INSERT INTO plan_events (plan_id, seq, type, at, actor_kind, actor_person_id, command_id, data)
     SELECT $1, seq, type, at, $2, $3, $4, data
     FROM jsonb_to_recordset($5::jsonb) AS appended (seq int, type text, at timestamptz, data jsonb)`,
    [planId, actor.kind, actor.kind === 'person' ? actor.personId : null, commandId, JSON.stringify(rows)],
  );
}

/** A plan's events in their order, all of them or those after a place. */
export async function readEvents(
  source: Pick<EntityManager, 'query'>,
  planId: string,
  afterSeq = 0,
): Promise<RecordedEvent[]> {
  const rows = await source.query<{ seq: number; at: string; type: EventType; data: object }[]>(
    'SELECT seq, at, type, data FROM plan_events WHERE plan_id = $1 AND seq > $2 ORDER BY seq',
    [planId, afterSeq],
  );
  return rows.map(({ seq, at, type, data }) => ({ seq, at, event: { type, ...data } as PlanEvent }));
}
