import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { processOrigin } from '../../libs/audit/audit-entry.types.js';
import { noticesWorkflowId } from '../../libs/contracts/index.js';
import { NothingAfterCommit } from '../../libs/record/after-commit.js';
import { NOTICE_SHARDS, shardOf } from '../../libs/record/notice-outbox.js';
import { NOTICE_TIMES, type NoticeTimes } from '../../libs/record/notice-times.js';
import type { PlanRecord } from '../../libs/record/plan-record.js';
import { RealPlan, registerCitizens } from '../factories/real-plans.js';
import { policyInMinutes } from './policy-in-minutes.js';
import { until } from './real-system.js';
import { seededRandom } from './seeded-random.js';
import { testAudit, testVault } from './test-vault.js';
import { startWallClockStage, type WallClockStage } from './wall-clock-stage.js';
import { BILLABLE_ACTIONS, countOf, type HistoryFigures, historyFigures } from './workflow-history.js';

/** How much there is to be told. */
export interface NoticeLoad {
  /** Bursts of notices in a minute of one shard: each is what one command or step tells. */
  readonly burstsPerMinute: number;
  /** By how much everything is faster than in production: the bursts, and all that the dispatchers wait for. */
  readonly fasterBy: number;
  /** For how long it is measured, in seconds of the wall clock. */
  readonly seconds: number;
  readonly seed: number;
}

/** What the dispatchers of all shards together did for it, from being woken to being asleep again. */
export interface DispatcherFigures {
  readonly bursts: number;
  readonly mails: number;
  readonly actions: number;
  readonly events: number;
  readonly bytes: number;
  readonly byType: Readonly<Record<string, number>>;
}

const PLANS_PER_SHARD = 6;
/** Nothing but the bursts comes due, and everything goes at any hour. */
const POLICY = { ...policyInMinutes('load', 24 * 60), quietHours: { from: '00:00', to: '00:00' } };

/**
 * Measures the dispatchers of notices under a load: the real workflow, drain, record, relay and mail server, on a
 * Temporal server whose clock is the wall clock. They are asleep when it begins. Bursts come as a Poisson process.
 */
export async function measureDispatchers(load: NoticeLoad): Promise<DispatcherFigures> {
  const stage = await startWallClockStage({ noticeTimes: scaled(NOTICE_TIMES, load.fasterBy) });
  const { client, database, record, mailbox } = stage;
  try {
    const bursts = await putOn(load, await beginPlans(stage), record);
    await until('everything is sent', async () => (await unsent(database)) === 0, 30_000);
    await until('the dispatchers are asleep', () => areAsleep(client), 30_000);
    return { bursts, mails: mailbox.mails.length, ...(await dispatched(client)) };
  } finally {
    await stage.stop();
  }
}

function scaled(times: NoticeTimes, fasterBy: number): NoticeTimes {
  return Object.fromEntries(
    Object.entries(times).map(([name, seconds]: [string, number]) => [name, seconds / fasterBy]),
  ) as unknown as NoticeTimes;
}

/** Some plans for each shard, whose beginnings nobody is told of. */
async function beginPlans({ database, clock }: WallClockStage): Promise<Map<number, string[]>> {
  const byShard = new Map<number, string[]>();
  const isFull = (shard: number): boolean => (byShard.get(shard)?.length ?? 0) >= PLANS_PER_SHARD;
  while (!Array.from({ length: NOTICE_SHARDS }, (_, shard) => shard).every(isFull)) {
    const [citizenPersonId = ''] = await registerCitizens(database, testVault, 1);
    const { planId } = await RealPlan.begin(database, {
      policy: POLICY,
      citizenPersonId,
      at: await clock.now(),
      afterCommit: new NothingAfterCommit(),
      keys: { vault: testVault, audit: testAudit },
    });
    const shard = shardOf(planId);
    byShard.set(shard, [...(byShard.get(shard) ?? []), planId]);
  }
  await database.query('DELETE FROM notices');
  return byShard;
}

/** Somebody tries to start a second plan, now here, now there; whoever coordinates is told. Returns how often. */
async function putOn(
  { burstsPerMinute, fasterBy, seconds, seed }: NoticeLoad,
  plans: ReadonlyMap<number, readonly string[]>,
  record: PlanRecord,
): Promise<number> {
  const rate = (burstsPerMinute * fasterBy) / 60_000;
  const begun = performance.now();
  const counts = await Promise.all(
    [...plans].map(async ([shard, own]) => {
      const random = seededRandom(seed + shard);
      let count = 0;
      for (let at = random.exponential(rate); at < seconds * 1_000; at += random.exponential(rate)) {
        await pause(Math.max(0, begun + at - performance.now()));
        await tellOf(record, own[Math.floor(random.next() * own.length)]);
        count += 1;
      }
      return count;
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

async function tellOf(record: PlanRecord, planId: string | undefined): Promise<void> {
  if (planId === undefined) throw new Error('A shard has no plans.');
  const command = { type: 'reportSecondStart' } as const;
  const actor = { kind: 'process' } as const;
  const origin = processOrigin(randomUUID());
  await record.execute(planId, command, { actor, commandId: null, expectedSeq: null, origin });
}

async function unsent(database: DataSource): Promise<number> {
  const rows = await database.query<{ count: number }[]>(
    "SELECT count(*)::int AS count FROM notices WHERE status <> 'accepted'",
  );
  return rows[0]?.count ?? 0;
}

async function areAsleep(client: Client): Promise<boolean> {
  for (let shard = 0; shard < NOTICE_SHARDS; shard += 1) {
    const { raw } = await client.workflow.getHandle(noticesWorkflowId(shard)).describe();
    if ((raw.pendingActivities?.length ?? 0) > 0 || raw.pendingWorkflowTask) return false;
  }
  return true;
}

async function dispatched(
  client: Client,
): Promise<Pick<DispatcherFigures, 'actions' | 'events' | 'bytes' | 'byType'>> {
  const figures: HistoryFigures[] = [];
  for (let shard = 0; shard < NOTICE_SHARDS; shard += 1) {
    figures.push(await historyFigures(client, noticesWorkflowId(shard)));
  }
  const sum = (of: (one: HistoryFigures) => number): number =>
    figures.reduce((total, one) => total + of(one), 0);
  const types = [...new Set(figures.flatMap(({ byType }) => Object.keys(byType)))];
  return {
    actions: sum((one) => countOf(one, ...BILLABLE_ACTIONS)),
    events: sum(({ events }) => events),
    bytes: sum(({ bytes }) => bytes),
    byType: Object.fromEntries(types.map((type) => [type, sum((one) => countOf(one, type))])),
  };
}
