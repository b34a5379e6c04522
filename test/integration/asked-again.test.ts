/** What was asked before under a key is asked anew whether it may be told; whatever the timing, it was done once. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CommandAnswer } from '../../apps/api/commands/command-answer.js';
import type { AuditEntry } from '../../libs/audit/audit-entry.types.js';
import type { Problem } from '../../libs/contracts/problem.js';
import { ApiServer, type SignedIn } from './api-server.js';
import { registeredRelative, relativeOf } from './relatives.js';
import { type PersonName, type WellFilledPlan, wellFilledPlan } from './well-filled-plan.js';
import { startBody } from '../factories/start-body.js';

let api: ApiServer;
let plan: WellFilledPlan;
let people: Record<PersonName, SignedIn>;

beforeAll(async () => {
  api = await ApiServer.start('2027-03-01T09:00:00.000Z');
  plan = await wellFilledPlan(api);
  people = plan.people;
}, 90_000);
afterAll(() => api.stop());

type Test = ReturnType<ApiServer['post']>;

/** One request, which can be sent again under its key. */
function repeatable(send: () => Test): () => Test {
  const key = randomUUID();
  return () => send().set('Idempotency-Key', key);
}

async function lastEntry(planId: string): Promise<AuditEntry> {
  const rows = await api.database.query<{ entry: string }[]>(
    'SELECT entry FROM audit_entries WHERE chain = $1 ORDER BY place DESC LIMIT 1',
    [`plan:${planId}`],
  );
  return JSON.parse(rows[0]?.entry ?? '{}') as AuditEntry;
}

let replacementNumber = 0;

async function newCitizen(): Promise<string> {
  replacementNumber += 1;
  const answer = await api
    .post(people.coordinator, '/citizens', {
      cpr: `0504901AC${String(replacementNumber)}`,
      givenName: 'Else Test',
      familyName: 'Lauridsen',
      channel: 'letter',
    })
    .expect(201);
  return (answer.body as { personId: string }).personId;
}

async function newStart(over: Readonly<Record<string, unknown>> = {}): Promise<Record<string, unknown>> {
  return startBody(await newCitizen(), people.coordinator, over);
}

async function plansOf(citizenPersonId: unknown): Promise<number> {
  const [row] = await api.database.query<{ plans: number }[]>(
    'SELECT count(*)::int AS plans FROM plans WHERE citizen_person_id = $1',
    [citizenPersonId],
  );
  return row?.plans ?? 0;
}

async function startedPlan(): Promise<string> {
  const answer = await api.post(people.coordinator, '/plans', await newStart()).expect(201);
  return (answer.body as CommandAnswer).planId;
}

/** Psychiatry takes part with the citizen's consent. */
async function withPsychiatry(planId: string): Promise<string> {
  const participantId = randomUUID();
  const { personId, organisationId } = people.psychiatry;
  await api
    .post(people.coordinator, `/plans/${planId}/participants`, {
      participantId,
      personId,
      organisationId,
      role: 'regionalPsychiatry',
      channel: 'mail',
    })
    .expect(201);
  await api
    .post(people.coordinator, `/plans/${planId}/consents`, {
      grants: [{ participantId, kinds: ['challenges'], from: api.clock.at, to: '2028-02-01T00:00:00Z' }],
      basis: 'healthAct43',
      manner: 'written',
      wordingVersion: '2026-1',
      givenBy: 'citizen',
      place: 'Bostedet',
    })
    .expect(201);
  return participantId;
}

