/** A death in the register: what it closes from its commit on, for whom, and how it is taken back. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem } from '../../libs/contracts/problem.js';
import { takeInRegisterNews } from '../../libs/record/register-news.js';
import { ApiServer, type SignedIn } from './api-server.js';
import { type PersonName, type WellFilledPlan, wellFilledPlan } from './well-filled-plan.js';

let api: ApiServer;
let plan: WellFilledPlan;
let people: Record<PersonName, SignedIn>;

beforeAll(async () => {
  api = await ApiServer.start('2027-03-01T09:00:00.000Z');
  plan = await wellFilledPlan(api);
  people = plan.people;
}, 90_000);
afterAll(() => api.stop());

const death = (who: SignedIn, personId: string, deceased: boolean): ReturnType<ApiServer['post']> =>
  api.post(who, `/citizens/${personId}/death`, { deceased });

async function taskKinds(): Promise<string[]> {
  const answer = await api.get(people.coordinator, `/plans/${plan.planId}/tasks`).expect(200);
  const { items } = answer.body as { items: { kind: string; closedAt: string | null }[] };
  return items.filter(({ closedAt }) => closedAt === null).map(({ kind }) => kind);
}

async function statusFor(name: PersonName): Promise<number> {
  return (await api.get(people[name], `/plans/${plan.planId}`)).status;
}

async function listed(name: PersonName): Promise<number> {
  const answer = await api.get(people[name], '/plans').expect(200);
  return (answer.body as { items: unknown[] }).items.length;
}

async function untakenNews(): Promise<number> {
  const rows = await api.database.query<unknown[]>('SELECT 1 FROM register_news');
  return rows.length;
}

describe('a citizen’s death', () => {
  it('is one commit with what it closes: pages, lists, consents and the dead person’s own sign-in', async () => {
    expect([await statusFor('psychiatry'), await listed('psychiatry')]).toEqual([200, 1]);
    await death(people.coordinator, plan.citizenPersonId, true).expect(201);
    expect(await untakenNews()).toBe(0);
    for (const name of ['psychiatry', 'jobCentre', 'mother'] as const) {
      expect([name, await statusFor(name), await listed(name)]).toEqual([name, 404, 0]);
    }
    expect(await statusFor('coordinator')).toBe(200);
    expect(await statusFor('teamLeader')).toBe(200);
    expect(await statusFor('citizen')).toBe(401);
    expect(await taskKinds()).toEqual(['citizenDied']);
    const consent = await api.post(people.coordinator, `/plans/${plan.planId}/consents`, {
      grants: [
        {
          participantId: plan.participants.housing,
          kinds: ['goals'],
          from: '2027-03-01T09:00:00.000Z',
          to: '2028-02-01T00:00:00.000Z',
        },
      ],
      basis: 'healthAct43',
      manner: 'oral',
      wordingVersion: '2026-1',
      givenBy: 'citizen',
      place: 'på afdelingen',
    });
    expect([consent.status, (consent.body as Problem).code]).toEqual([409, 'PLAN.CITIZEN_DIED']);
  });

  it('recorded by mistake leaves the plan as it stood', async () => {
    api.clock.at = '2027-03-25T12:00:00.000Z';
    await death(people.coordinator, plan.citizenPersonId, false).expect(201);
    for (const name of ['psychiatry', 'jobCentre', 'mother', 'citizen'] as const) {
      expect([name, await statusFor(name), await listed(name)]).toEqual([name, 200, 1]);
    }
    expect(await taskKinds()).not.toContain('citizenDied');
  });

  it('keeps anybody from starting a course for them', async () => {
    const ended = { reason: 'died' };
    await api.post(people.coordinator, `/plans/${plan.planId}/end`, ended).expect(200);
    const person = await api.get(people.administrator, `/people/${plan.citizenPersonId}`).expect(200);
    expect(person.body).toMatchObject({ deceased: true });
    const again = await api.post(people.coordinator, `/plans/${plan.planId}/reopening`, {
      reason: 'fortsættes',
      coordinatorPersonId: people.coordinator.personId,
    });
    expect((again.body as Problem).code).toBe('PLAN.REOPEN_REFUSED');
    await death(people.administrator, plan.citizenPersonId, false).expect(201);
    const reopened = await api.post(people.coordinator, `/plans/${plan.planId}/reopening`, {
      reason: 'noteret ved en fejl',
      coordinatorPersonId: people.coordinator.personId,
    });
    expect(reopened.status).toBe(200);
    expect(await statusFor('mother')).toBe(200);
  });
});

describe('the death of somebody else', () => {
  it('is taken in by each plan in which they have a part, also after a process went down', async () => {
    await api.database.query('UPDATE people SET deceased_at = $2 WHERE id = $1', [
      people.mother.personId,
      api.clock.at,
    ]);
    await api.database.query('INSERT INTO register_news VALUES ($1, $2, $3), ($1, $4, $3)', [
      plan.planId,
      people.mother.personId,
      api.clock.at,
      people.administrator.personId,
    ]);
    const { database, record } = api;
    expect(await takeInRegisterNews({ database, record })).toBe(2);
    expect(await untakenNews()).toBe(0);
    expect(await taskKinds()).toContain('participantDied');
    expect((await api.get(people.mother, `/plans/${plan.planId}`)).status).toBe(401);
    await death(people.administrator, people.mother.personId, false).expect(201);
    expect(await taskKinds()).not.toContain('participantDied');
    expect(await statusFor('mother')).toBe(200);
  });

  it('of a coordinator leaves the plan without one, and the team leader has to name another', async () => {
    await death(people.teamLeader, people.coordinator.personId, true).expect(201);
    const state = await api.record.load(plan.planId);
    expect(state).toMatchObject({ coordinatorPersonId: null });
    expect(state?.vacancy).not.toBeNull();
    await death(people.teamLeader, people.coordinator.personId, false).expect(201);
    expect((await api.record.load(plan.planId))?.coordinatorPersonId).toBe(people.coordinator.personId);
  });

  it('is nobody’s to record who has nothing to do with them', async () => {
    const answer = await death(people.stranger, randomUUID(), true);
    expect((answer.body as Problem).code).toBe('PERSON.NOT_FOUND');
    expect((await death(people.psychiatry, plan.citizenPersonId, true)).status).toBe(404);
  });
});
