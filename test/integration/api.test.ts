import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem } from '../../libs/contracts/problem.js';
import { ApiServer, type SignedIn } from './api-server.js';
import { startBody } from '../factories/start-body.js';

const start = '2027-03-01T09:00:00.000Z';

interface Answer {
  planId: string;
  seq: number;
  phase: string | null;
  waitState: object | null;
  events: { type: string; ids: Record<string, string> }[];
}

let api: ApiServer;
let organisationId: string;
let coordinator: SignedIn;
let leader: SignedIn;
let psychiatrist: SignedIn;
let stranger: SignedIn;
let citizens: string[];

beforeAll(async () => {
  api = await ApiServer.start(start);
  organisationId = await api.organisation('Rusmiddelcentret');
  coordinator = await api.person(organisationId, ['coordinator']);
  leader = await api.person(organisationId, ['teamLeader']);
  psychiatrist = await api.person(await api.organisation('Psykiatrisk klinik'), ['practitioner']);
  stranger = await api.person(await api.organisation('Jobcentret'), ['coordinator', 'teamLeader']);
  const file = JSON.parse(await readFile('libs/test-citizens/test-citizens.json', 'utf8')) as {
    people: { cpr: string; given: string[]; family: string }[];
  };
  citizens = [];
  for (const { cpr, given, family } of file.people) {
    const body = { cpr, givenName: given.join(' '), familyName: family, channel: 'letter' };
    const answer = await api.post(coordinator, '/citizens', body).expect(201);
    citizens.push((answer.body as { personId: string }).personId);
  }
}, 60_000);
afterAll(() => api.stop());

function citizen(): string {
  const personId = citizens.shift();
  if (personId === undefined) throw new Error('no test citizen is left');
  return personId;
}

function newStart(
  over: { citizenPersonId?: string } & Record<string, unknown> = {},
): Record<string, unknown> {
  return startBody(over.citizenPersonId ?? citizen(), { ...coordinator, organisationId }, over);
}

async function startPlan(over: Record<string, unknown> = {}): Promise<string> {
  const answer = await api.post(coordinator, '/plans', newStart(over)).expect(201);
  return (answer.body as Answer).planId;
}

async function withParty(kinds: string[]): Promise<{ planId: string; participantId: string }> {
  const planId = await startPlan();
  const participantId = randomUUID();
  await api
    .post(coordinator, `/plans/${planId}/participants`, {
      participantId,
      personId: psychiatrist.personId,
      role: 'regionalPsychiatry',
      channel: 'mail',
    })
    .expect(201);
  if (kinds.length > 0) await consent(planId, participantId, kinds);
  return { planId, participantId };
}

async function consent(planId: string, participantId: string, kinds: string[]): Promise<void> {
  const answer = await api.post(coordinator, `/plans/${planId}/consents`, {
    grants: [{ participantId, kinds, from: start, to: '2028-02-01T00:00:00+01:00' }],
    basis: 'healthAct43',
    manner: 'written',
    wordingVersion: '2026-1',
    givenBy: 'citizen',
    place: 'Bostedet',
  });
  expect([answer.status, answer.body]).toEqual([201, expect.objectContaining({ planId })]);
}

