import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { exportSPKI, generateKeyPair, importJWK, SignJWT, UnsecuredJWT } from 'jose';
import { ClockedIssuer } from '../../../apps/local/sign-in/clocked-issuer.js';
import { LOCAL_AUDIENCE } from '../../../apps/local/sign-in/local-claims.js';
import { Clock } from '../../clock/clock.js';
import { claimMappingSchema } from '../claims/claim-mapping.js';
import { ProviderUnavailable, TokenRefused } from '../identity-errors.js';
import { OpenIdTokenVerifier } from './open-id-token.verifier.js';
import { ProviderKeys } from './provider-keys.js';
import { ProviderMetadata } from './provider-metadata.js';
import { SignedTokens } from './signed-tokens.js';

/** Far from the machine's own time, so that nothing that asks it can pass. */
const AT = '2031-03-01T09:00:00.000Z';
const seconds = Date.parse(AT) / 1000;

class MovedClock extends Clock {
  constructor(private readonly at: string) {
    super();
  }

  now(): Promise<string> {
    return Promise.resolve(this.at);
  }
}

/** Without a wait before keys are fetched for a token under an unknown one. */
const EAGER = { fresh: 600_000, coolDown: 0, patience: 2_000 };
const PATIENT = { ...EAGER, coolDown: 600_000 };

function verifierFor(issuer: string, at = AT, keyTiming = EAGER): OpenIdTokenVerifier {
  const metadata = new ProviderMetadata(issuer, { fresh: 3_600_000, coolDown: 0, patience: 2_000 });
  const keys = new ProviderKeys(metadata, keyTiming);
  const settings = { audience: LOCAL_AUDIENCE, claims: claimMappingSchema.parse({}) };
  return new OpenIdTokenVerifier(settings, new SignedTokens(issuer, keys, new MovedClock(at)));
}

let provider: ClockedIssuer;
let verifier: OpenIdTokenVerifier;
beforeEach(async () => {
  provider = await ClockedIssuer.start(new MovedClock(AT));
  verifier = verifierFor(provider.issuer);
});
afterEach(() => provider.stop());

function usual(over: Record<string, unknown> = {}): Record<string, unknown> {
  return { sub: 'abc', iss: provider.issuer, aud: LOCAL_AUDIENCE, iat: seconds, exp: seconds + 60, ...over };
}

/** Signed by somebody else, under a key that says it is the provider's. */
async function forged(): Promise<string> {
  const { privateKey } = await generateKeyPair('ES256');
  return new SignJWT(usual())
    .setProtectedHeader({ alg: 'ES256', kid: provider.signingKey.id })
    .sign(privateKey);
}

/** The classic: the public key, which everybody has, taken for the secret of an HMAC (RFC 8725, 2.1). */
async function signedWithPublicKey(): Promise<string> {
  const { publicJwk, id } = provider.signingKey;
  const key = await importJWK({ ...publicJwk }, 'ES256', { extractable: true });
  if (key instanceof Uint8Array) throw new Error('no public key');
  const secret = new TextEncoder().encode(await exportSPKI(key));
  return new SignJWT(usual()).setProtectedHeader({ alg: 'HS256', kid: id }).sign(secret);
}

/** A key of the token's own in its header (RFC 7515, 4.1.3), which nobody vouches for. */
async function signedWithOwnKey(): Promise<string> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const { exportJWK } = await import('jose');
  const jwk = await exportJWK(publicKey);
  return new SignJWT(usual()).setProtectedHeader({ alg: 'ES256', jwk }).sign(privateKey);
}

async function ofType(typ: string): Promise<string> {
  const { privateKey, id } = provider.signingKey;
  return new SignJWT(usual()).setProtectedHeader({ alg: 'ES256', kid: id, typ }).sign(privateKey);
}

