import type { EntityManager } from 'typeorm';
import type { Instant } from '../domain/calendar/index.js';
import type { Actor } from '../domain/plan/actor.js';
import type { EventType, PlanEvent, RecordedEvent } from '../domain/plan/plan.types.js';
import type { DataKey } from './erasure/data-key.js';
import type { ErasureKeys } from './erasure/erasure-keys.js';
import { planKeyName } from './erasure/key-names.js';
import type { Queryable } from './queryable.js';

/** Events that one command led to, with who gave it. */
export interface Appended {
  readonly planId: string;
  readonly events: readonly RecordedEvent[];
  readonly actor: Actor;
  readonly commandId: string | null;
}

/** Which of a plan's events are wanted; all of them if nothing is said. */
export interface EventSelection {
  readonly afterSeq?: number;
  readonly types?: readonly EventType[];
  readonly limit?: number;
}

/** An event with who brought it about. */
export interface AttributedEvent extends RecordedEvent {
  readonly actorKind: 'person' | 'process';
  readonly actorPersonId: string | null;
}

interface EventRow {
  readonly seq: number;
  readonly at: Instant;
  readonly type: EventType;
  readonly content: Buffer;
  readonly actorKind: 'person' | 'process';
  readonly actorPersonId: string | null;
}

/**
 * The events of plans, only ever added to. What an event holds beside its type is encrypted under the plan's own key,
 * so that it can be erased although no row can be changed.
 */
export class EventLog {
  constructor(private readonly keys: ErasureKeys) {}

  /**
   * The key of everything that is written of a plan, made at its start.
   * @throws ContentErased for a plan whose content was erased.
   */
  keyOf(manager: EntityManager, planId: string, at: Instant): Promise<DataKey> {
    return this.keys.ensure(manager, planKeyName(planId), at);
  }

  /**
   * Adds events to a plan's life.
   * @param given The plan's key, if it is at hand.
   * @throws QueryFailedError with PostgreSQL's code 23505 if another command took one of the places in the meantime.
   */
  async append(
    manager: EntityManager,
    { planId, events, actor, commandId }: Appended,
    given?: DataKey,
  ): Promise<void> {
    const [first] = events;
    if (first === undefined) return;
    const key = given ?? (await this.keyOf(manager, planId, first.at));
    const rows = events.map(({ seq, at, event: { type, ...content } }) => ({
      seq,
      at,
      type,
      content: key.encrypt(JSON.stringify(content), placeOf(seq)).toString('base64'),
    }));
    await manager.query(
      `INSERT INTO plan_events (plan_id, seq, type, at, actor_kind, actor_person_id, command_id, content)
       SELECT $1, seq, type, at, $2, $3, $4, decode(content, 'base64')
       FROM jsonb_to_recordset($5::jsonb) AS appended (seq int, type text, at timestamptz, content text)`,
      [planId, actor.kind, actor.kind === 'person' ? actor.personId : null, commandId, JSON.stringify(rows)],
    );
  }

  /**
   * A plan's events in their order.
   * @throws ContentErased for a plan whose content was erased.
   */
  async read(
    source: Queryable,
    planId: string,
    { afterSeq = 0, types, limit }: EventSelection = {},
  ): Promise<AttributedEvent[]> {
    const rows = await source.query<EventRow[]>(
      `SELECT seq, at, type, content, actor_kind AS "actorKind", actor_person_id AS "actorPersonId"
       FROM plan_events WHERE plan_id = $1 AND seq > $2 AND ($3::text[] IS NULL OR type = ANY ($3))
       ORDER BY seq LIMIT $4`,
      [planId, afterSeq, types ?? null, limit ?? null],
    );
    if (rows.length === 0) return [];
    const key = await this.keys.find(source, planKeyName(planId));
    if (key === null) throw new Error('The key of a plan is missing.');
    return rows.map((row) => eventOf(row, key));
  }
}

function eventOf({ content, type, ...row }: EventRow, key: DataKey): AttributedEvent {
  const fields = JSON.parse(key.decrypt(content, placeOf(row.seq)).toString('utf8')) as object;
  return { ...row, event: { type, ...fields } as PlanEvent };
}

/** An event moved to another place of the plan's life is refused. */
function placeOf(seq: number): string {
  return `event ${seq}`;
}