describe('a plan through the API', () => {
  it('is started, read, and listed by those who may', async () => {
    const planId = await startPlan();
    const plan = await api.get(coordinator, `/plans/${planId}`).expect(200);
    expect(plan.body).toMatchObject({ planId, phase: 'consent', roles: ['coordinator'] });
    expect(plan.headers['etag']).toBe(`"${(plan.body as Answer).seq}"`);
    const list = await api.get(coordinator, '/plans?open=true&limit=5').expect(200);
    expect((list.body as { items: Answer[] }).items.map((item) => item.planId)).toContain(planId);
    for (const part of [
      'timeline',
      'participants',
      'consents',
      'gathering',
      'existing-plans',
      'overlaps',
      'meetings',
      'sections',
      'sections/survey',
      'goals',
      'agreements',
      'versions',
      'deliveries',
      'follow-ups',
      'citizen-requests',
      'handover',
      'tasks',
      'documents',
      'policy',
    ]) {
      const read = await api.get(coordinator, `/plans/${planId}/${part}`);
      expect([part, read.status]).toEqual([part, 200]);
      const hidden = await api.get(stranger, `/plans/${planId}/${part}`);
      expect([part, hidden.status, (hidden.body as Problem).code]).toEqual([part, 404, 'PLAN.NOT_FOUND']);
    }
    await api.get(coordinator, '/me/tasks').expect(200);
    await api.get(coordinator, '/me/awaited').expect(200);
  });

  it('is shown to its team leader as master data, not as content', async () => {
    const planId = await startPlan();
    const plan = await api.get(leader, `/plans/${planId}`).expect(200);
    expect(plan.body).toMatchObject({ roles: ['teamLeader'], goals: null, sections: [] });
    expect((plan.body as { masterData: unknown }).masterData).not.toBeNull();
    await api.get(leader, `/plans/${planId}/goals`).expect(403);
  });

  it('opens to a party with consent, kind by kind, and closes with its withdrawal', async () => {
    const { planId, participantId } = await withParty([]);
    await api.get(psychiatrist, `/plans/${planId}`).expect(404);
    await consent(planId, participantId, ['goals']);
    const plan = await api.get(psychiatrist, `/plans/${planId}`).expect(200);
    expect(plan.body).toMatchObject({ goals: [], masterData: null, waitState: null, participants: null });
    await api.get(psychiatrist, `/plans/${planId}/participants`).expect(403);
    await api.post(coordinator, `/plans/${planId}/consent-withdrawals`, { participantId }).expect(201);
    await api.get(psychiatrist, `/plans/${planId}`).expect(404);
  });

  it('takes a party through the gathering, with a document', async () => {
    const { planId, participantId } = await withParty(['existingPlans']);
    await api
      .post(coordinator, `/plans/${planId}/gathering-requests`, { participantIds: [participantId] })
      .expect(201);
    const document = await api
      .post(psychiatrist, `/plans/${planId}/documents?participantId=${participantId}`)
      .set('Content-Type', 'text/plain')
      .set('Content-Disposition', 'attachment; filename="../../plan.txt"')
      .send('Behandlingsplan 🙂')
      .expect(201);
    expect(document.body).toMatchObject({ fileName: 'plan.txt', mediaType: 'text/plain' });
    const { documentId } = document.body as { documentId: string };
    const answer = await api.post(psychiatrist, `/plans/${planId}/gathering-answers`, {
      participantId,
      answer: { kind: 'plans', documentIds: [documentId] },
    });
    expect([answer.status, (answer.body as Answer).waitState]).toEqual([201, null]);
    const file = await api.get(coordinator, `/plans/${planId}/documents/${documentId}`).expect(200);
    expect(file.text).toBe('Behandlingsplan 🙂');
    expect(file.headers['content-disposition']).toContain('attachment');
  });
});

describe('a plan that is written', () => {
  it('is approved, locked as a version, and followed up from then on', async () => {
    const planId = await startPlan();
    for (const section of ['survey', 'challenges', 'followUp']) {
      const path = `/plans/${planId}/sections/${section}`;
      await api.put(coordinator, path, { content: 'Tekst' }).set('If-Match', '"0"').expect(200);
    }
    const goalId = randomUUID();
    await api
      .put(coordinator, `/plans/${planId}/goals/${goalId}`, { title: 'Egen bolig', priority: 1 })
      .expect(200);
    const terms = { goalId, title: 'Søge bolig', responsibleParticipantId: 'citizen', dueDate: '2027-05-01' };
    await api.post(coordinator, `/plans/${planId}/agreements`, terms).expect(201);
    const submitted = await api.post(coordinator, `/plans/${planId}/draft/submission`).expect(201);
    const approval = { participantId: 'citizen', manner: 'oral' };
    const approvals = `/plans/${planId}/draft/approvals`;
    const blind = await api.post(coordinator, approvals, approval).expect(428);
    expect(blind.body).toMatchObject({ code: 'PRECONDITION.REQUIRED' });
    const another = { ...approval, submittedAt: '2026-01-01T09:00:00.000Z' };
    const unread = await api.post(coordinator, approvals, another).expect(409);
    expect(unread.body).toMatchObject({ code: 'DRAFT.ANOTHER_TEXT', errors: [{ field: '/submittedAt' }] });
    await api
      .post(coordinator, approvals, approval)
      .set('If-Match', submitted.get('ETag') ?? '')
      .expect(201);
    const content = await api.get(coordinator, `/plans/${planId}/versions/1`).expect(200);
    expect(content.body).toMatchObject({ version: 1, sections: { survey: 'Tekst' }, goals: [{ goalId }] });
    const early = { intervalMonths: 6, nextOn: '2027-02-01' };
    const refused = await api.put(coordinator, `/plans/${planId}/follow-up`, early).expect(422);
    expect(refused.body).toMatchObject({ code: 'FOLLOW_UP.BEFORE_TODAY', errors: [{ field: '/nextOn' }] });
    await api.put(coordinator, `/plans/${planId}/follow-up`, { ...early, nextOn: '2027-08-02' }).expect(200);
    await api.get(coordinator, `/plans/${planId}/versions/7`).expect(404);
  });
});