describe('a command that is given again', () => {
  it('is answered as before, though others went on, and is on the audit as that', async () => {
    const planId = await startedPlan();
    const path = `/plans/${planId}/sections/challenges`;
    const save = repeatable(() =>
      api.put(people.coordinator, path, { content: 'Bolig' }).set('If-Match', '"0"'),
    );
    const first = await save().expect(200);
    await api.put(people.coordinator, path, { content: 'Bolig og ro' }).set('If-Match', '"1"').expect(200);
    const again = await save().expect(200);
    expect(again.body).toMatchObject({
      seq: (first.body as CommandAnswer).seq,
      events: (first.body as CommandAnswer).events,
    });
    // An edit under this tag is one of what was saved then, not of what somebody else wrote since.
    expect(again.headers['etag']).toBe(first.headers['etag']);
    expect(await lastEntry(planId)).toMatchObject({
      operation: 'saveSection',
      personId: people.coordinator.personId,
      allowed: true,
      repeated: true,
      events: [],
    });
    expect((await api.get(people.coordinator, path)).body).toMatchObject({ content: 'Bolig og ro' });
  });

  it('that changed nothing then changes nothing now', async () => {
    const path = `/plans/${plan.planId}/participants/${plan.participants.mother}/channel`;
    const keep = repeatable(() => api.put(people.coordinator, path, { channel: 'mail' }));
    const first = await keep().expect(200);
    await api.put(people.coordinator, path, { channel: 'telephone' }).expect(200);
    const again = await keep().expect(200);
    expect(again.body).toMatchObject({ seq: (first.body as CommandAnswer).seq, events: [] });
    const list = await api.get(people.coordinator, `/plans/${plan.planId}/participants`).expect(200);
    const { items } = list.body as { items: { participantId: string; channel: string }[] };
    expect(items.find((one) => one.participantId === plan.participants.mother)).toMatchObject({
      channel: 'telephone',
    });
    await api.put(people.coordinator, path, { channel: 'mail' }).expect(200);
  });

  it('by a participant whose consent was withdrawn meanwhile finds no plan', async () => {
    const { psychiatry } = people;
    const planId = await startedPlan();
    const participantId = await withPsychiatry(planId);
    const path = `/plans/${planId}/sections/challenges`;
    const save = repeatable(() => api.put(psychiatry, path, { content: 'Søvn' }).set('If-Match', '"0"'));
    const saved = await save();
    expect([saved.status, (saved.body as Partial<Problem>).code]).toEqual([200, undefined]);
    await api
      .post(people.coordinator, `/plans/${planId}/consent-withdrawals`, {
        participantId,
      })
      .expect(201);
    await api.get(psychiatry, `/plans/${planId}`).expect(404);
    const again = await save();
    expect(again.body).toMatchObject({ status: 404, code: 'PLAN.NOT_FOUND' });
    expect(again.text).not.toContain('sectionSaved');
    expect(await lastEntry(planId)).toMatchObject({
      operation: 'saveSection',
      personId: psychiatry.personId,
      allowed: false,
      refusal: 'PLAN.NOT_FOUND',
    });
  });

  it('by who coordinated then tells nothing of how the plan goes now', async () => {
    const { coordinator, successor, teamLeader } = people;
    const body = await newStart();
    const start = repeatable(() => api.post(coordinator, '/plans', body));
    const { planId } = (await start().expect(201)).body as CommandAnswer;
    const path = `/plans/${planId}/goals/${randomUUID()}`;
    const set = repeatable(() => api.put(coordinator, path, { title: 'Egen bolig', priority: 1 }));
    expect(((await set().expect(200)).body as CommandAnswer).waitState).not.toBeNull();
    await api
      .put(teamLeader, `/plans/${planId}/coordinator`, {
        personId: successor.personId,
        reason: 'Ferie',
      })
      .expect(200);
    await api.get(coordinator, `/plans/${planId}`).expect(404);
    expect((await set()).body).toMatchObject({ status: 404, code: 'PLAN.NOT_FOUND' });
    // Of the start itself they are told what they gave, so that nobody starts it once more.
    const again = (await start().expect(201)).body as CommandAnswer;
    expect(again).toMatchObject({ planId, phase: null, waitState: null });
    expect(again.events.map(({ type }) => type)).toEqual(['planStarted']);
  });
});

describe('a correction that is asked for again', () => {
  it('tells nothing of who is nobody’s to know any more', async () => {
    const { coordinator } = people;
    const personId = await registeredRelative(api, coordinator, { protectedIdentity: true });
    const participantId = await relativeOf(api, coordinator, plan.planId, personId);
    const correct = repeatable(() =>
      api.post(coordinator, `/people/${personId}/corrections`, { email: 'lone@borger.example' }),
    );
    const first = await correct().expect(201);
    expect((await correct().expect(201)).body).toEqual(first.body);
    await api
      .post(coordinator, `/plans/${plan.planId}/participants/${participantId}/removal`, { reason: 'Nej.' })
      .expect(200);
    const again = await correct();
    expect(again.body).toMatchObject({ status: 404, code: 'PERSON.NOT_FOUND' });
    expect(again.text).not.toContain('Skjulte Vej');
    const rows = await api.database.query<{ entry: string }[]>(
      `SELECT entry FROM audit_entries WHERE subject_person_id = $1 AND operation = 'correctPerson'
       ORDER BY chain, place`,
      [personId],
    );
    expect(rows.map(({ entry }) => JSON.parse(entry) as AuditEntry)).toMatchObject([
      { allowed: true },
      { allowed: true, repeated: true },
      { allowed: false, refusal: 'PERSON.NOT_FOUND' },
    ]);
  });

  it('is read anew, and nothing of an answer is kept but ids', async () => {
    const path = `/people/${plan.citizenPersonId}/corrections`;
    const correct = repeatable(() => api.post(people.coordinator, path, { address: 'Gammel Vej 1' }));
    await correct().expect(201);
    await api.post(people.coordinator, path, { address: 'Ny Vej 2' }).expect(201);
    expect((await correct().expect(201)).body).toMatchObject({ address: 'Ny Vej 2' });
    const kept = await api.database.query<{ response: Buffer; place: string }[]>(
      `SELECT response, 'answer ' || actor_key || ' ' || key AS place FROM idempotency_keys WHERE response IS NOT NULL`,
    );
    const texts = kept.map(({ response, place }) =>
      api.vault.cipher.decrypt(response, place).toString('utf8'),
    );
    expect(texts.length).toBeGreaterThan(3);
    for (const text of texts) expect(text).toMatch(/^\{("\w+":("[0-9a-f-]{36}"|\d+|true|false),?)*\}$/);
  });
});

