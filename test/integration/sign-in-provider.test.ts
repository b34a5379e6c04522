import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeProtectedHeader } from 'jose';
import { freePort, LOOPBACK } from '../../apps/local/engines/ports.js';
import { CLAIM, LOCAL_AUDIENCE, LOCAL_CLAIM_MAPPING } from '../../apps/local/sign-in/local-claims.js';
import { choosePersona, signInAs, signInMachine } from '../../apps/local/sign-in/persona-sign-in.js';
import { PERSONAS, personaOf, personasCalled } from '../../apps/local/sign-in/personas.js';
import { type SignInServer, startSignIn } from '../../apps/local/sign-in/sign-in-server.js';
import { COMMAND_LINE_CLIENT, COMMAND_LINE_REDIRECT } from '../../apps/local/sign-in/sign-in-settings.js';
import { rotateSigningKeys } from '../../apps/local/sign-in/signing-keys.js';
import type { PersonClaims } from '../../libs/identity/claims/read-claims.js';
import { Visitor } from '../../apps/local/sign-in/visitor.js';
import { WallClock } from '../../libs/clock/clock.js';
import { PARTY_ROLES } from '../../libs/domain/participants/participant.types.js';
import { ORGANISATION_ROLES } from '../../libs/domain/plan/actor.js';
import { claimMappingSchema } from '../../libs/identity/claims/claim-mapping.js';
import type { TokenVerifier } from '../../libs/identity/token-verifier.js';
import { OpenIdTokenVerifier } from '../../libs/identity/provider/open-id-token.verifier.js';
import { ProviderKeys } from '../../libs/identity/provider/provider-keys.js';
import { ProviderMetadata } from '../../libs/identity/provider/provider-metadata.js';
import { SignedTokens } from '../../libs/identity/provider/signed-tokens.js';

let folder: string;
let port: number;
let server: SignInServer;
let verifier: TokenVerifier;

