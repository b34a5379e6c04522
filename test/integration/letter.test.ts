import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ReadDatabase } from '../../libs/reading/read-database.js';
import { ApiServer, type SignedIn } from './api-server.js';

interface TaskItem {
  readonly taskId: string;
  readonly kind: string;
}

describe('a citizen who has no mail', () => {
  let api: ApiServer;
  let coordinator: SignedIn;
  let stranger: SignedIn;
  let teamLeader: SignedIn;
  let planId: string;

  beforeAll(async () => {
    api = await ApiServer.start('2027-03-01T09:00:00.000Z');
    const organisationId = await api.organisation('Rusmiddelcentret');
    coordinator = await api.person(organisationId, ['coordinator']);
    teamLeader = await api.person(organisationId, ['teamLeader']);
    stranger = await api.person(await api.organisation('Jobcentret'), ['coordinator']);
    const registered = await api
      .post(coordinator, '/citizens', {
        cpr: '0504909995',
        givenName: 'Magnus Test',
        familyName: 'Lauridsen',
        address: 'Testgrusgraven 3, 10.th, 3400 Hillerød',
        channel: 'letter',
      })
      .expect(201);
    const started = await api
      .post(coordinator, '/plans', {
        citizenPersonId: (registered.body as { personId: string }).personId,
        citizenChannel: 'letter',
        grounds: ['severeMentalIllnessWithSubstanceUse'],
        courseType: 'coordinated',
        cluster: 'Nord',
        municipalityCode: '0219',
        department: 'Rusmiddelcentret',
        organisationId,
        coordinatorPersonId: coordinator.personId,
        citizenAnswer: 'yes',
        answerManner: 'oral',
      })
      .expect(201);
    planId = (started.body as { planId: string }).planId;
    await propose().expect(201);
  }, 60_000);
  afterAll(() => api.stop());

  function propose(): ReturnType<ApiServer['post']> {
    return api.post(coordinator, `/plans/${planId}/meetings`, {
      kind: 'plan',
      options: [{ from: '2027-03-16T09:00:00.000Z', to: '2027-03-16T10:30:00.000Z' }],
      mode: 'room',
      place: 'Mødelokale 2',
    });
  }

  async function letterTask(): Promise<string> {
    const answer = await api.get(coordinator, `/plans/${planId}/tasks`).expect(200);
    const task = (answer.body as { items: TaskItem[] }).items.find(({ kind }) => kind === 'sendLetter');
    return encodeURIComponent(task?.taskId ?? '');
  }

  it('gets a letter that the coordinator prints from the task', async () => {
    const answer = await api
      .get(coordinator, `/plans/${planId}/tasks/${await letterTask()}/letter`)
      .expect(200);
    const { html } = answer.body as { html: string };
    expect(html).toContain('Magnus Test Lauridsen');
    expect(html).toContain('3400 Hillerød');
    expect(html).toContain('@page');
    expect(html).not.toMatch(/indsatsplan|psykiatri|rusmiddel|samtykke|0504909995/i);
  });

  it('is nobody else’s business', async () => {
    await api.get(stranger, `/plans/${planId}/tasks/${await letterTask()}/letter`).expect(404);
  });

  it('has no letter for a task that is not there', async () => {
    const answer = await api.get(coordinator, `/plans/${planId}/tasks/sendLetter:9:agenda:citizen/letter`);
    expect(answer.status).toBe(404);
    expect(answer.body).toMatchObject({ code: 'TASK.NOT_FOUND' });
  });

  it('is done with when it is posted', async () => {
    const task = await letterTask();
    await api.post(coordinator, `/plans/${planId}/tasks/${task}/completion`, { note: 'Sendt' }).expect(200);
    await api.get(coordinator, `/plans/${planId}/tasks/${task}/letter`).expect(404);
  });

  it('gets a letter that the team leader prints while nobody coordinates, and no event beside it', async () => {
    await propose().expect(201);
    const task = await letterTask();
    await api.get(teamLeader, `/plans/${planId}/tasks/${task}/letter`).expect(404);
    await api
      .post(coordinator, `/plans/${planId}/coordinator/resignation`, { reason: 'Nyt arbejde' })
      .expect(200);
    const answer = await api.get(teamLeader, `/plans/${planId}/tasks/${task}/letter`).expect(200);
    expect((answer.body as { html: string }).html).toContain('Magnus Test Lauridsen');
    const actor = {
      kind: 'person',
      personId: teamLeader.personId,
      organisationId: teamLeader.organisationId,
      organisationRoles: ['teamLeader'],
    } as const;
    const reads = new ReadDatabase(api.database);
    const seen = await reads.as({ actor, operation: 'getLetter' }, api.clock.at, (source) =>
      source.query<{ type: string }[]>('SELECT DISTINCT type FROM plan_events WHERE plan_id = $1', [planId]),
    );
    expect(seen).toEqual([{ type: 'meetingProposed' }]);
  });
});
