/** Everything that is kept about a citizen, handed over: to whom, in which form, and complete. */
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HtmlValidate } from 'html-validate';
import type { Test } from 'supertest';
import { citizenData } from '../../apps/command-line/citizen-data.js';
import { AuditKeys } from '../../libs/audit/audit-keys.js';
import { AuditLog } from '../../libs/audit/audit-log.js';
import { CITIZEN_DATA_FORMAT } from '../../libs/reading/citizen-data/citizen-data.types.js';
import { CITIZEN, type ParticipantRole } from '../../libs/domain/participants/participant.types.js';
import { ApiServer, type SignedIn } from './api-server.js';
import {
  canary,
  type PersonName,
  WORD_KINDS,
  type WellFilledPlan,
  wellFilledPlan,
} from './well-filled-plan.js';

/** Words that the notices and reminders of the plan's own process do not carry. */
const WORDS = Object.keys(WORD_KINDS);
const DOCUMENTS = ['document-psychiatry', 'document-jobCentre'];

let api: ApiServer;
let plan: WellFilledPlan;
let people: Record<PersonName, SignedIn>;

beforeAll(async () => {
  api = await ApiServer.start('2027-03-01T09:00:00.000Z');
  plan = await wellFilledPlan(api);
  people = plan.people;
  await api
    .post(people.coordinator, `/people/${plan.citizenPersonId}/corrections`, { telephone: '+45 99 99 10 03' })
    .expect(201);
}, 90_000);
afterAll(() => api.stop());

const asJson = (who: SignedIn, query = ''): Test => api.get(who, `/me/data${query}`);
const asPage = (who: SignedIn, query = ''): Test =>
  api.get(who, `/me/data${query}`).set('Accept', 'text/html');

interface Told {
  readonly format: unknown;
  readonly person: Record<string, unknown>;
  readonly corrections: readonly unknown[];
  readonly accessLog: readonly { operation: string }[];
  readonly plans: readonly {
    readonly plan: Record<string, unknown> & { planId: string };
    readonly timeline: readonly { type: string; content: Record<string, unknown> }[];
    readonly notices: readonly { kind: string; recipient: string; participantId: string | null }[];
    readonly accessLog: readonly { operation: string; name: string | null }[];
    readonly documents: readonly { fileName: string; content: string }[];
    readonly people: readonly { personId: string; name: string | null }[];
  }[];
}

describe('the data of a citizen, for machines', () => {
  let told: Told;
  let text: string;

  beforeAll(async () => {
    const answer = await asJson(people.citizen).expect(200);
    ({ text } = answer);
    told = answer.body as Told;
  });

  it('has every word of the plan, and what the documents hold', () => {
    const { documents } = told.plans[0] ?? { documents: [] };
    const contents = documents.map(({ content }) => Buffer.from(content, 'base64').toString('utf8'));
    expect(contents.sort()).toEqual([canary('document-jobCentre'), canary('document-psychiatry')]);
    const missing = WORDS.filter((word) => !DOCUMENTS.includes(word) && !text.includes(canary(word)));
    expect(missing).toEqual([]);
  });

  it('has who the citizen is, number included, and what was there before', () => {
    expect(told.format).toEqual(CITIZEN_DATA_FORMAT);
    expect(told.person).toMatchObject({
      givenName: 'Magnus Test',
      familyName: 'Lauridsen',
      cpr: '0504909995',
      birthDate: '1990-04-05',
      telephone: '+45 99 99 10 03',
      deceased: false,
    });
    expect(told.corrections).toEqual([
      {
        revision: 1,
        at: api.clock.at,
        byPersonId: people.coordinator.personId,
        before: { telephone: '+45 99 99 10 01' },
      },
    ]);
    expect(told.accessLog.map(({ operation }) => operation)).toContain('correctPerson');
  });

  it('has what happened with what was written, what was sent to whom, and who looked', () => {
    const [only] = told.plans;
    expect(told.plans).toHaveLength(1);
    expect(only?.timeline.find(({ type }) => type === 'minutesRecorded')?.content['minutes']).toBe(
      canary('minutes'),
    );
    expect(only?.timeline.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['planStarted', 'consentGiven', 'versionLocked', 'versionDistributed']),
    );
    expect(only?.notices).toContainEqual(
      expect.objectContaining({
        kind: 'meetingInvitation',
        recipient: 'participant',
        participantId: plan.participants.psychiatry,
      }),
    );
    expect(only?.accessLog.map(({ operation }) => operation)).toContain('startPlan');
    expect(only?.accessLog.find(({ operation }) => operation === 'startPlan')?.name).toBe(
      'Ellen Louise Test Lauridsen',
    );
    expect(only?.people.map(({ personId }) => personId)).toContain(people.psychiatry.personId);
  });

  it('is of the form that the description of the API promises, part by part', async () => {
    const { citizenDataView } = await import('../../apps/api/citizen-data/citizen-data.view.js');
    expect(citizenDataView.safeParse(told).error?.issues ?? []).toEqual([]);
  });

  it('is handed over as a file that is kept nowhere', async () => {
    const { headers } = await asJson(people.citizen);
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    expect(headers['content-disposition']).toBe('attachment; filename="mine-oplysninger.json"');
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['vary']).toContain('Accept');
  });
});

