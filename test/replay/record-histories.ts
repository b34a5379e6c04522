/**
 * Records histories of the workflow code as it stands, to be replayed by every later version. Before a release:
 *
 *     npm run jest -- --selectProjects workflow --testMatch '<rootDir>/test/replay/record-histories.ts'
 *
 * The files of earlier versions stay as they are. The people are fictitious, the payloads are encrypted with a key that
 * only tests use.
 */
import { readFileSync } from 'node:fs';
import { jest } from '@jest/globals';
import { DataSource } from 'typeorm';
import {
  lookAgainNowSignal,
  NOTICES_TASK_QUEUE,
  NOTICES_WORKFLOW,
  noticesQueuedSignal,
  noticesWorkflowId,
  performNextStepNowSignal,
  planWorkflowId,
} from '../../libs/contracts/index.js';
import { shardOf } from '../../libs/record/notice-outbox.js';
import * as commands from '../factories/plan-commands.js';
import { RealPlan, registerCitizens } from '../factories/real-plans.js';
import { policyInMinutes } from '../support/policy-in-minutes.js';
import { until } from '../support/real-system.js';
import { testAudit, testVault } from '../support/test-vault.js';
import { startWallClockStage } from '../support/wall-clock-stage.js';
import { type ProcessStage, startProcessStage } from '../workflow/process-stage.js';
import { storeHistory } from './stored-histories.js';

jest.setTimeout(5 * 60_000);

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const policy = policyInMinutes('recorded', 24 * 60);
let stage: ProcessStage;

beforeAll(async () => {
  stage = await startProcessStage();
});

afterAll(() => stage.stop());

it('records a plan that is reminded, answered late and ended', async () => {
  const plan = await asked();
  await stage.pass(plan, { days: 20 });
  await plan.answer('psychiatry');
  await stage.tell(plan);
  await plan.convene();
  await stage.tell(plan);
  await stage.pass(plan, { days: 20 });
  await end(plan);
  await store('reminded-and-ended', plan);
});

it('records a plan that is held, resumed and opened again', async () => {
  const plan = await asked();
  await stage.pass(plan, { days: 3 });
  await plan.give(commands.holdPlan());
  await stage.tell(plan);
  await stage.pass(plan, { days: 10 });
  await plan.give({ type: 'resumePlan' });
  await stage.tell(plan);
  await stage.pass(plan, { days: 10 });
  await end(plan);
  await store('held-and-resumed', plan);
  const { coordinator } = await stage.waitStateOf(plan);
  await plan.give(
    { type: 'reopenPlan', reason: 'flyttet tilbage', coordinatorPersonId: coordinator ?? '' },
    'falk',
  );
  await stage.tell(plan);
  await stage.pass(plan, { days: 5 });
  await store('opened-again', plan);
});

it('records a plan whose step is not due yet, and an administrator who steps in', async () => {
  const plan = await asked();
  const handle = stage.client.workflow.getHandle(planWorkflowId(plan.planId));
  await handle.signal(performNextStepNowSignal);
  await stage.pass(plan, { days: 1 });
  stage.behindBySeconds = 600;
  await stage.pass(plan, { days: 6, minutes: 5 });
  await handle.signal(lookAgainNowSignal);
  await stage.pass(plan, { minutes: 10 });
  stage.behindBySeconds = 0;
  await stage.pass(plan, { days: 5 });
  await store('tried-too-early', plan);
});

it('records a plan with a step that could not be performed for a day', async () => {
  const plan = await asked();
  const owner = await new DataSource({ type: 'postgres', url: stage.ownerUrl }).initialize();
  await owner.query('REVOKE INSERT ON meeting_invitations FROM kiplan_application');
  await plan.convene();
  await stage.tell(plan);
  await stage.pass(plan, { days: 1, minutes: 30 });
  await until('it is a problem', async () => (await stage.waitStateOf(plan)).problem !== null);
  await owner.query('GRANT INSERT ON meeting_invitations TO kiplan_application');
  await owner.destroy();
  await stage.pass(plan, { days: 2 });
  expect((await stage.waitStateOf(plan)).problem).toBeNull();
  await store('step-failed-for-a-day', plan);
});

it('records a dispatcher of notices', async () => {
  const plan = await asked();
  const workflowId = noticesWorkflowId(shardOf(plan.planId));
  await stage.client.workflow.signalWithStart(NOTICES_WORKFLOW, {
    workflowId,
    taskQueue: NOTICES_TASK_QUEUE,
    args: [{ shard: shardOf(plan.planId) }],
    signal: noticesQueuedSignal,
    signalArgs: [],
  });
  await stage.pass(plan, { days: 3 });
  await stage.client.workflow.getHandle(workflowId).signal(noticesQueuedSignal);
  await stage.pass(plan, { days: 3 });
  const history = await stage.client.workflow.getHandle(workflowId).fetchHistory();
  await storeHistory(`${version}-notices`, history, stage.keys);
});

it('records a plan that goes on in a new run', async () => {
  const suggestedAt = 30;
  const grown = await startWallClockStage({
    dynamicConfiguration: [`limit.historyCount.suggestContinueAsNew=${suggestedAt}`],
  });
  const [citizenPersonId = ''] = await registerCitizens(grown.database, testVault, 1);
  const at = await grown.clock.now();
  const plan = await RealPlan.begin(grown.database, {
    policy,
    citizenPersonId,
    at,
    afterCommit: grown.relay,
    keys: { vault: testVault, audit: testAudit },
  });
  await grown.relay.settled();
  const handle = grown.client.workflow.getHandle(planWorkflowId(plan.planId));
  const { runId: first } = await handle.describe();
  await plan.join('psychiatry');
  await plan.consent('psychiatry');
  await plan.ask('psychiatry');
  await grown.relay.settled();
  for (let count = 0; count < suggestedAt; count += 1) await handle.signal(lookAgainNowSignal);
  await until('it goes on in a new run', async () => (await handle.describe()).runId !== first);
  await plan.answer('psychiatry');
  await grown.relay.settled();
  await plan.give(commands.endPlan('citizenWithdrew'));
  await grown.relay.settled();
  await until('it has ended', async () => (await handle.describe()).status.name === 'COMPLETED');
  const { runId: last } = await handle.describe();
  for (const [name, runId] of [
    ['continued', first],
    ['after-continuing', last],
  ] as const) {
    const history = await grown.client.workflow.getHandle(planWorkflowId(plan.planId), runId).fetchHistory();
    await storeHistory(`${version}-${name}`, history, grown.keys);
  }
  await grown.stop();
});

async function asked(): Promise<RealPlan> {
  const plan = await stage.begin(policy);
  await stage.tell(plan);
  await plan.join('psychiatry');
  await plan.consent('psychiatry');
  await plan.ask('psychiatry');
  await stage.tell(plan);
  return plan;
}

async function end(plan: RealPlan): Promise<void> {
  await plan.give(commands.endPlan('citizenWithdrew'));
  await stage.tell(plan);
  const handle = stage.client.workflow.getHandle(planWorkflowId(plan.planId));
  await until('it has ended', async () => (await handle.describe()).status.name === 'COMPLETED');
}

/** The newest run of a plan's process. */
async function store(name: string, { planId }: RealPlan): Promise<void> {
  const history = await stage.client.workflow.getHandle(planWorkflowId(planId)).fetchHistory();
  await storeHistory(`${version}-${name}`, history, stage.keys);
}
