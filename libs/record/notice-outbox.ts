import type { EntityManager } from 'typeorm';
import { addDuration, type Instant } from '../domain/calendar/index.js';
import { noticesOf } from '../domain/notice/notices.js';
import { gatheredFor, leadersFor } from './gathered-for.js';
import type { PlanState, RecordedEvent } from '../domain/plan/plan.types.js';

/** How many dispatchers share the outbox. A plan's notices stay in one shard, in their order. */
export const NOTICE_SHARDS = 4;

/** The channel on which dispatchers that are awake hear of what is queued; the payload is the shard. */
export const NOTICE_CHANNEL = 'notices';

/** The shard that a plan's notices are in. */
export function shardOf(planId: string): number {
  return Number.parseInt(planId.slice(-4), 16) % NOTICE_SHARDS;
}

/**
 * Queues what the events tell people. A notice that is queued already is not queued again.
 * @param gatheredSeconds how long after its event a notice is due
 */
export async function queueNotices(
  manager: EntityManager,
  events: readonly RecordedEvent[],
  after: PlanState,
  gatheredSeconds: number,
): Promise<number> {
  const told = events.flatMap((recorded) =>
    noticesOf(recorded, after).map((notice) => ({ notice, at: recorded.at })),
  );
  // What waited for a death that was a mistake need not wait any longer.
  const taken = events.some(({ event }) => event.type === 'deathTakenBack');
  const released = taken ? await release(manager, after) : 0;
  if (told.length === 0) return released;
  const recipients = told.map(({ notice }) => notice.recipient);
  const leaders = await leadersFor(manager, after, recipients);
  const notices = told.map(({ notice, at }) => ({
    ...notice,
    due_at: addDuration(at, { minutes: gatheredSeconds / 60 }),
    created_at: at,
    gathered_for: gatheredFor(after, notice.recipient, leaders, at),
  }));
  await manager.query(
    `INSERT INTO notices (key, plan_id, kind, recipient, discloses, ref, meeting_id, sequence, entry_sequence, version,
                          shard, status, due_at, attempts, created_at, gathered_for)
     SELECT key, $1, kind, recipient, discloses, ref, "meetingId", sequence, "entrySequence", version,
            $2, 'queued', due_at, 0, created_at, gathered_for
     FROM jsonb_to_recordset($3::jsonb) AS queued (
       key text, kind text, recipient jsonb, discloses text, ref text, "meetingId" text, sequence int, "entrySequence" int,
       version int, due_at timestamptz, created_at timestamptz, gathered_for uuid)
     ON CONFLICT (key) DO NOTHING`,
    [after.planId, shardOf(after.planId), JSON.stringify(notices)],
  );
  return notices.length + released;
}

async function release(manager: EntityManager, { planId, updatedAt }: PlanState): Promise<number> {
  const [, changed] = await manager.query<[unknown, number]>(
    "UPDATE notices SET due_at = $2 WHERE plan_id = $1 AND status = 'queued' AND due_at > $2",
    [planId, updatedAt],
  );
  return changed;
}

/** Queues the mail that brings somebody an access link, to go at once: they may be on the telephone with its code. */
export async function queueAccessLink(
  manager: EntityManager,
  link: {
    readonly planId: string;
    readonly linkId: string;
    readonly participantId: string;
    readonly at: Instant;
  },
): Promise<void> {
  const { planId, linkId, participantId, at } = link;
  await manager.query(
    `INSERT INTO notices (key, plan_id, kind, recipient, discloses, access_link_id, shard, status, due_at, attempts, created_at)
     VALUES ($1, $2, 'accessLink', $3, 'course', $4, $5, 'queued', $6, 0, $6)`,
    [
      `${planId}:accessLink:${linkId}`,
      planId,
      JSON.stringify({ kind: 'participant', participantId }),
      linkId,
      shardOf(planId),
      at,
    ],
  );
}
