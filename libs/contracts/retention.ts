/** Name under which the retention run is started by its schedule. */
export const RETENTION_WORKFLOW = 'retention';

/** What a run erased; numbers only. */
export interface RetentionResult {
  readonly plans: number;
  readonly people: number;
  /** Plans whose time is over and whose erasure is held back. */
  readonly heldBack: number;
  /** Plans that could not be erased this time; the next run tries them again. */
  readonly failed: number;
  /** Plans that a restored backup had brought back. */
  readonly again: number;
  /** Months of network addresses. */
  readonly addressMonths: number;
  readonly answers: number;
}

export interface RetentionActivities {
  /** Erases whatever has been kept for its time. */
  applyRetention(): Promise<RetentionResult>;
}
