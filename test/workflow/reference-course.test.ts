/**
 * What a plan's process costs: history events and bytes, and the actions that Temporal Cloud bills (starts, signals,
 * timers, activities, attribute upserts). A dispatcher of notices is shared by thousands of plans; here it serves a single
 * course and is at its dearest, so its figures are printed beside the plan's and not bounded.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { noticesWorkflowId, planWorkflowId } from '../../libs/contracts/index.js';
import { addMonths, copenhagenInstant } from '../../libs/domain/calendar/index.js';
import { shardOf } from '../../libs/record/notice-outbox.js';
import type { Life } from '../scenarios/life.js';
import { referenceCourse } from '../scenarios/lives/reference-course.js';
import { play } from '../scenarios/player.js';
import { firstWorkingDayOfNextYear } from '../scenarios/story-calendar.js';
import { startVirtualSystem, type VirtualSystem } from '../support/virtual-system.js';
import { countOf, type HistoryFigures, historyFigures } from '../support/workflow-history.js';

const MOST = { events: 200, bytes: 30_000, actions: 75 } as const;

const ACTIONS = [
  'WorkflowExecutionStarted',
  'WorkflowExecutionSignaled',
  'TimerStarted',
  'ActivityTaskScheduled',
  'UpsertWorkflowSearchAttributes',
] as const;

describe('the cost of the reference course', () => {
  let system: VirtualSystem;
  let life: Life;
  let plan: HistoryFigures;

  beforeAll(async () => {
    system = await startVirtualSystem();
    const begins = firstWorkingDayOfNextYear(await system.clock.now());
    life = referenceCourse(begins);
    await play([life], system.world, system, copenhagenInstant(addMonths(begins, 25), '12:00'));
    plan = await historyFigures(system.client, planWorkflowId(life.planId));
    const dispatcher = await historyFigures(system.client, noticesWorkflowId(shardOf(life.planId)));
    const figures = { plan, actions: actionsOf(plan), dispatcher, dispatcherActions: actionsOf(dispatcher) };
    process.stdout.write(`${JSON.stringify(figures, undefined, 2)}\n`);
  }, 120_000);

  afterAll(() => system.stop());

  const actionsOf = (figures: HistoryFigures): number => countOf(figures, ...ACTIONS);

  it('is a course of 23 commands by people, 9 steps by the process, 15 mails', async () => {
    const rows = await system.database.query<{ commands: number; steps: number }[]>(
      `SELECT count(DISTINCT command_id) FILTER (WHERE actor_kind = 'person')::int AS commands,
              count(*) FILTER (WHERE type = 'stepPerformed')::int AS steps
       FROM plan_events WHERE plan_id = $1`,
      [life.planId],
    );
    expect(rows).toEqual([{ commands: 23, steps: 9 }]);
    expect(system.mailbox.mails).toHaveLength(15);
  });

  it(`takes at most ${MOST.events} history events`, () => {
    expect(plan.events).toBeLessThanOrEqual(MOST.events);
  });

  it(`takes at most ${MOST.bytes} bytes`, () => {
    expect(plan.bytes).toBeLessThanOrEqual(MOST.bytes);
  });

  it(`takes at most ${MOST.actions} billable actions`, () => {
    expect(actionsOf(plan)).toBeLessThanOrEqual(MOST.actions);
  });
});
