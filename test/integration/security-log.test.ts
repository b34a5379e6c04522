import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import type { ApiServer as Server, SignedIn } from './api-server.js';
import { ApiServer } from './api-server.js';

type Line = Readonly<Record<string, unknown>>;

let api: Server;
let coordinator: SignedIn;
let text = '';

beforeAll(async () => {
  const out = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      text += chunk.toString();
      done();
    },
  });
  api = await ApiServer.start('2027-03-01T09:00:00.000Z', undefined, undefined, {
    logger: pino({ level: 'info' }, out),
    settings: { RATE_LIMIT_REQUESTS: '20', RATE_LIMIT_SECONDS: '86400' },
  });
  coordinator = await api.person(await api.organisation('Rusmiddelcentret'), ['coordinator']);
}, 120_000);
afterAll(() => api.stop());

/** What has been logged since; every line must be one of JSON. */
function logged(): Line[] {
  const lines = text.split('\n').filter((line) => line !== '');
  text = '';
  return lines.map((line) => JSON.parse(line) as Line);
}

function refusals(): Line[] {
  return logged().filter(({ msg }) => msg === 'request refused');
}

const nobody: SignedIn = { personId: '', organisationId: null, token: 'a.b.c' };

describe('the log', () => {
  it('has refused tokens, access, input and addresses with their code and number, and who it was by id', async () => {
    logged();
    await api.get(nobody, '/me').set('X-Correlation-Id', 'correlation-1');
    await api.get(coordinator, '/audit/entries').set('X-Correlation-Id', 'correlation-2');
    await api.post(coordinator, '/organisations', { name: 7 }).set('X-Correlation-Id', 'correlation-3');
    await api.get(coordinator, '/nothing').set('X-Correlation-Id', 'correlation-4');
    const { personId: actor } = coordinator;
    expect(refusals().map(({ code, correlationId, actor: who }) => [code, correlationId, who])).toEqual([
      ['AUTH.INVALID', 'correlation-1', undefined],
      ['ACTOR.NOT_PERMITTED', 'correlation-2', actor],
      ['ACTOR.NOT_PERMITTED', 'correlation-3', actor],
      ['ROUTE.NOT_FOUND', 'correlation-4', undefined],
    ]);
  });

  it('cannot be written into, and repeats nothing that was sent', async () => {
    logged();
    const forged = '{"level":30,"msg":"signed in"}';
    await api
      .get(nobody, `/people?cursor=${encodeURIComponent(`\n${forged}\n`)}`)
      .set('X-Correlation-Id', `short\t${forged}`);
    await api.get(nobody, `/plans/%0a${encodeURIComponent(forged)}%0d%0a`);
    await api.post(coordinator, '/citizens', { cpr: '0504909995\n', givenName: `Magnus\n${forged}` });
    const lines = logged();
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.filter(({ msg }) => msg === 'signed in')).toEqual([]);
    expect(JSON.stringify(lines)).not.toMatch(/Magnus|0504909995|a\.b\.c|cursor/);
    for (const { correlationId } of lines) expect(correlationId).toMatch(/^[A-Za-z0-9._-]{8,64}$/);
  });

  it('has who asked too often', async () => {
    for (let count = 0; count < 25; count += 1) await api.get(coordinator, '/me');
    expect(refusals().at(-1)).toMatchObject({ code: 'RATE.LIMITED', actor: coordinator.personId });
  });
});
