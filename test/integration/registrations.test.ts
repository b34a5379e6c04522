/** What is registered: on the audit with whom it is about, once per key at whichever moment, and told to nobody else. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AuditEntry } from '../../libs/audit/audit-entry.types.js';
import type { Problem } from '../../libs/contracts/problem.js';
import { ApiServer, type SignedIn } from './api-server.js';

let api: ApiServer;
let organisationId: string;
let ravn: SignedIn;
let falk: SignedIn;
let stranger: SignedIn;
let colleague: SignedIn;
let otherLeader: SignedIn;
let administrator: SignedIn;

beforeAll(async () => {
  api = await ApiServer.start('2027-03-01T09:00:00.000Z');
  organisationId = await api.organisation('Rusmiddelcentret');
  const elsewhere = await api.organisation('Jobcentret');
  ravn = await api.person(organisationId, ['coordinator']);
  falk = await api.person(organisationId, ['teamLeader']);
  stranger = await api.person(elsewhere, ['practitioner']);
  colleague = await api.person(elsewhere, ['practitioner']);
  otherLeader = await api.person(elsewhere, ['teamLeader']);
  administrator = await api.person(elsewhere, ['administrator']);
}, 60_000);
afterAll(() => api.stop());

const lone = { givenName: 'Lone Test', familyName: 'Lauridsen', channel: 'mail' };

async function entriesAbout(
  subject: 'subjectPersonId' | 'subjectOrganisationId',
  id: string,
): Promise<AuditEntry[]> {
  const rows = await api.database.query<{ entry: string }[]>(
    `SELECT entry FROM audit_entries WHERE entry::jsonb ->> $1 = $2 ORDER BY chain, place`,
    [subject, id],
  );
  return rows.map(({ entry }) => JSON.parse(entry) as AuditEntry);
}

async function codeOf(test: ReturnType<ApiServer['post']>): Promise<string> {
  return ((await test).body as Problem).code;
}

/** The same request under one key, at the same moment. */
async function atOnce(
  who: SignedIn,
  path: string,
  body: object,
): Promise<{ status: number; body: object }[]> {
  const key = randomUUID();
  const answers = await Promise.all(
    [1, 2, 3].map(async () => api.post(who, path, body).set('Idempotency-Key', key)),
  );
  return answers.map(({ status, body }) => ({ status, body: body as object }));
}

describe('the audit', () => {
  it('has who registered whom, with the roles that were given and the sign-in', async () => {
    const body = {
      ...lone,
      organisationId,
      organisationRoles: ['practitioner', 'coordinator'],
      subject: 'lone-at-work',
    };
    const answer = await api.post(falk, '/people', body).expect(201);
    const { personId } = answer.body as { personId: string };
    expect(await entriesAbout('subjectPersonId', personId)).toMatchObject([
      {
        operation: 'registerPerson',
        personId: falk.personId,
        roles: ['teamLeader'],
        granted: ['practitioner', 'coordinator'],
        allowed: true,
        channel: 'api',
      },
      { operation: 'setSignIn', personId: falk.personId, allowed: true },
    ]);
  });

  it('has who gave themselves more than they may, and from whom it was taken', async () => {
    const personId = randomUUID();
    const body = { ...lone, personId, organisationId, organisationRoles: ['administrator'] };
    expect(await codeOf(api.post(falk, '/people', body))).toBe('ACTOR.NOT_PERMITTED');
    expect(await entriesAbout('subjectPersonId', personId)).toMatchObject([
      { operation: 'registerPerson', allowed: false, refusal: 'ACTOR.NOT_PERMITTED' },
    ]);
    const path = `/people/${colleague.personId}/corrections`;
    await api.post(administrator, path, { organisationRoles: ['coordinator'] }).expect(201);
    expect((await entriesAbout('subjectPersonId', colleague.personId)).at(-1)).toMatchObject({
      operation: 'correctPerson',
      granted: ['coordinator'],
    });
  });

  it('has a changed sign-in, which who signs in so reads in what is kept about them', async () => {
    await api.put(falk, `/people/${ravn.personId}/sign-in`, { subject: 'x-falk' }).expect(200);
    expect(await entriesAbout('subjectPersonId', ravn.personId)).toMatchObject([
      { operation: 'setSignIn', personId: falk.personId, roles: ['teamLeader'], allowed: true },
    ]);
    ravn = await api.signIn(ravn.personId, organisationId, ['coordinator']);
    const data = await api.get(ravn, '/me/data').expect(200);
    expect(data.text).toContain('setSignIn');
    expect(data.text).toContain(falk.personId);
  });

  it('has who tried to change a sign-in that is not theirs to change', async () => {
    const path = `/people/${ravn.personId}/sign-in`;
    await api.put(otherLeader, path, { subject: 'x-other' }).expect(404);
    await api.put(stranger, path, { subject: 'x-stranger' }).expect(403);
    const entries = await entriesAbout('subjectPersonId', ravn.personId);
    expect(entries).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ personId: otherLeader.personId, refusal: 'PERSON.NOT_FOUND' }),
        expect.objectContaining({ personId: stranger.personId, refusal: 'ACTOR.NOT_PERMITTED' }),
      ]),
    );
  });

  it('has a citizen as registered, and then as found; nothing is taken over', async () => {
    const body = { cpr: '0504909995', givenName: 'Magnus Test', familyName: 'Lauridsen', channel: 'letter' };
    const first = await api.post(ravn, '/citizens', { ...body, address: 'Gade 1' }).expect(201);
    const other = { ...body, givenName: 'En anden', address: 'Gade 2', protectedIdentity: true };
    const second = await api.post(stranger, '/citizens', other).expect(201);
    expect(second.body).toEqual(first.body);
    const { personId } = first.body as { personId: string };
    const entries = await entriesAbout('subjectPersonId', personId);
    expect(entries.map(({ operation, personId: by }) => [operation, by]).sort()).toEqual([
      ['findCitizen', stranger.personId],
      ['registerCitizen', ravn.personId],
    ]);
    const read = await api.get(administrator, `/people/${personId}`).expect(200);
    expect(read.body).toMatchObject({
      givenName: 'Magnus Test',
      address: 'Gade 1',
      protectedIdentity: false,
    });
  });

  it('has organisations and machines, and who tried to register them', async () => {
    const organisation = { kind: 'department', name: 'Psykiatrisk klinik', leaderPersonId: falk.personId };
    const answer = await api.post(administrator, '/organisations', organisation).expect(201);
    const { organisationId: id } = answer.body as { organisationId: string };
    const machine = { clientId: 'import', name: 'Import', organisationId: id, scopes: ['register.read'] };
    const client = await api.post(administrator, '/machine-clients', machine).expect(201);
    const { machineClientId } = client.body as { machineClientId: string };
    await api.post(administrator, `/machine-clients/${machineClientId}/end`).expect(200);
    await api.post(administrator, `/organisations/${id}/corrections`, { name: 'Klinikken' }).expect(201);
    expect(
      (await entriesAbout('subjectOrganisationId', id)).map(({ operation, allowed }) => [operation, allowed]),
    ).toEqual([
      ['registerOrganisation', true],
      ['registerMachineClient', true],
      ['endMachineClient', true],
      ['correctOrganisation', true],
    ]);
    await api.post(falk, '/organisations', organisation).expect(403);
    const [row] = await api.database.query<{ tried: number }[]>(
      `SELECT count(*)::int AS tried FROM audit_entries
       WHERE operation = 'registerOrganisation' AND person_id = $1 AND NOT allowed`,
      [falk.personId],
    );
    expect(row?.tried).toBe(1);
  });
});

