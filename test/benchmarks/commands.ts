/**
 * What a command costs: one client's median and sixteen clients' throughput over many plans, beside a transaction that
 * only inserts one row, in the same run on the same database. Figures are printed, nothing is asserted.
 */
import { randomUUID } from 'node:crypto';
import { cpus } from 'node:os';
import { WallClock } from '../../libs/clock/clock.js';
import { createDataSource } from '../../libs/persistence/data-source.js';
import { migrate } from '../../libs/persistence/migrate.js';
import type { PlanRecord } from '../../libs/record/plan-record.js';
import { startPostgres } from '../support/servers.js';
import { benchmarkPlans, type BenchmarkPlan } from './benchmark-plans.js';
import { processOrigin } from '../../libs/audit/audit-entry.types.js';
import { recordOn, testVault } from '../support/test-vault.js';

const PLANS = 1000;
const ALONE = 500;
const CLIENTS = 16;
const TOGETHER = 8000;
/** What a first sketch of the record reached on two cores, without sealed words and audit. */
const SKETCH = '3 ms median for one client, about 1000 commands per second for 16';

async function run(): Promise<void> {
  const postgres = await startPostgres({ durability: 'full' });
  await migrate(postgres.url, { name: 'kiplan_application', password: 'kiplan' }, testVault.cipher);
  const database = await createDataSource({
    url: postgres.applicationUrl,
    poolSize: CLIENTS,
    keys: testVault.keys,
  }).initialize();
  try {
    const record = recordOn(database, new WallClock());
    console.log(`${PLANS} plans, ${cpus().length} cores, PostgreSQL with full durability`);
    const plans = await benchmarkPlans(database, record, PLANS);
    const insert = (): Promise<void> =>
      database.transaction(async (manager) => {
        await manager.query(
          `INSERT INTO idempotency_keys (actor_key, key, request_hash, created_at) VALUES ($1, $2, $3, now())`,
          ['benchmark', randomUUID(), Buffer.alloc(32)],
        );
      });
    const command = commandOn(record, plans);
    report('one client', await medians(insert, command));
    report(`${CLIENTS} clients`, await throughputs(insert, command));
    console.log(`a first sketch  ${SKETCH}`);
    await printRecorded(database, plans);
  } finally {
    await database.destroy();
    await postgres.stop();
  }
}

/** Commands of a coordinator's day, one plan after another. */
function commandOn(record: PlanRecord, plans: readonly BenchmarkPlan[]): () => Promise<void> {
  let turn = 0;
  return async () => {
    const plan = plans[turn % plans.length];
    const round = Math.floor(turn / plans.length);
    turn += 1;
    if (plan === undefined) return;
    await record.execute(
      plan.planId,
      { type: 'setGoal', goalId: plan.goalId, title: `Mål ${round}`, priority: (round % 9) + 1 },
      {
        actor: plan.coordinator,
        commandId: randomUUID(),
        expectedSeq: null,
        origin: processOrigin('benchmark'),
      },
    );
  };
}

async function medians(insert: () => Promise<void>, command: () => Promise<void>): Promise<Figures> {
  const times = { insert: [] as number[], command: [] as number[] };
  for (let turn = 0; turn < ALONE; turn += 1) {
    times.insert.push(await timed(insert));
    times.command.push(await timed(command));
  }
  return { unit: 'ms median', insert: median(times.insert), command: median(times.command) };
}

async function throughputs(insert: () => Promise<void>, command: () => Promise<void>): Promise<Figures> {
  return { unit: 'per second', insert: await perSecond(insert), command: await perSecond(command) };
}

async function perSecond(work: () => Promise<void>): Promise<number> {
  let left = TOGETHER;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      while (left > 0) {
        left -= 1;
        await work();
      }
    }),
  );
  return TOGETHER / ((performance.now() - began) / 1000);
}

interface Figures {
  readonly unit: string;
  readonly insert: number;
  readonly command: number;
}

function report(who: string, { unit, insert, command }: Figures): void {
  const ratio = (command / insert).toFixed(2);
  console.log(
    `${who.padEnd(12)} bare insert ${insert.toFixed(2)} ${unit}, command ${command.toFixed(2)} ${unit} (×${ratio})`,
  );
}

/** Every command that was answered is on record: events in their order without a gap. */
async function printRecorded(
  database: Awaited<ReturnType<ReturnType<typeof createDataSource>['initialize']>>,
  plans: readonly BenchmarkPlan[],
): Promise<void> {
  const rows = await database.query<{ events: string; gaps: string }[]>(
    `SELECT sum(count) AS events, count(*) FILTER (WHERE count <> last) AS gaps
     FROM (SELECT plan_id, count(*) AS count, max(seq) AS last FROM plan_events GROUP BY plan_id) AS lives`,
  );
  console.log(
    `${rows[0]?.events ?? '0'} events of ${plans.length} plans on record, ${rows[0]?.gaps ?? '?'} with a gap`,
  );
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

await run();
