/** Putting somebody into a plan: what a coordinator does alone opens nothing of them. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiServer, type SignedIn } from './api-server.js';
import { registeredRelative, relativeOf } from './relatives.js';
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

async function corrected(who: SignedIn, personId: string, body: object): Promise<Record<string, unknown>> {
  const answer = await api.post(who, `/people/${personId}/corrections`, body);
  return { status: answer.status, ...(answer.body as object) };
}

describe('a plan of one’s own', () => {
  /** A practitioner who has nothing to do with the plan, and coordinates one for somebody else. */
  let nurse: SignedIn;
  let dummyPlanId: string;

  beforeAll(async () => {
    const organisationId = await api.organisation('Sygeplejen');
    nurse = await api.person(organisationId, ['practitioner']);
    const citizenPersonId = await citizenOf(nurse, '0201919990');
    const answer = await api.post(nurse, '/plans', {
      citizenPersonId,
      citizenChannel: 'letter',
      grounds: ['severeMentalIllnessWithSubstanceUse'],
      courseType: 'coordinated',
      cluster: 'Nord',
      municipalityCode: '0219',
      department: 'Sygeplejen',
      organisationId,
      coordinatorPersonId: nurse.personId,
      citizenAnswer: 'yes',
      answerManner: 'oral',
    });
    dummyPlanId = (answer.body as { planId: string }).planId;
  });

  async function citizenOf(who: SignedIn, cpr: string): Promise<string> {
    const body = { cpr, givenName: 'Et', familyName: 'Navn', channel: 'letter' };
    const answer = await api.post(who, '/citizens', body).expect(201);
    return (answer.body as { personId: string }).personId;
  }

  async function opensNothingOf(personId: string): Promise<void> {
    await api.get(nurse, `/people/${personId}`).expect(404);
    await api.get(nurse, `/people/${personId}/revisions`).expect(404);
    const answer = await corrected(nurse, personId, {
      email: 'nurse@evil.example',
      protectedIdentity: false,
    });
    expect(answer).toMatchObject({ status: 404, code: 'PERSON.NOT_FOUND' });
    await api.post(nurse, `/citizens/${personId}/death`, { deceased: true }).expect(404);
  }

  it('opens nothing of a protected citizen who is put into it', async () => {
    const { citizenPersonId } = plan;
    await corrected(people.coordinator, citizenPersonId, { protectedIdentity: true });
    expect(await citizenOf(nurse, '0504909995')).toBe(citizenPersonId);
    await relativeOf(api, nurse, dummyPlanId, citizenPersonId);
    await opensNothingOf(citizenPersonId);
    const list = await api.get(nurse, `/plans/${dummyPlanId}/participants`).expect(200);
    const read = await api.get(people.coordinator, `/people/${citizenPersonId}`).expect(200);
    const { email, telephone, address } = read.body as Record<string, string>;
    for (const told of [email, telephone, address]) expect(list.text).not.toContain(told);
    await corrected(people.coordinator, citizenPersonId, { protectedIdentity: false });
  });

  it('shows of a citizen whom the register knows what its own people wrote, in whichever role', async () => {
    const { citizenPersonId } = plan;
    const read = await api.get(people.coordinator, `/people/${citizenPersonId}`).expect(200);
    const { givenName, familyName, ...known } = read.body as Record<string, string>;
    expect(await citizenOf(nurse, '0504909995')).toBe(citizenPersonId);
    for (const role of ['laySupporter', 'guardian']) {
      const body = { personId: citizenPersonId, role, channel: 'mail', wishedByCitizen: true };
      await api.post(nurse, `/plans/${dummyPlanId}/participants`, body).expect(201);
    }
    for (const path of ['/participants', '', '/consents', '/timeline', '/confirmations']) {
      const { text } = await api.get(nurse, `/plans/${dummyPlanId}${path}`).expect(200);
      for (const told of [givenName, familyName, known.email, known.telephone, known.address]) {
        expect(text).not.toContain(told);
      }
    }
    const list = await api.get(nurse, `/plans/${dummyPlanId}/participants`).expect(200);
    const { items } = list.body as { items: { personId: string; givenName: string | null }[] };
    const shown = items.filter(({ personId }) => personId === citizenPersonId);
    expect(new Set(shown.map((one) => one.givenName))).toEqual(new Set(['Et']));
  });

  it('stands in the log of whom it was about', async () => {
    const log = await api.get(people.citizen, `/plans/${plan.planId}/access-log?limit=100`).expect(200);
    const { items } = log.body as { items: { personId: string; operation: string }[] };
    const byNurse = items.filter(({ personId }) => personId === nurse.personId);
    expect(byNurse.map(({ operation }) => operation)).toEqual(
      expect.arrayContaining(['findCitizen', 'addParticipant']),
    );
  });

  it('shows what the register has of whom said yes', async () => {
    const { citizenPersonId } = plan;
    const path = `/plans/${dummyPlanId}`;
    const { items } = (await api.get(nurse, `${path}/participants`).expect(200)).body as {
      items: { participantId: string; personId: string; role: string }[];
    };
    const own = items.find(({ personId, role }) => personId === citizenPersonId && role === 'laySupporter');
    const participantId = own?.participantId ?? '';
    const shown = `${path}/participants/${participantId}/register-details`;
    await api.post(nurse, shown).expect(403);
    const grants = [{ participantId, kinds: ['course'], from: api.clock.at, to: '2028-02-01T00:00:00Z' }];
    await api
      .post(nurse, `${path}/consents`, {
        grants,
        basis: 'healthAct43',
        manner: 'written',
        wordingVersion: '2026-1',
        givenBy: 'citizen',
        place: 'Bostedet',
      })
      .expect(201);
    await api.post(people.citizen, shown).expect(200);
    const { text } = await api.get(nurse, `${path}/participants`).expect(200);
    const read = await api.get(people.coordinator, `/people/${citizenPersonId}`).expect(200);
    expect(text).toContain((read.body as { givenName: string }).givenName);
  });

  it('opens nothing of a relative whom another plan has', async () => {
    const personId = await registeredRelative(api, people.coordinator, { protectedIdentity: true });
    await relativeOf(api, people.coordinator, plan.planId, personId);
    await api.get(people.coordinator, `/people/${personId}`).expect(200);
    await relativeOf(api, nurse, dummyPlanId, personId);
    await opensNothingOf(personId);
  });

  it('prints no letter to a protected citizen who is put into it', async () => {
    const { citizenPersonId } = plan;
    await corrected(people.coordinator, citizenPersonId, { protectedIdentity: true });
    const path = `/plans/${dummyPlanId}`;
    const list = await api.get(nurse, `${path}/participants`).expect(200);
    const { items } = list.body as { items: { personId: string; participantId: string; role: string }[] };
    const asRelative = items.find((one) => one.personId === citizenPersonId && one.role === 'relative');
    const participantId = asRelative?.participantId ?? '';
    await api.put(nurse, `${path}/participants/${participantId}/channel`, { channel: 'letter' }).expect(200);
    await api
      .post(nurse, `${path}/consents`, {
        grants: [{ participantId, kinds: ['course'], from: api.clock.at, to: '2028-02-01T00:00:00Z' }],
        basis: 'healthAct43',
        manner: 'written',
        wordingVersion: '2026-1',
        givenBy: 'citizen',
        place: 'Bostedet',
      })
      .expect(201);
    const answer = await api
      .post(nurse, `${path}/meetings`, {
        kind: 'plan',
        options: [{ from: '2027-04-16T09:00:00.000Z', to: '2027-04-16T10:30:00.000Z' }],
        mode: 'room',
        place: 'Mødelokale 2',
      })
      .expect(201);
    expect(answer.status).toBe(201);
    const tasks = await api.get(nurse, `${path}/tasks`).expect(200);
    const letters = (
      tasks.body as { items: { taskId: string; kind: string; participantId: string }[] }
    ).items.filter((task) => task.kind === 'sendLetter' && task.participantId === participantId);
    expect(letters).not.toEqual([]);
    for (const { taskId } of letters) {
      const letter = await api.get(nurse, `${path}/tasks/${encodeURIComponent(taskId)}/letter`);
      expect(letter.body).toMatchObject({ status: 403, code: 'ACTOR.NOT_PERMITTED' });
    }
    await corrected(people.coordinator, citizenPersonId, { protectedIdentity: false });
  });

  it('opens nothing of a colleague who is put into it, whose mail stays their own', async () => {
    const { personId, organisationId } = people.coordinator;
    await api
      .post(nurse, `/plans/${dummyPlanId}/participants`, {
        participantId: '88888888-8888-4888-8888-888888888887',
        personId,
        organisationId,
        role: 'gp',
        channel: 'mail',
      })
      .expect(201);
    await opensNothingOf(personId);
  });
});
