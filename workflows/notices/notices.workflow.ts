/**
 * The dispatcher of one shard of the outbox of notices. It has an activity drain what is due, and waits until more is,
 * or until somebody who queued a notice while nobody was draining tells it so. It never ends; it begins a new run when
 * its history has grown.
 */
import { condition, continueAsNew, proxyActivities, setHandler, workflowInfo } from '@temporalio/workflow';
import { type NoticeActivities, type NoticesInput, noticesQueuedSignal } from '../../libs/contracts/index.js';

/**
 * A drain talks to mail servers and lingers for new rows; it tells by its heartbeat that it is alive. Its retries never
 * end: what was claimed by one that died is settled by the next.
 */
const { drainNotices } = proxyActivities<NoticeActivities>({
  startToCloseTimeout: '30 minutes',
  heartbeatTimeout: '30 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '2 minutes' },
  summary: 'sends what is due',
});

export async function notices({ shard }: NoticesInput): Promise<void> {
  let queued = false;
  setHandler(noticesQueuedSignal, () => {
    queued = true;
  });
  for (;;) {
    queued = false;
    const { nextDueAt } = await drainNotices({ shard });
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof notices>({ shard });
    if (nextDueAt === null) {
      await condition(() => queued);
      continue;
    }
    const wait = Date.parse(nextDueAt) - Date.now();
    if (wait > 0) await condition(() => queued, wait);
  }
}
