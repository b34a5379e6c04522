/** Who looked: as the citizen reads it, and as an auditor searches and exports it. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AccessLogPage, AuditExport, AuditPage } from '../../apps/api/audit/audit.view.js';
import { FIRST_HASH, hashOfLink } from '../../libs/audit/chain.js';
import { operationsOf } from '../../apps/api/openapi/complete-document.js';
import { ApiServer, type SignedIn } from './api-server.js';
import { canary, type WellFilledPlan, wellFilledPlan, WORD_KINDS } from './well-filled-plan.js';

let api: ApiServer;
let plan: WellFilledPlan;

beforeAll(async () => {
  api = await ApiServer.start('2027-03-01T09:00:00.000Z');
  plan = await wellFilledPlan(api);
}, 60_000);
afterAll(() => api.stop());

/** Every page of a list, one after the other. */
async function everyPage<T>(who: SignedIn, path: string): Promise<T[]> {
  const items: T[] = [];
  let next: string | null = null;
  do {
    const separator = path.includes('?') ? '&' : '?';
    const cursor: string = next === null ? '' : `${separator}cursor=${encodeURIComponent(next)}`;
    const response = await api.get(who, `${path}${cursor}`).expect(200);
    const body = response.body as { items: T[]; next: string | null };
    items.push(...body.items);
    next = body.next;
  } while (next !== null);
  return items;
}

function later(at: string, seconds: number): string {
  return new Date(Date.parse(at) + seconds * 1_000).toISOString();
}

type Looked = AccessLogPage['items'][number];
type Entry = AuditPage['items'][number];
type Exported = AuditExport['items'][number];

describe('the access log', () => {
  const logOf = (who: SignedIn): Promise<Looked[]> =>
    everyPage<Looked>(who, `/plans/${plan.planId}/access-log?limit=50`);

  it('tells the citizen who looked, in which role and at what kind of information, newest first', async () => {
    const { citizen, psychiatry } = plan.people;
    await api.get(psychiatry, `/plans/${plan.planId}/goals`).expect(200);
    const [first] = await logOf(citizen);
    expect(first).toEqual({
      at: api.clock.at,
      actorKind: 'person',
      personId: psychiatry.personId,
      name: 'Ellen Louise Test Lauridsen',
      organisationName: 'Psykiatrisk klinik',
      roles: expect.arrayContaining(['representative']) as unknown,
      operation: 'listGoals',
      kinds: ['course', 'goals'],
      changed: false,
      allowed: true,
      inList: false,
    });
  });

  it('tells the citizen who saw the plan in a list, in its place among the rest', async () => {
    const { citizen, coordinator, psychiatry } = plan.people;
    api.clock.at = later(api.clock.at, 1);
    await api.get(coordinator, '/plans?open=true').expect(200);
    api.clock.at = later(api.clock.at, 1);
    await api.get(psychiatry, `/plans/${plan.planId}/goals`).expect(200);
    api.clock.at = later(api.clock.at, 1);
    await api.get(psychiatry, '/plans').expect(200);
    api.clock.at = later(api.clock.at, 1);
    const log = await everyPage<Looked>(citizen, `/plans/${plan.planId}/access-log?limit=1`);
    expect(log[0]).toMatchObject({ personId: psychiatry.personId, operation: 'listPlans', inList: true });
    expect(log[0]).toMatchObject({ kinds: [], changed: false, allowed: true });
    const others = log.filter(({ operation }) => operation !== 'getAccessLog');
    expect(others.slice(0, 3).map(({ operation, personId }) => [operation, personId])).toEqual([
      ['listPlans', psychiatry.personId],
      ['listGoals', psychiatry.personId],
      ['listPlans', coordinator.personId],
    ]);
  });

  it('has nothing of lists in which the plan was not shown', async () => {
    const { citizen, stranger } = plan.people;
    await api.get(stranger, '/plans').expect(200);
    const log = await logOf(citizen);
    expect(log.filter(({ personId, inList }) => inList && personId === stranger.personId)).toEqual([]);
  });

  it('tells of one who has nothing to do with the plan and tried', async () => {
    const { citizen, stranger } = plan.people;
    await api.get(stranger, `/plans/${plan.planId}/goals`).expect(404);
    const [first] = await logOf(citizen);
    expect(first).toMatchObject({
      personId: stranger.personId,
      operation: 'listGoals',
      kinds: [],
      allowed: false,
    });
  });

  it('has what was changed, by whom, and repeats nothing of what is written in the plan', async () => {
    const log = await logOf(plan.people.citizen);
    const changes = log.filter(({ changed }) => changed).map(({ operation }) => operation);
    expect(changes).toEqual(
      expect.arrayContaining(['startPlan', 'giveConsent', 'setGoal', 'approveDraft', 'saveSection']),
    );
    const text = JSON.stringify(log);
    expect(Object.keys(WORD_KINDS).filter((place) => text.includes(canary(place)))).toEqual([]);
  });

  it('is not for those who are on it', async () => {
    const { coordinator, psychiatry, mother, teamLeader, auditor, stranger } = plan.people;
    const path = `/plans/${plan.planId}/access-log`;
    for (const who of [coordinator, psychiatry, mother, teamLeader]) await api.get(who, path).expect(403);
    for (const who of [auditor, stranger]) await api.get(who, path).expect(404);
  });
});