describe('a start', () => {
  it('that comes three times at the same moment makes one plan, and is answered alike', async () => {
    const body = await newStart();
    const start = repeatable(() => api.post(people.coordinator, '/plans', body));
    const answers = await Promise.all([start(), start(), start()]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await plansOf(body['citizenPersonId'])).toBe(1);
  });

  it('that names its plan and comes three times at the same moment makes one, too', async () => {
    const body = await newStart({ planId: randomUUID() });
    const start = repeatable(() => api.post(people.coordinator, '/plans', body));
    const answers = await Promise.all([start(), start(), start()]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(await plansOf(body['citizenPersonId'])).toBe(1);
  });

  it('that made nothing is answered the same however often it is asked for, and is told once', async () => {
    const { stranger, coordinator } = people;
    const over = {
      citizenPersonId: plan.citizenPersonId,
      organisationId: stranger.organisationId,
      coordinatorPersonId: stranger.personId,
    };
    const body = await newStart(over);
    const start = repeatable(() => api.post(stranger, '/plans', body));
    const answers = [...(await Promise.all([start(), start()])), await start()];
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    const tasks = await api.get(coordinator, `/plans/${plan.planId}/tasks`).expect(200);
    const { items } = tasks.body as { items: { kind: string }[] };
    expect(items.filter(({ kind }) => kind === 'secondStart')).toHaveLength(1);
  });

  it('under the id of a plan tells nobody that there is one who may not know of it', async () => {
    const { stranger, coordinator } = people;
    const elsewhere = { organisationId: stranger.organisationId, coordinatorPersonId: stranger.personId };
    const valid = await newStart(elsewhere);
    for (const [over, status, code] of [
      [{ grounds: [] }, 422, 'PLAN.GROUNDS_MISSING'],
      [{ citizenPersonId: randomUUID() }, 404, 'CITIZEN.NOT_FOUND'],
      [{}, 201, undefined],
    ] as const) {
      const taken = await api.post(stranger, '/plans', { ...valid, ...over, planId: plan.planId });
      expect([taken.status, (taken.body as Partial<Problem>).code]).toEqual([status, code]);
    }
    expect(await plansOf(valid['citizenPersonId'])).toBe(0);
    expect(await lastEntry(plan.planId)).toMatchObject({
      operation: 'startPlan',
      allowed: false,
      refusal: 'PLAN.ALREADY_STARTED',
    });
    for (const planId of [plan.planId, randomUUID()]) {
      const stale = await api
        .post(stranger, '/plans', { ...valid, planId, grounds: [] })
        .set('If-Match', '"1"');
      expect((stale.body as Problem).code).toBe('PLAN.GROUNDS_MISSING');
    }
    const known = await api.post(coordinator, '/plans', await newStart({ planId: plan.planId }));
    expect(known.body).toMatchObject({ status: 409, code: 'PLAN.ALREADY_STARTED' });
  });
});

describe('an upload', () => {
  it.each<[string, { kind?: string; name?: string; type?: string }]>([
    ['of another kind', { kind: 'survey' }],
    ['under another name', { name: 'andet.txt' }],
    ['that says it is something else', { type: 'text/plain; charset=utf-8' }],
  ])('under a used key is refused: %s', async (_what, other) => {
    const key = randomUUID();
    const send = ({ kind = 'existingPlans', name = 'plan.txt', type = 'text/plain' }): Test =>
      api
        .post(people.coordinator, `/plans/${plan.planId}/documents?participantId=citizen&kind=${kind}`)
        .set('Idempotency-Key', key)
        .set('Content-Type', type)
        .set('Content-Disposition', `attachment; filename="${name}"`)
        .send('Behandlingsplan');
    const first = await send({}).expect(201);
    expect((await send({}).expect(201)).body).toEqual(first.body);
    expect((await send(other)).body).toMatchObject({ status: 422, code: 'IDEMPOTENCY.KEY_REUSED' });
  });
});
