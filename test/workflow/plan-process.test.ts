import { isDeepStrictEqual } from 'node:util';
import { jest } from '@jest/globals';
import { planWorkflowId, type WaitState, waitStateQuery } from '../../libs/contracts/index.js';
import { addDuration, durationBetween } from '../../libs/domain/calendar/index.js';
import * as commands from '../factories/plan-commands.js';
import { decoded, eventsOf, type History } from '../support/decoded-history.js';
import { policyInMinutes } from '../support/policy-in-minutes.js';
import { type ProcessStage, startProcessStage } from './process-stage.js';
import type { RealPlan } from '../factories/real-plans.js';
import { performedSteps } from '../support/real-record.js';
import { until } from '../support/real-system.js';
import { testVault } from '../support/test-vault.js';

const DAY = 24 * 60;
/** The default policy by days of 24 hours, and one that is twice as slow. */
const plain = policyInMinutes('plain', DAY);
const slow = policyInMinutes('slow', 2 * DAY);
const SECOND = 1_000;

jest.setTimeout(60_000);

describe.each([
  ['that stay in memory', undefined],
  ['that are forgotten after each task', 0],
])('processes %s', (_, cachedWorkflows) => {
  let stage: ProcessStage;

  beforeAll(async () => {
    stage = await startProcessStage(cachedWorkflows);
  });

  afterAll(() => stage.stop());

  it('share nothing when they are interleaved', async () => {
    const first = await asked(plain);
    const second = await asked(slow);
    await stage.pass(first, { days: 40 });
    for (const [plan, daysPerDay] of [
      [first, 1],
      [second, 2],
    ] as const) {
      expect(await stepsAfterDays(plan)).toEqual([
        ['remindParty', 7 * daysPerDay],
        ['remindParty', 10 * daysPerDay],
        ['remindParty', 13 * daysPerDay],
        ['escalateSilence', 15 * daysPerDay],
        ['escalateToPartyLeader', 18 * daysPerDay],
      ]);
      await expectOnlyOwn(plan);
    }
  });

  it('pass over wait states that come late, twice or out of order', async () => {
    const plan = await stage.begin(plain);
    const begun = await stage.waitStateOf(plan);
    await plan.join('psychiatry');
    const joined = await stage.waitStateOf(plan);
    await plan.consent('psychiatry');
    await plan.ask('psychiatry');
    const newest = await stage.waitStateOf(plan);
    for (const told of [joined, newest, begun, newest, joined, begun]) await stage.tell(plan, told);
    expect(await known(plan)).toEqual(newest);
    await stage.pass(plan, { days: 6 });
    expect(await stepsAfterDays(plan)).toEqual([]);
    await stage.pass(plan, { days: 2 });
    expect(await stepsAfterDays(plan)).toEqual([['remindParty', 7]]);
    for (const told of [begun, newest]) await stage.tell(plan, told);
    expect(await known(plan)).toEqual(await stage.waitStateOf(plan));
    expect(await stepsAfterDays(plan)).toEqual([['remindParty', 7]]);
  });

  it('do nothing while the plan is on hold, and go by the later deadlines afterwards', async () => {
    const plan = await asked(plain);
    await stage.pass(plan, { days: 5 });
    await plan.give(commands.holdPlan());
    await stage.tell(plan);
    await stage.pass(plan, { days: 10 });
    expect(await stepsAfterDays(plan)).toEqual([]);
    await plan.give({ type: 'resumePlan' });
    await stage.tell(plan);
    await stage.pass(plan, { days: 4 });
    expect(await stepsAfterDays(plan)).toEqual([['remindParty', 17]]);
    const timers = eventsOf(await historyOf(plan), 'TIMER_STARTED');
    expect(timers.length).toBeLessThanOrEqual(4);
  });

  it('go by the next step, whether it has become an earlier or a later one', async () => {
    const plan = await stage.begin(slow);
    await stage.tell(plan);
    await plan.join('psychiatry');
    await plan.consent('psychiatry');
    await plan.ask('psychiatry');
    await stage.tell(plan);
    await stage.pass(plan, { days: 15 });
    expect(await stepsAfterDays(plan)).toEqual([['remindParty', 14]]);
    await plan.answer('psychiatry');
    await stage.tell(plan);
    const { next } = await stage.waitStateOf(plan);
    expect((await known(plan))?.next).toEqual(next);
  });

  it('end at once with the plan, and begin a new run when it is opened again', async () => {
    const plan = await asked(plain);
    await stage.pass(plan, { days: 1 });
    await plan.give(commands.endPlan('citizenWithdrew'));
    await stage.tell(plan);
    const handle = stage.client.workflow.getHandle(planWorkflowId(plan.planId));
    const { runId: firstRun } = await handle.describe();
    await until('it has ended', async () => (await handle.describe()).status.name === 'COMPLETED');
    expect(await secondsToEnd(plan)).toBeLessThan(5);
    await stage.pass(plan, { days: 30 });
    expect(await stepsAfterDays(plan)).toEqual([]);

    const { coordinator } = await stage.waitStateOf(plan);
    await plan.give(
      { type: 'reopenPlan', reason: 'flyttet tilbage', coordinatorPersonId: coordinator ?? '' },
      'falk',
    );
    await stage.tell(plan);
    const second = await handle.describe();
    expect([second.status.name, second.runId === firstRun]).toEqual(['RUNNING', false]);
    await until('it knows the newest', async () =>
      isDeepStrictEqual(await known(plan), await stage.waitStateOf(plan)),
    );
  });

  it('wait longer and longer while the record finds a step not due yet', async () => {
    const plan = await asked(plain);
    stage.behindBySeconds = 600;
    try {
      await stage.pass(plan, { days: 7, minutes: 9 });
      expect(await stepsAfterDays(plan)).toEqual([]);
      const tries = eventsOf(await historyOf(plan), 'ACTIVITY_TASK_SCHEDULED').length;
      expect(tries).toBeGreaterThan(4);
      expect(tries).toBeLessThan(12);
      await stage.pass(plan, { minutes: 9 });
      expect(await stepsAfterDays(plan)).toEqual([['remindParty', 7]]);
    } finally {
      stage.behindBySeconds = 0;
    }
  });

  it('hear of the end even while they wait to try a step again', async () => {
    const plan = await asked(plain);
    stage.behindBySeconds = 600;
    try {
      await stage.pass(plan, { days: 7, minutes: 5 });
      await plan.give(commands.endPlan('citizenWithdrew'));
      await stage.tell(plan);
      const handle = stage.client.workflow.getHandle(planWorkflowId(plan.planId));
      await until('it has ended', async () => (await handle.describe()).status.name === 'COMPLETED', 20_000);
      expect(await secondsToEnd(plan)).toBeLessThan(5);
    } finally {
      stage.behindBySeconds = 0;
    }
  });

  it('have failed no workflow task', async () => {
    expect(await workflowTasksFailed()).toBe(0);
  });

  const begun: RealPlan[] = [];

  /** A plan that has just asked the psychiatry. */
  async function asked(policy: typeof plain): Promise<RealPlan> {
    const plan = await stage.begin(policy);
    await plan.join('psychiatry');
    await plan.consent('psychiatry');
    await plan.ask('psychiatry');
    await stage.tell(plan);
    begun.push(plan);
    return plan;
  }

  async function workflowTasksFailed(): Promise<number> {
    const histories = await Promise.all(begun.map(historyOf));
    return histories.flatMap((history) => eventsOf(history, 'WORKFLOW_TASK_FAILED')).length;
  }

  function known(plan: RealPlan): Promise<WaitState | null> {
    return stage.client.workflow.getHandle(planWorkflowId(plan.planId)).query(waitStateQuery);
  }

  function historyOf(plan: RealPlan): Promise<History> {
    return stage.client.workflow.getHandle(planWorkflowId(plan.planId)).fetchHistory();
  }

  /** The steps that chase the answer, each with the days since the party was asked. */
  async function stepsAfterDays(plan: RealPlan): Promise<[string, number][]> {
    const [request] = await stage.database.query<{ at: string }[]>(
      `SELECT at FROM plan_events WHERE plan_id = $1 AND type = 'gatheringRequested'`,
      [plan.planId],
    );
    return (await performedSteps(stage.database, testVault))
      .filter(({ planId, key }) => planId === plan.planId && key.includes(':gatheringAnswer:'))
      .map(({ step, at }) => {
        const asked = addDuration(request?.at ?? at, { minutes: -stage.behindBySeconds / 60 });
        return [step, Math.floor((durationBetween(asked, at) + SECOND) / (DAY * 60 * SECOND))];
      });
  }

  /** Every step and signal in a plan's history is about that plan. */
  async function expectOnlyOwn(plan: RealPlan): Promise<void> {
    const history = await historyOf(plan);
    const steps = eventsOf(history, 'ACTIVITY_TASK_SCHEDULED');
    expect(steps.length).toBeGreaterThan(0);
    for (const { activityTaskScheduledEventAttributes } of steps) {
      const [input] = activityTaskScheduledEventAttributes?.input?.payloads ?? [];
      expect(JSON.parse(await decoded(stage.keys, input ?? {}))).toMatchObject({ planId: plan.planId });
    }
    expect(await known(plan)).toEqual(await stage.waitStateOf(plan));
  }

  /** Seconds, on the server's clock, from the last signal to the end of the process. */
  async function secondsToEnd(plan: RealPlan): Promise<number> {
    const history = await historyOf(plan);
    const signal = eventsOf(history, 'WORKFLOW_EXECUTION_SIGNALED').at(-1);
    const end = eventsOf(history, 'WORKFLOW_EXECUTION_COMPLETED').at(-1);
    return Number(end?.eventTime?.seconds) - Number(signal?.eventTime?.seconds);
  }
});