describe('the data of a citizen, as a page', () => {
  let page: string;
  let headers: Record<string, string>;

  beforeAll(async () => {
    const answer = await asPage(people.citizen).expect(200);
    page = answer.text;
    headers = answer.headers;
  });

  it('has every word of the plan; the documents are named and fetched one by one', () => {
    const missing = WORDS.filter((word) => !DOCUMENTS.includes(word) && !page.includes(canary(word)));
    expect(missing).toEqual([]);
    for (const id of plan.documentIds) expect(page).toContain(`/plans/${plan.planId}/documents/${id}"`);
  });

  it('is Danish in plain words: no code is left in it', () => {
    expect(page).toContain('<html lang="da">');
    expect(page).toContain('Svær psykisk sygdom og samtidig brug af rusmidler');
    expect(page).toContain('Indsatsplansmøde');
    expect(page).toContain('Skrev fremmøde');
    const codes = page.replaceAll(/<style>.*?<\/style>/gs, '').match(/>[^<]*\b[a-z]+[A-Z][A-Za-z]+\b[^<]*</g);
    const told = (codes ?? []).filter((text) => !text.includes('kanarie-'));
    expect(told).toEqual([]);
  });

  it('needs nothing else: no script, nothing from elsewhere, and its own style allowed by its hash', () => {
    expect(page).not.toMatch(/<script|<img|<link|<iframe|\son\w+=|javascript:|url\(/i);
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'/);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
  });

  it('is valid HTML with headings in order', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended', 'html-validate:document'],
      rules: { 'no-trailing-whitespace': 'off' },
    });
    const report = await validator.validateString(page);
    expect(
      report.results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, line }) => ({ ruleId, message, line })),
      ),
    ).toEqual([]);
  });
});

describe('whoever may not have it', () => {
  it.each<PersonName>([
    'coordinator',
    'teamLeader',
    'administrator',
    'auditor',
    'psychiatry',
    'mother',
    'stranger',
  ])('is told that there is no such person: %s', async (name) => {
    const answer = await asJson(people[name], `?person=${plan.citizenPersonId}`).expect(404);
    expect(answer.body).toMatchObject({ code: 'PERSON.NOT_FOUND' });
    const unknown = await asJson(people[name], '?person=99999999-9999-4999-8999-000000000000').expect(404);
    expect({ ...(unknown.body as object), correlationId: '' }).toEqual({
      ...(answer.body as object),
      correlationId: '',
    });
  });

  it('gets of themself what is kept of them, and no plan of anybody else', async () => {
    const answer = await asJson(people.mother).expect(200);
    const told = answer.body as Told;
    expect(told.plans).toEqual([]);
    expect(told.person).toMatchObject({ personId: people.mother.personId, cpr: null });
    expect(WORDS.filter((word) => answer.text.includes(canary(word)))).toEqual(['email-mother']);
  });

  it.each(["?person=1'; DROP TABLE people; --", '?person=', '?person[]=x', '?all=true'])(
    'asks in vain with %s',
    async (query) => {
      await asJson(people.citizen, query).expect(400);
    },
  );
});

