import { defineSignal } from '@temporalio/workflow';

/** Name under which the dispatcher of one shard of the outbox is started. */
export const NOTICES_WORKFLOW = 'notices';

export interface NoticesInput {
  readonly shard: number;
}

/** Notices were queued while nobody was draining. */
export const noticesQueuedSignal = defineSignal('noticesQueued');

export interface DrainResult {
  /** When the next row is due, or null when nothing is queued. */
  readonly nextDueAt: string | null;
}

export interface NoticeActivities {
  /** Sends what is due in a shard and comes back with the instant at which more is. */
  drainNotices(request: NoticesInput): Promise<DrainResult>;
}
