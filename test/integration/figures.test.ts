/** Figures for evaluation: what programme leads are told of many plans, and what nobody is told. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiServer, type SignedIn } from './api-server.js';

const NOW = '2027-07-02T09:00:00.000Z';

interface Plans {
  readonly organisationId: string;
  readonly department: string;
  readonly count: number;
  readonly startedAt: string;
  readonly endedAt?: string;
  readonly consentDays?: number;
}

describe('figures of a quarter', () => {
  let api: ApiServer;
  let lead: SignedIn;
  let municipality: string;

  beforeAll(async () => {
    api = await ApiServer.start(NOW);
    municipality = await api.organisation('Testkøbing Kommune');
    const [north, south, elsewhere] = [
      await api.organisation('Nord'),
      await api.organisation('Syd'),
      await api.organisation('Testrup Kommune'),
    ];
    await api.database.query('UPDATE organisations SET parent_id = $1 WHERE id = ANY ($2)', [
      municipality,
      [north, south],
    ]);
    lead = await api.person(municipality, ['programmeLead']);
    const may = '2027-05-10T09:00:00.000Z';
    await add({ organisationId: north, department: 'Nord', count: 12, startedAt: may, consentDays: 9 });
    await add({
      organisationId: south,
      department: 'Syd',
      count: 7,
      startedAt: may,
      endedAt: '2027-06-30T21:59:59.000Z',
    });
    await add({ organisationId: south, department: 'Vest', count: 2, startedAt: may, consentDays: 3 });
    await add({ organisationId: south, department: 'Vest', count: 9, startedAt: '2027-07-01T00:00:00.000Z' });
    await add({ organisationId: elsewhere, department: 'Nord', count: 30, startedAt: may });
  }, 60_000);
  afterAll(() => api.stop());

  /** Plans straight in the tables, since it takes months to come by them. */
  async function add({
    organisationId,
    department,
    count,
    startedAt,
    endedAt,
    consentDays,
  }: Plans): Promise<void> {
    for (let n = 0; n < count; n += 1) {
      const planId = randomUUID();
      const { personId: citizenId } = await api.person(null, []);
      await api.database.query(
        `INSERT INTO citizens (person_id, cpr_encrypted, cpr_hash, birth_date)
         VALUES ($1::uuid, '\\x00', sha256($1::text::bytea), '')`,
        [citizenId],
      );
      await api.database.query(
        `INSERT INTO plans (id, number, citizen_person_id, seq, phase, course_type, cluster, municipality_code,
           department, organisation_id, state, wait_state, started_at, updated_at, ended_at, end_reason)
         VALUES ($1::uuid, $1::text, $2, 1, $6, 'coordinated', 'Øst', '0219', $3, $4, '{}', '{}', $5, $5, $7, $8)`,
        [
          planId,
          citizenId,
          department,
          organisationId,
          startedAt,
          endedAt === undefined ? 'consent' : 'ended',
          endedAt ?? null,
          endedAt === undefined ? null : 'completed',
        ],
      );
      if (consentDays === undefined) continue;
      await api.database.query(
        `INSERT INTO duty_periods (plan_id, duty, round, began_at, ended_at)
         VALUES ($1, 'consent', 1, $2, $2::timestamptz + $3 * interval '1 day')`,
        [planId, startedAt, consentDays],
      );
    }
  }

  const none = { consent: null, gathering: null, convening: null, drafting: null, distribution: null };

  it('count the plans of the organisation and of those below, and hide what tells of few', async () => {
    const answer = await api.get(lead, '/figures?quarter=2027-Q2&by=department').expect(200);
    expect(answer.body).toEqual({
      groups: [
        { name: 'Nord', started: 12, ended: 0, medianDays: { ...none, consent: 9 } },
        { name: 'Syd', started: null, ended: 7, medianDays: none },
        { name: 'Vest', started: null, ended: 0, medianDays: none },
      ],
      total: { started: 21, ended: 7 },
    });
    const whole = await api.get(lead, '/figures?quarter=2027-Q2&by=municipality').expect(200);
    expect(whole.body).toMatchObject({
      groups: [{ name: '0219', started: 21, ended: 7, medianDays: { consent: 9 } }],
    });
  });

  it('are told of quarters that are over, by one grouping at a time', async () => {
    const running = await api.get(lead, '/figures?quarter=2027-Q3&by=department').expect(422);
    expect(running.body).toMatchObject({ code: 'FIGURES.QUARTER_NOT_OVER' });
    for (const query of [
      '',
      '?quarter=2027-Q2',
      '?quarter=2027-05&by=department',
      '?quarter=2027-Q2&by=coordinator',
    ]) {
      await api.get(lead, `/figures${query}`).expect(400);
    }
    const empty = await api.get(lead, '/figures?quarter=2026-Q1&by=cluster').expect(200);
    expect(empty.body).toMatchObject({ total: { started: 0, ended: 0 } });
  });

  it('are for programme leads, who see no plan, and stand on the audit', async () => {
    const answer = await api.get(lead, '/plans').expect(200);
    expect(answer.body).toEqual({ items: [], next: null });
    const leader = await api.person(municipality, ['teamLeader']);
    await api.get(leader, '/figures?quarter=2027-Q2&by=department').expect(403);
    const rows = await api.database.query<{ entry: string }[]>(
      `SELECT entry FROM audit_entries WHERE operation = 'getFigures' AND person_id = $1`,
      [lead.personId],
    );
    expect(rows.length).toBeGreaterThanOrEqual(3);
  });
});
