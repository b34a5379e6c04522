import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ReadDatabase } from '../../libs/reading/read-database.js';
import { ApiServer, type SignedIn } from './api-server.js';
import { canary, CONSENTED, type WellFilledPlan, wellFilledPlan } from './well-filled-plan.js';
import { startBody } from '../factories/start-body.js';

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
      .post(coordinator, '/plans', startBody((registered.body as { personId: string }).personId, coordinator))
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
    expect(html).toContain('Mødelokale 2');
    expect(html).toContain('tirsdag den 16. marts 2027 kl. 10.00–11.30');
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
      worksIn: [],
    } as const;
    const reads = new ReadDatabase(api.database);
    const seen = await reads.as({ actor, operation: 'getLetter' }, api.clock.at, (source) =>
      source.query<{ type: string }[]>('SELECT DISTINCT type FROM plan_events WHERE plan_id = $1', [planId]),
    );
    expect(seen).toEqual([{ type: 'meetingProposed' }]);
  });
});

describe('a party without mail', () => {
  let api: ApiServer;
  let plan: WellFilledPlan;

  beforeAll(async () => {
    api = await ApiServer.start('2027-03-01T09:00:00.000Z');
    plan = await wellFilledPlan(api, '0504909995');
  }, 120_000);
  afterAll(() => api.stop());

  interface Printed {
    readonly status: number;
    readonly html: string;
  }

  async function printedFor(participantId: string): Promise<Printed> {
    const { coordinator } = plan.people;
    const tasks = await api.get(coordinator, `/plans/${plan.planId}/tasks`).expect(200);
    const task = (
      tasks.body as { items: (TaskItem & { participantId: string; closedAt: string | null })[] }
    ).items.find(
      (one) => one.closedAt === null && one.participantId === participantId && one.kind === 'sendLetter',
    );
    const address = `/plans/${plan.planId}/tasks/${encodeURIComponent(task?.taskId ?? 'none')}/letter`;
    const answer = await api.get(coordinator, address);
    return { status: answer.status, html: (answer.body as { html?: string }).html ?? '' };
  }

  it('gets the version by letter, as far as the consent reaches, and the print is on the audit', async () => {
    const { coordinator, citizen } = plan.people;
    const { jobCentre } = plan.participants;
    await api
      .post(coordinator, `/plans/${plan.planId}/versions/1/deliveries/${jobCentre}/sendings`, {
        channel: 'letter',
      })
      .expect(201);
    const { status, html } = await printedFor(jobCentre);
    expect(status).toBe(200);
    const shared = CONSENTED.jobCentre;
    for (const section of ['survey', 'challenges', 'followUp', 'citizenWishes', 'crisisPlan']) {
      expect([section, html.includes(canary(section))]).toEqual([section, shared.includes(section)]);
    }
    expect(html.includes(canary('goals'))).toBe(shared.includes('goals'));
    const log = await api.get(citizen, `/plans/${plan.planId}/access-log`).expect(200);
    const entry = (log.body as { items: { operation: string; kinds: string[] }[] }).items.find(
      ({ operation }) => operation === 'getLetter',
    );
    expect(entry?.kinds.filter((kind) => kind.startsWith(`letter:${jobCentre}:`)).length).toBeGreaterThan(0);
  });

  it('gets no letter any more once the consent is withdrawn', async () => {
    const { citizen } = plan.people;
    const { jobCentre } = plan.participants;
    await api
      .post(citizen, `/plans/${plan.planId}/consent-withdrawals`, { participantId: jobCentre })
      .expect(201);
    expect((await printedFor(jobCentre)).status).toBe(404);
  });
});