describe('a child', () => {
  let child: string;
  let holder: SignedIn;
  let other: SignedIn;

  beforeAll(async () => {
    const { coordinator } = people;
    const registered = await api.post(coordinator, '/citizens', {
      cpr: '0505159995',
      givenName: 'Lars Test',
      familyName: 'Berggren',
      channel: 'letter',
    });
    child = (registered.body as { personId: string }).personId;
    holder = await api.person(null, []);
    other = await api.person(null, []);
    const started = await api.post(coordinator, '/plans', {
      citizenPersonId: child,
      citizenChannel: 'letter',
      grounds: ['severeMentalIllnessWithSubstanceUse'],
      courseType: 'coordinated',
      cluster: 'Nord',
      municipalityCode: '0219',
      department: 'Ambulatoriet',
      organisationId: coordinator.organisationId,
      coordinatorPersonId: coordinator.personId,
      citizenAnswer: 'pending',
    });
    const { planId } = started.body as { planId: string };
    const join = async (who: SignedIn, role: ParticipantRole, index: number): Promise<void> => {
      await api
        .post(coordinator, `/plans/${planId}/participants`, {
          participantId: `77777777-7777-4777-8777-77777777777${String(index)}`,
          personId: who.personId,
          role,
          channel: 'mail',
          wishedByCitizen: true,
        })
        .expect(201);
    };
    await join(holder, 'custodyHolder', 1);
    await asJson(holder, `?person=${child}`).expect(404);
    const leader = await api.person(coordinator.organisationId, ['teamLeader']);
    const confirmation = encodeURIComponent('part:77777777-7777-4777-8777-777777777771');
    await api
      .post(leader, `/plans/${planId}/confirmations/${confirmation}/confirmation`, {
        seen: { document: 'registerExtract', dated: '2027-02-20' },
      })
      .expect(200);
    await join(other, 'relative', 2);
  });

  it('has its data handed over to who holds custody, and to nobody else', async () => {
    const told = (await asJson(holder, `?person=${child}`).expect(200)).body as Told;
    expect(told.person).toMatchObject({ personId: child, givenName: 'Lars Test', cpr: '0505159995' });
    expect(told.plans.map(({ plan: { participantIds } }) => participantIds)).not.toContain(CITIZEN);
    expect(told.plans).toHaveLength(1);
    await asJson(other, `?person=${child}`).expect(404);
    await asJson(people.coordinator, `?person=${child}`).expect(404);
  });

  it('of eighteen years has it handed over to nobody but itself', async () => {
    const before = api.clock.at;
    api.clock.at = '2033-05-05T00:00:00.000Z';
    const grown = await api.signIn(child, null, []);
    const once = await api.signIn(holder.personId, null, []);
    await asJson(once, `?person=${child}`).expect(404);
    await asJson(grown).expect(200);
    api.clock.at = before;
  });
});

describe('on paper', () => {
  let folder: string;
  const lines: string[] = [];

  async function run(...words: string[]): Promise<number> {
    const { database, vault, clock, environment } = api;
    const audit = new AuditLog(vault.keys, new AuditKeys(environment.AUDIT_KEYS));
    return citizenData({ database, vault, clock, audit }, words, (line) => lines.push(line));
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kiplan-data-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('everything comes into a folder that only its owner reads', async () => {
    const target = join(folder, 'magnus');
    expect(await run(plan.citizenPersonId, target)).toBe(0);
    expect((await readdir(target)).sort()).toEqual(['dokumenter', 'oplysninger.html', 'oplysninger.json']);
    for (const name of ['oplysninger.html', 'oplysninger.json']) {
      expect((await stat(join(target, name))).mode & 0o777).toBe(0o600);
      const text = await readFile(join(target, name), 'utf8');
      expect(WORDS.filter((word) => !DOCUMENTS.includes(word) && !text.includes(canary(word)))).toEqual([]);
    }
    const documents = await readdir(join(target, 'dokumenter'));
    expect(documents.sort()).toEqual(plan.documentIds.map((id) => `${id}.txt`).sort());
    const page = await readFile(join(target, 'oplysninger.html'), 'utf8');
    for (const name of documents) expect(page).toContain(`href="dokumenter/${name}"`);
    const told = JSON.parse(await readFile(join(target, 'oplysninger.json'), 'utf8')) as Told;
    expect(told.person).toMatchObject({ cpr: '0504909995' });
  });

  it('nothing is written over, and nobody is made up', async () => {
    expect(await run(plan.citizenPersonId, join(folder, 'magnus'))).toBe(1);
    expect(await run('99999999-9999-4999-8999-000000000000', join(folder, 'nobody'))).toBe(1);
    expect(await run('../../etc', join(folder, 'x'))).toBe(2);
    expect(await run(plan.citizenPersonId)).toBe(2);
  });
});

describe('the audit', () => {
  it('has each request with whom it was about and where it came from, and each plan in its own chain', async () => {
    const about = await entries('subject_person_id = $1 AND plan_id IS NULL', plan.citizenPersonId);
    expect(about).toEqual(
      expect.arrayContaining([
        { allowed: true, channel: 'api', actor: 'person', listed: [plan.planId] },
        { allowed: true, channel: 'commandLine', actor: 'process', listed: [plan.planId] },
        { allowed: false, channel: 'api', actor: 'person', listed: [] },
      ]),
    );
    const ofPlan = await entries('plan_id = $1', plan.planId);
    expect(ofPlan.map(({ channel }) => channel)).toEqual(expect.arrayContaining(['api', 'commandLine']));
    expect(ofPlan.filter(({ channel }) => channel === 'commandLine')).toHaveLength(1);
  });

  function entries(
    condition: string,
    id: string,
  ): Promise<{ allowed: boolean; channel: string; actor: string; listed: string[] }[]> {
    return api.database.query(
      `SELECT DISTINCT allowed, entry::jsonb ->> 'channel' AS channel, entry::jsonb ->> 'actorKind' AS actor, listed
       FROM audit_entries WHERE operation = 'getCitizenData' AND ${condition}`,
      [id],
    );
  }
});