describe('asking twice', () => {
  it('under one key starts one plan and answers the same', async () => {
    const body = newStart();
    const key = randomUUID();
    const first = await api.post(coordinator, '/plans', body).set('Idempotency-Key', key).expect(201);
    const again = await api.post(coordinator, '/plans', body).set('Idempotency-Key', key).expect(201);
    expect(again.body).toEqual(first.body);
    expect(again.headers['etag']).toBe(first.headers['etag']);
    const other = await api
      .post(coordinator, '/plans', { ...body, cluster: 'Syd' })
      .set('Idempotency-Key', key)
      .expect(422);
    expect((other.body as Problem).code).toBe('IDEMPOTENCY.KEY_REUSED');
  });

  it('for a second plan of one citizen tells those who may know, and nobody else', async () => {
    const planId = await startPlan({ citizenAnswer: 'yes' });
    const rows = await api.database.query<{ id: string }[]>(
      'SELECT citizen_person_id AS id FROM plans WHERE id = $1',
      [planId],
    );
    const citizenPersonId = rows[0]?.id ?? '';
    const known = await api.post(coordinator, '/plans', newStart({ citizenPersonId })).expect(409);
    expect(known.body).toMatchObject({ code: 'PLAN.CITIZEN_HAS_OPEN_PLAN', context: { planId } });
    const elsewhere = {
      organisationId,
      coordinatorPersonId: stranger.personId,
    };
    const hidden = await api
      .post(stranger, '/plans', newStart({ citizenPersonId, ...elsewhere }))
      .expect(201);
    const usual = await api.post(stranger, '/plans', newStart(elsewhere)).expect(201);
    expect(Object.keys(hidden.body as Answer)).toEqual(Object.keys(usual.body as Answer));
    expect((hidden.body as Answer).events.map(({ type }) => type)).toEqual(
      (usual.body as Answer).events.map(({ type }) => type),
    );
    expect({ ...(hidden.body as Answer), planId: '', events: [] }).toEqual({
      ...(usual.body as Answer),
      planId: '',
      events: [],
    });
    const tasks = await api.get(coordinator, `/plans/${planId}/tasks`).expect(200);
    expect((tasks.body as { items: { kind: string }[] }).items.map(({ kind }) => kind)).toContain(
      'secondStart',
    );
  });
});

describe('two who write', () => {
  it('never overwrite each other', async () => {
    const planId = await startPlan();
    const path = `/plans/${planId}/sections/challenges`;
    const content = 'Bolig 🙂 \u200fשלום\u200e';
    expect((await api.put(coordinator, path, { content })).status).toBe(428);
    const saved = await api.put(coordinator, path, { content }).set('If-Match', '"0"').expect(200);
    expect(saved.headers['etag']).toBe('"1"');
    const late = await api.put(coordinator, path, { content: 'Andet' }).set('If-Match', '"0"').expect(412);
    expect((late.body as Problem).code).toBe('SECTION.CONFLICT');
    const read = await api.get(coordinator, path).expect(200);
    expect(read.body).toMatchObject({ content, revision: 1 });
    expect(read.headers['etag']).toBe('"1"');
  });

  it('are told when the plan has changed; strangers are not', async () => {
    const planId = await startPlan();
    const hold = { reason: 'admission' };
    const stale = await api
      .post(coordinator, `/plans/${planId}/hold`, hold)
      .set('If-Match', '"1"')
      .expect(412);
    expect((stale.body as Problem).code).toBe('PRECONDITION.FAILED');
    const hidden = await api.post(stranger, `/plans/${planId}/hold`, hold).set('If-Match', '"1"').expect(404);
    expect((hidden.body as Problem).code).toBe('PLAN.NOT_FOUND');
  });
});

