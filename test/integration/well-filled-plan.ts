import { randomUUID } from 'node:crypto';
import type { InformationKind } from '../../libs/domain/consent/consent.types.js';
import type { ApiServer, SignedIn } from './api-server.js';

/** A word that stands in one place only, so that it can be found again wherever it gets to. */
export function canary(place: string): string {
  return `kanarie-${place}`;
}

/** A plan in which something of every kind is written, and those who have to do with it. */
export interface WellFilledPlan {
  readonly planId: string;
  readonly citizenPersonId: string;
  readonly meetingId: string;
  readonly goalId: string;
  readonly documentIds: readonly [string, string];
  /** By name: the participant's id. */
  readonly participants: Readonly<Record<PartyName, string>>;
  readonly people: Readonly<Record<PersonName, SignedIn>>;
}

export type PartyName = 'psychiatry' | 'jobCentre' | 'housing' | 'mother';
export type PersonName =
  | PartyName
  | 'coordinator'
  | 'deputy'
  | 'successor'
  | 'teamLeader'
  | 'otherLeader'
  | 'administrator'
  | 'auditor'
  | 'citizen'
  | 'stranger';

/** What the citizen has consented to: each party to something else; housing to nothing. */
export const CONSENTED: Readonly<Record<PartyName, readonly string[]>> = {
  psychiatry: ['masterData', 'goals', 'survey'],
  jobCentre: ['followUp'],
  housing: [],
  mother: ['masterData', 'crisisPlan', 'contactDetails', 'citizenWishes'],
};

const FROM = '2027-03-01T09:00:00.000Z';
const TO = '2028-02-01T00:00:00.000Z';

/** Makes the plan through the API, at the server's clock; some days pass. */
export async function wellFilledPlan(api: ApiServer, cpr = '0504909995'): Promise<WellFilledPlan> {
  const people = await peopleOf(api, cpr);
  const { coordinator, citizen } = people;
  const planId = await start(api, people);
  const plan = `/plans/${planId}`;
  const post = (path: string, body?: object, who: SignedIn = coordinator): Promise<unknown> =>
    made(api.post(who, `${plan}/${path}`, body));
  const put = (path: string, body: object, ifMatch?: string, who: SignedIn = coordinator): Promise<unknown> =>
    made(
      ifMatch === undefined
        ? api.put(who, `${plan}/${path}`, body)
        : api.put(who, `${plan}/${path}`, body).set('If-Match', ifMatch),
    );

  const participants = await addParties(post, people);
  const { psychiatry, jobCentre, mother } = participants;
  await post('participants', {
    personId: (await api.person(null, [])).personId,
    participantId: '99999999-9999-4999-8999-999999999999',
    role: 'laySupporter',
    channel: 'telephone',
    wishedByCitizen: true,
  });
  await post('participants/99999999-9999-4999-8999-999999999999/removal', { reason: canary('removal') });
  await post('consent-attempts', {
    participantIds: [psychiatry],
    outcome: 'postponed',
    place: canary('attempt'),
  });
  const grants = (['psychiatry', 'jobCentre', 'mother'] as const).map((name) => ({
    participantId: participants[name],
    kinds: CONSENTED[name],
    from: FROM,
    to: TO,
  }));
  await post(
    'consents',
    {
      grants,
      basis: 'healthAct43',
      manner: 'digital',
      wordingVersion: '2026-1',
      givenBy: 'citizen',
      place: canary('consent'),
    },
    citizen,
  );
  await post('statutory-bases', {
    participantId: psychiatry,
    basis: 'vitalInterest',
    kinds: ['course'],
    from: FROM,
    to: '2027-03-09T09:00:00.000Z',
    reason: canary('basis'),
    extent: canary('basis'),
    citizenTold: true,
  });
  const documentIds = await gather(api, post, planId, people, participants);

  const meetingId = randomUUID();
  await put(`meetings/${meetingId}/time`, {
    kind: 'plan',
    from: '2027-03-22T09:00:00Z',
    to: '2027-03-22T10:30:00Z',
    mode: 'room',
    place: 'Lokale 2',
    chairParticipantId: psychiatry,
  });
  await api.performDue(planId);
  await put(`meetings/${meetingId}/agenda`, { items: [canary('agenda')] });
  await post('citizen-requests', { kind: 'meeting', words: canary('request') }, citizen);
  api.clock.at = '2027-03-22T12:00:00.000Z';
  await api.performDue(planId);
  await put(`meetings/${meetingId}/attendance`, {
    attendance: [
      { participantId: psychiatry, mode: 'room' },
      { participantId: 'citizen', mode: 'noShow' },
    ],
    withoutCitizenReason: canary('withoutCitizen'),
  });
  await put(`meetings/${meetingId}/minutes`, { minutes: canary('minutes') });

  const goalId = randomUUID();
  for (const section of ['survey', 'challenges', 'followUp', 'citizenWishes', 'crisisPlan']) {
    await put(`sections/${section}`, { content: canary(section) }, '"0"');
  }
  await put(`goals/${goalId}`, { title: canary('goals'), priority: 1 });
  await post('agreements', {
    goalId,
    title: canary('agreement-psychiatry'),
    responsibleParticipantId: psychiatry,
    dueDate: '2027-06-01',
  });
  await post('agreements', {
    goalId,
    title: canary('agreement-jobCentre'),
    responsibleParticipantId: jobCentre,
    dueDate: '2027-06-01',
  });
  await post('draft/submission');
  const versions = await api.get(coordinator, `/plans/${planId}/versions`).expect(200);
  const submittedAt = (versions.body as { items: { submittedAt: string }[] }).items[0]?.submittedAt;
  await post('draft/approvals', { participantId: 'citizen', submittedAt }, citizen);
  await post('draft/approvals', { participantId: psychiatry, submittedAt });

  await api.performDue(planId);
  await put('deputy', {
    personId: people.deputy.personId,
    from: '2027-03-01T09:00:00Z',
    to: '2027-06-01T09:00:00Z',
  });
  await post('handover', { successorPersonId: people.successor.personId, reason: canary('handover') });
  await api.performDue(planId);
  return {
    planId,
    citizenPersonId: citizen.personId,
    meetingId,
    goalId,
    documentIds,
    participants: { ...participants, mother },
    people,
  };
}

