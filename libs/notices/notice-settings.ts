import type { ReturnAddresses } from '../mail/index.js';
import type { NoticeTimes } from '../record/notice-times.js';

/** What the dispatcher is told at its start. */
export interface NoticeSettings {
  /** Where the pages are: an absolute http or https address. */
  readonly publicUrl: string;
  /** Who the mails come from; must reveal nothing. */
  readonly mailFrom: { readonly name: string; readonly address: string };
  /** Where mails come back to and calendar programs answer; null if nobody listens there. */
  readonly returnAddresses: ReturnAddresses | null;
  /** How many notices are claimed at a time. */
  readonly batchSize: number;
  readonly times: NoticeTimes;
}
