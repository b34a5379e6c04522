/**
 * A plan's process goes on in a new run when the server suggests it, and nobody can tell by what it does. Here the
 * server suggests it after some thirty events, so it happens again and again, in the middle of signals.
 */
import { isDeepStrictEqual } from 'node:util';
import { jest } from '@jest/globals';
import type { WorkflowHandle } from '@temporalio/client';
import {
  attributesOf,
  lookAgainNowSignal,
  planWorkflowId,
  type WaitState,
  waitStateQuery,
} from '../../libs/contracts/index.js';
import { NothingAfterCommit } from '../../libs/record/after-commit.js';
import { tellProcess } from '../../libs/temporal/tell-process.js';
import * as commands from '../factories/plan-commands.js';
import { RealPlan, registerCitizens } from '../factories/real-plans.js';
import { policyInMinutes, quickReminders } from '../support/policy-in-minutes.js';
import { performedSteps, recordedPlans } from '../support/real-record.js';
import { until } from '../support/real-system.js';
import { testAudit, testVault } from '../support/test-vault.js';
import { startWallClockStage, type WallClockStage } from '../support/wall-clock-stage.js';
import { countOf, type HistoryFigures, historyFigures } from '../support/workflow-history.js';

jest.setTimeout(2 * 60_000);

const SUGGESTED_AT_EVENTS = 30;
const calm = policyInMinutes('calm', 24 * 60);

describe('a process whose history has grown', () => {
  let stage: WallClockStage;
  let citizens: string[];

  beforeAll(async () => {
    stage = await startWallClockStage({
      dynamicConfiguration: [`limit.historyCount.suggestContinueAsNew=${SUGGESTED_AT_EVENTS}`],
    });
    citizens = await registerCitizens(stage.database, testVault, 4);
  });

  afterAll(() => stage.stop());

  it('goes on in new runs, round after round, and loses no signal on the way', async () => {
    const plan = await begun(calm);
    let sent = 1;
    for (let round = 1; round <= 5; round += 1) {
      const told: Promise<unknown>[] = [];
      for (let pair = 0; pair < 12; pair += 1) {
        await plan.give(commands.holdPlan());
        told.push(tell(plan));
        await plan.give({ type: 'resumePlan' });
        told.push(tell(plan), processOf(plan).signal(lookAgainNowSignal));
      }
      await Promise.all(told);
      sent += told.length;
      await untilItKnowsTheNewest(plan);
    }
    const figures = await figuresOf(plan);
    expect(figures.runs).toBeGreaterThan(3);
    expect(countOf(figures, 'WorkflowExecutionSignaled')).toBe(sent);
    expect(countOf(figures, 'WorkflowExecutionContinuedAsNew')).toBe(figures.runs - 1);
    // Somewhere a signal came just when a run was to end: the server refuses that, and the task is done over.
    expect(countOf(figures, 'WorkflowTaskFailed')).toBeGreaterThan(0);
    expect((await recordOf(plan)).phase).not.toBe('onHold');
  });

  it('takes a signal that comes while it goes on for the last word', async () => {
    const plan = await begun(calm);
    for (let round = 0; round < 8; round += 1) {
      const first = await recordOf(plan);
      // What is known already fills the history up to the suggestion; the news comes in the middle of it.
      const told = Array.from({ length: SUGGESTED_AT_EVENTS }, () => tell(plan, first));
      await plan.give(round % 2 === 0 ? commands.holdPlan() : { type: 'resumePlan' });
      told.push(tell(plan));
      await Promise.all(told);
      await untilItKnowsTheNewest(plan);
    }
    expect((await figuresOf(plan)).runs).toBeGreaterThan(4);
  });

  it('performs each step once, whichever run its moment falls into', async () => {
    const seconds = [4, 6, 8, 10];
    const plan = await begun(quickReminders('quick', seconds));
    await plan.join('psychiatry');
    await plan.consent('psychiatry');
    plan.moveTo(await stage.clock.now());
    await plan.ask('psychiatry');
    const patience = performance.now() + 12_000;
    while (performance.now() < patience) {
      await Promise.all(Array.from({ length: 5 }, () => tell(plan)));
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await untilItKnowsTheNewest(plan);
    const performed = (await performedSteps(stage.database, testVault)).filter(
      ({ planId }) => planId === plan.planId,
    );
    const chasing = performed.filter(({ key }) => key.includes(':gatheringAnswer:'));
    expect(chasing.map(({ step }) => step)).toEqual([
      'remindParty',
      'remindParty',
      'remindParty',
      'escalateSilence',
    ]);
    expect(new Set(performed.map(({ key }) => key)).size).toBe(performed.length);
    const figures = await figuresOf(plan);
    expect(figures.runs).toBeGreaterThan(5);
    expect(countOf(figures, 'ActivityTaskScheduled')).toBe(performed.length);
  });

  it('shows in the new run what it showed before', async () => {
    const plan = await begun(calm);
    await plan.join('psychiatry', 'jobCentre');
    await plan.consent('psychiatry', 'jobCentre');
    await plan.ask('psychiatry');
    const first = (await processOf(plan).describe()).runId;
    for (let count = 0; count < SUGGESTED_AT_EVENTS; count += 1) await tell(plan);
    await untilItKnowsTheNewest(plan);
    const waitState = await recordOf(plan);
    const shown = await processOf(plan).describe();
    expect(shown.runId).not.toBe(first);
    const attributes = attributesOf(waitState);
    expect(
      attributes.map(({ key }) => [key.name, shown.typedSearchAttributes.get(key as never) ?? null]),
    ).toEqual(attributes.map(({ key, value }) => [key.name, value]));
    const { currentDetails } = await processOf(plan).query<{ currentDetails: string }>(
      '__temporal_workflow_metadata',
    );
    expect(currentDetails).toBe(`Plan ${waitState.number}: ${waitState.summary}`);
  });

  async function begun(policy: typeof calm): Promise<RealPlan> {
    const plan = await RealPlan.begin(stage.database, {
      policy,
      citizenPersonId: citizens.pop() ?? '',
      at: await stage.clock.now(),
      afterCommit: new NothingAfterCommit(),
      keys: { vault: testVault, audit: testAudit },
    });
    await tell(plan);
    return plan;
  }

  async function tell(plan: RealPlan, waitState?: WaitState): Promise<void> {
    await tellProcess(stage.client, plan.planId, waitState ?? (await recordOf(plan)));
  }

  async function recordOf({ planId }: RealPlan): Promise<WaitState> {
    const [recorded] = await recordedPlans(stage.database, [planId]);
    if (recorded === undefined) throw new Error('There is no such plan.');
    return recorded.waitState;
  }

  function processOf({ planId }: RealPlan): WorkflowHandle {
    return stage.client.workflow.getHandle(planWorkflowId(planId));
  }

  function figuresOf({ planId }: RealPlan): Promise<HistoryFigures> {
    return historyFigures(stage.client, planWorkflowId(planId));
  }

  async function untilItKnowsTheNewest(plan: RealPlan): Promise<void> {
    await until(
      'it knows the newest',
      async () => isDeepStrictEqual(await processOf(plan).query(waitStateQuery), await recordOf(plan)),
      15_000,
    );
  }
});
