import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request, { type Test } from 'supertest';
import { personaOf } from '../../apps/local/sign-in/personas.js';
import { CLAIM, LEVEL } from '../../apps/local/sign-in/local-claims.js';
import { registerSignIns } from '../../apps/local/sign-in/register-sign-ins.js';
import { registerCast } from '../../apps/local/demonstration/register-cast.js';
import { castMember, type CastName } from '../../apps/local/demonstration/cast.js';
import { organisationId } from '../../apps/local/demonstration/organisations.js';
import { operationsOf } from '../../apps/api/openapi/complete-document.js';
import type { Problem } from '../../libs/contracts/problem.js';
import { type Operation, OPERATION_RULES } from '../../libs/domain/access/operation-rules.js';
import { SessionStore } from '../../libs/identity/session/session-store.js';
import { ApiServer } from './api-server.js';

const AT = '2027-03-01T09:00:00.000Z';

let api: ApiServer;
beforeAll(async () => {
  api = await ApiServer.start(AT);
  await registerCast(api.database, api.vault, AT);
  await registerSignIns(api.database, api.vault.cipher, api.issuer.issuer);
}, 60_000);
afterAll(() => api.stop());

/** Asks as the bearer of a token. */
function ask(token: string, method: 'get' | 'post' | 'put', path: string, body?: object): Test {
  const test = request(api.app.getHttpServer())[method](`/api/v1${path}`);
  return test.set('Authorization', `Bearer ${token}`).set('Accept-Language', 'en').send(body);
}

/** Asks as one of the cast. */
async function as(
  name: CastName,
  method: 'get' | 'post' | 'put',
  path: string,
  body?: object,
): Promise<Answer> {
  return answerOf(await ask(await api.issuer.tokenOf(name), method, path, body));
}

interface Answer {
  readonly status: number;
  readonly code: string | undefined;
  readonly body: Record<string, unknown>;
}

function answerOf({ status, body }: { status: number; body: unknown }): Answer {
  return { status, code: (body as Partial<Problem>).code, body: body as Record<string, unknown> };
}

/** A token of one of the cast with other claims over theirs. */
function altered(name: CastName, over: Record<string, unknown>): Promise<string> {
  const { subject, claims } = personaOf(name);
  return api.issuer.token({ sub: subject, ...claims, ...over });
}

async function me(token: string): Promise<Answer> {
  return answerOf(await ask(token, 'get', '/me'));
}

describe('who signs in', () => {
  it('is found as an employee of an organisation above their own, with the roles of the register', async () => {
    expect(await as('ravn', 'get', '/me')).toMatchObject({
      status: 200,
      body: {
        personId: castMember('ravn').id,
        organisationId: organisationId('substanceCentre'),
        organisationRoles: ['practitioner', 'coordinator'],
      },
    });
  });

  it('is not believed a role that the register does not know', async () => {
    const token = await altered('ugle', { kiplan: { roles: ['practitioner', 'administrator'] } });
    expect((await me(token)).body).toMatchObject({ organisationRoles: ['practitioner'] });
  });

  it('is refused for an organisation that is not theirs', async () => {
    expect(await me(await altered('ravn', { [CLAIM.cvr]: '99000007' }))).toMatchObject({
      status: 401,
      code: 'AUTH.INVALID',
    });
  });

  it('is found as a citizen by the number, however it is written', async () => {
    const personId = castMember('magnus').id;
    expect((await as('magnus', 'get', '/me')).body).toMatchObject({ personId, organisationRoles: [] });
    const hyphened = await altered('magnus', { [CLAIM.cpr]: '050490-9995', sub: randomUUID() });
    expect((await me(hyphened)).body).toMatchObject({ personId });
  });

  it('is found as a relative by the subject, and as one who holds custody by the number', async () => {
    expect((await as('mayJune', 'get', '/me')).body).toMatchObject({ personId: castMember('mayJune').id });
    expect((await as('kirsten', 'get', '/me')).body).toMatchObject({ personId: castMember('kirsten').id });
  });

  it('for an organisation is not taken for the private person with that number', async () => {
    const token = await api.issuer.token({
      sub: randomUUID(),
      [CLAIM.assurance]: LEVEL.high,
      [CLAIM.cpr]: castMember('magnus').cpr,
      [CLAIM.cvr]: '99000015',
    });
    expect(await me(token)).toMatchObject({ status: 401, code: 'AUTH.INVALID' });
  });

  it('is refused if nobody has registered them', async () => {
    const token = await api.issuer.token({ sub: randomUUID(), [CLAIM.assurance]: LEVEL.high });
    expect(await me(token)).toMatchObject({ status: 401, code: 'AUTH.INVALID' });
  });

  it('too weakly is told how to sign in (RFC 9470)', async () => {
    const weak = await ask(await altered('ravn', { [CLAIM.assurance]: LEVEL.low }), 'get', '/me');
    expect([weak.status, (weak.body as Problem).code]).toEqual([401, 'AUTH.ASSURANCE_TOO_LOW']);
    const challenge = weak.headers['www-authenticate'] ?? '';
    expect(challenge).toContain('error="insufficient_user_authentication"');
    expect(challenge).toContain(`acr_values="${LEVEL.substantial} ${LEVEL.high}"`);
    const without = await altered('ravn', { [CLAIM.assurance]: undefined });
    expect(await me(without)).toMatchObject({ status: 401, code: 'AUTH.ASSURANCE_TOO_LOW' });
  });

  it('with 100 kB of token is refused before anything is looked up', async () => {
    const asked = api.issuer.asked;
    const large = await ask('a'.repeat(14_000), 'get', '/me');
    expect([large.status, (large.body as Problem).code]).toEqual([401, 'AUTH.INVALID']);
    expect(['431', 'ECONNRESET', 'EPIPE']).toContain(await outcome(ask('a'.repeat(100_000), 'get', '/me')));
    expect(api.issuer.asked).toBe(asked);
  });
});

