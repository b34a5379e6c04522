import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addMonths, copenhagenInstant } from '../../libs/domain/calendar/index.js';
import { noticesWorkflowId, planWorkflowId } from '../../libs/contracts/index.js';
import { shardOf } from '../../libs/record/notice-outbox.js';
import { referenceCourse } from '../scenarios/lives/reference-course.js';
import { play } from '../scenarios/player.js';
import { firstWorkingDayOfNextYear } from '../scenarios/story-calendar.js';
import { startVirtualSystem, type VirtualSystem } from '../support/virtual-system.js';
import { countOf, type HistoryFigures, historyFigures } from '../support/workflow-history.js';

describe('the cost of the reference course', () => {
  let system: VirtualSystem;
  let plan: HistoryFigures;
  let dispatcher: HistoryFigures;
  let course: { commands: number; steps: number; mails: number };

  beforeAll(async () => {
    system = await startVirtualSystem();
    const begins = firstWorkingDayOfNextYear(await system.clock.now());
    const life = referenceCourse(begins);
    await play([life], system.world, system, copenhagenInstant(addMonths(begins, 25), '12:00'));
    plan = await historyFigures(system.client, planWorkflowId(life.planId));
    process.stdout.write(JSON.stringify((globalThis as any).BB));
    dispatcher = await historyFigures(system.client, noticesWorkflowId(shardOf(life.planId)));
    const rows = await system.database.query<{ commands: number; steps: number }[]>(
      `SELECT count(DISTINCT command_id) FILTER (WHERE actor_kind = 'person')::int AS commands,
              count(*) FILTER (WHERE type = 'stepPerformed')::int AS steps
       FROM plan_events WHERE plan_id = $1`,
      [life.planId],
    );
    course = { commands: 0, steps: 0, ...rows[0], mails: system.mailbox.mails.length };
    process.stdout.write(`${JSON.stringify({ course, plan, dispatcher }, undefined, 2)}\n`);
  }, 120_000);

  afterAll(() => system.stop());

  it('is well', () => {
    expect(countOf(plan)).toBe(0);
  });
});
