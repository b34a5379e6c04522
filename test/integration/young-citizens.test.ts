/** Plans of children and young people, through the API: who is asked, who answers, and who consents. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem } from '../../libs/contracts/problem.js';
import { ApiServer, type SignedIn } from './api-server.js';

const NOW = '2027-03-01T09:00:00.000Z';

interface Young {
  readonly plan: string;
  readonly citizen: SignedIn;
  readonly mother: SignedIn;
  readonly father: SignedIn;
  readonly jobCentre: string;
  readonly fatherId: string;
}

describe('a plan of somebody under 18', () => {
  let api: ApiServer;
  let coordinator: SignedIn;
  let teamLeader: SignedIn;
  let consultant: SignedIn;
  let child: Young;
  let young: Young;

  beforeAll(async () => {
    api = await ApiServer.start(NOW);
    coordinator = await api.person(await api.organisation('Familiecentret'), ['coordinator']);
    teamLeader = await api.person(coordinator.organisationId, ['teamLeader']);
    consultant = await api.person(await api.organisation('Jobcentret'), ['practitioner']);
    child = await begin('0505159995');
    young = await begin('0505109990');
  }, 60_000);
  afterAll(() => api.stop());

  async function begin(cpr: string): Promise<Young> {
    const body = { cpr, givenName: 'Lars Test', familyName: 'Berggren', channel: 'letter' };
    const registered = await api.post(coordinator, '/citizens', body).expect(201);
    const { personId } = registered.body as { personId: string };
    const started = await api
      .post(coordinator, '/plans', {
        citizenPersonId: personId,
        citizenChannel: 'letter',
        grounds: ['mentalIllnessWithComplexSocialProblems'],
        courseType: 'coordinated',
        cluster: 'Nord',
        municipalityCode: '0219',
        department: 'Familiecentret',
        organisationId: coordinator.organisationId,
        coordinatorPersonId: coordinator.personId,
        citizenAnswer: 'pending',
      })
      .expect(201);
    const plan = `/plans/${(started.body as { planId: string }).planId}`;
    const [mother, father] = [await api.person(null, []), await api.person(null, [])];
    const [jobCentre, fatherId] = [randomUUID(), randomUUID()];
    for (const [who, role] of [
      [mother, 'custodyHolder'],
      [father, 'custodyHolder'],
      [consultant, 'jobCentre'],
    ] as const) {
      const participantId = who === father ? fatherId : role === 'jobCentre' ? jobCentre : randomUUID();
      await api
        .post(coordinator, `${plan}/participants`, {
          participantId,
          personId: who.personId,
          role,
          channel: 'mail',
        })
        .expect(201);
    }
    await api.get(mother, plan).expect(404);
    const { items } = (await api.get(teamLeader, `${plan}/confirmations`).expect(200)).body as {
      items: { confirmationId: string; matter: string; recordedBy: string }[];
    };
    expect(items).toMatchObject([
      { matter: 'part', recordedBy: coordinator.personId },
      { matter: 'part', recordedBy: coordinator.personId },
    ]);
    for (const { confirmationId } of items) {
      const path = `${plan}/confirmations/${encodeURIComponent(confirmationId)}/confirmation`;
      const seen = { document: 'registerExtract', dated: '2027-02-20' };
      await api.post(coordinator, path, { seen }).expect(403);
      await api.post(teamLeader, path, {}).expect(422);
      await api.post(teamLeader, path, { seen }).expect(200);
    }
    return { plan, fatherId, citizen: await api.signIn(personId, null, []), mother, father, jobCentre };
  }

  async function awaitedOf(who: SignedIn): Promise<string[]> {
    const { items } = (await api.get(who, '/me/awaited').expect(200)).body as { items: { kind: string }[] };
    return items.map(({ kind }) => kind);
  }

  async function consents(
    { plan, jobCentre }: Young,
    by: SignedIn,
    said: { givenBy: string; manner: string },
  ): Promise<string | number> {
    const answer = await api.post(by, `${plan}/consents`, {
      grants: [{ participantId: jobCentre, kinds: ['goals'], from: NOW, to: '2028-02-01T00:00:00+01:00' }],
      basis: 'serviceAct',
      wordingVersion: '2026-2',
      place: 'Hjemme',
      ...said,
    });
    return (answer.body as Partial<Problem>).code ?? answer.status;
  }

  it('waits for the custody holders of a child, and for one of 16 years alone', async () => {
    expect(await awaitedOf(child.mother)).toEqual(['citizenAnswer']);
    expect(await awaitedOf(child.father)).toEqual(['citizenAnswer']);
    expect(await awaitedOf(child.citizen)).toEqual([]);
    expect(await awaitedOf(young.mother)).toEqual([]);
    expect(await awaitedOf(young.citizen)).toEqual(['citizenAnswer']);
  });

  it('is answered by whoever it waits for', async () => {
    const answer = (who: SignedIn, { plan }: Young): ReturnType<ApiServer['put']> =>
      api.put(who, `${plan}/citizen-answer`, { answer: 'yes', manner: 'digital' });
    const refused = await answer(young.mother, young);
    expect([refused.status, (refused.body as Problem).code]).toEqual([403, 'PLAN.ANSWERED_BY_ANOTHER']);
    await answer(young.citizen, young).expect(200);
    await answer(child.mother, child).expect(200);
    expect(await awaitedOf(child.mother)).toEqual([]);
    expect(await awaitedOf(child.father)).toEqual(['citizenAnswer']);
    await api
      .put(coordinator, `${child.plan}/citizen-answer`, {
        answer: 'yes',
        manner: 'digital',
        participantId: child.fatherId,
      })
      .expect(403);
    await answer(child.father, child).expect(200);
    expect(await awaitedOf(child.father)).toEqual([]);
  });

  it('has consents of those who can give them, and a no stands until whoever said it changes it', async () => {
    const custody = { givenBy: 'custodyHolder', manner: 'digital' };
    const own = { givenBy: 'citizen', manner: 'digital' };
    expect(await consents(young, young.citizen, custody)).toBe('CONSENT.NOT_THE_GIVER');
    expect(await consents(young, young.mother, own)).toBe('CONSENT.NOT_THE_GIVER');
    expect(await consents(young, coordinator, own)).toBe('CONSENT.NOT_THE_GIVER');
    expect(await consents(young, coordinator, { givenBy: 'guardian', manner: 'oral' })).toBe(
      'CONSENT.NO_GUARDIAN',
    );
    expect(await consents(young, young.citizen, own)).toBe(201);
    expect(await consents(child, coordinator, { givenBy: 'citizen', manner: 'oral' })).toBe(
      'CONSENT.CITIZEN_UNDER_15',
    );
    const no = { participantId: child.jobCentre, reason: null };
    await api.post(child.father, `${child.plan}/consent-refusals`, no).expect(201);
    expect(await consents(child, child.mother, custody)).toBe('CONSENT.REFUSAL_STANDS');
    for (const who of [child.mother, child.citizen, coordinator]) {
      const removal = `${child.plan}/participants/${child.fatherId}/removal`;
      const refused = await api.post(who, removal, { reason: 'væk' });
      expect((refused.body as Problem).code).toBe('PARTICIPANT.HAS_SAY');
    }
    expect(await consents(child, child.father, custody)).toBe(201);
  });

  it('has whoever coordinates it, or is the same person as somebody who takes part, in no private part', async () => {
    const add = (personId: string) =>
      api.post(coordinator, `${young.plan}/participants`, {
        personId,
        role: 'relative',
        channel: 'mail',
        wishedByCitizen: true,
      });
    for (const personId of [coordinator.personId, teamLeader.personId, consultant.personId]) {
      expect(((await add(personId)).body as Problem).code).toBe('PARTICIPANT.BOTH_KINDS');
    }
    const cpr = '0201919990';
    const body = { cpr, givenName: 'Konsulent', familyName: 'Privat', channel: 'mail' };
    const citizen = await api.post(coordinator, '/citizens', body).expect(201);
    const { personId } = citizen.body as { personId: string };
    await api.database.query(
      'INSERT INTO staff_numbers (person_id, number_hash) SELECT $1, cpr_hash FROM citizens WHERE person_id = $2',
      [consultant.personId, personId],
    );
    expect(((await add(personId)).body as Problem).code).toBe('PARTICIPANT.BOTH_KINDS');
  });

  it('tells the others on the side of the citizen what was recorded', async () => {
    const rows = await api.database.query<{ person: string }[]>(
      `SELECT p.person_id AS person FROM notices n
       JOIN participants p ON p.plan_id = n.plan_id AND p.participant_id = n.recipient->>'participantId'
       WHERE n.kind = 'consentChanged' AND n.plan_id = $1`,
      [child.plan.replace('/plans/', '')],
    );
    // Of the father's no, and of his yes.
    expect(rows.map(({ person }) => person)).toEqual([child.mother.personId, child.mother.personId]);
  });
});