describe('the audit', () => {
  it('is searched by plan, person, operation and whether it was allowed, with the address', async () => {
    const { auditor, stranger } = plan.people;
    await api.get(stranger, `/plans/${plan.planId}/consents`).expect(404);
    const query = `plan=${plan.planId}&person=${stranger.personId}&operation=listConsents&allowed=false`;
    expect(await everyPage<Entry>(auditor, `/audit/entries?${query}`)).toMatchObject([
      { chain: `plan:${plan.planId}`, refusal: 'PLAN.NOT_FOUND', channel: 'api', address: /127\.0\.0\.1/ },
    ]);
  });

  it('is searched by a plan that was shown in a list, and by who saw it there', async () => {
    const { auditor, teamLeader } = plan.people;
    await api.get(teamLeader, '/plans?phase=followUp').expect(200);
    await api.get(teamLeader, '/plans').expect(200);
    const query = `plan=${plan.planId}&person=${teamLeader.personId}&operation=listPlans`;
    const found = await everyPage<Entry>(auditor, `/audit/entries?${query}&limit=1`);
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ planId, listed }) => planId === null && listed.includes(plan.planId))).toBe(true);
  });

  it('has a list that was asked for by something and held nothing', async () => {
    const { auditor, psychiatry } = plan.people;
    const entries = (): Promise<Entry[]> =>
      everyPage<Entry>(auditor, `/audit/entries?person=${psychiatry.personId}&operation=listPlans&limit=100`);
    const before = await entries();
    const answer = await api.get(psychiatry, '/plans?dueBefore=2029-01-01T00:00:00Z&limit=1').expect(200);
    expect(answer.body).toEqual({ items: [], next: null });
    const after = await entries();
    expect(after).toHaveLength(before.length + 1);
    expect(after.filter(({ listed }) => listed.length === 0)).toHaveLength(
      before.filter(({ listed }) => listed.length === 0).length + 1,
    );
  });

  it('is for auditors only, who read no plan by it', async () => {
    const { administrator, coordinator, citizen, auditor } = plan.people;
    for (const who of [administrator, coordinator, citizen]) {
      await api.get(who, '/audit/entries').expect(403);
      await api.get(who, '/audit/export').expect(403);
    }
    await api.get(auditor, `/plans/${plan.planId}`).expect(404);
    const text = JSON.stringify(await everyPage<Entry>(auditor, `/audit/entries?limit=100`));
    expect(Object.keys(WORD_KINDS).filter((place) => text.includes(canary(place)))).toEqual([]);
  });

  it('has the search of the auditor on it, with the plans that it told of', async () => {
    const { auditor } = plan.people;
    await api.get(auditor, `/audit/entries?plan=${plan.planId}&limit=1`).expect(200);
    const own = await everyPage<Entry>(
      auditor,
      `/audit/entries?person=${auditor.personId}&operation=searchAudit`,
    );
    expect(own[0]).toMatchObject({ planId: null, listed: [plan.planId], allowed: true });
  });

  it('is exported as it was written: whoever has a chain can compute it anew', async () => {
    const exported = await everyPage<Exported>(
      plan.people.auditor,
      `/audit/export?plan=${plan.planId}&limit=100`,
    );
    // Lists in which the plan was shown stand in the chains of those who asked for them.
    const own = exported.filter(({ chain }) => chain === `plan:${plan.planId}`);
    let previous: Buffer = FIRST_HASH;
    for (const [index, { hash, ...link }] of own.reverse().entries()) {
      expect(link.place).toBe(index + 1);
      previous = hashOfLink(previous, link);
      expect(hash).toBe(previous.toString('hex'));
    }
    expect(own.length).toBeGreaterThan(30);
  });

  it.each(['plan=1', 'from=yesterday', 'allowed=perhaps', 'cursor=x', 'limit=0', 'rows=all'])(
    'refuses the search %s',
    async (query) => {
      await api.get(plan.people.auditor, `/audit/entries?${query}`).expect(400);
    },
  );
});

/** What the address of a read names besides the plan, where the plan has it. */
const ADDRESSED: Readonly<Record<string, (plan: WellFilledPlan) => string>> = {
  '{planId}': ({ planId }) => planId,
  '{participantId}': ({ participants }) => participants.psychiatry,
  '{documentId}': ({ documentIds }) => documentIds[0],
  '{section}': () => 'survey',
  '{version}': () => '1',
};

/** What a read asks besides. */
const ASKED: Readonly<Record<string, string>> = { getEndEffects: '?reason=moved' };

describe('every read of the plan', () => {
  it('leaves an entry in the audit that says what was shown and why', async () => {
    const { coordinator, citizen, auditor } = plan.people;
    const read: string[] = [];
    for (const { path, method, operation } of operationsOf(api.document)) {
      const filled = path.replaceAll(/\{[a-zA-Z]+\}/g, (name) => ADDRESSED[name]?.(plan) ?? name);
      if (method !== 'get' || !path.includes('{planId}') || filled.includes('{')) continue;
      const who = path.endsWith('/access-log') ? citizen : coordinator;
      const id = operation['operationId'] as string;
      const shown = await api.get(who, `${filled.replace('/api/v1', '')}${ASKED[id] ?? ''}`);
      expect([id, shown.status]).toEqual([id, 200]);
      const search = `/audit/entries?plan=${plan.planId}&person=${who.personId}&limit=1`;
      const { items } = (await api.get(auditor, search)).body as AuditPage;
      expect(items[0]).toMatchObject({ operation: id, allowed: true, events: [] });
      expect(Object.keys(items[0]?.disclosed ?? {})).toContain('course');
      read.push(id);
    }
    expect(read.length).toBeGreaterThan(20);
  });
});
