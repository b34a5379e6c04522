/** Corrections in the register: who may make which, what is kept of what was there before, and what is refused. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditKeys } from '../../libs/audit/audit-keys.js';
import { verifyAudit } from '../../libs/audit/verification/verify-audit.js';
import type { Problem } from '../../libs/contracts/problem.js';
import { SEAL_MARK } from '../../libs/persistence/sealed-words/sealed-value.js';
import { ApiServer, type SignedIn } from './api-server.js';
import { type PersonName, type WellFilledPlan, wellFilledPlan } from './well-filled-plan.js';
import { registeredRelative, relativeOf } from './relatives.js';

let api: ApiServer;
let plan: WellFilledPlan;
let people: Record<PersonName, SignedIn>;

beforeAll(async () => {
  api = await ApiServer.start('2027-03-01T09:00:00.000Z');
  plan = await wellFilledPlan(api);
  people = plan.people;
}, 90_000);
afterAll(() => api.stop());

type Body = Record<string, unknown>;

async function corrected(who: SignedIn, personId: string, body: object): Promise<Body> {
  const answer = await api.post(who, `/people/${personId}/corrections`, body);
  return { status: answer.status, ...(answer.body as Body) };
}

async function revisions(who: SignedIn, personId: string): Promise<Body[]> {
  const answer = await api.get(who, `/people/${personId}/revisions`).expect(200);
  return (answer.body as { items: Body[] }).items;
}

async function codeOf(test: ReturnType<ApiServer['post']>): Promise<string> {
  return ((await test).body as Problem).code;
}

/** Raw, as the database has it. */
async function kept(personId: string): Promise<Body> {
  const rows = await api.database.query<{ row: string }[]>(
    `SELECT encode(convert_to(p.given_name, 'UTF8'), 'base64') AS row FROM people p WHERE id = $1`,
    [personId],
  );
  return { givenName: Buffer.from(rows[0]?.row ?? '', 'base64').toString('utf8') };
}

describe('a correction', () => {
  it('by the coordinator mends an address, and what was there before is kept with who and when', async () => {
    const { citizenPersonId } = plan;
    const before = await api.get(people.coordinator, `/people/${citizenPersonId}`).expect(200);
    const { email } = before.body as { email: string };
    const answer = await corrected(people.coordinator, citizenPersonId, { email: 'magnus@nyt.example' });
    expect(answer).toMatchObject({ status: 201, email: 'magnus@nyt.example', telephone: '+45 99 99 10 01' });
    expect(await revisions(people.coordinator, citizenPersonId)).toEqual([
      { revision: 1, at: api.clock.at, byPersonId: people.coordinator.personId, before: { email } },
    ]);
    const participants = await api.get(people.coordinator, `/plans/${plan.planId}/participants`);
    expect(participants.text).toContain('magnus@nyt.example');
    expect(participants.text).not.toContain(email);
  });

  it('is made once per Idempotency-Key, and not at all if it repeats what is there', async () => {
    const { personId } = people.mother;
    const send = (): ReturnType<ApiServer['post']> =>
      api
        .post(people.administrator, `/people/${personId}/corrections`, { telephone: '+45 99 99 10 07' })
        .set('Idempotency-Key', 'mothers-telephone');
    expect((await send()).body).toEqual((await send()).body);
    await corrected(people.administrator, personId, { telephone: '+45 99 99 10 07', language: 'da' });
    expect(await revisions(people.administrator, personId)).toHaveLength(1);
  });

  it('of one’s own contact details is one’s own, of more it is not', async () => {
    expect(
      await corrected(people.mother, people.mother.personId, {
        address: 'Testgrusgraven 4, 3400 Hillerød',
        language: 'en',
      }),
    ).toMatchObject({ status: 201, address: 'Testgrusgraven 4, 3400 Hillerød', language: 'en' });
    for (const body of [
      { givenName: 'En anden' },
      { channel: 'letter' },
      { protectedIdentity: true },
      { organisationRoles: ['administrator'] },
      { email: null, organisationId: people.coordinator.organisationId },
    ]) {
      expect(await corrected(people.mother, people.mother.personId, body)).toMatchObject({
        status: 403,
        code: 'ACTOR.NOT_PERMITTED',
      });
    }
  });

  it.each<[PersonName, PersonName, number]>([
    ['deputy', 'citizen', 201],
    ['administrator', 'mother', 201],
    // She takes part in their plan, and signs in herself.
    ['coordinator', 'mother', 404],
    ['deputy', 'mother', 404],
    ['coordinator', 'psychiatry', 404],
    ['administrator', 'stranger', 201],
    ['teamLeader', 'coordinator', 201],
    ['teamLeader', 'mother', 404],
    ['otherLeader', 'coordinator', 404],
    ['psychiatry', 'mother', 404],
    ['mother', 'citizen', 404],
    ['coordinator', 'stranger', 404],
    ['auditor', 'citizen', 404],
    ['stranger', 'citizen', 404],
  ])('by %s of %s is answered with %d', async (who, whom, status) => {
    const { personId } = people[whom];
    const body = { telephone: `+45 99 99 10 ${String(10 + Object.keys(people).indexOf(who))}` };
    expect(await corrected(people[who], personId, body)).toMatchObject({ status });
    await api.get(people[who], `/people/${personId}`).expect(status === 201 ? 200 : 404);
    await api.get(people[who], `/people/${personId}/revisions`).expect(status === 201 ? 200 : 404);
  });

  it('of somebody who does not exist is answered like that of somebody with whom one has nothing to do', async () => {
    const unknown = await corrected(people.stranger, '99999999-9999-4999-8999-000000000000', { email: null });
    const foreign = await corrected(people.stranger, plan.citizenPersonId, { email: null });
    expect({ ...unknown, correlationId: '' }).toEqual({ ...foreign, correlationId: '' });
  });

  it('of a relative who cannot sign in is the coordinator’s, and ends with the part that gave the right to it', async () => {
    const personId = await registeredRelative(api, people.coordinator, { protectedIdentity: true });
    const participantId = await relativeOf(api, people.coordinator, plan.planId, personId);
    const address = await corrected(people.coordinator, personId, { address: 'Her 1' });
    expect(address).toMatchObject({ status: 201, address: 'Her 1' });
    // Whether the protection can go is not the coordinator's to say.
    expect(await corrected(people.coordinator, personId, { protectedIdentity: false })).toMatchObject({
      code: 'ACTOR.NOT_PERMITTED',
      errors: [{ field: '/protectedIdentity' }],
    });
    await api
      .post(people.coordinator, `/plans/${plan.planId}/participants/${participantId}/removal`, {
        reason: 'Ikke mere.',
      })
      .expect(200);
    expect(await corrected(people.coordinator, personId, { address: 'Der 2' })).toMatchObject({
      status: 404,
    });
  });
});

