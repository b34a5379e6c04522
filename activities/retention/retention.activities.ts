import { randomUUID } from 'node:crypto';
import { Context } from '@temporalio/activity';
import { processOrigin } from '../../libs/audit/audit-entry.types.js';
import type { RetentionActivities } from '../../libs/contracts/index.js';
import type { RetentionRun } from '../../libs/erasure/retention-run.js';

/** Erases whatever has been kept for its time. */
export function retentionActivities(run: RetentionRun): RetentionActivities {
  return {
    applyRetention() {
      const activity = Context.current();
      return run.apply(processOrigin(`retention:${randomUUID()}`), () => {
        activity.heartbeat();
      });
    },
  };
}
