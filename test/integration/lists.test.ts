import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../libs/persistence/data-source.js';
import { migrate } from '../../libs/persistence/migrate.js';
import { awaitedOfPerson } from '../../libs/record/read/awaited.read.js';
import { auditRows } from '../../libs/record/read/audit.read.js';
import { listPlans, type PlanFilter, type PlanListItem } from '../../libs/record/read/list-plans.js';
import { InvalidCursor, type Page, type PageRequest } from '../../libs/record/read/page.js';
import { tasksOfPerson } from '../../libs/record/read/tasks.read.js';
import type { PersonActor } from '../../libs/identity/actor-of-token.js';
import { ReadDatabase } from '../../libs/reading/read-database.js';
import { startPostgres, type TestPostgres } from '../support/servers.js';
import { fillWithPlans, idOf } from './many-plans.js';
import type { Queryable } from '../../libs/persistence/queryable.js';
import { testVault } from '../support/test-vault.js';

const at = '2027-03-01T12:00:00.000Z';
const coordinator = idOf('person', 8);
const practitioner = idOf('person', 1_500);
const organisationId = idOf('organisation', 8);
const everyone = { visibleTo: 'all' } as const;

/** Each filter with the condition that says the same without any index in mind. */
const FILTERS: readonly [string, PlanFilter, string][] = [
  ['no filter', everyone, 'true'],
  ['open', { ...everyone, open: true }, 'ended_at IS NULL'],
  ['ended', { ...everyone, open: false }, 'ended_at IS NOT NULL'],
  ['a phase', { ...everyone, phase: 'drafting' }, `phase = 'drafting'`],
  [
    'a coordinator',
    { ...everyone, coordinatorPersonId: coordinator },
    `coordinator_person_id = '${coordinator}'`,
  ],
  ['an organisation', { ...everyone, organisationId }, `organisation_id = '${organisationId}'`],
  ['due before', { ...everyone, dueBefore: '2027-03-03T00:00:00.000Z' }, `next_at < '2027-03-03T00:00:00Z'`],
  ['waits for', { ...everyone, waitsFor: 'gatheringAnswer' }, awaited(`kind = 'gatheringAnswer'`)],
  [
    'waits on an organisation',
    { ...everyone, waitsOnOrganisationId: organisationId },
    awaited(`organisation_id = '${organisationId}'`),
  ],
  [
    'waits on a person',
    { ...everyone, waitsOnPersonId: practitioner },
    awaited(`person_id = '${practitioner}'`),
  ],
  ['overdue', { ...everyone, overdueAt: at }, awaited(`deadline < '${at}'`)],
  [
    'waits for one thing that is overdue',
    { ...everyone, waitsFor: 'gatheringAnswer', overdueAt: at },
    awaited(`kind = 'gatheringAnswer' AND deadline < '${at}'`),
  ],
  [
    'an organisation from which one thing is overdue',
    { ...everyone, waitsFor: 'gatheringAnswer', waitsOnOrganisationId: organisationId, overdueAt: at },
    awaited(`kind = 'gatheringAnswer' AND organisation_id = '${organisationId}' AND deadline < '${at}'`),
  ],
  [
    'everything at once',
    {
      ...everyone,
      phase: 'convening',
      organisationId: idOf('organisation', 12),
      open: true,
      waitsFor: 'task',
      dueBefore: '2027-05-01T00:00:00.000Z',
    },
    `phase = 'convening' AND organisation_id = '${idOf('organisation', 12)}' AND ended_at IS NULL
     AND next_at < '2027-05-01' AND ${awaited(`kind = 'task'`)}`,
  ],
  ['what a coordinator sees', { visibleTo: viewer(coordinator) }, visible(coordinator)],
  ['what a participant sees', { visibleTo: viewer(practitioner) }, visible(practitioner)],
  [
    'what a team leader sees',
    { visibleTo: viewer(practitioner, [organisationId]) },
    `(${visible(practitioner)} OR organisation_id = '${organisationId}')`,
  ],
  [
    'what is overdue of what a coordinator leads',
    { visibleTo: viewer(coordinator), overdueAt: at },
    `${led(coordinator)} AND ${awaited(`deadline < '${at}'`)}`,
  ],
  [
    'what is overdue of what a team leader leads',
    { visibleTo: viewer(practitioner, [organisationId]), overdueAt: at },
    `(${led(practitioner)} OR organisation_id = '${organisationId}') AND ${awaited(`deadline < '${at}'`)}`,
  ],
  [
    'the phase of the plan that is somebody’s own',
    { visibleTo: viewer(idOf('citizen', 9)), phase: 'ended' },
    `citizen_person_id = '${idOf('citizen', 9)}'`,
  ],
];

