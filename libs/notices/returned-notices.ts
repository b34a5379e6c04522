import type { DataSource } from 'typeorm';
import type { Instant } from '../domain/calendar/index.js';
import { NOTICE_COLUMNS, type NoticeRow } from './notice-row.js';

/** A notice whose mail came back, with what was known of it before. */
export interface ReturnedNotice extends NoticeRow {
  readonly status: string;
  /** The UID of its calendar entry; null where that is the meeting's. */
  readonly entryUid: string | null;
}

/** A mail that has gone or is going; what was refused or put back before is settled. */
const SENT = `('claimed', 'accepted', 'uncertain')`;

/** The notices that a mail told, oldest first; none if it is not known any more. */
export async function noticesIn(dataSource: DataSource, messageId: string): Promise<ReturnedNotice[]> {
  return dataSource.query<ReturnedNotice[]>(
    `SELECT ${NOTICE_COLUMNS}, status, entry_uid AS "entryUid" FROM notices WHERE message_id = $1 ORDER BY id`,
    [messageId],
  );
}

/** Notes that a mail has failed after a server had taken it. A drain that has yet to note the server's yes notes nothing. */
export async function noteBounced(dataSource: DataSource, messageId: string, code: string): Promise<void> {
  await dataSource.query(
    `UPDATE notices SET status = 'refused', code = $2, claimed_by = NULL
     WHERE message_id = $1 AND status IN ${SENT}`,
    [messageId, code],
  );
}

/** Notes that a mail has reached its mailbox, by the first report that says so; that it went is no question any more. */
export async function noteDelivered(dataSource: DataSource, messageId: string, at: Instant): Promise<void> {
  await dataSource.query(
    `UPDATE notices SET delivered_at = coalesce(delivered_at, $2),
       status = CASE status WHEN 'uncertain' THEN 'accepted' ELSE status END
     WHERE message_id = $1 AND status IN ${SENT}`,
    [messageId, at],
  );
}