async function peopleOf(api: ApiServer, cpr: string): Promise<Record<PersonName, SignedIn>> {
  const centre = await api.organisation('Rusmiddelcentret');
  const coordinator = await api.person(centre, ['coordinator', 'practitioner']);
  const registered = await made<{ personId: string }>(
    api.post(coordinator, '/citizens', {
      cpr,
      givenName: 'Magnus Test',
      familyName: 'Lauridsen',
      email: `${canary('email-citizen')}@borger.example`,
      telephone: '+45 99 99 10 01',
      address: `${canary('address-citizen')} 3, 3400 Hillerød`,
      channel: 'letter',
    }),
  );
  const elsewhere = await api.organisation('Et andet center');
  return {
    coordinator,
    deputy: await api.person(centre, ['practitioner']),
    successor: await api.person(centre, ['coordinator']),
    teamLeader: await api.person(centre, ['teamLeader']),
    otherLeader: await api.person(elsewhere, ['teamLeader']),
    administrator: await api.person(centre, ['administrator']),
    auditor: await api.person(centre, ['auditor']),
    psychiatry: await api.person(await api.organisation('Psykiatrisk klinik'), ['practitioner']),
    jobCentre: await api.person(await api.organisation('Jobcentret'), ['practitioner']),
    housing: await api.person(await api.organisation('Bostøtten'), ['practitioner']),
    stranger: await api.person(elsewhere, ['practitioner', 'coordinator']),
    mother: await api.person(null, [], { email: `${canary('email-mother')}@borger.example` }),
    citizen: await api.signIn(registered.personId, null, []),
  };
}

async function start(
  api: ApiServer,
  { coordinator, citizen }: Record<PersonName, SignedIn>,
): Promise<string> {
  const { planId } = await made<{ planId: string }>(
    api.post(coordinator, '/plans', {
      citizenPersonId: citizen.personId,
      citizenChannel: 'letter',
      grounds: ['severeMentalIllnessWithSubstanceUse'],
      courseType: 'coordinated',
      cluster: canary('cluster'),
      municipalityCode: '0219',
      department: canary('department'),
      organisationId: coordinator.organisationId,
      coordinatorPersonId: coordinator.personId,
      citizenAnswer: 'yes',
      answerManner: 'oral',
    }),
  );
  return planId;
}

