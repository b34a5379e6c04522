/**
 * What was kept for its time is gone: from rows, from PostgreSQL's files, from backups that were made before; and what stays
 * can still be followed.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { pino } from 'pino';
import type { DataSource } from 'typeorm';
import { erase } from '../../apps/command-line/erase.js';
import { processOrigin } from '../../libs/audit/audit-entry.types.js';
import { AuditKeys } from '../../libs/audit/audit-keys.js';
import { AuditLog } from '../../libs/audit/audit-log.js';
import { addressesOf } from '../../libs/audit/entry-address.js';
import type { Finding } from '../../libs/audit/verification/finding.types.js';
import { verifyAudit } from '../../libs/audit/verification/verify-audit.js';
import { fieldKeysOf } from '../../libs/config/field-keys.js';
import type { RetentionResult } from '../../libs/contracts/index.js';
import {
  KEPT_OF_PERSON,
  KEPT_OF_PLAN,
  PERSON_TABLES,
  PLAN_TABLES,
} from '../../libs/erasure/erased-tables.js';
import { type RetentionSettings, retentionSettingsOf } from '../../libs/erasure/retention-settings.js';
import { RetentionRun } from '../../libs/erasure/retention-run.js';
import { createDataSource } from '../../libs/persistence/data-source.js';
import { planKeyName } from '../../libs/persistence/erasure/key-names.js';
import { Vault } from '../../libs/persistence/vault.js';
import { auditRows, entryOf } from '../../libs/record/read/audit.read.js';
import { openPlans } from '../../libs/record/sweep.queries.js';
import { refreshWaitState } from '../../libs/record/refresh-wait-state.js';
import { filesThatHold } from '../support/data-files.js';
import { ApiServer, type SignedIn } from './api-server.js';
import { canary, WORD_KINDS, type WellFilledPlan, wellFilledPlan } from './well-filled-plan.js';

const AFTER_SIXTY_MONTHS = '2032-04-30T09:00:00.000Z';
const WORDS = Object.keys(WORD_KINDS).map(canary);
const silent = pino({ level: 'silent' });

let api: ApiServer;
/** Is erased. */
let plan: WellFilledPlan;
/** Is open and stays as it is. */
let other: WellFilledPlan;
let audit: AuditLog;
const lines: string[] = [];

beforeAll(async () => {
  api = await ApiServer.start('2027-03-01T09:00:00.000Z');
  audit = new AuditLog(api.vault.keys, auditKeys());
  plan = await wellFilledPlan(api);
  api.clock.at = '2027-03-01T09:00:00.000Z';
  other = await wellFilledPlan(api, '0504909989');
}, 120_000);
afterAll(() => api.stop());

function auditKeys(): AuditKeys {
  return new AuditKeys(api.environment.AUDIT_KEYS);
}

function kiplan(...words: string[]): Promise<number> {
  const { environment, database, clock, vault } = api;
  lines.length = 0;
  return erase({ environment, database, clock, vault, audit, logger: silent }, words, (line) =>
    lines.push(line),
  );
}

function run(
  database: DataSource = api.database,
  vault: Vault = api.vault,
  settings: Partial<RetentionSettings> = {},
): Promise<RetentionResult> {
  const { clock, environment } = api;
  const parts = { database, clock, vault, audit: new AuditLog(vault.keys, auditKeys()), logger: silent };
  return new RetentionRun(parts, { ...retentionSettingsOf(environment), ...settings }).apply(
    processOrigin('test'),
  );
}

/** A run at another time, after which the clock goes on where it was: addresses are kept, or nobody could come any more. */
async function runAt(at: string): Promise<RetentionResult> {
  const moment = api.clock.at;
  api.clock.at = at;
  try {
    return await run(api.database, api.vault, { addressMonths: 1_000 });
  } finally {
    api.clock.at = moment;
  }
}

async function erasedPeople(): Promise<ReadonlySet<string>> {
  const rows = await api.database.query<{ id: string }[]>(
    'SELECT id FROM people WHERE erased_at IS NOT NULL',
  );
  return new Set(rows.map(({ id }) => id));
}

async function findings(database: DataSource = api.database): Promise<readonly Finding[]> {
  const found = await database.transaction('REPEATABLE READ', (manager) =>
    verifyAudit(manager, { keys: auditKeys(), cipher: api.vault.cipher, anchors: [] }),
  );
  return found.findings;
}