async function start(): Promise<SignInServer> {
  const portalUrl = 'http://localhost:1';
  return startSignIn({ issuer: `http://localhost:${port}`, folder, portalUrl, host: LOOPBACK, port });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kiplan-sign-in-'));
  port = await freePort();
  server = await start();
  const settings = {
    audience: LOCAL_AUDIENCE,
    claims: claimMappingSchema.parse(JSON.parse(LOCAL_CLAIM_MAPPING)),
  };
  const timing = { fresh: 600_000, coolDown: 0, patience: 2_000 };
  const keys = new ProviderKeys(new ProviderMetadata(server.issuer), timing);
  verifier = new OpenIdTokenVerifier(settings, new SignedTokens(server.issuer, keys, new WallClock()));
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

/** The address at which the command line would begin, with what is told over it. */
function beginning(over: Readonly<Record<string, string>> = {}): string {
  const address = new URL('/auth', server.issuer);
  const usual = {
    client_id: COMMAND_LINE_CLIENT,
    redirect_uri: COMMAND_LINE_REDIRECT,
    response_type: 'code',
    scope: 'openid',
    state: 'state',
    nonce: 'nonce',
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries({ ...usual, ...over })) {
    if (value !== '') address.searchParams.set(name, value);
  }
  return address.href;
}

describe('the local provider', () => {
  it('says of staff and of citizens what the mapping reads, in tokens that the API takes', async () => {
    const staff = await verifier.verify(await signInAs(personaOf('ravn'), server.issuer));
    expect(staff).toMatchObject({
      kind: 'person',
      cvr: '99000015',
      employee: personaOf('ravn').claims[CLAIM.employee],
      roles: ['practitioner', 'coordinator'],
      assurance: 'substantial',
      cpr: null,
    });
    // Just now, as what opens or ends much asks for.
    const { signedInAt } = staff as PersonClaims;
    expect(Math.abs(Date.now() - Date.parse(signedInAt ?? ''))).toBeLessThan(60_000);
    const citizen = await verifier.verify(await signInAs(personaOf('magnus'), server.issuer));
    expect(citizen).toMatchObject({ cpr: '0504909995', cvr: null, roles: [], assurance: 'substantial' });
  });

  it('lets a machine get a token for itself', async () => {
    expect(await verifier.verify(await signInMachine(server.issuer, 'register.read'))).toEqual({
      kind: 'client',
      clientId: 'kiplan-demonstration-machine',
      scopes: ['register.read'],
    });
  });

  it('has somebody of every kind', () => {
    const roles = PERSONAS.flatMap(
      ({ claims }) => (claims['kiplan'] as { roles?: string[] } | undefined)?.roles ?? [],
    );
    expect([...new Set(roles)].sort()).toEqual([...ORGANISATION_ROLES].sort());
    const practitioners = PERSONAS.filter(({ group }) => group === 'practitioner').map(({ about }) => about);
    expect(new Set(practitioners).size).toBeGreaterThanOrEqual(PARTY_ROLES.length);
    expect(new Set(PERSONAS.map(({ subject }) => subject)).size).toBe(PERSONAS.length);
    expect(new Set(PERSONAS.map(({ calledAs }) => calledAs)).size).toBe(PERSONAS.length);
    const [weak] = personasCalled('ravn-lav');
    expect(weak?.claims[CLAIM.assurance]).toContain('Low');
    expect(personasCalled('Vendelboe')).toHaveLength(1);
  });

  it('asks on one page, without scripts, and says that it is a local set-up', async () => {
    const page = await new Visitor().follow(beginning());
    const html = (await page.response?.text()) ?? '';
    expect(html).toContain('<html lang="da">');
    expect(html).toContain('Lokal opsætning til afprøvning');
    expect(html).toContain('<h1>Vælg, hvem du logger på som</h1>');
    expect(html).not.toContain('<script');
    for (const { familyName } of PERSONAS) expect(html).toContain(familyName);
    expect(page.response?.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it.each([
    ['no challenge', { code_challenge: '', code_challenge_method: '' }],
    ['a challenge that is the verifier itself', { code_challenge_method: 'plain' }],
  ])('refuses a sign-in with %s (PKCE, RFC 7636)', async (_what, over) => {
    const returned = await new Visitor().follow(beginning(over), COMMAND_LINE_REDIRECT);
    expect(new URL(returned.address).searchParams.get('error')).toBe('invalid_request');
  });

  it('leads to nobody but its clients', async () => {
    const { response } = await new Visitor().follow(beginning({ redirect_uri: 'http://evil.example/' }));
    expect(response?.status).toBe(400);
    expect(await response?.text()).toContain('Fejlen hedder invalid_redirect_uri');
  });

  it.each<Record<string, string>>([{ cancel: 'yes' }, { persona: 'somebody' }])(
    'takes %j for a no',
    async (form) => {
      const visitor = new Visitor();
      const page = await visitor.follow(beginning());
      const answer = await visitor.send(page.address, form);
      const { address } = await visitor.followFrom(page.address, answer, COMMAND_LINE_REDIRECT);
      expect(new URL(address).searchParams.get('error')).toBe('access_denied');
    },
  );

  it('tells who comes too late to begin again', async () => {
    const late = await fetch(`${server.issuer}/interaction/of-yesterday`);
    expect([late.status, await late.text()]).toEqual([400, expect.stringContaining('Log-on er udløbet')]);
  });

  it('remembers who signed in until they log out', async () => {
    const visitor = new Visitor();
    await choosePersona(visitor, beginning(), personaOf('ravn'), COMMAND_LINE_REDIRECT);
    const again = await visitor.follow(beginning(), COMMAND_LINE_REDIRECT);
    expect(new URL(again.address).searchParams.get('code')).toEqual(expect.any(String));

    const asked = await visitor.follow(`${server.issuer}/session/end`);
    const html = (await asked.response?.text()) ?? '';
    expect(html).toContain('Vil du også logge af her?');
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const ended = await visitor.send(`${server.issuer}/session/end/confirm`, { xsrf, logout: 'yes' });
    const told = await visitor.followFrom(asked.address, ended);
    expect(await told.response?.text()).toContain('Du er logget af her');
    expect((await visitor.follow(beginning(), COMMAND_LINE_REDIRECT)).address).toContain('/interaction/');
  });

  it('keeps its keys for itself and over a restart, and goes on under a new one after a rotation', async () => {
    expect((await stat(join(folder, 'signing-keys.json'))).mode & 0o077).toBe(0);
    const before = await signInAs(personaOf('ravn'), server.issuer);
    await server.stop();
    await rotateSigningKeys(folder);
    server = await start();
    const after = await signInAs(personaOf('ravn'), server.issuer);
    expect(decodeProtectedHeader(after).kid).not.toBe(decodeProtectedHeader(before).kid);
    await expect(verifier.verify(after)).resolves.toMatchObject({ kind: 'person' });
    await expect(verifier.verify(before)).resolves.toMatchObject({ kind: 'person' });
  });
});
