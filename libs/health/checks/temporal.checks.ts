import type { Client } from '@temporalio/client';
import protobuf from '@temporalio/proto';
import { PLANS_TASK_QUEUE } from '../../contracts/task-queues.js';
import { type HealthCheck, Unhealthy } from '../health-check.js';

const STANDS = 2_000;

/** Whether Temporal answers and has the namespace. */
export function temporalCheck(client: Client, needed: boolean): HealthCheck {
  const { namespace } = client.options;
  return {
    name: 'temporal',
    needed,
    otherwise: 'TEMPORAL.AWAY',
    stands: STANDS,
    check: () => client.connection.workflowService.describeNamespace({ namespace }),
  };
}

/** Whether somebody polls for the steps of plans. */
export function workerCheck(client: Client): HealthCheck {
  const { namespace } = client.options;
  return {
    name: 'worker',
    needed: false,
    otherwise: 'WORKER.NONE',
    stands: STANDS,
    async check() {
      const { pollers } = await client.connection.workflowService.describeTaskQueue({
        namespace,
        taskQueue: { name: PLANS_TASK_QUEUE },
        taskQueueType: protobuf.temporal.api.enums.v1.TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW,
      });
      if (pollers.length === 0) throw new Unhealthy('WORKER.NONE');
    },
  };
}
