/** Name under which the sweeper is started by its schedule. */
export const SWEEPER_WORKFLOW = 'sweeper';

/** What the sweeper found and mended. */
export interface SweepResult {
  readonly toldAgain: number;
  readonly restarted: number;
  readonly lookedAgain: number;
  readonly dispatchersPoked: number;
}

export interface SweeperActivities {
  /** Compares the record with the running processes and mends what differs. */
  sweep(): Promise<SweepResult>;
}
