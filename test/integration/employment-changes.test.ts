/**
 * What follows from a change of the register: rights end with its commit, whatever follows; then each plan is told once, also
 * if the process that does it is killed in between.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { followEmployments, waitingEmployments } from '../../libs/record/employment-changes.js';
import testCitizens from '../../libs/test-citizens/test-citizens.json' with { type: 'json' };
import { startBody } from '../factories/start-body.js';
import { ApiServer, type SignedIn } from './api-server.js';

const PLANS = 29;
/** From 15 years on the citizen consents alone. */
const BORN_BEFORE = '2012-03-01';
const FROM = '2027-03-01T09:00:00.000Z';
const TO = '2028-02-01T00:00:00.000Z';

describe('a psychiatrist with twenty-nine plans moves to the job centre', () => {
  let api: ApiServer;
  let administrator: SignedIn;
  let coordinator: SignedIn;
  let psychiatrist: SignedIn;
  let leader: SignedIn;
  let teamLeader: SignedIn;
  let colleague: SignedIn;
  let jobCentreId: string;
  const plans: { planId: string; participantId: string }[] = [];

  beforeAll(async () => {
    api = await ApiServer.start(FROM);
    const keeperId = await api.organisation('Rusmiddelcentret');
    const psychiatryId = await api.organisation('Psykiatrien');
    jobCentreId = await api.organisation('Jobcentret');
    administrator = await api.person(keeperId, ['administrator']);
    coordinator = await api.person(keeperId, ['practitioner', 'coordinator'], { email: 'k@test.example' });
    teamLeader = await api.person(keeperId, ['teamLeader'], { email: 't@test.example' });
    psychiatrist = await api.person(psychiatryId, ['practitioner'], { email: 'p@test.example' });
    colleague = await api.person(psychiatryId, ['practitioner'], { email: 'c@test.example' });
    leader = await api.person(psychiatryId, ['teamLeader'], { email: 'l@test.example' });
    await api.database.query('UPDATE organisations SET leader_person_id = $2 WHERE id = $1', [
      psychiatryId,
      leader.personId,
    ]);
    const grown = testCitizens.people.filter(({ birthDate }) => birthDate < BORN_BEFORE).slice(0, PLANS);
    for (const { cpr } of grown) plans.push(await planOf(cpr, keeperId));
    expect(plans).toHaveLength(PLANS);
  }, 240_000);
  afterAll(() => api.stop());

  async function planOf(
    cpr: string,
    organisationId: string,
  ): Promise<{ planId: string; participantId: string }> {
    const registered = await api.post(coordinator, '/citizens', { ...CITIZEN, cpr }).expect((answer) => {
      expect(answer.status).toBeLessThan(300);
    });
    const { personId: citizenPersonId } = registered.body as { personId: string };
    const planId = randomUUID();
    const start = startBody(citizenPersonId, { ...coordinator, organisationId }, { planId });
    await api.post(coordinator, '/plans', start).expect(201);
    const participantId = randomUUID();
    await api
      .post(coordinator, `/plans/${planId}/participants`, {
        participantId,
        personId: psychiatrist.personId,
        role: 'regionalPsychiatry',
        channel: 'mail',
        wishedByCitizen: false,
      })
      .expect(201);
    await api
      .post(coordinator, `/plans/${planId}/consents`, {
        grants: [{ participantId, kinds: ['goals', 'survey'], from: FROM, to: TO }],
        basis: 'healthAct43',
        manner: 'oral',
        wordingVersion: '2026-1',
        givenBy: 'citizen',
        place: 'Hjemme',
      })
      .expect(201);
    await api
      .post(coordinator, `/plans/${planId}/gathering-requests`, { participantIds: [participantId] })
      .expect(201);
    return { planId, participantId };
  }

  async function correct(who: SignedIn, correction: object): Promise<void> {
    await api.post(administrator, `/people/${who.personId}/corrections`, correction).expect(201);
  }

  async function told(): Promise<Record<string, number>> {
    const rows = await api.database.query<{ planId: string; count: number }[]>(
      `SELECT plan_id AS "planId", count(*)::int AS count FROM plan_events WHERE type = 'representativeLeft' GROUP BY 1`,
    );
    return Object.fromEntries(rows.map(({ planId, count }) => [planId, count]));
  }

  it('sees and answers none of them from the commit on, whatever has followed', async () => {
    const list = await api.get(psychiatrist, '/plans?limit=100').expect(200);
    expect((list.body as { items: unknown[] }).items).toHaveLength(PLANS);
    await correct(psychiatrist, { organisationId: jobCentreId });
    const after = await api.get(psychiatrist, '/plans?limit=100').expect(200);
    expect((after.body as { items: unknown[] }).items).toEqual([]);
    for (const { planId, participantId } of plans) {
      await api.get(psychiatrist, `/plans/${planId}`).expect(404);
      const answer = { answer: { kind: 'noPlan' } };
      await api
        .post(psychiatrist, `/plans/${planId}/gathering-answers`, { participantId, ...answer })
        .expect(404);
    }
    expect(await told()).toEqual({});
    expect((await waitingEmployments(api.database)).count).toBe(1);
  });

  it('is followed in each plan once, by whichever process, killed in the middle or not', async () => {
    const { database, clock, record } = api;
    let left = 7;
    const dying = {
      execute: (...given: Parameters<typeof record.execute>): ReturnType<typeof record.execute> => {
        left -= 1;
        return left < 0 ? Promise.reject(new Error('killed')) : record.execute(...given);
      },
    };
    await expect(followEmployments({ database, clock, record: dying })).rejects.toThrow('killed');
    expect(Object.keys(await told())).toHaveLength(7);
    // Another process takes it after its time.
    expect(await followEmployments({ database, clock, record })).toBe(0);
    clock.at = '2027-03-01T09:02:00.000Z';
    expect(
      (await Promise.all([1, 2].map(() => followEmployments({ database, clock, record })))).sort(),
    ).toEqual([0, 1]);
    const counts = await told();
    expect(Object.keys(counts).sort()).toEqual(plans.map(({ planId }) => planId).sort());
    expect(new Set(Object.values(counts))).toEqual(new Set([1]));
    expect(await waitingEmployments(database)).toEqual({ count: 0, since: null });
  });

  it('leaves the coordinator a task with a deadline, and what was asked waits for the organisation', async () => {
    const [plan] = plans;
    const tasks = await api.get(coordinator, `/plans/${plan?.planId ?? ''}/tasks`).expect(200);
    const { items: open } = tasks.body as {
      items: { kind: string; participantId: string; deadline: string }[];
    };
    const [task] = open.filter(({ kind }) => kind === 'representativeLeft');
    expect(task).toMatchObject({ participantId: plan?.participantId, deadline: '2027-03-04T23:00:00.000Z' });
    const read = await api.get(coordinator, `/plans/${plan?.planId ?? ''}`).expect(200);
    const { awaited } = read.body as { awaited: { kind: string; fromKind: string }[] };
    expect(awaited.map(({ kind, fromKind }) => [kind, fromKind])).toContainEqual([
      'representativeNamed',
      'organisation',
    ]);
    expect(awaited.map(({ kind }) => kind)).not.toContain('gatheringAnswer');
    const requests = await api.get(coordinator, `/plans/${plan?.planId ?? ''}/gathering`).expect(200);
    expect((requests.body as { items: object[] }).items).toMatchObject([
      { participantId: plan?.participantId },
    ]);
  });

  it('shows the coordinator that they work there no more, and where they do', async () => {
    const [plan] = plans;
    const read = await api.get(coordinator, `/plans/${plan?.planId ?? ''}/participants`).expect(200);
    const { items } = read.body as { items: { participantId: string }[] };
    expect(items.find(({ participantId }) => participantId === plan?.participantId)).toMatchObject({
      organisationName: 'Psykiatrien',
      worksThere: false,
      presentOrganisationName: 'Jobcentret',
    });
  });

  it('is replaced by a colleague whom the own leader names, who stands in the same consent', async () => {
    const [plan] = plans;
    const { planId, participantId } = plan ?? { planId: '', participantId: '' };
    const awaited = await api.get(leader, '/me/awaited?limit=100').expect(200);
    const { items } = awaited.body as { items: { kind: string; participantId: string }[] };
    expect(items.map(({ kind }) => kind)).toEqual(plans.map(() => 'representativeNamed'));
    expect(items.map((one) => one.participantId)).toContain(participantId);
    const seen = await api.get(leader, `/plans/${planId}`).expect(200);
    expect(seen.body).toMatchObject({ roles: ['partyLeader'], masterData: null, awaited: null });
    await api.get(leader, `/plans/${planId}/participants`).expect(403);
    const path = `/plans/${planId}/participants/${participantId}/replacement`;
    await api.post(leader, path, { personId: coordinator.personId, channel: 'mail' }).expect(422);
    await api.post(leader, path, { personId: colleague.personId, channel: 'mail' }).expect(200);
    await api.get(leader, `/plans/${planId}`).expect(404);
    const goals = await api.get(colleague, `/plans/${planId}/goals`).expect(200);
    expect(goals.body).toMatchObject({ items: [] });
    const answer = { answer: { kind: 'noPlan' } };
    await api.post(colleague, `/plans/${planId}/gathering-answers`, { participantId, ...answer }).expect(201);
  });

  it('stands again in the others when they are back before anybody was named', async () => {
    const { database, clock, record } = api;
    await correct(psychiatrist, { organisationId: colleague.organisationId });
    const list = await api.get(psychiatrist, '/plans?limit=100').expect(200);
    expect((list.body as { items: unknown[] }).items).toHaveLength(PLANS - 1);
    await followEmployments({ database, clock, record });
    const rows = await database.query<unknown[]>(
      `SELECT 1 FROM plan_events WHERE type = 'representativeReturned'`,
    );
    expect(rows).toHaveLength(PLANS - 1);
  });

  it('leaves all plans without a coordinator if it is the coordinator who goes', async () => {
    const { database, clock, record } = api;
    await correct(coordinator, { organisationId: null, organisationRoles: [] });
    await followEmployments({ database, clock, record });
    const rows = await database.query<{ coordinator: string | null }[]>(
      `SELECT state ->> 'coordinatorPersonId' AS coordinator FROM plans`,
    );
    expect(rows.every(({ coordinator }) => coordinator === null)).toBe(true);
    const awaited = await api.get(teamLeader, '/me/awaited?limit=100').expect(200);
    const { items } = awaited.body as { items: { kind: string }[] };
    expect(items.filter(({ kind }) => kind === 'coordinatorNamed')).toHaveLength(PLANS);
  });

  it('an organisation that moves in the tree is a change of everybody who works in it', async () => {
    const { database, clock, record } = api;
    await followEmployments({ database, clock, record });
    await database.query('UPDATE organisations SET parent_id = $2 WHERE id = $1', [
      psychiatrist.organisationId,
      jobCentreId,
    ]);
    expect((await waitingEmployments(database)).count).toBe(3);
  });
});

const CITIZEN = { givenName: 'Magnus Test', familyName: 'Lauridsen', channel: 'letter' };
