/** A plan is merged into another of the same citizen, whom the register has twice: both take it in, or neither. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Problem } from '../../libs/contracts/problem.js';
import type { Actor } from '../../libs/domain/plan/actor.js';
import type { TaskView } from '../../libs/record/read/tasks.read.js';
import { processOrigin } from '../../libs/audit/audit-entry.types.js';
import { startBody } from '../factories/start-body.js';
import { recordOn } from '../support/test-vault.js';
import { ApiServer, type SignedIn } from './api-server.js';
import { interposed } from './interposed.js';

let api: ApiServer;
let centre: string;
let coordinator: SignedIn;
let other: SignedIn;
let leader: SignedIn;

beforeAll(async () => {
  api = await ApiServer.start('2027-03-01T09:00:00.000Z');
  centre = await api.organisation('Rusmiddelcentret');
  const elsewhere = await api.organisation('Et andet center');
  coordinator = await api.person(centre, ['coordinator', 'practitioner']);
  leader = await api.person(centre, ['teamLeader']);
  other = await api.person(elsewhere, ['coordinator', 'practitioner']);
}, 90_000);
afterAll(() => api.stop());

let from: string;
let into: string;
beforeEach(async () => {
  from = await started(coordinator);
  into = await started(coordinator);
});

let registered = 0;

/** A plan of a citizen who is registered once more, each time under another replacement number. */
async function started(by: SignedIn): Promise<string> {
  registered += 1;
  const letter = String.fromCharCode('A'.charCodeAt(0) + registered);
  const citizen = await api.post(by, '/citizens', {
    cpr: `0504901A${letter}1`,
    givenName: 'Magnus Test',
    familyName: 'Lauridsen',
    channel: 'letter',
  });
  expect(citizen.status).toBe(201);
  const { personId } = citizen.body as { personId: string };
  const answer = await api.post(by, '/plans', startBody(personId, by));
  expect(answer.status).toBe(201);
  return (answer.body as { planId: string }).planId;
}

function merge(who: SignedIn, planId: string, mergedIntoPlanId: string): ReturnType<ApiServer['post']> {
  return api.post(who, `/plans/${planId}/end`, { reason: 'merged', mergedIntoPlanId });
}

async function refusal(who: SignedIn, planId: string, mergedIntoPlanId: string): Promise<unknown[]> {
  const answer = await merge(who, planId, mergedIntoPlanId);
  const state = await api.record.load(planId);
  return [answer.status, (answer.body as Problem).code, state?.ended];
}

async function openTasks(planId: string): Promise<TaskView[]> {
  const answer = await api.get(coordinator, `/plans/${planId}/tasks`).expect(200);
  return (answer.body as { items: TaskView[] }).items.filter(({ closedAt }) => closedAt === null);
}

async function timeline(planId: string): Promise<{ type: string; subject?: unknown }[]> {
  const answer = await api.get(coordinator, `/plans/${planId}/timeline`).expect(200);
  return (answer.body as { items: { type: string }[] }).items;
}

describe('merging', () => {
  it('ends the one, and is in the other’s life and its coordinator’s tasks, with what was open', async () => {
    await merge(coordinator, from, into).expect(200);
    expect((await api.record.load(from))?.ended?.reason).toBe('merged');
    expect((await timeline(into)).map(({ type }) => type)).toContain('planMergedIn');
    expect(JSON.stringify(await timeline(into))).toContain(from);
    const [task] = await openTasks(into);
    expect(task).toMatchObject({ kind: 'planMerged', open: [{ kind: 'firstMeeting', count: 1 }] });
    const mine = await api.get(coordinator, '/me/tasks').expect(200);
    expect(JSON.stringify(mine.body)).toContain(`planMerged:${from}`);
    const reopened = await api.post(coordinator, `/plans/${from}/reopening`, {
      reason: 'fortsættes',
      coordinatorPersonId: coordinator.personId,
    });
    expect([reopened.status, (reopened.body as Problem).code]).toEqual([409, 'PLAN.REOPEN_REFUSED']);
  });

  it('tells nothing of what was open to a coordinator who has no role in the ended plan', async () => {
    const handed = await api.person(centre, ['coordinator']);
    await api
      .put(leader, `/plans/${into}/coordinator`, { personId: handed.personId, reason: 'tættere på' })
      .expect(200);
    await merge(leader, from, into).expect(200);
    const answer = await api.get(handed, `/plans/${into}/tasks`).expect(200);
    const { items } = answer.body as { items: TaskView[] };
    expect(items.find(({ kind }) => kind === 'planMerged')).toMatchObject({ open: [] });
  });

  it('is refused into itself, and into one that is not there, is hidden or has ended, and changes nothing', async () => {
    const hidden = await started(other);
    expect(await refusal(coordinator, from, from)).toEqual([422, 'PLAN.MERGED_INTO_ITSELF', null]);
    expect(await refusal(coordinator, from, from.toUpperCase())).toEqual([
      422,
      'PLAN.MERGED_INTO_ITSELF',
      null,
    ]);
    const absent = await refusal(coordinator, from, randomUUID());
    expect(absent.slice(1)).toEqual(['PLAN.NOT_FOUND', null]);
    expect(await refusal(coordinator, from, hidden)).toEqual(absent);
    await api.post(coordinator, `/plans/${into}/end`, { reason: 'moved' }).expect(200);
    expect(await refusal(coordinator, from, into)).toEqual([409, 'PLAN.MERGE_REFUSED', null]);
  });

  it('given twice under one key is done once', async () => {
    const key = `merge-${from}`;
    for (let times = 0; times < 2; times += 1) {
      await merge(coordinator, from, into).set('Idempotency-Key', key).expect(200);
    }
    expect((await timeline(into)).filter(({ type }) => type === 'planMergedIn')).toHaveLength(1);
    expect(await openTasks(into)).toHaveLength(1);
  });

  it('of two plans into each other at the same moment leaves one of them open', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [one, two] = [await started(coordinator), await started(coordinator)];
      const answers = await Promise.all([merge(coordinator, one, two), merge(coordinator, two, one)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      const states = await Promise.all([api.record.load(one), api.record.load(two)]);
      expect(states.filter((state) => state?.ended === null)).toHaveLength(1);
    }
  });

  it('that breaks off before the other plan has it has not happened at all', async () => {
    let notes = 0;
    const breaking = interposed(api.database, (sql) => {
      if (!sql.includes('INSERT INTO plan_events')) return Promise.resolve();
      notes += 1;
      return notes === 2 ? Promise.reject(new Error('the process went down')) : Promise.resolve();
    });
    const record = recordOn(breaking, api.clock, { vault: api.vault });
    const command = { type: 'endPlan', reason: 'merged', mergedIntoPlanId: into, note: null } as const;
    const actor: Actor = {
      kind: 'person',
      personId: coordinator.personId,
      organisationId: centre,
      organisationRoles: ['coordinator', 'practitioner'],
      worksIn: [centre],
    };
    const context = { actor, commandId: null, expectedSeq: null, origin: processOrigin('merging') };
    await expect(record.execute(from, command, context)).rejects.toThrow('the process went down');
    expect((await api.record.load(from))?.ended).toBeNull();
    expect(await openTasks(into)).toEqual([]);
    await merge(coordinator, from, into).expect(200);
    expect(await openTasks(into)).toHaveLength(1);
  });
});
