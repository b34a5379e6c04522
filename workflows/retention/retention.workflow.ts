/**
 * Started every night by a Temporal Schedule. Has whatever was kept for its time erased: plans and the people who take part
 * in nothing else, network addresses in the audit, answers to requests. Its result tells numbers only.
 */
import { proxyActivities } from '@temporalio/workflow';
import type { RetentionActivities, RetentionResult } from '../../libs/contracts/index.js';

/** The next night does what this one does not manage, so it is tried only a few times. */
const { applyRetention } = proxyActivities<RetentionActivities>({
  startToCloseTimeout: '4 hours',
  heartbeatTimeout: '5 minutes',
  retry: { maximumAttempts: 3 },
});

export async function retention(): Promise<RetentionResult> {
  return applyRetention();
}