describe('roles and organisation', () => {
  it('are changed by a team leader within the team, and by an administrator', async () => {
    const organisationId = people.coordinator.organisationId ?? '';
    const newcomer = await api.person(organisationId, ['practitioner']);
    const { personId } = newcomer;
    expect(
      await corrected(people.teamLeader, personId, { organisationRoles: ['practitioner', 'coordinator'] }),
    ).toMatchObject({ status: 201, organisationRoles: ['practitioner', 'coordinator'] });
    expect(await corrected(people.teamLeader, personId, { organisationRoles: ['teamLeader'] })).toMatchObject(
      {
        code: 'ACTOR.NOT_PERMITTED',
        errors: [{ field: '/organisationRoles', expected: 'roles that the actor may give' }],
      },
    );
    expect(
      await corrected(people.teamLeader, people.administrator.personId, { organisationRoles: [] }),
    ).toMatchObject({ code: 'ACTOR.NOT_PERMITTED' });
    expect(
      await corrected(people.administrator, personId, { organisationRoles: ['teamLeader'] }),
    ).toMatchObject({ status: 201, organisationRoles: ['teamLeader'] });
    expect(await corrected(people.administrator, personId, { organisationId: plan.planId })).toMatchObject({
      code: 'ORGANISATION.NOT_FOUND',
    });
  });

  it('decide whether the name is sealed: that of staff is listed, that of others is nobody’s to read', async () => {
    const organisationId = people.coordinator.organisationId ?? '';
    const { personId } = await api.person(organisationId, ['practitioner']);
    await corrected(people.teamLeader, personId, { organisationId: null, organisationRoles: [] });
    expect((await kept(personId)).givenName).toMatch(new RegExp(`^${SEAL_MARK}w`, 'u'));
    expect(
      await corrected(people.administrator, personId, {
        organisationId,
        organisationRoles: ['practitioner'],
      }),
    ).toMatchObject({ givenName: 'Ellen Louise Test' });
    expect((await kept(personId)).givenName).toBe('Ellen Louise Test');
  });
});