/** Filters by how a plan goes, of which a participant learns nothing. */
const HOW: readonly [string, Partial<PlanFilter>][] = [
  ['a phase', { phase: 'drafting' }],
  ['a coordinator', { coordinatorPersonId: coordinator }],
  ['what it waits for', { waitsFor: 'gatheringAnswer' }],
  ['on which organisation it waits', { waitsOnOrganisationId: organisationId }],
  ['on whom it waits', { waitsOnPersonId: practitioner }],
  ['what is overdue', { overdueAt: at }],
  ['when the next step is due', { dueBefore: '2028-01-01T00:00:00.000Z' }],
];

describe('lists over 20,000 plans', () => {
  let postgres: TestPostgres;
  let dataSource: DataSource;

  beforeAll(async () => {
    postgres = await startPostgres();
    await migrate(postgres.url, { name: 'kiplan_application', password: 'kiplan' }, testVault.cipher);
    const owner = await createDataSource({ url: postgres.url, poolSize: 1, keys: null }).initialize();
    await fillWithPlans(owner);
    await owner.destroy();
    dataSource = await createDataSource({
      url: postgres.applicationUrl,
      poolSize: 2,
      keys: null,
    }).initialize();
  }, 120_000);

  afterAll(async () => {
    await dataSource.destroy();
    await postgres.stop();
  });

  it('would be found out if they were read without one', async () => {
    const sql = `SELECT count(*) FROM plans WHERE cluster = 'Nord'`;
    const read = await scannedTables(dataSource, (source) => source.query(sql));
    expect(read.scanned).toEqual(['plans']);
  });

  it.each(FILTERS)('are read by an index: %s', async (_what, filter) => {
    const first = await scannedTables(dataSource, (source) => listPlans(source, filter, { limit: 50 }));
    expect(first.scanned).toEqual([]);
    const cursor = first.page.next;
    if (cursor === null) return;
    const second = await scannedTables(dataSource, (source) =>
      listPlans(source, filter, { limit: 50, cursor }),
    );
    expect(second.scanned).toEqual([]);
  });

  it.each(FILTERS)(
    'hold what was asked for, newest first, nothing twice: %s',
    async (_what, filter, condition) => {
      const expected: { id: string }[] = await dataSource.query(
        `SELECT id FROM plans p WHERE ${condition} ORDER BY started_at DESC, id DESC LIMIT 350`,
      );
      expect(expected.length).toBeGreaterThan(0);
      const found = await pages((request) => listPlans(dataSource, filter, request), 350);
      expect(found.map(({ planId }) => planId)).toEqual(expected.map(({ id }) => id));
    },
  );

  it.each(HOW)('tell a participant nothing, not even by a cursor, by %s', async (_what, how) => {
    const filter: PlanFilter = { visibleTo: viewer(idOf('person', 2_399)), ...how };
    expect(await listPlans(dataSource, { visibleTo: filter.visibleTo }, { limit: 1 })).toMatchObject({
      items: [{ seenAs: 'participant' }],
    });
    expect(await listPlans(dataSource, filter, { limit: 1 })).toEqual({ items: [], next: null });
  });

  it('say as what somebody sees a plan, the strongest first', async () => {
    const filter: PlanFilter = { visibleTo: viewer(idOf('person', 26), [idOf('organisation', 26)]) };
    const found = await pages((request) => listPlans(dataSource, filter, request), 1_000);
    const seenAs = new Map<string, PlanListItem['seenAs']>(found.map((item) => [item.planId, item.seenAs]));
    // Plan 25 has this person as coordinator, deputy and leader.
    expect(seenAs.get(idOf('plan', 25))).toBe('coordinator');
    expect(seenAs.get(idOf('plan', 2_425))).toBe('coordinator');
    expect(seenAs.get(idOf('plan', 62))).toBe('organisation');
    expect([...new Set(seenAs.values())].sort()).toEqual(['coordinator', 'organisation', 'participant']);
    const deputy = await listPlans(dataSource, { visibleTo: viewer(idOf('person', 451)) }, { limit: 100 });
    expect(deputy.items.find(({ planId }) => planId === idOf('plan', 450))?.seenAs).toBe('deputy');
  });

  it('of who looked at a plan are read by an index, behind the walls, those of lists included', async () => {
    const reads = new ReadDatabase(dataSource);
    const actor: PersonActor = {
      kind: 'person',
      personId: idOf('citizen', 9),
      organisationId: null,
      organisationRoles: [],
      worksIn: [],
    };
    const search = { planId: idOf('plan', 9) };
    const read = await reads.as({ actor, operation: 'getAccessLog' }, at, (source) =>
      scannedTables(source, (explained) => auditRows(explained, search, { limit: 50 })),
    );
    expect(read.scanned).toEqual([]);
    expect(read.page.items.map(({ chain, place }) => [chain, place])).toEqual([
      [`plan:${idOf('plan', 9)}`, 1],
      [`person:${idOf('person', 10)}`, 1],
    ]);
  });

  it('of what a person owes are read by an index, the most urgent first', async () => {
    const person = { personId: practitioner, at, ledOrganisationIds: [organisationId] };
    const read = await scannedTables(dataSource, (source) => awaitedOfPerson(source, person, { limit: 50 }));
    expect(read.scanned).toEqual([]);
    const expected: { ref: string }[] = await dataSource.query(
      `SELECT plan_id AS "planId", ref FROM plan_awaited
       WHERE person_id = $1 OR (organisation_id = $2 AND from_kind = 'teamLeader')
       ORDER BY deadline, plan_id::text, ref`,
      [practitioner, organisationId],
    );
    const found = await pages((request) => awaitedOfPerson(dataSource, person, request), 10_000);
    expect(found.map(({ planId, ref }) => ({ planId, ref }))).toEqual(expected);
  });

  it('of a person’s open tasks are read by an index, the most urgent first', async () => {
    const person = { personId: coordinator, at };
    const read = await scannedTables(dataSource, (source) => tasksOfPerson(source, person, { limit: 50 }));
    expect(read.scanned).toEqual([]);
    const [expected]: { count: number }[] = await dataSource.query(
      `SELECT count(*)::int AS count FROM tasks t JOIN plans p ON p.id = t.plan_id
       WHERE closed_at IS NULL AND (coordinator_person_id = $1
         OR (deputy_person_id = $1 AND deputy_from <= $2 AND $2 < deputy_to))`,
      [coordinator, at],
    );
    const found = await pages((request) => tasksOfPerson(dataSource, person, request), 10_000);
    expect(found).toHaveLength(expected?.count ?? 0);
    expect(found.every(({ closedAt }) => closedAt === null)).toBe(true);
  });

  it.each([
    ['of another list', ['2027-03-01T09:00:00.000Z', 'x', 'y']],
    ['with an instant that does not exist', ['2027-02-30T09:00:00.000Z', idOf('plan', 1)]],
    ['with an id that is none', ['2027-03-01T09:00:00.000Z', 'plan 1']],
  ])('refuse a cursor %s', async (_what, place) => {
    const cursor = Buffer.from(JSON.stringify(place)).toString('base64url');
    await expect(listPlans(dataSource, everyone, { cursor, limit: 10 })).rejects.toBeInstanceOf(
      InvalidCursor,
    );
  });
});

