/**
 * What a verification needs: peak memory and time over many plans that are made up row by row, each with its events, entries,
 * seals, snapshot and windows as the processes write them. Figures are printed; findings end it with 1.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { setInterval } from 'node:timers';
import type { DataSource } from 'typeorm';
import { registerCast } from '../../apps/local/demonstration/register-cast.js';
import { FIRST_HASH, hashOfLink } from '../../libs/audit/chain.js';
import { hashOfSeal, inOrder, type SealedHead } from '../../libs/audit/seal.js';
import { lastSeal } from '../../libs/audit/sealing.js';
import { verifyAudit } from '../../libs/audit/verification/verify-audit.js';
import { defaultPolicy } from '../../libs/domain/plan/default-policy.js';
import type { PlanState } from '../../libs/domain/plan/plan.types.js';
import { waitState } from '../../libs/domain/plan/wait-state.js';
import { createDataSource } from '../../libs/persistence/data-source.js';
import { historyWith, NO_HISTORY } from '../../libs/persistence/event-history.js';
import { migrate } from '../../libs/persistence/migrate.js';
import { hashOf, keptSnapshot } from '../../libs/persistence/snapshots/snapshot-proof.js';
import { NothingAfterCommit } from '../../libs/record/after-commit.js';
import { hashOfWindows, windowRows } from '../../libs/record/projections/disclosure-windows.projection.js';
import { columnsOf } from '../../libs/record/projections/plan-row.projection.js';
import { RealPlan, registerCitizens, STORIES } from '../factories/real-plans.js';
import { startPostgres } from '../support/servers.js';
import { testAudit, testAuditKeys, testVault } from '../support/test-vault.js';

const TOGETHER = 500;
const SAMPLED_EVERY = 200;
const plans = Number(process.argv[2] ?? 100_000);

async function run(): Promise<number> {
  const postgres = await startPostgres();
  await migrate(postgres.url, { name: 'kiplan_application', password: 'kiplan' }, testVault.cipher);
  const superuserUrl = new URL(postgres.superuserUrl);
  superuserUrl.pathname = new URL(postgres.url).pathname;
  const superuser = await createDataSource({ url: superuserUrl.href, poolSize: 1, keys: null }).initialize();
  const database = await createDataSource({
    url: postgres.applicationUrl,
    poolSize: 2,
    keys: testVault.keys,
  }).initialize();
  try {
    const model = await modelOf(database);
    const began = performance.now();
    for (let made = 0; made < plans; made += TOGETHER)
      await makePlans(superuser, model, Math.min(TOGETHER, plans - made));
    await superuser.query('ANALYZE');
    console.log(`${plans} plans made in ${seconds(began)} s`);
    return await verify(database);
  } finally {
    await database.destroy();
    await superuser.destroy();
    await postgres.stop();
  }
}

/** A plan in the middle of its life, as the record made it. */
async function modelOf(database: DataSource): Promise<PlanState> {
  await registerCast(database, testVault, '2027-01-04T09:00:00.000Z');
  const [citizenPersonId = ''] = await registerCitizens(database, testVault, 1);
  const plan = await RealPlan.begin(database, {
    policy: defaultPolicy,
    citizenPersonId,
    at: '2027-01-04T09:00:00.000Z',
    afterCommit: new NothingAfterCommit(),
    keys: { vault: testVault, audit: testAudit },
  });
  await STORIES.gathering(plan);
  const rows = await database.query<{ state: PlanState }[]>('SELECT id, state FROM plans');
  const state = rows[0]?.state;
  if (state === undefined) throw new Error('The model was not made.');
  return state;
}

