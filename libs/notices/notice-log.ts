import type { NoticeRow } from './notice-row.js';

/** Where the dispatcher says what it did; a pino logger is one. Only ids, kinds and codes are handed to it. */
export interface NoticeLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

/** What may be logged of a notice. */
export function loggable({ id, planId, kind }: NoticeRow): object {
  return { noticeId: id, planId, kind };
}