function awaited(condition: string): string {
  return `EXISTS (SELECT 1 FROM plan_awaited a WHERE a.plan_id = p.id AND a.${condition.replaceAll(' AND ', ' AND a.')})`;
}

function viewer(personId: string, organisationIds: string[] = []): Exclude<PlanFilter['visibleTo'], 'all'> {
  return { personId, organisationIds, at };
}

function visible(personId: string): string {
  return `(${led(personId)}
    OR EXISTS (SELECT 1 FROM participants pa WHERE pa.plan_id = p.id AND pa.person_id = '${personId}'
               AND pa.removed_at IS NULL))`;
}

function led(personId: string): string {
  return `(coordinator_person_id = '${personId}'
    OR (deputy_person_id = '${personId}' AND deputy_from <= '${at}' AND '${at}' < deputy_to))`;
}

/** What a list holds, page by page, up to `most` items. */
async function pages<T>(read: (request: PageRequest) => Promise<Page<T>>, most: number): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<T> = await read({ limit: 100, cursor });
    items.push(...page.items);
    cursor = page.next;
  } while (cursor !== null && items.length < most);
  return items.slice(0, most);
}

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly PlanNode[];
}

/** Which tables PostgreSQL would read from end to end for a list. */
async function scannedTables<T>(
  database: Queryable,
  read: (source: Queryable) => Promise<T>,
): Promise<{ page: T; scanned: string[] }> {
  const scanned: string[] = [];
  const page = await read({
    query: async <R>(sql: string, parameters?: unknown[]): Promise<R> => {
      const [row]: { 'QUERY PLAN': { Plan: PlanNode }[] }[] = await database.query(
        `EXPLAIN (FORMAT JSON) ${sql}`,
        parameters,
      );
      scanned.push(...(row?.['QUERY PLAN'] ?? []).flatMap(({ Plan }) => sequentialScans(Plan)));
      return database.query(sql, parameters);
    },
  });
  return { page, scanned };
}

function sequentialScans(node: PlanNode): string[] {
  const own = node['Node Type'] === 'Seq Scan' ? [node['Relation Name'] ?? ''] : [];
  return [...own, ...(node.Plans ?? []).flatMap(sequentialScans)];
}
