/** Where people work, looked up in the register by the record: whom a party may send, and who may coordinate. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Problem } from '../../libs/contracts/problem.js';
import { OrganisationEntity } from '../../libs/persistence/entities/index.js';
import testCitizens from '../../libs/test-citizens/test-citizens.json' with { type: 'json' };
import { ApiServer, type SignedIn } from './api-server.js';
import { startBody } from '../factories/start-body.js';

const NOW = '2027-03-01T09:00:00.000Z';

describe('where people work', () => {
  let api: ApiServer;
  let municipality: string;
  let centre: string;
  let jobCentre: string;
  let coordinator: SignedIn;
  let colleague: SignedIn;
  let teamLeader: SignedIn;
  let consultant: SignedIn;
  let psychiatrist: SignedIn;
  let relative: SignedIn;
  let plan: string;
  const citizens = testCitizens.people.map(({ cpr }) => cpr);

  beforeAll(async () => {
    api = await ApiServer.start(NOW);
    municipality = await api.organisation('Kommunen');
    centre = await below(municipality, 'Rusmiddelcentret');
    jobCentre = await below(municipality, 'Jobcentret');
    coordinator = await api.person(centre, ['coordinator']);
    colleague = await api.person(centre, ['practitioner']);
    teamLeader = await api.person(centre, ['teamLeader']);
    consultant = await api.person(jobCentre, ['practitioner']);
    psychiatrist = await api.person(await api.organisation('Psykiatrisk klinik'), ['practitioner']);
    relative = await api.person(null, []);
  }, 60_000);
  afterAll(() => api.stop());

  beforeEach(async () => {
    const body = { cpr: citizens.shift(), givenName: 'Anders', familyName: 'Test', channel: 'letter' };
    const citizen = await api.post(coordinator, '/citizens', body).expect(201);
    const started = await api
      .post(coordinator, '/plans', startBody((citizen.body as { personId: string }).personId, coordinator))
      .expect(201);
    plan = `/plans/${(started.body as { planId: string }).planId}`;
  });

  async function below(parentId: string, name: string): Promise<string> {
    const id = await api.organisation(name);
    await api.database.manager.update(OrganisationEntity, { id }, { parentId });
    return id;
  }

  async function add(who: SignedIn, change: object = {}): Promise<{ participantId: string; code?: string }> {
    const participantId = randomUUID();
    const body = { participantId, personId: who.personId, role: 'jobCentre', channel: 'mail', ...change };
    const answer = await api.post(coordinator, `${plan}/participants`, body);
    return { participantId, code: (answer.body as Partial<Problem>).code };
  }

  async function organisationOf(participantId: string): Promise<string | null | undefined> {
    const answer = await api.get(coordinator, `${plan}/participants`).expect(200);
    const { items } = answer.body as { items: { participantId: string; organisationId: string | null }[] };
    return items.find((one) => one.participantId === participantId)?.organisationId;
  }

  async function consent(participantId: string): Promise<string | undefined> {
    await api
      .post(coordinator, `${plan}/consents`, {
        grants: [{ participantId, kinds: ['goals'], from: NOW, to: '2028-02-01T00:00:00+01:00' }],
        basis: 'serviceAct',
        manner: 'written',
        wordingVersion: '2026-1',
        givenBy: 'citizen',
        place: 'Bostedet',
      })
      .expect(201);
    const consents = await api.get(coordinator, `${plan}/consents`).expect(200);
    const { grants } = consents.body as { grants: { participantId: string; status: string }[] };
    return grants.find((one) => one.participantId === participantId)?.status;
  }

  it('is taken from the register for a party, whatever was left out', async () => {
    const { participantId } = await add(consultant);
    expect(await organisationOf(participantId)).toBe(jobCentre);
    const whole = await add(consultant, { role: 'municipality', organisationId: municipality });
    expect(await organisationOf(whole.participantId)).toBe(municipality);
  });

  it('is no other than the register says', async () => {
    expect((await add(psychiatrist, { organisationId: jobCentre })).code).toBe(
      'PARTICIPANT.OTHER_ORGANISATION',
    );
    expect((await add(consultant, { organisationId: centre })).code).toBe('PARTICIPANT.OTHER_ORGANISATION');
    expect((await add(relative)).code).toBe('PARTICIPANT.ORGANISATION_MISSING');
    expect((await add(relative, { personId: randomUUID() })).code).toBe('PERSON.NOT_FOUND');
    expect((await add(consultant, { organisationId: randomUUID() })).code).toBe('ORGANISATION.NOT_FOUND');
  });

  it('keeps a consent with the organisation that it was given to', async () => {
    const { participantId } = await add(consultant);
    expect(await consent(participantId)).toBe('given');
    const replace = (who: SignedIn): ReturnType<ApiServer['post']> =>
      api.post(coordinator, `${plan}/participants/${participantId}/replacement`, {
        personId: who.personId,
        channel: 'mail',
      });
    for (const other of [psychiatrist, relative, colleague]) {
      const answer = await replace(other);
      expect([answer.status, (answer.body as Problem).code]).toEqual([422, 'PARTICIPANT.OTHER_ORGANISATION']);
      await api.get(psychiatrist, plan).expect(404);
    }
    const next = await api.person(await below(jobCentre, 'Jobcentrets ungeteam'), ['practitioner']);
    await replace(next).expect(200);
    await api.get(next, plan).expect(200);
  });

  it.each([
    ['left out', {}],
    ['of the house above', { role: 'municipality' }],
  ])('makes a consent to a colleague provisional, with an organisation %s', async (_how, change) => {
    const above = 'role' in change ? { organisationId: municipality } : {};
    const { participantId } = await add(colleague, { role: 'substanceTreatment', ...change, ...above });
    expect(await consent(participantId)).toBe('provisional');
    await api.get(colleague, plan).expect(404);
  });

  it('is somewhere for whoever coordinates, succeeds or stands in', async () => {
    const { personId } = relative;
    const tries = [
      api.put(teamLeader, `${plan}/coordinator`, { personId, reason: 'tæt på' }),
      api.post(coordinator, `${plan}/handover`, { successorPersonId: personId, reason: 'tæt på' }),
      api.put(coordinator, `${plan}/deputy`, { personId, from: NOW, to: '2027-04-01T00:00:00Z' }),
    ];
    for (const answer of await Promise.all(tries)) {
      expect([answer.status, (answer.body as Problem).code]).toEqual([422, 'COORDINATOR.NOT_ELIGIBLE']);
    }
    await api
      .post(coordinator, `${plan}/handover`, { successorPersonId: consultant.personId, reason: 'tæt på' })
      .expect(201);
  });
});