describe('a number', () => {
  const replacement = '0504901AB1';

  async function registered(cpr: string): Promise<string> {
    const answer = await api.post(people.coordinator, '/citizens', {
      cpr,
      givenName: 'Else Test',
      familyName: 'Lauridsen',
      channel: 'letter',
    });
    return (answer.body as { personId: string }).personId;
  }

  const number = (who: SignedIn, personId: string, cpr: string): ReturnType<ApiServer['post']> =>
    api.post(who, `/citizens/${personId}/number-corrections`, { cpr });

  it('is corrected from a replacement number to a CPR number by an administrator, once', async () => {
    const personId = await registered(replacement);
    expect(await codeOf(number(people.coordinator, personId, '0201919990'))).toBe('ACTOR.NOT_PERMITTED');
    await number(people.administrator, personId, '0201919990').expect(201);
    expect(await registered('0201919990')).toBe(personId);
    expect(await registered(replacement)).not.toBe(personId);
    expect((await revisions(people.administrator, personId))[0]?.['before']).toEqual({
      cpr: replacement,
      birthDate: '1990-04-05',
    });
    expect(await codeOf(number(people.administrator, personId, '0504909989'))).toBe('CPR.NOT_A_REPLACEMENT');
  });

  it('that another citizen has is refused, and the two stay two', async () => {
    const personId = await registered('0504901AB3');
    expect(await codeOf(number(people.administrator, personId, '0504909995'))).toBe('CPR.ALREADY_REGISTERED');
    expect(await registered('0504901AB3')).toBe(personId);
    expect(await registered('0504909995')).toBe(plan.citizenPersonId);
    expect(await revisions(people.administrator, personId)).toEqual([]);
  });

  it.each([
    ['of somebody who is born in the future', '0504364999'],
    ['of somebody who was born before 1900', '0101998000'],
    ['that is a replacement number', '0504901AB5'],
    ['that cannot exist', '3102909995'],
    ['that is something else', "0504909995'; DROP TABLE citizens; --"],
  ])('%s is refused', async (_what, cpr) => {
    const personId = await registered('0504901AB7');
    const answer = await number(people.administrator, personId, cpr);
    expect(answer.body).toMatchObject({ code: 'CPR.INVALID' });
    expect(answer.text).not.toContain(cpr);
  });

  it('of somebody who is born in the future is not registered either', async () => {
    const body = { cpr: '0504364999', givenName: 'Else', familyName: 'Test', channel: 'letter' };
    expect(await codeOf(api.post(people.coordinator, '/citizens', body))).toBe('CPR.INVALID');
  });

  it('of somebody who is no citizen is no citizen’s', async () => {
    expect(await codeOf(number(people.administrator, people.mother.personId, '0201919990'))).toBe(
      'CITIZEN.NOT_FOUND',
    );
  });
});

describe('a death', () => {
  const death = (who: SignedIn, deceased: boolean): ReturnType<ApiServer['post']> =>
    api.post(who, `/citizens/${plan.citizenPersonId}/death`, { deceased });

  it('is recorded by the coordinator, ends no plan, and is taken back if it was a mistake', async () => {
    expect((await death(people.coordinator, true).expect(201)).body).toMatchObject({ deceased: true });
    const read = await api.get(people.coordinator, `/plans/${plan.planId}`).expect(200);
    expect(read.body).toMatchObject({ endedAt: null, masterData: { citizen: { deceased: true } } });
    await death(people.coordinator, false).expect(201);
    expect((await revisions(people.coordinator, plan.citizenPersonId)).slice(0, 2)).toMatchObject([
      { before: { deceased: true } },
      { before: { deceased: false } },
    ]);
  });

  it.each<[PersonName, string]>([
    ['citizen', 'ACTOR.NOT_PERMITTED'],
    ['mother', 'ACTOR.NOT_PERMITTED'],
    ['teamLeader', 'PERSON.NOT_FOUND'],
    ['stranger', 'PERSON.NOT_FOUND'],
  ])('is not for %s to record: %s', async (name, code) => {
    expect(await codeOf(death(people[name], true))).toBe(code);
  });
});

