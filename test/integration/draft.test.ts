import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiServer, type SignedIn } from './api-server.js';
import { startBody } from '../factories/start-body.js';

interface Version {
  readonly approvals: readonly object[];
}

interface Agreement {
  readonly agreementId: string;
  readonly dueDate: string;
  readonly bindingSince: string | null;
}

describe('a draft through the API', () => {
  let api: ApiServer;
  let coordinator: SignedIn;
  let citizen: SignedIn;
  let plan: string;
  const goalId = randomUUID();
  const agreementId = randomUUID();

  beforeAll(async () => {
    api = await ApiServer.start('2027-03-01T09:00:00.000Z');
    const organisationId = await api.organisation('Rusmiddelcentret');
    coordinator = await api.person(organisationId, ['coordinator']);
    const registered = await api
      .post(coordinator, '/citizens', {
        cpr: '0504909995',
        givenName: 'Magnus Test',
        familyName: 'Lauridsen',
        email: 'magnus@borger.example',
        channel: 'mail',
      })
      .expect(201);
    const { personId } = registered.body as { personId: string };
    citizen = await api.signIn(personId, null, []);
    const started = await api
      .post(coordinator, '/plans', startBody(personId, coordinator, { citizenChannel: 'mail' }))
      .expect(201);
    plan = `/plans/${(started.body as { planId: string }).planId}`;
    for (const section of ['survey', 'challenges', 'followUp']) {
      await api
        .put(coordinator, `${plan}/sections/${section}`, { content: 'Tekst' })
        .set('If-Match', '"0"')
        .expect(200);
    }
    await api.put(coordinator, `${plan}/goals/${goalId}`, { title: 'Egen bolig', priority: 1 }).expect(200);
    await agree(agreementId, '2027-05-01').expect(201);
  }, 60_000);
  afterAll(() => api.stop());

  function agree(id: string, dueDate: string, goal = goalId): ReturnType<ApiServer['post']> {
    const terms = { goalId: goal, title: 'Søge bolig', responsibleParticipantId: 'citizen', dueDate };
    return api.post(coordinator, `${plan}/agreements`, { agreementId: id, ...terms });
  }

  async function refused(test: ReturnType<ApiServer['post']>, code: string): Promise<void> {
    const answer = await test;
    expect(answer.body).toMatchObject({ code });
  }

  it('is changed after an objection, without an outcome, and what is taken out leaves no trace', async () => {
    await api.post(coordinator, `${plan}/draft/submission`).expect(201);
    const objection = { participantId: 'citizen', section: 'goals', reason: 'Datoen kan ikke nås.' };
    await api.post(citizen, `${plan}/draft/objections`, objection).expect(201);
    const mistake = randomUUID();
    const wrongGoal = randomUUID();
    await agree(mistake, '2027-05-01').expect(201);
    await api.put(coordinator, `${plan}/goals/${wrongGoal}`, { title: 'En fejl', priority: 2 }).expect(200);
    const later = { title: 'Søge bolig', responsibleParticipantId: 'citizen', dueDate: '2027-08-01' };
    await api.put(coordinator, `${plan}/agreements/${agreementId}`, later).expect(200);
    await api.ask(coordinator, 'delete', `${plan}/agreements/${mistake}`).expect(200);
    await api.ask(coordinator, 'delete', `${plan}/goals/${wrongGoal}`).expect(200);
    const agreements = await api.get(coordinator, `${plan}/agreements`).expect(200);
    expect((agreements.body as { items: Agreement[] }).items).toMatchObject([
      { agreementId, dueDate: '2027-08-01', bindingSince: null },
    ]);
    await api.post(coordinator, `${plan}/draft/submission`).expect(201);
    const version = await api.get(coordinator, `${plan}/versions/1`).expect(200);
    expect(version.body).toMatchObject({ goals: [{ goalId }], agreements: [{ agreementId }] });
  });

  it('is not approved for the citizen who said no, unless they said yes in writing; who recorded it is shown', async () => {
    const read = await api.get(coordinator, `${plan}/versions`).expect(200);
    const submittedAt = (read.body as { items: { submittedAt: string }[] }).items[0]?.submittedAt;
    const approve = (manner?: string): ReturnType<ApiServer['post']> =>
      api.post(coordinator, `${plan}/draft/approvals`, { participantId: 'citizen', manner, submittedAt });
    await refused(approve(), 'DRAFT.MANNER_MISSING');
    await refused(approve('oral'), 'DRAFT.CITIZEN_SAID_NO');
    await approve('written').expect(201);
    const versions = await api.get(citizen, `${plan}/versions`).expect(200);
    expect((versions.body as { items: Version[] }).items[0]?.approvals).toMatchObject([
      { participantId: 'citizen', answer: 'approved', recordedBy: coordinator.personId, manner: 'written' },
    ]);
  });

  it('binds once it is locked, counts nothing before, and is changed by an outcome only', async () => {
    const read = await api.get(coordinator, plan).expect(200);
    expect((read.body as { keptShare: number | null }).keptShare).toBeNull();
    await api.post(coordinator, `${plan}/draft/revision`, { from: 'goals', reason: 'Nyt' }).expect(201);
    const later = { title: 'Søge bolig', responsibleParticipantId: 'citizen', dueDate: '2027-09-01' };
    await refused(api.put(coordinator, `${plan}/agreements/${agreementId}`, later), 'AGREEMENT.BINDING');
    await refused(api.ask(coordinator, 'delete', `${plan}/goals/${goalId}`), 'GOAL.IN_VERSION');
  });
});
