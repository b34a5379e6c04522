/**
 * Every activity that a worker offers fails with an error of PostgreSQL that repeats what somebody wrote. Nothing of it
 * may reach Temporal or the log, neither while the activity is tried again nor when it has failed for good.
 */
import { randomUUID } from 'node:crypto';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import protobuf from '@temporalio/proto';
import { Runtime } from '@temporalio/worker';
import type { DataSource } from 'typeorm';
import { hostedActivities } from '../../apps/worker/hosted-activities.js';
import {
  NOTICES_TASK_QUEUE,
  NOTICES_WORKFLOW,
  PLAN_WORKFLOW,
  PLANS_TASK_QUEUE,
  planWorkflowId,
  RETENTION_WORKFLOW,
  SWEEPER_WORKFLOW,
  type WaitState,
} from '../../libs/contracts/index.js';
import { STEP_NAMES, type StepName } from '../../libs/domain/deadline/awaited.types.js';
import { addDuration } from '../../libs/domain/calendar/index.js';
import { createDataSource } from '../../libs/persistence/data-source.js';
import { processLog } from '../../libs/process/process-log.js';
import { encryptingDataConverter } from '../../libs/temporal/data-converter.js';
import { runtimeLogger } from '../../libs/temporal/runtime-logger.js';
import { tellProcess } from '../../libs/temporal/tell-process.js';
import { temporalClient } from '../../libs/temporal/temporal-client.js';
import { type HostedActivities, WorkerHost } from '../../libs/temporal/worker-host.js';
import type { ProcessParts } from '../../libs/process/process-parts.js';
import { decoded, eventsOf, payloadsOf } from '../support/decoded-history.js';
import { startPostgres, type TestPostgres } from '../support/servers.js';
import { testVault } from '../support/test-vault.js';
import { startVirtualTime, type VirtualTime } from '../support/virtual-time.js';
import { wordsIn } from '../support/words-found.js';

const { DescribeWorkflowExecutionResponse } = protobuf.temporal.api.workflowservice.v1;
const { History } = protobuf.temporal.api.history.v1;

const WRITTEN = 'kanariefugl';
const KEYS = [{ id: 'failing', secret: Buffer.alloc(32, 7) }];
/** Has a step fail for good. */
const FOR_GOOD = 'for good';
/** Long enough for several tries of everything. */
const SECONDS = 40;

describe('an activity that fails with what somebody wrote in its error', () => {
  let postgres: TestPostgres;
  let time: VirtualTime;
  let database: DataSource;
  let client: Client;
  let host: WorkerHost;
  let log = '';
  let offered: string[] = [];
  let begun: string[] = [];
  const failed = new Set<string>();

  beforeAll(async () => {
    const lines = new Writable({
      write(chunk: Buffer, _, done): void {
        log += chunk.toString('utf8');
        done();
      },
    });
    Runtime.install({
      logger: runtimeLogger(processLog('runtime', 'trace', lines)),
      telemetryOptions: { logging: { forward: {}, filter: 'INFO' } },
    });
    [postgres, time] = await Promise.all([startPostgres(), startVirtualTime()]);
    database = await createDataSource({ url: postgres.url, poolSize: 5, keys: testVault.keys }).initialize();
    await database.query('CREATE TABLE said (words text CHECK (length(words) < 3))');
    const settings = {
      address: time.address,
      namespace: time.namespace,
      dataConverter: encryptingDataConverter(KEYS),
    };
    client = temporalClient(settings);
    const activities = allFailing(database, failed);
    offered = [...Object.keys(activities.plans), ...Object.keys(activities.notices)];
    host = await WorkerHost.start(settings, activities);
    begun = await beginEverything(client, time);
    await time.sleepUntil(addDuration(await time.clock.now(), { minutes: SECONDS / 60 }));
  });

  afterAll(async () => {
    await host.stop();
    await client.connection.close();
    await database.destroy();
    await time.stop();
    await postgres.stop();
  });

  it('is every one that a worker offers', () => {
    expect(offered.length).toBeGreaterThan(STEP_NAMES.length);
    expect([...failed].sort()).toEqual(offered.sort());
  });

  it('says in no history and in no try what was written, sealed or not', async () => {
    const found: Record<string, readonly string[]> = {};
    let finalFailures = 0;
    let tries = 0;
    for (const workflowId of begun) {
      const history = await client.workflow.getHandle(workflowId).fetchHistory();
      finalFailures += eventsOf(history, 'ACTIVITY_TASK_FAILED').length;
      const described = await client.workflowService.describeWorkflowExecution({
        namespace: time.namespace,
        execution: { workflowId },
      });
      tries += described.pendingActivities.filter(({ lastFailure }) => lastFailure != null).length;
      const texts = [
        Buffer.from(History.encode(history).finish()).toString('utf8'),
        Buffer.from(DescribeWorkflowExecutionResponse.encode(described).finish()).toString('utf8'),
      ];
      for (const { encoding, payload } of [...payloadsOf(history), ...payloadsOf(described as never)]) {
        if (encoding === 'binary/encrypted') texts.push(await decoded(KEYS, payload));
      }
      const words = wordsIn(texts.join('\n'), [WRITTEN, 'violates', 'insert into']);
      if (words.length > 0) found[workflowId] = words;
    }
    expect(finalFailures).toBeGreaterThanOrEqual(STEP_NAMES.length);
    expect(tries).toBeGreaterThanOrEqual(STEP_NAMES.length);
    expect(found).toEqual({});
  });

  it('says in no line of the log what was written, but what kind of error it was', () => {
    expect(wordsIn(log, ['"failure":"QueryFailedError"'])).toHaveLength(1);
    expect(wordsIn(log, [WRITTEN, 'violates', 'insert into'])).toEqual([]);
  });
});