describe('an organisation', () => {
  it('gets another leader by an administrator, another name also by its team leader', async () => {
    const id = people.coordinator.organisationId ?? '';
    const correct = (who: SignedIn, body: object): ReturnType<ApiServer['post']> =>
      api.post(who, `/organisations/${id}/corrections`, body);
    const { personId } = people.teamLeader;
    await correct(people.administrator, { leaderPersonId: personId }).expect(201);
    await correct(people.teamLeader, { name: 'Rusmiddelcenter Nord' }).expect(201);
    expect(await codeOf(correct(people.teamLeader, { leaderPersonId: null }))).toBe('ACTOR.NOT_PERMITTED');
    expect(await codeOf(correct(people.otherLeader, { name: 'Mit' }))).toBe('ACTOR.NOT_PERMITTED');
    expect(await codeOf(correct(people.administrator, { leaderPersonId: plan.planId }))).toBe(
      'PERSON.NOT_FOUND',
    );
    const read = await api.get(people.teamLeader, `/organisations/${id}/revisions`).expect(200);
    expect((read.body as { items: Body[] }).items.map(({ before }) => before)).toEqual([
      { name: 'Rusmiddelcentret' },
      { leaderPersonId: null },
    ]);
    await api.get(people.otherLeader, `/organisations/${id}/revisions`).expect(403);
  });
});

describe('what is no correction', () => {
  it.each([
    ['nothing', {}],
    ['a header in an address', { email: 'magnus@borger.example\r\nBcc: alle@borger.example' }],
    ['two addresses', { email: 'magnus@borger.example, alle@borger.example' }],
    ['an address with a name', { email: '"Bcc: x" <magnus@borger.example>' }],
    ['a telephone number that is something else', { telephone: '12; rm -rf /' }],
    ['a language that is not spoken', { language: 'de' }],
    ['a role that there is not', { organisationRoles: ['root'] }],
    ['a name of blanks', { givenName: ' \n' }],
    ['the mark of what is sealed', { givenName: `${SEAL_MARK}w` }],
    ['a field of its own', { subject: 'x' }],
  ])('is refused: %s', async (_what, body) => {
    const answer = await corrected(people.coordinator, plan.citizenPersonId, body);
    expect(answer).toMatchObject({ status: 400, code: 'REQUEST.INVALID' });
  });

  it('changes nothing of what is text: it comes back as it was written', async () => {
    const texts = {
      givenName: `Robert'); DROP TABLE people; --`,
      familyName: '<script>alert(1)</script>',
      address: 'Gade 1\r\nBcc: x@y.example\r\n\r\n<img src=x onerror=alert(1)>',
    };
    await corrected(people.coordinator, plan.citizenPersonId, texts);
    const read = await api.get(people.citizen, `/people/${plan.citizenPersonId}`).expect(200);
    expect(read.body).toMatchObject(texts);
    expect(read.headers['content-type']).toMatch(/^application\/json/);
    const [{ before }] = (await revisions(people.citizen, plan.citizenPersonId)) as [{ before: Body }];
    expect(before).toMatchObject({ givenName: 'Magnus Test', familyName: 'Lauridsen' });
  });
});

describe('the audit', () => {
  it('has every correction and look with whom it was about, and every refusal, and is whole', async () => {
    const rows = await api.database.query<{ operation: string; allowed: boolean; count: number }[]>(
      `SELECT operation, allowed, count(*)::int AS count FROM audit_entries
       WHERE subject_person_id = $1 GROUP BY 1, 2 ORDER BY 1, 2`,
      [plan.citizenPersonId],
    );
    expect(rows).toEqual(
      expect.arrayContaining([
        { operation: 'correctPerson', allowed: true, count: 3 },
        { operation: 'recordDeath', allowed: true, count: 2 },
        { operation: 'recordDeath', allowed: false, count: 4 },
      ]),
    );
    for (const operation of ['getPerson', 'listPersonRevisions', 'correctPerson']) {
      for (const allowed of [true, false]) {
        expect(rows).toContainEqual(expect.objectContaining({ operation, allowed }));
      }
    }
    const keys = new AuditKeys(api.environment.AUDIT_KEYS);
    const { findings } = await api.database.transaction('REPEATABLE READ', (manager) =>
      verifyAudit(manager, { keys, cipher: api.vault.cipher, anchors: [] }),
    );
    expect(findings).toEqual([]);
  });

  it('and the revisions hold what was there before under the person’s key only', async () => {
    const rows = await api.database.query<{ content: Buffer }[]>('SELECT content FROM person_revisions');
    expect(rows.length).toBeGreaterThan(5);
    expect(Buffer.concat(rows.map(({ content }) => content)).toString('latin1')).not.toMatch(
      /Magnus|kanarie|borger/,
    );
  });
});
