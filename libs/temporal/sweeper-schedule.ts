import { type Client, ScheduleAlreadyRunning, ScheduleOverlapPolicy } from '@temporalio/client';
import {
  PLANS_TASK_QUEUE,
  SWEEPER_SCHEDULE_ID,
  SWEEPER_WORKFLOW,
  SWEEPER_WORKFLOW_ID,
} from '../contracts/index.js';

/** Has the sweeper run every few minutes, once at a time. A schedule that is there already is left as it is. */
export async function scheduleSweeper(client: Client, every = '5 minutes' as const): Promise<void> {
  try {
    await client.schedule.create({
      scheduleId: SWEEPER_SCHEDULE_ID,
      spec: { intervals: [{ every }] },
      policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '10 minutes' },
      action: {
        type: 'startWorkflow',
        workflowType: SWEEPER_WORKFLOW,
        workflowId: SWEEPER_WORKFLOW_ID,
        taskQueue: PLANS_TASK_QUEUE,
        args: [],
        staticSummary: 'Compares the record with the running processes',
      },
    });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
  }
}
