import type { EntityManager } from 'typeorm';
import type { Instant } from '../domain/calendar/index.js';
import type { Actor } from '../domain/plan/actor.js';
import type { EventOf, EventType, PlanEvent, RecordedEvent } from '../domain/plan/plan.types.js';
import type { DataKey } from './erasure/data-key.js';
import type { ErasureKeys } from './erasure/erasure-keys.js';
import { planKeyName } from './erasure/key-names.js';
import { type EventRow, frameOf, historyWith, NO_HISTORY } from './event-history.js';
import type { Queryable } from './queryable.js';
import { RecordDamaged } from './record-damaged.js';

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

interface LoggedRow extends EventRow {
  readonly type: EventType;
  readonly actorKind: 'person' | 'process';
}

/** Events that are encrypted and ready to be added. */
export interface PreparedEvents {
  readonly planId: string;
  readonly rows: readonly EventRow[];
}

/** All of a plan's events, with the hash over them. */
export interface WholeLog {
  readonly events: readonly AttributedEvent[];
  readonly history: Buffer;
}

const COLUMNS =
  'seq, at, type, content, actor_kind AS "actorKind", actor_person_id AS "actorPersonId", command_id AS "commandId"';

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

  /** Encrypts events under their plan's key, each bound to its place and to all that stands beside it. */
  prepare({ planId, events, actor, commandId }: Appended, key: DataKey): PreparedEvents {
    const by = {
      actorKind: actor.kind,
      actorPersonId: actor.kind === 'person' ? actor.personId : null,
      commandId: commandId?.toLowerCase() ?? null,
    };
    return {
      planId,
      rows: events.map(({ seq, at, event: { type, ...fields } }) => {
        const row = { seq, at: new Date(at).toISOString(), type, ...by };
        return { ...row, content: key.encrypt(JSON.stringify(fields), placeOf(row)) };
      }),
    };
  }

  /**
   * Adds events to a plan's life.
   * @throws QueryFailedError with PostgreSQL's code 23505 if another command took one of the places in the meantime.
   */
  async append(source: Queryable, { planId, rows }: PreparedEvents): Promise<void> {
    if (rows.length === 0) return;
    const appended = rows.map(({ content, ...row }) => ({ ...row, content: content.toString('base64') }));
    await source.query(
      `INSERT INTO plan_events (plan_id, seq, type, at, actor_kind, actor_person_id, command_id, content)
       SELECT $1, seq, type, at, "actorKind", "actorPersonId", "commandId", decode(content, 'base64')
       FROM jsonb_to_recordset($2::jsonb) AS appended (
         seq int, type text, at timestamptz, "actorKind" text, "actorPersonId" uuid, "commandId" uuid, content text
       )`,
      [planId, JSON.stringify(appended)],
    );
  }

  /**
   * All of a plan's events, with the hash over them as they stand.
   * @throws RecordDamaged if one of them is not as it was written; ContentErased for a plan whose content was erased.
   */
  async whole(source: Queryable, planId: string): Promise<WholeLog> {
    const rows = await source.query<LoggedRow[]>(
      `SELECT ${COLUMNS} FROM plan_events WHERE plan_id = $1 ORDER BY seq`,
      [planId],
    );
    return { events: await this.opened(source, planId, rows), history: rows.reduce(historyWith, NO_HISTORY) };
  }

  /**
   * A plan's events in their order.
   * @throws RecordDamaged if one of them is not as it was written; ContentErased for a plan whose content was erased.
   */
  async read(
    source: Queryable,
    planId: string,
    { afterSeq = 0, types, limit }: EventSelection = {},
  ): Promise<AttributedEvent[]> {
    const rows = await source.query<LoggedRow[]>(
      `SELECT ${COLUMNS}
       FROM plan_events WHERE plan_id = $1 AND seq > $2 AND ($3::text[] IS NULL OR type = ANY ($3))
       ORDER BY seq LIMIT $4`,
      [planId, afterSeq, types ?? null, limit ?? null],
    );
    return this.opened(source, planId, rows);
  }

  /**
   * How each of many plans was started, by plan; those whose content was erased are left out.
   * @throws RecordDamaged if a start is not as it was written.
   */
  async starts(
    source: Queryable,
    planIds: readonly string[],
  ): Promise<ReadonlyMap<string, EventOf<'planStarted'>>> {
    const rows = await source.query<(LoggedRow & { readonly planId: string })[]>(
      `SELECT ${COLUMNS}, plan_id AS "planId" FROM plan_events
       WHERE plan_id = ANY ($1) AND seq = 1 AND type = 'planStarted'`,
      [planIds],
    );
    const keys = await this.keys.findAll(
      source,
      rows.map(({ planId }) => planKeyName(planId)),
    );
    return new Map(
      rows.flatMap(({ planId, ...row }) => {
        const key = keys.get(planKeyName(planId));
        return key === undefined
          ? []
          : [[planId, eventOf(planId, row, key).event as EventOf<'planStarted'>] as const];
      }),
    );
  }

  private async opened(
    source: Queryable,
    planId: string,
    rows: readonly LoggedRow[],
  ): Promise<AttributedEvent[]> {
    if (rows.length === 0) return [];
    const key = await this.keys.find(source, planKeyName(planId));
    if (key === null) throw new RecordDamaged(planId);
    return rows.map((row) => eventOf(planId, row, key));
  }
}

function eventOf(planId: string, row: LoggedRow, key: DataKey): AttributedEvent {
  const fields = JSON.parse(contentOf(planId, row, key).toString('utf8')) as object;
  const { seq, at, type, actorKind, actorPersonId } = row;
  return { seq, at, actorKind, actorPersonId, event: { type, ...fields } as PlanEvent };
}

/** Events that were written before their frame was bound to them are bound to their place alone. */
function contentOf(planId: string, row: LoggedRow, key: DataKey): Buffer {
  try {
    return key.decrypt(row.content, placeOf(row));
  } catch {
    return placedContentOf(planId, row, key);
  }
}

function placedContentOf(planId: string, row: LoggedRow, key: DataKey): Buffer {
  try {
    return key.decrypt(row.content, `event ${row.seq}`);
  } catch {
    throw new RecordDamaged(planId);
  }
}

/** An event that was moved to another place of the plan's life, or of which anything beside it was altered, is refused. */
function placeOf(row: Omit<EventRow, 'content'>): string {
  return `event ${frameOf(row)}`;
}
