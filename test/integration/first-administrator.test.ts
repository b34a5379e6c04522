import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { administrator } from '../../apps/command-line/administrator.js';
import { CLAIM, LEVEL } from '../../apps/local/sign-in/local-claims.js';
import { ApiServer } from './api-server.js';
import request from 'supertest';

let api: ApiServer;
beforeAll(async () => {
  api = await ApiServer.start('2027-03-01T09:00:00.000Z');
}, 60_000);
afterAll(() => api.stop());

const words = [
  '--subject=administrator-at-the-broker',
  '--given-name=Test',
  '--family-name=Administrator',
  '--email=administrator@testkoebing.example',
  '--organisation=Testkøbing Kommune',
  '--cvr=99000015',
];

async function run(given: readonly string[]): Promise<{ code: number; said: string }> {
  const said: string[] = [];
  const code = await administrator(api, given, (line) => said.push(line));
  return { code, said: said.join('\n') };
}

describe('the first administrator', () => {
  it.each([
    [[]],
    [words.slice(1)],
    [[...words, '--cvr=12345678']],
    [[...words, '--password=secret']],
    [[...words, randomBytes(4).toString('hex')]],
  ])('is not registered by %j', async (given) => {
    const { code, said } = await run(given);
    expect([code, said]).toEqual([2, expect.stringContaining('--subject=')]);
  });

  it('is registered once, and signs in for the organisation', async () => {
    expect(await run(words)).toMatchObject({ code: 0 });
    expect(await run(words)).toMatchObject({ code: 1, said: 'There is an administrator already.' });
    const token = await api.issuer.token({
      sub: 'administrator-at-the-broker',
      [CLAIM.assurance]: LEVEL.substantial,
      [CLAIM.cvr]: '99000015',
      kiplan: { roles: ['administrator'] },
    });
    const me = await request(api.app.getHttpServer())
      .get('/api/v1/me')
      .set('Authorization', `Bearer ${token}`);
    expect(me.body).toMatchObject({ organisationRoles: ['administrator'] });
  });
});
