import { type Client, ScheduleAlreadyRunning, ScheduleOverlapPolicy } from '@temporalio/client';
import {
  PLANS_TASK_QUEUE,
  RETENTION_SCHEDULE_ID,
  RETENTION_WORKFLOW,
  RETENTION_WORKFLOW_ID,
} from '../contracts/index.js';

/** When the run begins, in Denmark: when nobody works, and no clock change falls. */
const AT = { hour: 4, minute: 15 };

/** Has whatever was kept for its time erased every night. A schedule that is there already is left as it is. */
export async function scheduleRetention(client: Client): Promise<void> {
  try {
    await client.schedule.create({
      scheduleId: RETENTION_SCHEDULE_ID,
      spec: { calendars: [AT], timezone: 'Europe/Copenhagen' },
      policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1 day' },
      action: {
        type: 'startWorkflow',
        workflowType: RETENTION_WORKFLOW,
        workflowId: RETENTION_WORKFLOW_ID,
        taskQueue: PLANS_TASK_QUEUE,
        args: [],
        staticSummary: 'Erases whatever has been kept for its time',
      },
    });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
  }
}