type Post = (path: string, body?: object, who?: SignedIn) => Promise<unknown>;

async function addParties(
  post: Post,
  people: Record<PersonName, SignedIn>,
): Promise<Record<PartyName, string>> {
  const roles = {
    psychiatry: 'regionalPsychiatry',
    jobCentre: 'jobCentre',
    housing: 'housingSupport',
    mother: 'relative',
  } as const;
  const participants: Record<string, string> = {};
  for (const [name, role] of Object.entries(roles) as [PartyName, string][]) {
    const participantId = randomUUID();
    participants[name] = participantId;
    await post('participants', {
      participantId,
      personId: people[name].personId,
      ...(people[name].organisationId === null ? {} : { organisationId: people[name].organisationId }),
      role,
      channel: 'mail',
      wishedByCitizen: true,
    });
  }
  return participants;
}

async function gather(
  api: ApiServer,
  post: Post,
  planId: string,
  people: Record<PersonName, SignedIn>,
  { psychiatry, jobCentre }: Record<PartyName, string>,
): Promise<[string, string]> {
  await post('gathering-requests', { participantIds: [psychiatry, jobCentre] });
  const documentIds: string[] = [];
  for (const [name, participantId, role] of [
    ['psychiatry', psychiatry, 'regionalPsychiatry'],
    ['jobCentre', jobCentre, 'jobCentre'],
  ] as const) {
    const { documentId } = await made<{ documentId: string }>(
      api
        .post(people[name], `/plans/${planId}/documents?participantId=${participantId}`)
        .set('Content-Type', 'text/plain')
        .set('Content-Disposition', `attachment; filename="${canary(`file-${name}`)}.txt"`)
        .send(canary(`document-${name}`)),
    );
    documentIds.push(documentId);
    const existingPlan = {
      ownerPartyId: participantId,
      ownerRole: role,
      title: canary(`existing-${name}`),
      statutory: true,
      status: 'active',
      period: { from: '2027-01-01' },
      goals: [{ text: 'Sove om natten' }],
      interventions: [{ text: 'Samtale hver uge' }],
    };
    await post(
      'gathering-answers',
      { participantId, answer: { kind: 'plans', existingPlans: [existingPlan], documentIds: [documentId] } },
      people[name],
    );
  }
  return documentIds as [string, string];
}

/** The answer to a request that must succeed. */
async function made<T>(test: ReturnType<ApiServer['post']>): Promise<T> {
  const response = await test;
  if (response.status >= 300) {
    throw new Error(
      `${response.request.method} ${response.request.url}: ${String(response.status)} ${response.text}`,
    );
  }
  return response.body as T;
}

/** Which kind of information each word of the plan is; `everything` for what only those see who see the whole. */
export const WORD_KINDS: Readonly<
  Record<string, readonly (InformationKind | 'lead' | 'everything' | `own:${PartyName}`)[]>
> = {
  removal: ['everything'],
  attempt: ['everything'],
  consent: ['own:psychiatry', 'own:jobCentre', 'own:mother'],
  basis: ['own:psychiatry'],
  'email-citizen': ['contactDetails'],
  'address-citizen': ['contactDetails'],
  'email-mother': ['contactDetails', 'own:mother'],
  cluster: ['masterData'],
  department: ['masterData'],
  'existing-psychiatry': ['existingPlans', 'own:psychiatry'],
  'existing-jobCentre': ['existingPlans', 'own:jobCentre'],
  'file-psychiatry': ['existingPlans', 'own:psychiatry'],
  'file-jobCentre': ['existingPlans', 'own:jobCentre'],
  'document-psychiatry': ['existingPlans', 'own:psychiatry'],
  'document-jobCentre': ['existingPlans', 'own:jobCentre'],
  agenda: ['appointments'],
  request: ['lead'],
  withoutCitizen: ['everything'],
  minutes: ['goals'],
  survey: ['survey'],
  challenges: ['challenges'],
  followUp: ['followUp'],
  citizenWishes: ['citizenWishes'],
  crisisPlan: ['crisisPlan'],
  goals: ['goals'],
  'agreement-psychiatry': ['goals', 'own:psychiatry'],
  'agreement-jobCentre': ['goals', 'own:jobCentre'],
  handover: ['lead', 'everything'],
};