/** The status, or how the connection broke: Node itself refuses a header beyond 16 kB, and does not read it all. */
async function outcome(test: Test): Promise<string> {
  try {
    return String((await test).status);
  } catch (error) {
    return String((error as { code?: unknown }).code);
  }
}

describe('how somebody signs in', () => {
  const person = { givenName: 'Test', familyName: 'Rådgiver', channel: 'mail' };
  const inTeam = {
    ...person,
    organisationId: organisationId('substanceCentre'),
    organisationRoles: ['practitioner'],
  };

  it('is registered by the team leader, as a subject or as an employee, and works at once', async () => {
    const bySubject = { ...inTeam, subject: 'subject-of-broker' };
    const registered = await as('falk', 'post', '/people', bySubject);
    expect(registered).toMatchObject({ status: 201, body: { hasSignIn: true } });
    const token = await altered('ravn', { sub: 'subject-of-broker', [CLAIM.employee]: undefined });
    expect((await me(token)).body).toMatchObject({ personId: registered.body['personId'] });

    const employed = await as('falk', 'post', '/people', { ...inTeam, employeeId: 'tkb-4711' });
    expect(employed.status).toBe(201);
    const other = await altered('ravn', { sub: randomUUID(), [CLAIM.employee]: 'tkb-4711' });
    expect((await me(other)).body).toMatchObject({ personId: employed.body['personId'] });
  });

  it('is kept as a hash', async () => {
    const rows = await api.database.query<{ subject: string }[]>(
      'SELECT subject FROM people WHERE subject IS NOT NULL',
    );
    expect(rows.length).toBeGreaterThan(20);
    for (const { subject } of rows) expect(subject).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });

  it('is not told by a coordinator, by the leader of another team, or for more than a team', async () => {
    const body = { ...inTeam, subject: randomUUID() };
    for (const [name, change] of [
      ['ravn', {}],
      ['ibis', {}],
      ['falk', { organisationRoles: ['administrator'] }],
      ['falk', { organisationId: null, organisationRoles: [] }],
    ] as const) {
      const answer = await as(name, 'post', '/people', { ...body, ...change });
      expect([name, answer.status, answer.code]).toEqual([name, 403, 'ACTOR.NOT_PERMITTED']);
    }
    expect((await as('skade', 'post', '/people', { ...person, subject: randomUUID() })).status).toBe(201);
  });

  it('belongs to one person', async () => {
    const body = { ...inTeam, employeeId: 'tkb-4712' };
    expect((await as('falk', 'post', '/people', body)).status).toBe(201);
    const again = await as('falk', 'post', '/people', body);
    expect([again.status, again.code]).toEqual([409, 'SIGN_IN.ALREADY_REGISTERED']);
  });

  it('is either of the two, and an employee needs an organisation with a CVR number', async () => {
    const both = await as('falk', 'post', '/people', { ...inTeam, subject: 'a', employeeId: 'b' });
    expect([both.status, both.code]).toEqual([400, 'REQUEST.INVALID']);
    const without = await as('skade', 'post', '/people', { ...person, employeeId: 'tkb-1' });
    expect([without.status, without.code]).toEqual([422, 'ORGANISATION.WITHOUT_CVR']);
  });

  it('is changed and taken away by the team leader, but not of somebody who leads more', async () => {
    const { body } = await as('falk', 'post', '/people', { ...inTeam, subject: 'before' });
    const path = `/people/${String(body['personId'])}/sign-in`;
    const sessions = api.app.get(SessionStore);
    const session = await sessions.begin({
      personId: String(body['personId']),
      claimed: { cvr: null, roles: null, organisationAsked: false },
      signIn: { at: null, assurance: null },
      attempt: randomUUID(),
      subjectKey: 'before',
      providerSession: null,
      idTokenSealed: '',
    });
    expect(await sessions.look(session ?? '')).toMatchObject({ state: 'active' });
    const before = await altered('ravn', { sub: 'before', [CLAIM.employee]: undefined });
    expect((await me(before)).status).toBe(200);
    expect(await as('falk', 'put', path, { subject: 'after' })).toMatchObject({
      status: 200,
      body: { hasSignIn: true },
    });
    expect((await me(before)).status).toBe(401);
    expect(await sessions.look(session ?? '')).toEqual({ state: 'none' });
    expect((await as('falk', 'put', path, {})).body).toMatchObject({ hasSignIn: false });
    const leader = `/people/${castMember('falk').id}/sign-in`;
    expect((await as('falk', 'put', leader, { subject: 'mine' })).code).toBe('ACTOR.NOT_PERMITTED');
    const elsewhere = `/people/${castMember('hejre').id}/sign-in`;
    expect((await as('falk', 'put', elsewhere, { subject: 'mine' })).code).toBe('PERSON.NOT_FOUND');
    expect((await as('ravn', 'put', path, { subject: 'mine' })).code).toBe('ACTOR.NOT_PERMITTED');
    const nobody = `/people/${randomUUID()}/sign-in`;
    expect((await as('falk', 'put', nobody, { subject: 'mine' })).code).toBe('PERSON.NOT_FOUND');
  });
});

