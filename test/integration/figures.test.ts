/** Figures for evaluation: what programme leads are told of many plans, what nobody is told, and that it stays so. */
import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditKeys } from '../../libs/audit/audit-keys.js';
import { processOrigin } from '../../libs/audit/audit-entry.types.js';
import { AuditLog } from '../../libs/audit/audit-log.js';
import { defaultPolicy } from '../../libs/domain/plan/default-policy.js';
import type { PlanCommand } from '../../libs/domain/plan/plan.types.js';
import { PlanErasure } from '../../libs/erasure/plan-erasure.js';
import { ApiServer, type SignedIn } from './api-server.js';
import { insertCitizen } from './people-rows.js';

const SECOND_QUARTER = '/figures?quarter=2027-Q2';
const THIRD_QUARTER = '/figures?quarter=2027-Q3';

interface Plans {
  readonly of: SignedIn;
  readonly department: string;
  readonly count: number;
  readonly consentDays?: number;
}

describe('figures of a quarter', () => {
  let api: ApiServer;
  let lead: SignedIn;
  let municipality: string;
  /** Coordinators, each of an organisation. */
  let north: SignedIn;
  let south: SignedIn;
  let elsewhere: SignedIn;
  let ended: string[];

  beforeAll(async () => {
    api = await ApiServer.start('2027-05-10T09:00:00.000Z');
    municipality = await api.organisation('Testkøbing Kommune');
    lead = await api.person(municipality, ['programmeLead']);
    north = await coordinatorBelow(municipality, 'Nord');
    south = await coordinatorBelow(municipality, 'Syd');
    elsewhere = await coordinatorBelow(null, 'Testrup Kommune');
    const moved = await start({ of: north, department: 'Nord', count: 12, consentDays: 9 });
    ended = await start({ of: south, department: 'Syd', count: 7 });
    await start({ of: south, department: 'Vest', count: 2, consentDays: 3 });
    await start({ of: elsewhere, department: 'Nord', count: 8 });

    api.clock.at = '2027-06-30T21:59:59.000Z';
    for (const planId of ended) await end(planId, south);
    // The next quarter, before anybody has asked for this one.
    api.clock.at = '2027-06-30T22:00:00.000Z';
    await start({ of: south, department: 'Vest', count: 9 });
    await start({ of: south, department: 'Ny afdeling', count: 6 });
    await reopen(ended[0] ?? '', south);
    await api.database.query(
      `UPDATE plans SET department = 'Flyttet', organisation_id = $2 WHERE id = ANY ($1)`,
      [moved.slice(0, 6), elsewhere.organisationId],
    );
    api.clock.at = '2027-07-02T09:00:00.000Z';
  }, 120_000);
  afterAll(() => api.stop());

  async function coordinatorBelow(parentId: string | null, name: string): Promise<SignedIn> {
    const organisationId = await api.organisation(name);
    await api.database.query('UPDATE organisations SET parent_id = $2 WHERE id = $1', [
      organisationId,
      parentId,
    ]);
    return api.person(organisationId, ['coordinator']);
  }

  async function execute(planId: string, command: PlanCommand, by: SignedIn): Promise<void> {
    const { personId, organisationId } = by;
    await api.record.execute(planId, command, {
      actor: {
        kind: 'person',
        personId,
        organisationId,
        organisationRoles: ['coordinator'],
        worksIn: organisationId === null ? [] : [organisationId],
      },
      commandId: null,
      expectedSeq: null,
      origin: processOrigin('test'),
    });
  }

  /** Starts plans; how long the consent took is written beside it, since it takes days to come by that. */
  async function start({ of, department, count, consentDays }: Plans): Promise<string[]> {
    const planIds = Array.from({ length: count }, () => randomUUID());
    for (const planId of planIds) {
      const command = {
        type: 'startPlan',
        planId,
        number: '',
        citizenPersonId: await insertCitizen(api.database.manager, 'Magnus'),
        citizenOfAgeAt: null,
        citizenChannel: 'letter',
        grounds: ['severeMentalIllnessWithSubstanceUse'],
        courseType: 'coordinated',
        cluster: 'Øst',
        municipalityCode: '0219',
        department,
        organisationId: of.organisationId ?? '',
        coordinatorPersonId: of.personId,
        citizenAnswer: 'yes',
        answerManner: 'oral',
        policy: defaultPolicy,
      } as const;
      await execute(planId, command, of);
    }
    if (consentDays !== undefined) {
      await api.database.query(
        `INSERT INTO duty_periods (plan_id, duty, round, began_at, ended_at)
         SELECT one, 'consent', 1, $2, $2::timestamptz + $3 * interval '1 day' FROM unnest($1::uuid[]) AS one`,
        [planIds, api.clock.at, consentDays],
      );
    }
    return planIds;
  }

  const end = (planId: string, by: SignedIn): Promise<void> =>
    execute(planId, { type: 'endPlan', reason: 'moved', mergedIntoPlanId: null, note: null }, by);

  const reopen = (planId: string, by: SignedIn): Promise<void> =>
    execute(planId, { type: 'reopenPlan', reason: 'Fortsæt', coordinatorPersonId: by.personId }, by);

  async function told(who: SignedIn, path: string): Promise<unknown> {
    return (await api.get(who, path).expect(200)).body;
  }

  const none = { consent: null, gathering: null, convening: null, drafting: null, distribution: null };
  const secondQuarter = {
    groups: [
      { name: 'Nord', started: 12, ended: 0, medianDays: { ...none, consent: 9 } },
      { name: 'Syd', started: null, ended: 7, medianDays: none },
      { name: 'Vest', started: null, ended: 0, medianDays: none },
    ],
    total: { started: 21, ended: 7 },
  };

  it('count what happened where it happened, also below the organisation, and hide what tells of few', async () => {
    expect(await told(lead, `${SECOND_QUARTER}&by=department`)).toEqual(secondQuarter);
    expect(await told(lead, `${SECOND_QUARTER}&by=municipality`)).toMatchObject({
      groups: [{ name: '0219', started: 21, ended: 7, medianDays: { consent: 9 } }],
    });
  });

  it('stay as they were first told, whatever happens later', async () => {
    await reopen(ended[1] ?? '', south);
    await start({ of: south, department: 'Endnu en', count: 5 });
    await api.database.query(
      `UPDATE plans SET department = 'Flyttet igen', organisation_id = $1 WHERE department = 'Vest'`,
      [elsewhere.organisationId],
    );
    await api.database.query('UPDATE duty_periods SET ended_at = began_at');
    const { database, clock, vault, environment } = api;
    const audit = new AuditLog(vault.keys, new AuditKeys(environment.AUDIT_KEYS));
    const erasure = new PlanErasure({ database, clock, vault, audit });
    const by = { actor: { kind: 'process' }, origin: processOrigin('test') } as const;
    for (const planId of ended.slice(2)) expect(await erasure.erase(planId, by)).toMatchObject({ now: true });

    expect(await told(lead, `${SECOND_QUARTER}&by=department`)).toEqual(secondQuarter);
    const another = await api.person(municipality, ['programmeLead']);
    expect(await told(another, `${SECOND_QUARTER}&by=department`)).toEqual(secondQuarter);
  });

  it('say nothing to an organisation that was not there when they were fixed', async () => {
    const above = await api.organisation('Testlandet');
    await api.database.query('UPDATE organisations SET parent_id = $2 WHERE id = $1', [municipality, above]);
    const late = await api.person(above, ['programmeLead']);
    expect(await told(late, `${SECOND_QUARTER}&by=department`)).toEqual({
      groups: [],
      total: { started: null, ended: null },
    });
    await api.database.query('UPDATE organisations SET parent_id = NULL WHERE id = $1', [municipality]);
  });

  it('are told of quarters that have been over for an hour, by one grouping at a time', async () => {
    for (const at of ['2027-07-02T09:00:00.000Z', '2027-09-30T22:59:59.999Z']) {
      api.clock.at = at;
      const running = await api.get(lead, `${THIRD_QUARTER}&by=department`).expect(422);
      expect(running.body).toMatchObject({ code: 'FIGURES.QUARTER_NOT_OVER' });
    }
    for (const query of [
      '',
      '?quarter=2027-Q2',
      '?quarter=2027-05&by=department',
      '?quarter=2027-Q2&by=coordinator',
    ]) {
      await api.get(lead, `/figures${query}`).expect(400);
    }
    expect(await told(lead, '/figures?quarter=2026-Q1&by=cluster')).toEqual({
      groups: [],
      total: { started: 0, ended: 0 },
    });
  });

  it('do not give back a small number when organisations that lie within one another are told', async () => {
    const region = await coordinatorBelow(null, 'Region Test');
    const inner = await coordinatorBelow(region.organisationId, 'Testborg Kommune');
    api.clock.at = '2027-10-01T09:00:00.000Z';
    await start({ of: region, department: 'Regionen', count: 2 });
    await start({ of: inner, department: 'Borgen', count: 6 });
    api.clock.at = '2028-01-03T09:00:00.000Z';
    const leads = [
      await api.person(region.organisationId, ['programmeLead']),
      await api.person(inner.organisationId, ['programmeLead']),
    ];
    const answers = await Promise.all(
      leads.map((who) => told(who, '/figures?quarter=2027-Q4&by=municipality')),
    );
    expect(answers).toMatchObject([
      { groups: [{ name: '0219', started: 8 }], total: { started: 8 } },
      { groups: [{ name: '0219', started: null }], total: { started: null } },
    ]);
  });

  it('are fixed once when several ask at the same moment', async () => {
    const another = await api.person(municipality, ['programmeLead']);
    const holder = api.database.createQueryRunner();
    await holder.startTransaction();
    await holder.query('SELECT pg_advisory_xact_lock(7281994)');
    const asked = [lead, another].map((who) => told(who, `${THIRD_QUARTER}&by=department`));
    // Both have seen that nothing is fixed, and wait for each other.
    while ((await waitingToFix()) < asked.length) await setTimeout(10);
    await holder.commitTransaction();
    await holder.release();
    const [one, other] = await Promise.all(asked);
    expect(one).toEqual(other);
    expect(one).toMatchObject({
      groups: [
        { name: 'Endnu en', started: 5 },
        { name: 'Ny afdeling', started: 6 },
        { name: 'Vest', started: 9 },
      ],
      total: { started: 20, ended: 0 },
    });
    const kept = await api.database.query<unknown[]>(
      `SELECT count(DISTINCT at)::int AS fixings, count(*) = (SELECT count(*) FROM organisations) AS "forAll"
       FROM quarter_figures WHERE quarter = '2027-Q3'`,
    );
    expect(kept).toEqual([{ fixings: 1, forAll: true }]);
  }, 30_000);

  async function waitingToFix(): Promise<number> {
    const [row] = await api.database.query<{ waiting: number }[]>(
      `SELECT count(*)::int AS waiting FROM pg_locks WHERE locktype = 'advisory' AND objid = 7281994 AND NOT granted`,
    );
    return row?.waiting ?? 0;
  }

  it('are for programme leads, who see no plan, and stand on the audit', async () => {
    expect(await told(lead, '/plans')).toEqual({ items: [], next: null });
    const leader = await api.person(municipality, ['teamLeader']);
    await api.get(leader, `${SECOND_QUARTER}&by=department`).expect(403);
    const rows = await api.database.query<{ entry: string }[]>(
      `SELECT entry FROM audit_entries WHERE operation = 'getFigures' AND person_id = $1`,
      [lead.personId],
    );
    expect(rows.length).toBeGreaterThanOrEqual(3);
  });
});
