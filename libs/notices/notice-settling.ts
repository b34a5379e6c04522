import type { DataSource } from 'typeorm';
import type { Instant } from '../domain/calendar/index.js';
import type { NoticeRow } from './notice-row.js';

const idsOf = (rows: readonly NoticeRow[]): string[] => rows.map(({ id }) => id);

/** Ends notices that are not sent. */
export async function settleUnsent(
  dataSource: DataSource,
  rows: readonly NoticeRow[],
  status: 'moot' | 'withheld' | 'refused',
  code: string | null,
): Promise<void> {
  await dataSource.query(
    `UPDATE notices SET status = $2, code = $3, claimed_by = NULL
     WHERE id = ANY($1) AND status = 'claimed' AND message_id IS NULL`,
    [idsOf(rows), status, code],
  );
}

/**
 * Puts a claimed notice back into the queue: nothing of it has gone.
 * @param claimedBy the drain that claimed it; nothing is done if another has it by now
 */
export async function putBack(
  dataSource: DataSource,
  row: NoticeRow,
  claimedBy: string,
  dueAt: Instant,
  failed: { readonly code: string } | null = null,
): Promise<void> {
  await dataSource.query(
    `UPDATE notices SET status = 'queued', due_at = $2, attempts = attempts + $3, code = $4,
       claimed_at = NULL, claimed_by = NULL, message_id = NULL
     WHERE id = $1 AND status = 'claimed' AND claimed_by = $5`,
    [row.id, dueAt, failed === null ? 0 : 1, failed?.code ?? null, claimedBy],
  );
}

/** What the mail server said, written down before the plan is told, so that a drain that dies loses neither. */
export async function noteAnswer(
  dataSource: DataSource,
  rows: readonly NoticeRow[],
  answer: { readonly sentAt: Instant | null; readonly code: string | null },
): Promise<void> {
  await dataSource.query(
    `UPDATE notices SET sent_at = $2, code = $3 WHERE id = ANY($1) AND status IN ('claimed', 'uncertain')`,
    [idsOf(rows), answer.sentAt, answer.code],
  );
}

/** Ends notices whose sending had begun. An answer that comes late still replaces `uncertain`. */
export async function settleSent(
  dataSource: DataSource,
  rows: readonly NoticeRow[],
  status: 'accepted' | 'refused' | 'uncertain',
  messageId: string,
  code: string | null,
): Promise<void> {
  await dataSource.query(
    `UPDATE notices SET status = $2, code = $4, claimed_by = NULL
     WHERE id = ANY($1) AND message_id = $3 AND status IN ('claimed', 'uncertain')`,
    [idsOf(rows), status, messageId, code],
  );
}