describe('bad input', () => {
  let planId: string;
  beforeAll(async () => {
    planId = await startPlan();
  });

  const goal = randomUUID();
  const cases: [string, 'post' | 'put', () => string, object, number, string, string | null][] = [
    ['a wrong type', 'post', () => '/plans', { cluster: 7 }, 400, 'REQUEST.INVALID', '/cluster'],
    [
      'an unknown field',
      'post',
      () => `/plans/${planId}/hold`,
      { reason: 'prison', secret: 1 },
      400,
      'REQUEST.INVALID',
      '/secret',
    ],
    [
      'an impossible date',
      'post',
      () => `/plans/${planId}/hold`,
      { reason: 'prison', until: '2027-02-30' },
      400,
      'REQUEST.INVALID',
      '/until',
    ],
    [
      'a hold until yesterday',
      'post',
      () => `/plans/${planId}/hold`,
      { reason: 'prison', until: '2027-02-28' },
      422,
      'PLAN.HOLD_UNTIL_PAST',
      '/until',
    ],
    [
      'a CPR that cannot exist',
      'post',
      () => '/citizens',
      { cpr: '3102909995', givenName: 'A', familyName: 'B', channel: 'mail' },
      400,
      'CPR.INVALID',
      '/cpr',
    ],
    [
      'an overlap that is none',
      'post',
      () => `/plans/${planId}/overlap-decisions`,
      { overlapKey: 'sameGoal:a/1:b/2', decision: 'confirmed' },
      404,
      'OVERLAP.NOT_FOUND',
      '/overlapKey',
    ],
    [
      'an end before a start',
      'post',
      () => `/plans/${planId}/meetings`,
      {
        kind: 'plan',
        mode: 'room',
        place: 'Her',
        options: [{ from: '2027-05-01T10:00:00Z', to: '2027-05-01T09:00:00Z' }],
      },
      422,
      'MEETING.END_BEFORE_START',
      '/options/0/to',
    ],
    [
      'a text that is too long',
      'put',
      () => `/plans/${planId}/goals/${goal}`,
      { title: 'x'.repeat(2_001), priority: 1 },
      400,
      'REQUEST.INVALID',
      '/title',
    ],
    [
      '5 MB of text',
      'put',
      () => `/plans/${planId}/goals/${goal}`,
      { title: 'x'.repeat(5_000_000), priority: 1 },
      413,
      'REQUEST.TOO_LARGE',
      null,
    ],
    [
      'NUL in a text',
      'put',
      () => `/plans/${planId}/goals/${goal}`,
      { title: 'a\0b', priority: 1 },
      400,
      'REQUEST.INVALID',
      '/title',
    ],
    [
      'half a character',
      'put',
      () => `/plans/${planId}/goals/${goal}`,
      { title: 'a\ud83db', priority: 1 },
      400,
      'REQUEST.INVALID',
      '/title',
    ],
    [
      'a plan id that is no uuid',
      'post',
      () => '/plans/17/resumption',
      {},
      400,
      'REQUEST.INVALID',
      '/planId',
    ],
    ['an unknown plan', 'post', () => `/plans/${randomUUID()}/resumption`, {}, 404, 'PLAN.NOT_FOUND', null],
    [
      'an unknown citizen',
      'post',
      () => '/plans',
      { citizenPersonId: randomUUID() },
      404,
      'CITIZEN.NOT_FOUND',
      '/citizenPersonId',
    ],
    [
      'an unknown coordinator',
      'post',
      () => '/plans',
      { coordinatorPersonId: randomUUID() },
      404,
      'PERSON.NOT_FOUND',
      '/coordinatorPersonId',
    ],
    [
      'an unknown participant',
      'post',
      () => `/plans/${planId}/consent-refusals`,
      { participantId: randomUUID() },
      404,
      'PARTICIPANT.NOT_FOUND',
      '/participantId',
    ],
    [
      'an unknown meeting',
      'post',
      () => `/plans/${planId}/meetings/${randomUUID()}/cancellation`,
      { reason: 'x' },
      404,
      'MEETING.NOT_FOUND',
      '/meetingId',
    ],
    [
      'a command in the wrong phase',
      'post',
      () => `/plans/${planId}/draft/submission`,
      {},
      422,
      'DRAFT.SECTIONS_MISSING',
      '/sections',
    ],
    [
      'a role that the actor may not give',
      'post',
      () => '/people',
      { givenName: 'A', familyName: 'B', channel: 'mail', organisationRoles: ['administrator'] },
      403,
      'ACTOR.NOT_PERMITTED',
      '/organisationRoles',
    ],
    [
      'a mail address with a line break',
      'post',
      () => '/people',
      { givenName: 'A', familyName: 'B', channel: 'mail', email: 'a@b.dk\nBcc: c@d.dk' },
      400,
      'REQUEST.INVALID',
      '/email',
    ],
  ];

  it.each(cases)(
    '%s is refused with code and field, and changes nothing',
    async (...[, method, path, body, status, code, field]) => {
      const before = await eventCount();
      const sent = path() === '/plans' ? { ...newStart({ citizenPersonId: citizens[0] }), ...body } : body;
      const response = await api[method](coordinator, path(), sent);
      const problem = response.body as Problem;
      expect([response.status, problem.code]).toEqual([status, expect.stringContaining(code)]);
      if (field !== null) expect(problem.errors.map((error) => error.field)).toContain(field);
      expect(await eventCount()).toBe(before);
    },
  );

  it('in an ended plan every command is refused', async () => {
    const ended = await startPlan();
    await api.post(coordinator, `/plans/${ended}/end`, { reason: 'moved' }).expect(200);
    const late = await api.post(coordinator, `/plans/${ended}/hold`, { reason: 'prison' }).expect(409);
    expect((late.body as Problem).code).toBe('PLAN.ENDED');
  });

  it.each([
    [
      'lies about its type',
      'application/pdf',
      Buffer.from('PK\u0003\u0004 no pdf'),
      415,
      'DOCUMENT.TYPE_MISMATCH',
    ],
    [
      'is a picture called text',
      'text/plain',
      Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
      415,
      'DOCUMENT.TYPE_MISMATCH',
    ],
    ['is a page', 'text/html', Buffer.from('<b>'), 415, 'DOCUMENT.TYPE_NOT_ALLOWED'],
    ['is empty', 'application/pdf', Buffer.alloc(0), 400, 'DOCUMENT.EMPTY'],
  ])('an upload that %s is refused', async (_what, type, content, status, code) => {
    const response = await api
      .post(coordinator, `/plans/${planId}/documents?participantId=citizen`)
      .set('Content-Type', type)
      .send(content);
    expect([response.status, (response.body as Problem).code]).toEqual([status, code]);
  });

  it.each([
    'cursor=x',
    'limit=0',
    'limit=1000',
    'phase=unknown',
    'nothing=1',
    'open=yes',
    'phase=consent&phase=ended',
  ])('a list asked for with %s is refused', async (query) => {
    const response = await api.get(coordinator, `/plans?${query}`);
    expect([response.status, (response.body as Problem).code]).toEqual([400, 'REQUEST.INVALID']);
  });

  async function eventCount(): Promise<string> {
    const rows = await api.database.query<{ count: string }[]>('SELECT count(*) AS count FROM plan_events');
    return rows[0]?.count ?? '';
  }
});

describe('without its database', () => {
  it('says that it is not available, and works again afterwards', async () => {
    const planId = await startPlan();
    await api.postgres.kill();
    const away = await api.get(coordinator, `/plans/${planId}`).expect(503);
    expect((away.body as Problem).code).toBe('SERVER.UNAVAILABLE');
    expect(Number(away.headers['retry-after'])).toBeGreaterThan(0);
    await api.postgres.restart();
    await api.get(coordinator, `/plans/${planId}`).expect(200);
  }, 30_000);
});
