/**
 * What the reference course costs: history events and bytes, and the actions that Temporal Cloud bills (starts, signals,
 * timers, activities, attribute upserts). Two parts make it up: the plan's own process, and its share of the dispatcher
 * of notices, which all plans of a shard have in common. A dispatcher that serves a single course is at its dearest and
 * tells nothing, so the share is measured at the load of a region (`LOAD`).
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { planWorkflowId } from '../../libs/contracts/index.js';
import { addMonths, copenhagenInstant } from '../../libs/domain/calendar/index.js';
import { NOTICE_SHARDS } from '../../libs/record/notice-outbox.js';
import type { Life } from '../scenarios/life.js';
import { referenceCourse } from '../scenarios/lives/reference-course.js';
import { play } from '../scenarios/player.js';
import { firstWorkingDayOfNextYear } from '../scenarios/story-calendar.js';
import { type DispatcherFigures, measureDispatchers, type NoticeLoad } from '../support/dispatcher-load.js';
import { startVirtualSystem, type VirtualSystem } from '../support/virtual-system.js';
import {
  BILLABLE_ACTIONS,
  countOf,
  type HistoryFigures,
  historyFigures,
} from '../support/workflow-history.js';

/** The bounds hold for the course as a whole, the dispatcher's share counted. */
const MOST = { events: 200, bytes: 30_000, actions: 75 } as const;

/** How often the course tells somebody something: 18 mails in 14 bursts. */
const BURSTS = 14;
const COURSE_YEARS = 2;
const OPEN_PLANS = 100_000;
/** Some 250 working days of nine hours: people work then, and reminders go out then. */
const OFFICE_MINUTES_A_YEAR = 250 * 9 * 60;

/**
 * 100,000 plans × 14 bursts in 2 years are 700,000 bursts a year, 175,000 in each of 4 shards; in 135,000 minutes of
 * office time that is one burst in 46 seconds. A minute of the test is 100 minutes, some 130 bursts a shard. It begins
 * and ends with dispatchers that are asleep, as a day does, though a day is five times as long: so they are counted as
 * woken five times as often as they are.
 */
const LOAD: NoticeLoad = {
  burstsPerMinute: (OPEN_PLANS * BURSTS) / COURSE_YEARS / NOTICE_SHARDS / OFFICE_MINUTES_A_YEAR,
  fasterBy: 100,
  seconds: 60,
  seed: 1,
};

interface Cost {
  readonly events: number;
  readonly bytes: number;
  readonly actions: number;
}

describe('the cost of the reference course', () => {
  let system: VirtualSystem;
  let life: Life;
  let dispatchers: DispatcherFigures;
  let sum: Cost;

  beforeAll(async () => {
    system = await startVirtualSystem();
    const begins = firstWorkingDayOfNextYear(await system.clock.now());
    life = referenceCourse(begins);
    await play([life], system.world, system, copenhagenInstant(addMonths(begins, 25), '12:00'));
    const plan = await historyFigures(system.client, planWorkflowId(life.planId));
    dispatchers = await measureDispatchers(LOAD);
    const own = ownCost(plan);
    const share = shareOf(dispatchers);
    sum = {
      events: own.events + share.events,
      bytes: own.bytes + share.bytes,
      actions: own.actions + share.actions,
    };
    process.stdout.write(`${JSON.stringify({ plan, dispatchers, own, share, sum }, undefined, 2)}\n`);
  }, 300_000);

  afterAll(() => system.stop());

  const ownCost = (plan: HistoryFigures): Cost => ({
    events: plan.events,
    bytes: plan.bytes,
    actions: countOf(plan, ...BILLABLE_ACTIONS),
  });

  const shareOf = ({ bursts, events, bytes, actions }: DispatcherFigures): Cost => ({
    events: (events / bursts) * BURSTS,
    bytes: (bytes / bursts) * BURSTS,
    actions: (actions / bursts) * BURSTS,
  });

  it('is a course of 23 commands by people, 9 steps by the process, 18 mails in 14 bursts', async () => {
    const rows = await system.database.query<{ commands: number; steps: number }[]>(
      `SELECT count(DISTINCT command_id) FILTER (WHERE actor_kind = 'person')::int AS commands,
              count(*) FILTER (WHERE type = 'stepPerformed')::int AS steps
       FROM plan_events WHERE plan_id = $1`,
      [life.planId],
    );
    expect(rows).toEqual([{ commands: 23, steps: 9 }]);
    expect(system.mailbox.mails).toHaveLength(18);
    const bursts = await system.database.query<{ count: number }[]>(
      'SELECT count(DISTINCT created_at)::int AS count FROM notices WHERE plan_id = $1',
      [life.planId],
    );
    expect(bursts).toEqual([{ count: BURSTS }]);
  });

  it('is measured beside as much as one shard in four has to tell of 100,000 plans', () => {
    expect(LOAD.burstsPerMinute).toBeCloseTo(1.3, 2);
    const expected = LOAD.burstsPerMinute * LOAD.fasterBy * (LOAD.seconds / 60) * NOTICE_SHARDS;
    expect(Math.abs(dispatchers.bursts - expected)).toBeLessThan(4 * Math.sqrt(expected));
  });

  it(`takes at most ${MOST.events} history events`, () => {
    expect(sum.events).toBeLessThanOrEqual(MOST.events);
  });

  it(`takes at most ${MOST.bytes} bytes`, () => {
    expect(sum.bytes).toBeLessThanOrEqual(MOST.bytes);
  });

  it(`takes at most ${MOST.actions} billable actions`, () => {
    expect(sum.actions).toBeLessThanOrEqual(MOST.actions);
  });
});
