/** What the dispatcher is told at its start. */
export interface NoticeSettings {
  /** Where the pages are: an absolute http or https address. */
  readonly publicUrl: string;
  /** Who the mails come from and whom calendar programs answer; must reveal nothing. */
  readonly mailFrom: { readonly name: string; readonly address: string };
  /** For how many seconds a drain waits for more; 0 where a running activity holds the clock. */
  readonly lingerSeconds: number;
  /** How many notices are claimed at a time. */
  readonly batchSize: number;
}
