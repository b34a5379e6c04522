/**
 * Started by a Temporal Schedule. Compares the record with the running processes and mends what differs: wait states
 * that were never told, open plans without a process, steps that should have been performed, dispatchers asleep over
 * rows that are due.
 */
import { proxyActivities } from '@temporalio/workflow';
import type { SweeperActivities, SweepResult } from '../../libs/contracts/index.js';

/** The next sweep does what this one does not manage, so it is tried only a few times. */
const { sweep } = proxyActivities<SweeperActivities>({
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout: '1 minute',
  retry: { maximumAttempts: 3 },
});

export async function sweeper(): Promise<SweepResult> {
  return sweep();
}
