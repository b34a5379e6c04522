import { describe, expect, it } from '@jest/globals';
import { SignJWT, UnsecuredJWT } from 'jose';
import { Clock } from '../clock/clock.js';
import { actorOfToken } from './actor-of-token.js';
import { bearerToken } from './bearer-token.js';
import { issueToken } from './issue-token.js';
import { PersonDirectory, type RegisteredPerson } from './person-directory.js';
import { SharedSecretVerifier } from './shared-secret.verifier.js';
import { TokenRefused } from './token-verifier.js';

const at = '2027-03-01T09:00:00.000Z';
const personId = '5b3a4c1e-8a50-4a55-9a3f-2f3f51b1c001';
const organisationId = '5b3a4c1e-8a50-4a55-9a3f-2f3f51b1c002';
const settings = { secret: 's'.repeat(40), issuer: 'kiplan-local', audience: 'kiplan-api' };
const claims = { personId, organisationId, roles: ['coordinator', 'teamLeader'] } as const;

class FixedClock extends Clock {
  now(): Promise<string> {
    return Promise.resolve(at);
  }
}

class FixedDirectory extends PersonDirectory {
  constructor(private readonly person: RegisteredPerson | null) {
    super();
  }

  find(): Promise<RegisteredPerson | null> {
    return Promise.resolve(this.person);
  }
}

const verifier = new SharedSecretVerifier(settings, new FixedClock());
const directory = new FixedDirectory({ personId, organisationId, roles: ['coordinator'] });

function signed(
  claim: Record<string, unknown>,
  secret = settings.secret,
  algorithm = 'HS256',
): Promise<string> {
  const seconds = Date.parse(at) / 1000;
  return new SignJWT({
    sub: personId,
    iss: settings.issuer,
    aud: settings.audience,
    iat: seconds,
    exp: seconds + 60,
    roles: [],
    ...claim,
  })
    .setProtectedHeader({ alg: algorithm })
    .sign(new TextEncoder().encode(secret));
}

describe('a token', () => {
  it('tells who bears it, as far as the register confirms', async () => {
    const token = await issueToken(settings, claims, at);
    expect(await actorOfToken(token, verifier, directory)).toEqual({
      kind: 'person',
      personId,
      organisationId,
      organisationRoles: ['coordinator'],
    });
  });

  it('is refused for a person whom the register does not know, or in another organisation', async () => {
    const token = await issueToken(settings, claims, at);
    const moved = new FixedDirectory({ personId, organisationId: null, roles: [] });
    await expect(actorOfToken(token, verifier, new FixedDirectory(null))).rejects.toThrow(TokenRefused);
    await expect(actorOfToken(token, verifier, moved)).rejects.toThrow(TokenRefused);
  });

  it.each([
    ['expired', () => issueToken(settings, claims, '2027-02-28T09:00:00.000Z')],
    ['signed with another secret', () => signed({}, 'z'.repeat(40))],
    ['signed with another algorithm', () => signed({}, 's'.repeat(64), 'HS512')],
    ['of another issuer', () => signed({ iss: 'somebody' })],
    ['for another audience', () => signed({ aud: 'other' })],
    ['without expiry', () => signed({ exp: undefined })],
    ['without roles', () => signed({ roles: undefined })],
    ['with an unknown role', () => signed({ roles: ['king'] })],
    ['with a subject that is no id', () => signed({ sub: 'me' })],
    ['with an organisation that is no id', () => signed({ org: 7 })],
    [
      'not signed',
      () =>
        Promise.resolve(
          new UnsecuredJWT({ roles: [] })
            .setSubject(personId)
            .setIssuer(settings.issuer)
            .setAudience(settings.audience)
            .setIssuedAt(Date.parse(at) / 1000)
            .setExpirationTime(Date.parse(at) / 1000 + 60)
            .encode(),
        ),
    ],
    ['no token at all', () => Promise.resolve('x')],
  ])('is refused when %s', async (_what, make) => {
    await expect(verifier.verify(await make())).rejects.toThrow(TokenRefused);
  });

  it.each([
    ['Bearer a.b.c', 'a.b.c'],
    ['bearer a.b.c', 'a.b.c'],
    ['Basic a.b.c', undefined],
    ['Bearer ', undefined],
    ['Bearer a b', undefined],
    [undefined, undefined],
  ])('is taken from the header %s', (header, token) => {
    expect(bearerToken(header)).toBe(token);
  });
});
