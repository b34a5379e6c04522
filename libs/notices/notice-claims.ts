import type { DataSource, EntityManager } from 'typeorm';
import { addDuration, type Instant } from '../domain/calendar/index.js';
import { NOTICE_COLUMNS, type NoticeRow } from './notice-row.js';
import { ALONE } from './told-meeting.js';

/** A claim whose sending has not begun is handed back after this; whoever lost it can no longer begin. */
const UNBEGUN_MINUTES = 2;

/** A sending that began is settled after this: longer than a mail server takes to answer. */
const BEGUN_MINUTES = 15;

export interface Claim {
  readonly shard: number;
  readonly now: Instant;
  /** One drain's own mark. */
  readonly claimedBy: string;
  readonly limit: number;
  /** What becomes due until then goes along with what is due to the same person. */
  readonly gatheredUntil: Instant;
}

/** One drain claims at a time, so that what goes to one person is claimed by one of them. */
const CLAIM_LOCK = 7_281_997;

/**
 * Takes due notices of a shard that no other drain has taken, the longest due first, and with them what is gathered for the
 * same people, of whatever plan: so nobody gets two mails within the time for which notices are gathered. What goes alone
 * neither gathers nor is gathered, and what failed waits for its own time.
 */
export async function claimDue(dataSource: DataSource, claim: Claim): Promise<NoticeRow[]> {
  return dataSource.transaction(async (manager) => {
    await manager.query('SELECT pg_advisory_xact_lock($1)', [CLAIM_LOCK]);
    return manager.query<NoticeRow[]>(
      `WITH due AS (
         SELECT id, gathered_for, kind FROM notices WHERE shard = $1 AND status = 'queued' AND due_at <= $2
         ORDER BY due_at, id LIMIT $4 FOR UPDATE SKIP LOCKED),
       gathered AS (
         SELECT id FROM notices
         WHERE status = 'queued' AND due_at <= $5 AND (attempts = 0 OR due_at <= $2) AND kind <> ALL ($6)
           AND gathered_for IN (SELECT gathered_for FROM due WHERE kind <> ALL ($6))
         FOR UPDATE SKIP LOCKED),
       claimed AS (
         UPDATE notices SET status = 'claimed', claimed_at = $2, claimed_by = $3, message_id = NULL, code = NULL
         WHERE id IN (SELECT id FROM due UNION SELECT id FROM gathered)
         RETURNING *)
       SELECT ${NOTICE_COLUMNS} FROM claimed ORDER BY id`,
      [claim.shard, claim.now, claim.claimedBy, claim.limit, claim.gatheredUntil, ALONE],
    );
  });
}

/** Which of the claims are still the drain's own and not begun; held until the transaction ends. */
export async function ownClaims(
  manager: EntityManager,
  ids: readonly string[],
  claimedBy: string,
): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `SELECT id FROM notices
     WHERE id = ANY($1) AND status = 'claimed' AND claimed_by = $2 AND message_id IS NULL
     ORDER BY id FOR UPDATE`,
    [ids, claimedBy],
  );
  return rows.map(({ id }) => id);
}

/** A mail that is about to be handed over. */
export interface Beginning {
  readonly messageId: string;
  /** To whom it goes. */
  readonly personId: string;
  /** The address that its calendar entry names, if it has one. */
  readonly organizer: string | null;
  /** The UID of that entry. */
  readonly entryUid: string | null;
}

/**
 * Marks that from now on a mail server may have got the mail. Only what `ownClaims` holds may be marked.
 */
export async function markBegun(
  manager: EntityManager,
  ids: readonly string[],
  { messageId, personId, organizer, entryUid }: Beginning,
  now: Instant,
): Promise<void> {
  await manager.query(
    `UPDATE notices SET message_id = $2, addressee_person_id = $3, organizer = $4, entry_uid = $5, claimed_at = $6
     WHERE id = ANY($1)`,
    [ids, messageId, personId, organizer, entryUid, now],
  );
}

/** Hands claims back whose sending a drain had not begun when it died. */
export async function releaseAbandoned(dataSource: DataSource, shard: number, now: Instant): Promise<void> {
  await dataSource.query(
    `UPDATE notices SET status = 'queued', claimed_at = NULL, claimed_by = NULL
     WHERE shard = $1 AND status = 'claimed' AND message_id IS NULL AND claimed_at <= $2`,
    [shard, addDuration(now, { minutes: -UNBEGUN_MINUTES })],
  );
}

/** A notice whose drain died after its sending had begun, with what was written down of how it went. */
export interface AbandonedSending extends NoticeRow {
  readonly messageId: string;
  readonly sentAt: Instant | null;
  readonly code: string | null;
}

export async function abandonedSendings(
  dataSource: DataSource,
  shard: number,
  now: Instant,
): Promise<AbandonedSending[]> {
  return dataSource.query<AbandonedSending[]>(
    `SELECT ${NOTICE_COLUMNS}, message_id AS "messageId", sent_at AS "sentAt", code FROM notices
     WHERE shard = $1 AND status = 'claimed' AND message_id IS NOT NULL AND claimed_at <= $2
     ORDER BY id`,
    [shard, addDuration(now, { minutes: -BEGUN_MINUTES })],
  );
}

/** When a shard has something to do next: send what is due, or settle what a drain may leave behind. */
export async function nextDueAt(dataSource: DataSource, shard: number): Promise<Instant | null> {
  const rows = await dataSource.query<{ next: Instant | null }[]>(
    `SELECT least(
       (SELECT min(due_at) FROM notices WHERE shard = $1 AND status = 'queued'),
       (SELECT min(claimed_at + make_interval(mins => CASE WHEN message_id IS NULL THEN $2::int ELSE $3::int END))
        FROM notices WHERE shard = $1 AND status = 'claimed')) AS next`,
    [shard, UNBEGUN_MINUTES, BEGUN_MINUTES],
  );
  return rows[0]?.next ?? null;
}