async function superuser<T>(work: (client: Client) => Promise<T>, database?: string): Promise<T> {
  const url = new URL(api.postgres.superuserUrl);
  url.pathname = database ?? new URL(api.postgres.url).pathname;
  const client = new Client({ connectionString: url.href });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const end = (which: WellFilledPlan): Promise<unknown> =>
  api.post(which.people.coordinator, `/plans/${which.planId}/end`, { reason: 'moved' }).expect(200);

/** Every row of every table as text, as it is kept and as it is read with the keys. */
async function everything(url: string, vault: Vault): Promise<string> {
  const texts: string[] = [];
  for (const keys of [null, vault.keys]) {
    const database = await createDataSource({ url, poolSize: 1, keys }).initialize();
    const tables: { name: string }[] = await database.query(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`,
    );
    for (const { name } of tables) {
      texts.push(JSON.stringify(await database.query(`SELECT * FROM ${name}`)));
      texts.push(JSON.stringify(await database.query(`SELECT t::text FROM ${name} t`)));
    }
    await database.destroy();
  }
  return texts.join('\n');
}

describe('what is not to be erased', () => {
  it('is an open plan, an unknown one, and what is no id at all', async () => {
    expect(await kiplan(plan.planId)).toBe(1);
    expect(lines).toEqual([`Plan ${plan.planId} is not erased. It has not ended.`]);
    expect(await kiplan('99999999-9999-4999-8999-000000000000')).toBe(1);
    expect(lines).toEqual([
      'Plan 99999999-9999-4999-8999-000000000000 is not erased. There is no such plan.',
    ]);
    expect(await kiplan("'; DROP TABLE plans; --")).toBe(2);
    expect(await kiplan()).toBe(2);
    expect(await kiplan('--due', plan.planId)).toBe(2);
    await api.get(plan.people.coordinator, `/plans/${plan.planId}`).expect(200);
  });

  it('is a plan of which something is just being sent', async () => {
    await end(plan);
    const claimed = `UPDATE notices SET status = $2 WHERE id = (SELECT max(id) FROM notices WHERE plan_id = $1)`;
    await api.database.query(claimed, [plan.planId, 'claimed']);
    expect(await kiplan(plan.planId)).toBe(1);
    expect(lines.join()).toContain('just being sent');
    await api.database.query(claimed, [plan.planId, 'queued']);
  });

  it('is a plan whose time is not over', async () => {
    const result = await runAt('2032-02-20T09:00:00.000Z');
    expect(result).toMatchObject({ plans: 0, people: 0, heldBack: 0, failed: 0 });
    await api.get(plan.people.coordinator, `/plans/${plan.planId}`).expect(200);
  });

  it('is what an administrator holds back, with a reason that only administrators read', async () => {
    const { administrator, coordinator, teamLeader } = plan.people;
    const body = { planId: plan.planId, reason: 'kanarie-klage' };
    await api.post(coordinator, '/erasure-holds', body).expect(403);
    const held = await api.post(administrator, '/erasure-holds', body).expect(201);
    const { holdId } = held.body as { holdId: string };
    const again = await api.post(administrator, '/erasure-holds', body).expect(409);
    expect(again.body).toMatchObject({ code: 'ERASURE.ALREADY_HELD_BACK' });
    const unknown = { ...body, planId: '99999999-9999-4999-8999-000000000000' };
    await api.post(administrator, '/erasure-holds', unknown).expect(404);
    expect((await api.get(administrator, '/erasure-holds').expect(200)).text).toContain('kanarie-klage');
    await api.get(teamLeader, '/erasure-holds').expect(403);

    expect(await kiplan(plan.planId)).toBe(1);
    expect(lines.join()).toContain('held back');
    // Of each plan somebody left at its beginning, who took part in nothing since.
    expect(await runAt(AFTER_SIXTY_MONTHS)).toMatchObject({ plans: 0, heldBack: 1, people: 2 });
    await api.post(administrator, `/erasure-holds/${holdId}/release`).expect(201);
    await api.post(administrator, `/erasure-holds/${holdId}/release`).expect(201);
    await api.post(administrator, '/erasure-holds/99999999-9999-4999-8999-000000000000/release').expect(404);
    const log = await api.get(plan.people.citizen, `/plans/${plan.planId}/access-log`).expect(200);
    expect(log.text).toContain('holdBackErasure');
    expect(log.text).not.toContain('kanarie-klage');
  });
});

describe('an erased plan', () => {
  let wrapped: Buffer;
  let keysAfter: { name: string; wrapped: Buffer | null; created_at: string; destroyed_at: string | null }[];

  beforeAll(async () => {
    const rows = await api.database.query<{ wrapped: Buffer }[]>(
      'SELECT wrapped FROM erasure_keys WHERE name = $1',
      [planKeyName(plan.planId)],
    );
    wrapped = rows[0]?.wrapped ?? Buffer.alloc(0);
    await backUp();
    expect(await kiplan(plan.planId.toUpperCase())).toBe(0);
    expect(lines).toEqual([`Plan ${plan.planId} is erased, and 2 person(s) with it.`]);
    await run();
    keysAfter = await api.database.query('SELECT name, wrapped, created_at, destroyed_at FROM erasure_keys');
  }, 120_000);

  /** A copy of the whole database, byte by byte, as it is before. */
  async function backUp(): Promise<void> {
    await api.database.destroy();
    const source = new URL(api.postgres.url).pathname.slice(1);
    await superuser((client) => client.query(`CREATE DATABASE before TEMPLATE ${source}`), 'postgres');
    await api.database.initialize();
  }

  it('is a stone: number and times, and nothing else', async () => {
    const [row] = await api.database.query<Record<string, unknown>[]>('SELECT * FROM plans WHERE id = $1', [
      plan.planId,
    ]);
    const told = Object.entries(row ?? {}).filter(([, value]) => value !== null);
    expect(told.map(([column]) => column).sort()).toEqual([
      'ended_at',
      'erased_at',
      'id',
      'number',
      'seq',
      'started_at',
    ]);
  });

  it('is for everybody a plan that does not exist, and in no list', async () => {
    const gone = await erasedPeople();
    const left = Object.values(plan.people).filter(({ personId }) => !gone.has(personId));
    expect(left.map(({ personId }) => personId)).toContain(plan.people.coordinator.personId);
    for (const who of left) {
      for (const path of ['', '/timeline', '/sections', '/documents', '/access-log', '/consents']) {
        const answer = await api.get(who, `/plans/${plan.planId}${path}`).expect(404);
        expect(answer.body).toMatchObject({ code: 'PLAN.NOT_FOUND' });
      }
      expect((await api.get(who, '/plans')).text).not.toContain(plan.planId);
    }
    const { coordinator, administrator } = plan.people;
    const reopen = { reason: 'Fortsæt', coordinatorPersonId: coordinator.personId };
    await api.post(coordinator, `/plans/${plan.planId}/reopening`, reopen).expect(404);
    await api.post(administrator, '/erasure-holds', { planId: plan.planId, reason: 'For sent.' }).expect(404);
  });

  it('has its citizen and relatives erased with it, who cannot sign in any more, and nobody who works somewhere', async () => {
    const erased = await api.database.query<{ id: string; given_name: string }[]>(
      'SELECT id, given_name FROM people WHERE erased_at IS NOT NULL',
    );
    expect(erased.map(({ given_name }) => given_name)).toEqual(['', '', '', '']);
    const ids = erased.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining([plan.citizenPersonId, plan.people.mother.personId]));
    for (const table of PERSON_TABLES) {
      const rows = await api.database.query<unknown[]>(`SELECT 1 FROM ${table} WHERE person_id = ANY ($1)`, [
        ids,
      ]);
      expect([table, rows]).toEqual([table, []]);
    }
    await api.get(plan.people.citizen, '/me/data').expect(401);
    await api.get(plan.people.administrator, `/people/${plan.citizenPersonId}`).expect(404);
    await api.get(plan.people.administrator, `/people/${plan.people.psychiatry.personId}`).expect(200);
  });

  it('lets its citizen be registered and begin again as somebody new', async () => {
    const answer = await api.post(plan.people.coordinator, '/citizens', {
      cpr: '0504909995',
      givenName: 'Magnus Test',
      familyName: 'Lauridsen',
      channel: 'letter',
    });
    expect((answer.body as { personId: string }).personId).not.toBe(plan.citizenPersonId);
  });

  it('leaves the other plan and its people as they were', async () => {
    const read = await api.get(other.people.coordinator, `/plans/${other.planId}`).expect(200);
    expect(read.text).toContain(canary('survey'));
    const { participants } = read.body as { participants: { role: string; givenName: string | null }[] };
    const left = participants.find(({ role }) => role === 'laySupporter');
    expect(left?.givenName).toBeNull();
    await api.get(other.people.citizen, '/me/data').expect(200);
  });

  it('is not stumbled over by what goes through all plans', async () => {
    const { database, vault } = api;
    expect(await refreshWaitState(database, vault.events, plan.planId)).toBeNull();
    const open = await openPlans(database, null, 100);
    expect(open.map(({ planId }) => planId)).toEqual([other.planId]);
    await expect(vault.events.read(database, plan.planId)).rejects.toMatchObject({ name: 'ContentErased' });
    expect(await api.record.load(plan.planId)).toBeNull();
    expect(await api.record.waitStateOf(plan.planId)).toBeNull();
  });

  it('is erased once: the second time says so, and changes nothing', async () => {
    expect(await kiplan(plan.planId)).toBe(0);
    expect(lines[0]).toMatch(new RegExp(`^Plan ${plan.planId} was erased at 2027-03-22`));
    const rows = await api.database.query<unknown[]>(
      `SELECT 1 FROM audit_entries WHERE operation = 'erasePlan' AND plan_id = $1`,
      [plan.planId],
    );
    expect(rows).toHaveLength(1);
  });

  it('leaves an audit that can be followed, and that says that it was erased and from where', async () => {
    expect(await findings()).toEqual([]);
    const { items } = await auditRows(api.database, { operation: 'erasePlan' }, { limit: 10 });
    expect(items.map(entryOf)).toMatchObject([
      { planId: plan.planId, actorKind: 'process', channel: 'commandLine', allowed: true },
    ]);
  });

  it('stands in no file of the database, and neither does its key', async () => {
    const own = await ownWords();
    await superuser(async (client) => {
      for (const table of [
        'plans',
        ...PLAN_TABLES,
        ...PERSON_TABLES,
        'people',
        'idempotency_keys',
        'plan_events',
      ]) {
        await client.query(`VACUUM FULL ${table}`);
      }
      await client.query('ANALYZE');
      await client.query('CHECKPOINT');
      // The copy is another database in the same folder.
      await client.query('ALTER DATABASE before IS_TEMPLATE false');
    });
    const folder = join(api.postgres.dataFolder, 'base', await databaseFolder());
    expect(
      await filesThatHold(folder, [...WORDS.filter((word) => own.includes(word)), 'kanarie-klage']),
    ).toEqual({});
    for (const name of await readdir(folder)) {
      expect([name, (await readFile(join(folder, name))).includes(wrapped)]).toEqual([name, false]);
    }
  });

  /** Those that the other plan does not have in the clear: cluster and department are the same in both. */
  function ownWords(): Promise<string[]> {
    const clear = [canary('cluster'), canary('department')];
    return Promise.resolve(WORDS.filter((word) => !clear.includes(word)));
  }

  function databaseFolder(): Promise<string> {
    return superuser(async (client) => {
      const { rows } = await client.query<{ oid: string }>(
        'SELECT oid::text FROM pg_database WHERE datname = current_database()',
      );
      return rows[0]?.oid ?? '';
    });
  }

  describe('in a backup from before, with the keys of after', () => {
    let vault: Vault;
    let restored: DataSource;
    /** A copy of the backup in which the other plan, which is of the same words, is not. */
    let withoutOther: string;

    beforeAll(async () => {
      await superuser(async (client) => {
        await client.query('TRUNCATE erasure_keys');
        for (const { name, wrapped: key, created_at, destroyed_at } of keysAfter) {
          await client.query('INSERT INTO erasure_keys VALUES ($1, $2, $3, $4)', [
            name,
            key,
            created_at,
            destroyed_at,
          ]);
        }
        // What belongs to the other plan is read as it was.
        await client.query('DELETE FROM idempotency_keys');
      }, 'before');
      withoutOther = await copyWithoutOther();
      vault = new Vault(fieldKeysOf(api.environment));
      restored = await createDataSource({ url: urlOf('before'), poolSize: 4, keys: vault.keys }).initialize();
    });
    afterAll(() => restored.destroy());

    function urlOf(database: string): string {
      const address = new URL(api.postgres.applicationUrl);
      address.pathname = database;
      return address.href;
    }

    async function copyWithoutOther(): Promise<string> {
      const copy = 'without_other';
      await superuser((client) => client.query(`CREATE DATABASE ${copy} TEMPLATE before`), 'postgres');
      await superuser(async (client) => {
        for (const table of PLAN_TABLES)
          await client.query(`DELETE FROM ${table} WHERE plan_id = $1`, [other.planId]);
        const { citizen, mother } = other.people;
        const theirs = [[citizen.personId, mother.personId]];
        await client.query('DELETE FROM contact_details WHERE person_id = ANY ($1)', theirs);
        await client.query(`UPDATE people SET given_name = '' WHERE id = ANY ($1)`, theirs);
        await client.query(`UPDATE citizens SET birth_date = '' WHERE person_id = ANY ($1)`, theirs);
      }, copy);
      return urlOf(copy);
    }

    it('can’t be read: no event, no document, no word, no name, no number', async () => {
      await expect(vault.events.read(restored, plan.planId)).rejects.toMatchObject({ name: 'ContentErased' });
      expect(await vault.contacts.of(restored, plan.citizenPersonId)).toEqual({
        email: null,
        telephone: null,
        address: null,
      });
      const [citizen] = await restored.query<Record<string, unknown>[]>(
        'SELECT given_name, family_name, birth_date FROM people JOIN citizens ON person_id = id WHERE id = $1',
        [plan.citizenPersonId],
      );
      expect(citizen).toEqual({ given_name: null, family_name: null, birth_date: null });
      const text = await everything(withoutOther, vault);
      const clear = [canary('cluster'), canary('department')];
      const secret = [...WORDS, 'Magnus', '0504909995', '1990-04-05', 'kanarie-klage'];
      const found = secret.filter(
        (word) => text.includes(word) || text.includes(Buffer.from(word).toString('hex')),
      );
      expect(found.sort()).toEqual(clear.sort());
    });

    it('is erased again by the next run, and its audit can be followed', async () => {
      const result = await run(restored, vault);
      expect(result).toMatchObject({ again: 1, people: 2, failed: 0 });
      const rows = await restored.query<Record<string, unknown>[]>(
        `SELECT p.state, c.given_name AS name, c.erased_at IS NOT NULL AS erased FROM plans p, people c
         WHERE p.id = $1 AND c.id = $2`,
        [plan.planId, plan.citizenPersonId],
      );
      expect(rows).toEqual([{ state: null, name: '', erased: true }]);
      expect(await run(restored, vault)).toMatchObject({ again: 0, people: 0 });
      expect(await findings(restored)).toEqual([]);
    });
  });
});

describe('a plan whose time is over', () => {
  let mine: { planId: string; citizen: SignedIn };
  let signed: SignedIn;

  async function smallPlan(cpr: string): Promise<{ planId: string; citizen: SignedIn }> {
    const { coordinator } = other.people;
    const registered = await api.post(signed, '/citizens', {
      cpr,
      givenName: 'Else Test',
      familyName: 'Lauridsen',
      channel: 'letter',
    });
    const { personId } = registered.body as { personId: string };
    const started = await api.post(signed, '/plans', {
      citizenPersonId: personId,
      citizenChannel: 'letter',
      grounds: ['severeMentalIllnessWithSubstanceUse'],
      courseType: 'coordinated',
      cluster: 'Nord',
      municipalityCode: '0219',
      department: 'Ambulatoriet',
      organisationId: coordinator.organisationId,
      coordinatorPersonId: coordinator.personId,
      citizenAnswer: 'yes',
      answerManner: 'oral',
    });
    const { planId } = started.body as { planId: string };
    return { planId, citizen: await api.signIn(personId, null, []) };
  }

  async function signIn(at: string): Promise<void> {
    api.clock.at = at;
    const { personId, organisationId } = other.people.coordinator;
    signed = await api.signIn(personId, organisationId, ['coordinator', 'practitioner']);
  }

  it('is erased by the run of the night, by its own policy', async () => {
    await signIn('2027-04-01T09:00:00.000Z');
    mine = await smallPlan('0201919990');
    const policy = (await api.get(signed, '/policies/default')).body as Record<string, unknown>;
    const leader = await api.signIn(
      other.people.teamLeader.personId,
      other.people.teamLeader.organisationId,
      ['teamLeader'],
    );
    const months = policy['retentionMonths'] as Record<string, number>;
    await api
      .put(leader, `/plans/${mine.planId}/policy`, {
        ...policy,
        version: 'short',
        retentionMonths: { ...months, moved: 2 },
      })
      .expect(200);
    await api.post(signed, `/plans/${mine.planId}/end`, { reason: 'moved' }).expect(200);
    api.clock.at = '2027-05-31T21:59:59.999Z';
    expect(await run()).toMatchObject({ plans: 0 });
    api.clock.at = '2027-05-31T22:00:00.000Z';
    expect(await run()).toMatchObject({ plans: 1, people: 1, failed: 0 });
    expect(await run()).toMatchObject({ plans: 0, people: 0, failed: 0 });
    expect(await findings()).toEqual([]);
  });

  it('keeps a citizen who has another plan, until that is erased too', async () => {
    await signIn('2027-06-01T09:00:00.000Z');
    const first = await smallPlan('0201919990');
    await api.post(signed, `/plans/${first.planId}/end`, { reason: 'completed' }).expect(200);
    const second = await smallPlan('0201919990');
    expect(second.citizen.personId).toBe(first.citizen.personId);
    expect(await kiplan(first.planId)).toBe(0);
    expect(lines[0]).toContain('and 0 person(s)');
    await api.get(second.citizen, '/me/data').expect(200);
    await api.post(signed, `/plans/${second.planId}/end`, { reason: 'completed' }).expect(200);
    expect(await kiplan(second.planId)).toBe(0);
    expect(lines[0]).toContain('and 1 person(s)');
    await api.get(second.citizen, '/me/data').expect(401);
  });

  it('is erased or opened again, never both, when the two come at once', async () => {
    await signIn('2027-07-01T09:00:00.000Z');
    const outcomes = new Set<string>();
    for (let attempt = 0; attempt < 6; attempt += 1) {
      const { planId } = await smallPlan('0201919990');
      await api.post(signed, `/plans/${planId}/end`, { reason: 'completed' }).expect(200);
      const release = await held(planId);
      const opened = (): Promise<number> =>
        api
          .post(signed, `/plans/${planId}/reopening`, {
            reason: 'Fortsæt',
            coordinatorPersonId: signed.personId,
          })
          .then(({ status }) => status);
      // Who asks first for the lock that somebody else holds gets it first.
      const erased = attempt % 2 === 0 ? kiplan(planId) : null;
      await waiting(attempt % 2 === 0 ? 1 : 0);
      const status = opened();
      await waiting(attempt % 2 === 0 ? 2 : 1);
      const code = erased ?? kiplan(planId);
      await waiting(2);
      await release();
      outcomes.add(`${String(await code)} ${String(await status)}`);
      if ((await code) === 1) {
        await api.post(signed, `/plans/${planId}/end`, { reason: 'completed' }).expect(200);
        expect(await kiplan(planId)).toBe(0);
      }
    }
    expect([...outcomes].sort()).toEqual(['0 404', '1 200']);
    expect(await findings()).toEqual([]);
  }, 60_000);

  /** Holds a plan's lock until it is told to let go. */
  async function held(planId: string): Promise<() => Promise<void>> {
    const client = new Client({ connectionString: api.postgres.applicationUrl });
    await client.connect();
    await client.query('BEGIN');
    await client.query('SELECT 1 FROM plans WHERE id = $1 FOR UPDATE', [planId]);
    return async () => {
      await client.query('COMMIT');
      await client.end();
    };
  }

  /** Until so many wait for a lock. */
  async function waiting(count: number): Promise<void> {
    for (;;) {
      const rows = await superuser((client) =>
        client.query(
          `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`,
        ),
      );
      if (rows.rowCount === count) return;
    }
  }
});

describe('people who take part in nothing', () => {
  it('are erased when their time is over, and nobody else', async () => {
    api.clock.at = '2027-08-01T09:00:00.000Z';
    const relative = await api.person(null, []);
    const staff = await api.person(other.people.coordinator.organisationId, ['practitioner']);
    const left = await api.person(other.people.coordinator.organisationId, ['practitioner']);
    api.clock.at = '2032-07-01T09:00:00.000Z';
    const administrator = await api.signIn(
      other.people.administrator.personId,
      other.people.administrator.organisationId,
      ['administrator'],
    );
    await api
      .post(administrator, `/people/${left.personId}/corrections`, {
        organisationRoles: [],
        organisationId: null,
      })
      .expect(201);
    api.clock.at = '2032-07-31T21:00:00.000Z';
    await run();
    expect(await erased(relative, staff, left)).toEqual([false, false, false]);
    api.clock.at = '2032-07-31T22:00:00.000Z';
    expect(await run()).toMatchObject({ people: 1, plans: 0 });
    expect(await erased(relative, staff, left)).toEqual([true, false, false]);
    api.clock.at = '2037-07-01T09:00:00.000Z';
    await run();
    expect(await erased(relative, staff, left)).toEqual([true, false, true]);
    // The other plan is open: nobody of it is touched, whatever the time.
    expect(await erased(...Object.values(other.people))).not.toContain(true);
    expect(await findings()).toEqual([]);
  });

  async function erased(...people: SignedIn[]): Promise<boolean[]> {
    const rows = await api.database.query<{ id: string }[]>(
      'SELECT id FROM people WHERE erased_at IS NOT NULL',
    );
    return people.map(({ personId }) => rows.some(({ id }) => id === personId));
  }
});

describe('what else is forgotten', () => {
  it('are network addresses after their own time, with the chain whole', async () => {
    const { items } = await auditRows(api.database, { operation: 'giveConsent' }, { limit: 1 });
    const entries = items.map(entryOf);
    expect(entries[0]?.address).toEqual(expect.any(String));
    expect(await addressesOf(api.database, api.vault.keys, entries)).toEqual(new Map());
    const left = await api.database.query<{ name: string }[]>(
      `SELECT name FROM erasure_keys WHERE name LIKE 'audit:%' AND wrapped IS NOT NULL`,
    );
    expect(left).toEqual([]);
    expect(await findings()).toEqual([]);
  });

  it('are answers to requests after some days, and those about somebody with them', async () => {
    api.clock.at = '2037-08-01T09:00:00.000Z';
    const { personId, organisationId } = other.people.coordinator;
    const coordinator = await api.signIn(personId, organisationId, ['coordinator']);
    await api
      .post(coordinator, '/people', { givenName: 'kanarie-svar', familyName: 'Test', channel: 'mail' })
      .set('Idempotency-Key', 'register-somebody')
      .expect(201);
    const rows = await api.database.query<{ subject_id: string | null }[]>(
      `SELECT subject_id FROM idempotency_keys WHERE key = 'register-somebody'`,
    );
    expect(rows[0]?.subject_id).toEqual(expect.any(String));
    api.clock.at = '2037-08-08T08:59:59.000Z';
    expect(await run()).toMatchObject({ answers: 0 });
    api.clock.at = '2037-08-08T09:00:01.000Z';
    expect(await run()).toMatchObject({ answers: 1 });
  });

  it('is on the command line told in numbers', async () => {
    expect(await kiplan('--due')).toBe(0);
    expect(lines).toEqual([
      '0 plan(s) and 0 person(s) erased; 0 held back, 0 not erased.',
      '0 month(s) of network addresses and 0 answer(s) forgotten.',
    ]);
  });
});

describe('every table', () => {
  it.each([
    ['plan_id', PLAN_TABLES, KEPT_OF_PLAN],
    ['person_id', PERSON_TABLES, KEPT_OF_PERSON],
  ])('that has a %s is erased with it, or it is known why not', async (column, tables, kept) => {
    const rows = await api.database.query<{ name: string }[]>(
      `SELECT table_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND column_name = $1 ORDER BY 1`,
      [column],
    );
    expect(rows.map(({ name }) => name)).toEqual([...new Set([...tables, ...Object.keys(kept)])].sort());
  });
});