describe('the same key at the same moment', () => {
  it.each<[string, string, () => object, string]>([
    ['a person', '/people', () => lone, 'personId'],
    ['a person with an id', '/people', () => ({ ...lone, personId: randomUUID() }), 'personId'],
    ['an organisation', '/organisations', () => ({ kind: 'department', name: 'Ny' }), 'organisationId'],
    [
      'an organisation with an id',
      '/organisations',
      () => ({ kind: 'department', name: 'Ny', organisationId: randomUUID() }),
      'organisationId',
    ],
    [
      'a citizen',
      '/citizens',
      () => ({ cpr: '0201919990', givenName: 'Et', familyName: 'Navn', channel: 'letter' }),
      'personId',
    ],
    [
      'a machine',
      '/machine-clients',
      () => ({ clientId: 'twice', name: 'To', organisationId: null, scopes: ['register.read'] }),
      'machineClientId',
    ],
  ])('registers %s once, and answers all the same', async (_what, path, body, id) => {
    const answers = await atOnce(administrator, path, body());
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(answers[0]?.body).toHaveProperty(id);
  });
});

describe('a registration that is asked for again', () => {
  it('is answered with what was asked, by who may still register, and is on the audit as that', async () => {
    const key = randomUUID();
    const body = { ...lone, organisationId, organisationRoles: ['practitioner'] };
    const send = (): ReturnType<ApiServer['post']> =>
      api.post(falk, '/people', body).set('Idempotency-Key', key);
    const first = await send().expect(201);
    const { personId } = first.body as { personId: string };
    await api.post(falk, `/people/${personId}/corrections`, { givenName: 'Nyt Navn' }).expect(201);
    expect((await send().expect(201)).body).toEqual(first.body);
    expect((await entriesAbout('subjectPersonId', personId)).at(-1)).toMatchObject({
      operation: 'registerPerson',
      repeated: true,
    });
    const path = `/people/${falk.personId}/corrections`;
    await api.post(administrator, path, { organisationRoles: ['practitioner'] }).expect(201);
    expect((await send()).body).toMatchObject({ code: 'ACTOR.NOT_PERMITTED' });
    await api.post(administrator, path, { organisationRoles: ['teamLeader'] }).expect(201);
  });

  it('sets no sign-in again that was set anew meanwhile', async () => {
    const key = randomUUID();
    const path = `/people/${ravn.personId}/sign-in`;
    const send = (): ReturnType<ApiServer['put']> =>
      api.put(falk, path, { subject: 'ravn-once' }).set('Idempotency-Key', key);
    await send().expect(200);
    ravn = await api.signIn(ravn.personId, organisationId, ['coordinator']);
    await send().expect(200);
    await api.get(ravn, '/me').expect(200);
  });
});