/** What a worker offers, by the same names, all of it failing on a row that the database refuses in so many words. */
function allFailing(database: DataSource, failed: Set<string>): HostedActivities {
  const offered = hostedActivities({ environment: {} } as ProcessParts, {
    drainNotices: () => Promise.reject(new Error('is replaced')),
  });
  const failing = (activities: object): object =>
    Object.fromEntries(
      Object.keys(activities).map((name) => [
        name,
        async (request?: { readonly key?: string }): Promise<void> => {
          failed.add(name);
          try {
            await database.query('INSERT INTO said (words) VALUES ($1)', [`${WRITTEN} skrev om sin sygdom`]);
          } catch (error) {
            if (!(error instanceof Error) || request?.key !== FOR_GOOD) throw error;
            const { message } = error;
            throw ApplicationFailure.create({
              message,
              type: 'STEP.FAILED',
              nonRetryable: true,
              cause: error,
            });
          }
        },
      ]),
    );
  return { plans: failing(offered.plans), notices: failing(offered.notices) };
}

/** Every kind of workflow: for each step two plans in which it is due, a plan that is asked after, and the others. */
async function beginEverything(client: Client, time: VirtualTime): Promise<string[]> {
  const now = await time.clock.now();
  const plans: string[] = [];
  for (const step of STEP_NAMES) {
    for (const key of [`${step}:1`, FOR_GOOD]) {
      const planId = randomUUID();
      await tellProcess(client, planId, dueNow(step, key, now));
      plans.push(planWorkflowId(planId));
    }
  }
  const planId = randomUUID();
  const others = [
    [PLAN_WORKFLOW, planWorkflowId(planId), PLANS_TASK_QUEUE, [{ planId }]],
    [SWEEPER_WORKFLOW, SWEEPER_WORKFLOW, PLANS_TASK_QUEUE, []],
    [RETENTION_WORKFLOW, RETENTION_WORKFLOW, PLANS_TASK_QUEUE, []],
    [NOTICES_WORKFLOW, NOTICES_WORKFLOW, NOTICES_TASK_QUEUE, [{ shard: 0 }]],
  ] as const;
  for (const [workflow, workflowId, taskQueue, args] of others) {
    await client.workflow.start(workflow, { workflowId, taskQueue, args: [...args] });
  }
  return [...plans, ...others.map(([, workflowId]) => workflowId)];
}

function dueNow(step: StepName, key: string, at: string): WaitState {
  return {
    seq: 1,
    phase: 'gathering',
    next: { step, key, at, ref: randomUUID() },
    waitingFor: [],
    waitingOn: [],
    overdueFor: [],
    overdueSince: null,
    problem: null,
    summary: 'venter',
    courseType: 'integrated',
    coordinator: null,
    organisation: randomUUID(),
    number: '2026-1',
    over: false,
  };
}