describe('a machine', () => {
  const clientId = 'testkoebing-staff-import';
  const registration = {
    clientId,
    name: 'Import',
    organisationId: organisationId('municipality'),
    scopes: ['register.read', 'register.write'],
  };
  let machineClientId: string;

  it('is registered by an administrator and by nobody else', async () => {
    expect((await as('falk', 'post', '/machine-clients', registration)).code).toBe('ACTOR.NOT_PERMITTED');
    const unknown = await api.issuer.tokenOfClient(clientId, 'register.read');
    expect((await ask(unknown, 'get', '/organisations')).status).toBe(401);
    const { status, body } = await as('skade', 'post', '/machine-clients', registration);
    expect([status, body['clientId'], body['endedAt']]).toEqual([201, clientId, null]);
    machineClientId = String(body['machineClientId']);
    const again = await as('skade', 'post', '/machine-clients', registration);
    expect([again.status, again.code]).toEqual([409, 'CLIENT.ALREADY_REGISTERED']);
    const elsewhere = { ...registration, clientId: 'x', organisationId: randomUUID() };
    expect((await as('skade', 'post', '/machine-clients', elsewhere)).code).toBe('ORGANISATION.NOT_FOUND');
    expect((await as('falk', 'get', '/machine-clients')).code).toBe('ACTOR.NOT_PERMITTED');
    expect((await as('skade', 'get', '/machine-clients')).body['items']).toHaveLength(1);
  });

  it('uses what its scopes name', async () => {
    const reads = await api.issuer.tokenOfClient(clientId, 'register.read');
    expect((await ask(reads, 'get', '/organisations')).status).toBe(200);
    const people = `/people?organisation=${organisationId('jobCentre')}`;
    expect((await ask(reads, 'get', people)).status).toBe(200);
    const refused = await ask(reads, 'post', '/citizens', {});
    expect([refused.status, (refused.body as Problem).code]).toEqual([403, 'AUTH.SCOPE_MISSING']);
    expect(refused.headers['www-authenticate']).toContain(
      'error="insufficient_scope", scope="register.write"',
    );
  });

  it('registers who works in its organisation and below, with no more than a team leader may give', async () => {
    const writes = await api.issuer.tokenOfClient(clientId, 'register.write');
    const person = {
      givenName: 'Test',
      familyName: 'Importeret',
      channel: 'mail',
      organisationId: organisationId('housingSupport'),
      organisationRoles: ['practitioner'],
      employeeId: 'tkb-9001',
    };
    expect((await ask(writes, 'post', '/people', person)).status).toBe(201);
    for (const change of [
      { organisationRoles: ['administrator'] },
      { organisationRoles: ['teamLeader'] },
      { organisationId: organisationId('psychiatry') },
      { organisationId: null, organisationRoles: [] },
    ]) {
      const refused = await ask(writes, 'post', '/people', { ...person, employeeId: 'x', ...change });
      expect([refused.status, (refused.body as Problem).code]).toEqual([403, 'ACTOR.NOT_PERMITTED']);
    }
    const citizen = { cpr: '3001749995', givenName: 'Niels', familyName: 'Vendelboe', channel: 'mail' };
    expect((await ask(writes, 'post', '/citizens', citizen)).status).toBe(201);
  });

  it('asks once under one key, apart from everybody else', async () => {
    const writes = await api.issuer.tokenOfClient(clientId, 'register.write');
    const citizen = { cpr: '0201609995', givenName: 'Einer', familyName: 'Lauridsen', channel: 'mail' };
    const key = randomUUID();
    const first = await ask(writes, 'post', '/citizens', citizen).set('Idempotency-Key', key);
    const again = await ask(writes, 'post', '/citizens', citizen).set('Idempotency-Key', key);
    expect([first.status, again.body]).toEqual([201, first.body]);
    const other = await ask(writes, 'post', '/citizens', { ...citizen, givenName: 'E.' }).set(
      'Idempotency-Key',
      key,
    );
    expect((other.body as Problem).code).toBe('IDEMPOTENCY.KEY_REUSED');
  });

  it('has no role in any plan, and uses nothing that does not name a scope', async () => {
    const token = await api.issuer.tokenOfClient(clientId, 'register.read register.write plans.read');
    const tried = operationsOf(api.document).filter(({ path }) => path.startsWith('/api/v1/'));
    expect(tried.length).toBeGreaterThan(100);
    for (const { path, method, operation } of tried) {
      const id = operation.operationId as Operation;
      const rule = OPERATION_RULES[id];
      if (rule.to === 'signedIn' && rule.scope !== undefined) continue;
      const answer = await request(api.app.getHttpServer())
        [method as 'get'](path.replaceAll(/\{\w+\}/g, () => randomUUID()))
        .set('Authorization', `Bearer ${token}`);
      const expected = rule.to === 'signedIn' ? [403, 'AUTH.SCOPE_MISSING'] : [404, 'PLAN.NOT_FOUND'];
      expect([id, answer.status, (answer.body as Problem).code]).toEqual([id, ...expected]);
    }
  });

  it('is let in no longer once it has ended, and can be registered anew', async () => {
    const token = await api.issuer.tokenOfClient(clientId, 'register.read');
    const path = `/machine-clients/${machineClientId}/end`;
    expect((await as('falk', 'post', path)).code).toBe('ACTOR.NOT_PERMITTED');
    expect((await as('skade', 'post', path)).body).toMatchObject({ endedAt: AT });
    expect((await ask(token, 'get', '/organisations')).status).toBe(401);
    expect((await as('skade', 'post', `/machine-clients/${randomUUID()}/end`)).code).toBe('CLIENT.NOT_FOUND');
    expect((await as('skade', 'post', '/machine-clients', registration)).status).toBe(201);
    expect((await ask(token, 'get', '/organisations')).status).toBe(200);
  });
});

describe('the provider', () => {
  it('may change its keys without anybody being signed out', async () => {
    const before = await api.issuer.tokenOf('ravn');
    expect((await me(before)).status).toBe(200);
    await api.issuer.rotate();
    expect((await me(before)).status).toBe(200);
  });
});
