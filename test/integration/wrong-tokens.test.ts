import { randomBytes } from 'node:crypto';
import { type Agent, Agent as HttpAgent, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { CLAIM, LEVEL, LOCAL_AUDIENCE } from '../../apps/local/sign-in/local-claims.js';
import { ApiServer, type SignedIn } from './api-server.js';

/** What stands before the API, as the operator has told it. */
const PROXY = '127.0.0.1';
const ATTACKER = '203.0.113.7';
const OFFICE = '198.51.100.20';
/** What an address may ask in the time that the test takes. */
const PER_ADDRESS = 2_000;
const TRIES = 10_000;

let api: ApiServer;
let somebody: SignedIn;
let agent: Agent;

beforeAll(async () => {
  api = await ApiServer.start('2027-03-01T09:00:00.000Z', undefined, undefined, {
    settings: {
      TRUSTED_PROXIES: PROXY,
      RATE_LIMIT_REQUESTS: String(PER_ADDRESS / 10),
      RATE_LIMIT_SECONDS: '86400',
    },
  });
  somebody = await api.person(await api.organisation('Rusmiddelcentret'), ['coordinator']);
  await api.app.listen(0, '127.0.0.1');
  agent = new HttpAgent({ keepAlive: true, maxSockets: 20 });
}, 120_000);
afterAll(async () => {
  agent.destroy();
  await api.stop();
});

/** Asks who one is, from an address, as the proxy hands it on. */
function me(token: string, forwardedFor: string): Promise<number> {
  const { port } = api.app.getHttpServer().address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const headers = { Authorization: `Bearer ${token}`, 'X-Forwarded-For': forwardedFor };
    const asked = request({ host: PROXY, port, path: '/api/v1/me', headers, agent }, (response) => {
      response.resume();
      response.on('end', () => {
        resolve(response.statusCode ?? 0);
      });
    });
    asked.on('error', reject).end();
  });
}

describe('ten thousand wrong tokens', () => {
  it('are refused without asking the provider or the database for each, and lock nobody else out', async () => {
    const { privateKey } = await generateKeyPair('ES256');
    const claims = {
      iss: api.issuer.issuer,
      aud: LOCAL_AUDIENCE,
      sub: somebody.personId,
      iat: Date.parse(api.clock.at) / 1000,
      exp: Date.parse(api.clock.at) / 1000 + 3600,
      [CLAIM.assurance]: LEVEL.substantial,
    };
    const forged = async (kid: string): Promise<string> =>
      new SignJWT(claims).setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid }).sign(privateKey);
    const tokens = [
      await forged(api.issuer.signingKey.id),
      await forged(randomBytes(8).toString('hex')),
      await api.issuer.token({ sub: somebody.personId, exp: Date.parse(api.clock.at) / 1000 - 60 }),
      await api.issuer.token({ sub: somebody.personId, aud: 'urn:other' }),
      await api.issuer.token({ sub: somebody.personId, iss: 'https://log-on.example' }),
      new UnsecuredJWT(claims).encode(),
      'x',
      randomBytes(6_000).toString('base64url'),
    ];
    expect(await me(somebody.token, OFFICE)).toBe(200);
    const asked = api.issuer.asked;
    const statuses = new Map<number, number>();
    for (let tried = 0; tried < TRIES; tried += 100) {
      const answers = await Promise.all(
        Array.from({ length: 100 }, (_, index) => me(tokens[index % tokens.length] ?? 'x', ATTACKER)),
      );
      for (const status of answers) statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    expect(Object.fromEntries(statuses)).toEqual({ 401: PER_ADDRESS, 429: TRIES - PER_ADDRESS });
    expect(api.issuer.asked - asked).toBeLessThan(5);
    // A forged header buys no new address: only what the proxy itself adds counts.
    expect(await me('x', `192.0.2.99, ${ATTACKER}`)).toBe(429);
    // Neither who was to be guessed nor anybody elsewhere is locked out.
    expect(await me(somebody.token, OFFICE)).toBe(200);
  }, 120_000);
});

describe('an actor who asks too often', () => {
  it('is told to wait, wherever they ask from, and nobody else is', async () => {
    const busy = await api.person(somebody.organisationId, ['coordinator']);
    const statuses: number[] = [];
    for (let count = 0; count <= PER_ADDRESS / 10; count += 1) {
      statuses.push(await me(busy.token, `198.51.100.${String(count % 200)}`));
    }
    expect(statuses.at(-2)).toBe(200);
    expect(statuses.at(-1)).toBe(429);
    expect(await me(somebody.token, OFFICE)).toBe(200);
  }, 60_000);
});