describe('an access token', () => {
  it('tells who bears it, by the clock that is given', async () => {
    expect(await verifier.verify(await provider.token({ sub: 'abc' }))).toMatchObject({ subject: 'abc' });
    expect(await verifier.verify(await ofType('JWT'))).toMatchObject({ subject: 'abc' });
  });

  it('may be meant for others too', async () => {
    const token = await provider.token({ sub: 'abc', aud: ['urn:other', LOCAL_AUDIENCE] });
    expect(await verifier.verify(token)).toMatchObject({ subject: 'abc' });
  });

  it('holds a few seconds longer, since clocks differ, and no more', async () => {
    const token = await provider.token({ sub: 'abc', exp: seconds + 60 });
    const at = (later: number): string => new Date((seconds + later) * 1000).toISOString();
    await expect(verifierFor(provider.issuer, at(65)).verify(token)).resolves.toBeDefined();
    await expect(verifierFor(provider.issuer, at(75)).verify(token)).rejects.toThrow(TokenRefused);
  });

  it.each<[string, () => Promise<string>]>([
    ['expired', () => provider.token({ exp: seconds - 60 })],
    ['not valid yet', () => provider.token({ nbf: seconds + 60 })],
    ['issued in the future', () => provider.token({ iat: seconds + 60 })],
    ['of another issuer', () => provider.token({ iss: 'https://log-on.example' })],
    ["of another tenant of the provider's", () => provider.token({ iss: `${provider.issuer}/other` })],
    ['of an issuer with a slash more', () => provider.token({ iss: `${provider.issuer}/` })],
    ['for another audience', () => provider.token({ aud: 'urn:other' })],
    ['for nobody', () => provider.token({ aud: undefined })],
    ['without expiry', () => provider.token({ exp: undefined })],
    ['without the time of issue', () => provider.token({ iat: undefined })],
    ['without an issuer', () => provider.token({ iss: undefined })],
    ['without a subject or a client', () => provider.token({ sub: undefined, client_id: undefined })],
    ['bound to a key that its bearer does not prove', () => provider.token({ sub: 'a', cnf: { jkt: 'x' } })],
    ['a logout token', () => ofType('logout+jwt')],
    ['a proof of possession', () => ofType('dpop+jwt')],
    ['signed by somebody else', forged],
    ['signed with the public key as a secret', signedWithPublicKey],
    ['signed under a key that it brings along', signedWithOwnKey],
    ['not signed', () => Promise.resolve(new UnsecuredJWT(usual()).encode())],
    [
      'changed afterwards',
      async () => (await provider.token({ sub: 'a' })).replace(/\.[^.]+\./, `.${claimsOf(usual())}.`),
    ],
    ['no token at all', () => Promise.resolve('x')],
    ['a token of 100 kB', async () => `${await provider.token({ sub: 'a' })}.${'a'.repeat(100_000)}`],
  ])('is refused when it is %s', async (_what, make) => {
    await expect(verifier.verify(await make())).rejects.toThrow(TokenRefused);
  });

  it('is refused in every other letter of "none"', async () => {
    const [, claims] = new UnsecuredJWT(usual()).encode().split('.');
    for (const alg of ['none', 'None', 'NONE', 'nOnE', '']) {
      const header = Buffer.from(JSON.stringify({ alg })).toString('base64url');
      await expect(verifier.verify(`${header}.${claims}.`)).rejects.toThrow(TokenRefused);
    }
  });
});

function claimsOf(claims: object): string {
  return Buffer.from(JSON.stringify(claims)).toString('base64url');
}

describe('the keys of the provider', () => {
  it('are fetched again when a token names a new one, while those of before go on', async () => {
    const before = await provider.token({ sub: 'abc' });
    await verifier.verify(before);
    await provider.rotate();
    await expect(verifier.verify(await provider.token({ sub: 'abc' }))).resolves.toBeDefined();
    await expect(verifier.verify(before)).resolves.toBeDefined();
  });

  it('are no longer trusted once the provider has dropped them', async () => {
    const before = await provider.token({ sub: 'abc' });
    await verifier.verify(before);
    await provider.rotate(true);
    await verifier.verify(await provider.token({ sub: 'abc' }));
    await expect(verifier.verify(before)).rejects.toThrow(TokenRefused);
  });

  it('are not fetched for each made-up key', async () => {
    const patient = verifierFor(provider.issuer, AT, PATIENT);
    await patient.verify(await provider.token({ sub: 'abc' }));
    const asked = provider.asked;
    for (let count = 0; count < 50; count += 1) {
      const { privateKey } = await generateKeyPair('ES256');
      const token = await new SignJWT(usual())
        .setProtectedHeader({ alg: 'ES256', kid: `made-up-${count}` })
        .sign(privateKey);
      await expect(patient.verify(token)).rejects.toThrow(TokenRefused);
    }
    expect(provider.asked).toBe(asked);
  });
});

describe('a provider', () => {
  it('that is away refuses nobody: it is not known who they are', async () => {
    const token = await provider.token({ sub: 'abc' });
    const away = verifierFor('http://127.0.0.1:1');
    await expect(away.verify(token)).rejects.toThrow(ProviderUnavailable);
  });

  it('that goes away later is not missed while its keys are fresh', async () => {
    const token = await provider.token({ sub: 'abc' });
    await verifier.verify(token);
    await provider.stop();
    await expect(verifier.verify(token)).resolves.toBeDefined();
    const unknownKey = await forgedUnder('another');
    await expect(verifier.verify(unknownKey)).rejects.toThrow(ProviderUnavailable);
    provider = await ClockedIssuer.start(new MovedClock(AT));
  });

  it.each([
    ['speaks for another issuer', { issuer: 'https://log-on.example' }],
    ['has no keys', { jwks_uri: undefined }],
  ])('that %s is no provider', async (_what, over) => {
    const server = await imposter(over);
    const { port } = server.address() as AddressInfo;
    const token = await provider.token({ sub: 'abc', iss: `http://127.0.0.1:${port}` });
    const misled = verifierFor(`http://127.0.0.1:${port}`);
    await expect(misled.verify(token)).rejects.toThrow(ProviderUnavailable);
    server.close();
  });
});

async function forgedUnder(kid: string): Promise<string> {
  const { privateKey } = await generateKeyPair('ES256');
  return new SignJWT(usual()).setProtectedHeader({ alg: 'ES256', kid }).sign(privateKey);
}

/** Serves metadata that are like the provider's but for one thing, and the provider's own keys. */
async function imposter(over: Record<string, unknown>): Promise<Server> {
  const server = createServer((_request, response) => {
    const { port } = server.address() as AddressInfo;
    const metadata = { issuer: `http://127.0.0.1:${port}`, jwks_uri: `${provider.issuer}/keys`, ...over };
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify(metadata));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
