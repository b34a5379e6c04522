/** What people wrote stands nowhere in the clear: not in rows, not in PostgreSQL's files or its log. */
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../libs/persistence/data-source.js';
import { migrate } from '../../libs/persistence/migrate.js';
import { migrationsWith } from '../../libs/persistence/migrations/index.js';
import { SEALED_COLUMNS } from '../../libs/persistence/sealed-words/sealed-columns.js';
import { filesThatHold } from '../support/data-files.js';
import { startPostgres, type TestPostgres } from '../support/servers.js';
import { testVault } from '../support/test-vault.js';
import { ApiServer } from './api-server.js';
import { canary, WORD_KINDS, type WellFilledPlan, wellFilledPlan } from './well-filled-plan.js';

/** Words of the organisation's own, by which plans are counted. */
const OF_THE_ORGANISATION = ['cluster', 'department'];

describe('the words of a plan', () => {
  let api: ApiServer;
  let plan: WellFilledPlan;

  beforeAll(async () => {
    api = await ApiServer.start('2027-03-01T09:00:00.000Z');
    plan = await wellFilledPlan(api);
  }, 90_000);
  afterAll(() => api.stop());

  it('stand in none of the database’s files, nor do the citizen’s name, number and birth date', async () => {
    const superuser = new Client({ connectionString: api.postgres.superuserUrl });
    await superuser.connect();
    await superuser.query('CHECKPOINT');
    await superuser.end();
    const words = Object.keys(WORD_KINDS)
      .filter((word) => !OF_THE_ORGANISATION.includes(word))
      .map(canary);
    expect(words.length).toBeGreaterThan(25);
    const folder = api.postgres.dataFolder;
    expect(await filesThatHold(folder, [...words, 'Magnus Test', '0504909995', '1990-04-05'])).toEqual({});
    // What the search would find.
    expect(Object.keys(await filesThatHold(folder, [canary('cluster')]))).toEqual([canary('cluster')]);
  }, 60_000);

  it('are read as they were written', async () => {
    const read = await api.get(plan.people.coordinator, `/plans/${plan.planId}`);
    for (const word of ['survey', 'goals', 'minutes', 'agenda', 'existing-psychiatry', 'file-psychiatry']) {
      expect(read.text).toContain(canary(word));
    }
    expect(read.text).toContain('Magnus Test');
    expect(read.text).toContain('1990-04-05');
  });
});

/** Columns of text that hold no words of anybody's: ids, codes, numbers, times, and what the organisation calls itself. */
const PLAIN =
  /^(.*_id|.*_ids|id|ref|key|kind|kinds|granted_kinds|status|type|role|channel|mode|how|code|shard)$/;
const PLAIN_COLUMNS = [
  'agreements.outcome',
  'agreements.replaced_by',
  'access_links.purpose',
  'approvals.answer',
  'approvals.manner',
  'approvals.section',
  'citizen_requests.answer',
  'consent_attempts.outcome',
  'consent_grants.basis',
  'consent_grants.given_by',
  'consent_grants.manner',
  'consent_grants.purpose',
  'consent_grants.wording_version',
  'coordination_notes.concern',
  'disclosure_windows.subject_kind',
  'disclosure_windows.stands_for',
  'documents.media_type',
  'duty_periods.duty',
  'follow_ups.outcome',
  'gathering_requests.answer',
  'handovers.outcome',
  'master_data.cluster',
  'master_data.course_type',
  'master_data.department',
  'master_data.grounds',
  'master_data.municipality_code',
  'meeting_invitations.response',
  'meeting_option_answers.answers',
  'meetings.missing_roles',
  'meetings.options',
  'notices.claimed_by',
  'notices.discloses',
  // Drawn for one recipient: it names nothing.
  'notices.entry_uid',
  // The sender's own address, which calendar programs answer to.
  'notices.organizer',
  'notices.recipient',
  'overlap_decisions.decision',
  'overlap_decisions.overlap_key',
  'plan_awaited.from_kind',
  'plan_events.actor_kind',
  'section_revisions.section',
  'statutory_bases.basis',
  // Kinds of what was open in a plan that was merged, and how many there were.
  'tasks.open',
  // Made of goals and agreements, whose titles are sealed already, and of sections.
  'version_parts.content',
  'versions.gaps',
  'versions.revisions',
  // The audit holds ids, codes and what is encrypted by itself.
  'audit_entries.chain',
  'audit_entries.entry',
  'audit_entries.operation',
  'audit_listed.chain',
];

