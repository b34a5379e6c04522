import { NativeConnection, type NativeConnectionOptions, Worker } from '@temporalio/worker';
import { NOTICES_TASK_QUEUE, PLANS_TASK_QUEUE } from '../contracts/index.js';
import { FailuresWithoutContent } from './failures-without-content.js';
import type { TemporalSettings } from './temporal-client.js';
import { workflowBundle } from './workflow-bundle.js';

export interface HostedActivities {
  /** For the task queue of plans: steps, record calls, the sweeper. */
  readonly plans: object;
  /** For the task queue of notices. */
  readonly notices: object;
}

/** Several times the number of workflow tasks at a time, or the cache thrashes. */
const CACHED_WORKFLOWS = 2000;
const WORKFLOW_TASKS_AT_A_TIME = 40;
const STEPS_AT_A_TIME = 40;

/** Runs the Temporal workers of one process, and ends them in order. */
export class WorkerHost {
  private constructor(
    private readonly connection: NativeConnection,
    private readonly workers: readonly Worker[],
    private readonly runs: readonly Promise<void>[],
  ) {}

  /**
   * Starts polling.
   * @param cachedWorkflows 0 in tests that replay a plan's history at every task
   */
  static async start(
    { address, tls, namespace, dataConverter }: TemporalSettings,
    activities: HostedActivities,
    cachedWorkflows = CACHED_WORKFLOWS,
    connectionOptions: NativeConnectionOptions = {},
  ): Promise<WorkerHost> {
    const connection = await NativeConnection.connect({ ...connectionOptions, address, tls: tls ?? null });
    const shared = {
      connection,
      namespace,
      dataConverter,
      workflowBundle: await workflowBundle(dataConverter),
      maxCachedWorkflows: cachedWorkflows,
      maxConcurrentWorkflowTaskExecutions: cachedWorkflows === 0 ? 1 : WORKFLOW_TASKS_AT_A_TIME,
      stickyQueueScheduleToStartTimeout: '2 seconds',
      interceptors: { activity: [() => ({ inbound: new FailuresWithoutContent() })] },
    };
    const workers = [
      await Worker.create({
        ...shared,
        taskQueue: PLANS_TASK_QUEUE,
        activities: activities.plans,
        maxConcurrentActivityTaskExecutions: STEPS_AT_A_TIME,
        shutdownGraceTime: '10 seconds',
      }),
      // Without a grace time: a drain that lingers ends once it is asked to, and settles the mails under way.
      await Worker.create({ ...shared, taskQueue: NOTICES_TASK_QUEUE, activities: activities.notices }),
    ];
    return new WorkerHost(
      connection,
      workers,
      workers.map((worker) => worker.run()),
    );
  }

  /** Rejects when a worker fails; resolves when all have ended. */
  async ended(): Promise<void> {
    await Promise.all(this.runs);
  }

  /** Finishes what is under way, then closes the connection. */
  async stop(): Promise<void> {
    for (const worker of this.workers) if (worker.getState() === 'RUNNING') worker.shutdown();
    await Promise.allSettled(this.runs);
    await this.connection.close();
  }
}