async function makePlans(superuser: DataSource, model: PlanState, count: number): Promise<void> {
  const rows = Array.from({ length: count }, () => planRows(model));
  await superuser.transaction(async (manager) => {
    const insert = async (table: string, given: readonly object[]): Promise<void> => {
      await manager.query(
        `INSERT INTO ${table} SELECT (jsonb_populate_record(NULL::${table}, row)).* FROM jsonb_array_elements($1::jsonb) AS row`,
        [JSON.stringify(given)],
      );
    };
    // The people of these plans are nobody.
    await manager.query('SET LOCAL session_replication_role = replica');
    await insert(
      'plans',
      rows.map(({ plan }) => plan),
    );
    await insert(
      'plan_events',
      rows.flatMap(({ events }) => events),
    );
    await insert(
      'disclosure_windows',
      rows.flatMap(({ windows }) => windows),
    );
    await insert(
      'erasure_keys',
      rows.map(({ key }) => key),
    );
    await insert(
      'audit_entries',
      rows.flatMap(({ entries }) => entries),
    );
    const heads = rows.map(({ head }) => head);
    await insert(
      'audit_heads',
      heads.map(({ chain, place, hash }) => ({ chain, place, hash: hex(hash), sealed_place: place })),
    );
    const last = await lastSeal(manager);
    const frame = { number: (last?.number ?? 0) + 1, at: '2027-03-01T09:00:00.000Z', anchored: null };
    const hash = hashOfSeal(last?.hash ?? FIRST_HASH, frame, inOrder(heads));
    const signature = testAuditKeys.sign(hash);
    await insert('audit_seals', [{ ...frame, hash: hex(hash), key_id: 'test', signature: hex(signature) }]);
    await insert(
      'audit_sealed_heads',
      heads.map(({ chain, place, hash: head }) => ({ number: frame.number, chain, place, hash: hex(head) })),
    );
  });
}

function planRows(model: PlanState) {
  const planId = randomUUID();
  const citizen = randomUUID();
  const state = JSON.parse(
    JSON.stringify({ ...model, number: `KI-${planId}` })
      .replaceAll(model.planId, planId)
      .replaceAll(model.citizenPersonId, citizen),
  ) as PlanState;
  const wait = waitState(state);
  let history: Buffer = NO_HISTORY;
  let hash: Buffer = FIRST_HASH;
  const chain = `plan:${planId}`;
  const entries: object[] = [];
  const events: object[] = [];
  for (let seq = 1; seq <= state.seq; seq += 1) {
    const frame = {
      seq,
      at: state.updatedAt,
      type: 'goalSet',
      actorKind: 'process',
      actorPersonId: null,
      commandId: null,
    };
    const content = randomBytes(300);
    history = historyWith(history, { ...frame, content });
    events.push({
      plan_id: planId,
      seq,
      type: frame.type,
      at: frame.at,
      actor_kind: 'process',
      content: hex(content),
    });
    const entry = JSON.stringify({
      ...{
        id: randomUUID(),
        at: frame.at,
        actorKind: 'process',
        personId: null,
        planId,
        operation: 'setGoal',
      },
      ...{ allowed: true, listed: [], events: [seq, seq], history: history.toString('base64') },
    });
    const link = { chain, place: seq, entry, keyId: 'test', code: testAuditKeys.authenticate(entry) };
    hash = hashOfLink(hash, link);
    entries.push({
      ...{ chain, place: seq, entry, key_id: 'test', code: link.code, hash: hex(hash), at: frame.at },
      ...{ plan_id: planId, operation: 'setGoal', allowed: true, listed: [] },
    });
  }
  const proof = {
    history: history.toString('base64'),
    waitState: hashOf(wait),
    windows: hashOfWindows(state),
  };
  const head: SealedHead = { chain, place: state.seq, hash };
  return {
    plan: {
      ...columnsOf(state, wait),
      state: JSON.parse(keptSnapshot(testVault.cipher, state, proof)) as object,
      wait_state: wait,
    },
    windows: windowRows(state).map((row) => ({ plan_id: planId, ...row })),
    key: { name: `plan:${planId}`, wrapped: hex(randomBytes(60)), created_at: state.startedAt },
    events,
    entries,
    head,
  };
}

function hex(bytes: Buffer): string {
  return `\\x${bytes.toString('hex')}`;
}

async function verify(database: DataSource): Promise<number> {
  let peak = 0;
  const sampling = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, SAMPLED_EVERY);
  const before = process.memoryUsage().rss;
  const began = performance.now();
  const { entries, chains, seals, found, findings } = await database.transaction(
    'REPEATABLE READ',
    (manager) => verifyAudit(manager, { keys: testAuditKeys, cipher: testVault.cipher, anchors: [] }),
  );
  clearInterval(sampling);
  console.log(`${entries} entries in ${chains} chains, ${seals} seals: ${seconds(began)} s`);
  console.log(`memory ${megabytes(before)} MB before, ${megabytes(peak)} MB at most; ${found} findings`);
  for (const finding of findings.slice(0, 5)) console.log(JSON.stringify(finding));
  return found === 0 ? 0 : 1;
}

const seconds = (began: number): string => ((performance.now() - began) / 1_000).toFixed(1);
const megabytes = (bytes: number): string => (bytes / 1_048_576).toFixed(0);

process.exitCode = await run();