describe('the columns of a plan’s tables', () => {
  let postgres: TestPostgres;
  let database: DataSource;

  beforeAll(async () => {
    postgres = await startPostgres();
    await migrate(postgres.url, { name: 'kiplan_application', password: 'kiplan' }, testVault.cipher);
    database = await createDataSource({ url: postgres.url, poolSize: 1, keys: null }).initialize();
  }, 60_000);
  afterAll(async () => {
    await database.destroy();
    await postgres.stop();
  });

  it('are sealed if they hold words, and it is known of every one whether it does', async () => {
    const columns: { place: string; name: string }[] = await database.query(
      `SELECT c.table_name || '.' || c.column_name AS place, c.column_name AS name
       FROM information_schema.columns c
       WHERE c.table_schema = 'public' AND c.data_type IN ('text', 'ARRAY', 'jsonb') AND c.udt_name <> '_uuid'
         AND EXISTS (SELECT 1 FROM information_schema.columns p
           WHERE p.table_name = c.table_name AND p.table_schema = 'public' AND p.column_name = 'plan_id')
       ORDER BY 1`,
    );
    const sealed = Object.entries(SEALED_COLUMNS).flatMap(([table, forms]) =>
      Object.keys(forms).map((column) => `${table}.${column}`),
    );
    const unknown = columns.filter(
      ({ place, name }) => !sealed.includes(place) && !PLAIN_COLUMNS.includes(place) && !PLAIN.test(name),
    );
    expect(unknown).toEqual([]);
    const places = columns.map(({ place }) => place);
    expect([...sealed, ...PLAIN_COLUMNS].filter((place) => !places.includes(place))).toEqual([]);
  });
});

describe('what was there before words were sealed', () => {
  let postgres: TestPostgres;

  beforeAll(async () => {
    postgres = await startPostgres();
  }, 60_000);
  afterAll(() => postgres.stop());

  it('is sealed by the migration, and read as it was', async () => {
    const planId = randomUUID();
    const citizen = randomUUID();
    const all = migrationsWith(testVault.cipher);
    const older = all.slice(
      0,
      all.findIndex((one) => new one().name?.startsWith('SealedWords')),
    );
    const before = await createDataSource({
      url: postgres.url,
      poolSize: 1,
      keys: null,
      migrations: older,
    }).initialize();
    await before.runMigrations({ transaction: 'all' });
    for (const statement of rowsInTheClear(planId, citizen)) await before.query(statement);
    await before.destroy();

    await migrate(postgres.url, { name: 'kiplan_application', password: 'kiplan' }, testVault.cipher);
    const raw = await createDataSource({
      url: postgres.applicationUrl,
      poolSize: 1,
      keys: null,
    }).initialize();
    const reading = await createDataSource({
      url: postgres.applicationUrl,
      poolSize: 1,
      keys: testVault.keys,
    }).initialize();
    const told: string[] = [];
    for (const query of READS) {
      expect(JSON.stringify(await raw.query(query))).not.toMatch(/kanarie|1990/);
      told.push(JSON.stringify(await reading.query(query)));
    }
    expect(told).toEqual([
      '[{"given_name":"kanarie-fornavn","birth_date":"1990-04-05"}]',
      '[{"title":"kanarie-titel","note":null}]',
      '[{"items":["kanarie-punkt","to"]}]',
      '[{"content":{"id":"e1","title":"kanarie-plan"}}]',
      '[{"content":{"goals":[{"title":"kanarie-titel","goalId":"g1","priority":1}],"agreements":[]}},{"content":"kanarie-afdækning"}]',
    ]);
    await raw.destroy();
    await reading.destroy();
  }, 60_000);
});

const READS = [
  'SELECT given_name, birth_date FROM people JOIN citizens ON person_id = id',
  'SELECT title, note FROM goals',
  'SELECT items FROM meeting_agendas',
  'SELECT content FROM existing_plans',
  'SELECT content FROM version_parts ORDER BY kind',
];

function rowsInTheClear(planId: string, citizen: string): string[] {
  return [
    `INSERT INTO organisations (id, kind, name) VALUES ('${citizen}', 'department', 'Ambulatoriet')`,
    `INSERT INTO people (id, given_name, family_name, language, channel, organisation_roles, protected_identity, created_at)
     VALUES ('${citizen}', 'kanarie-fornavn', 'kanarie-efternavn', 'da', 'letter', '{}', false, now())`,
    `INSERT INTO citizens (person_id, cpr_encrypted, cpr_hash, birth_date, deceased)
     VALUES ('${citizen}', '\\x00', '\\x00', '1990-04-05', false)`,
    `INSERT INTO plans (id, number, citizen_person_id, seq, phase, course_type, cluster, municipality_code, department,
       organisation_id, state, wait_state, started_at, updated_at)
     VALUES ('${planId}', 'KI-2027-000001', '${citizen}', 0, 'drafting', 'coordinated', 'Nord', '0219', 'Ambulatoriet',
       '${citizen}', '{}', '{}', now(), now())`,
    `INSERT INTO goals (plan_id, goal_id, title, priority, status, set_at)
     VALUES ('${planId}', 'g1', 'kanarie-titel', 1, 'open', now())`,
    `INSERT INTO meeting_agendas (plan_id, meeting_id, items, sent_at)
     VALUES ('${planId}', 'm1', '{kanarie-punkt,to}', now())`,
    `INSERT INTO existing_plans (plan_id, participant_id, position, id, content, answered_at)
     VALUES ('${planId}', 'p1', 1, 'e1', '{"id": "e1", "title": "kanarie-plan"}', now())`,
    `INSERT INTO version_parts (plan_id, version, kind, content) VALUES
     ('${planId}', 1, 'goals', '{"goals": [{"goalId": "g1", "title": "kanarie-titel", "priority": 1}], "agreements": []}'),
     ('${planId}', 1, 'survey', '"kanarie-afdækning"')`,
  ];
}
