import type { WaitState } from '../domain/plan/wait-state.types.js';

/**
 * Told once a command is on record. Whatever it does may fail or never happen: the outbox has what it missed, and a
 * relay or the sweeper makes good for it. It must not throw and not keep the answer waiting.
 */
export abstract class AfterCommit {
  /** The plan's process has not been told of its newest wait state. */
  abstract waitStateChanged(planId: string, waitState: WaitState): void;
  /** Notices were queued in these shards of the outbox. */
  abstract noticesQueued(shards: readonly number[]): void;
}

/** For whoever drives plans without Temporal: imports, benchmarks of the record alone. */
export class NothingAfterCommit extends AfterCommit {
  override waitStateChanged(): void {
    // The outbox keeps what was not told.
  }
  override noticesQueued(): void {
    // The dispatcher finds what is queued when it looks.
  }
}
