import { request as httpRequest } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { personaOf, personasCalled } from '../../apps/local/sign-in/personas.js';
import { Visitor } from '../../apps/local/sign-in/visitor.js';
import { EncryptingCodec } from '../../libs/temporal/payload-codec.js';
import { PortalStage } from '../support/portal-stage.js';
import { htmlProblems } from '../support/valid-html.js';

let stage: PortalStage;
beforeAll(async () => {
  stage = await PortalStage.start({ RATE_LIMIT_REQUESTS: '400', RATE_LIMIT_SECONDS: '86400' });
}, 60_000);
afterAll(() => stage.stop());

describe('where the portal leads to', () => {
  it.each([
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example',
    '/%09/evil.example',
    'javascript:alert(1)',
    '/language/da?return=//evil.example',
  ])('is never %s', async (path) => {
    const visitor = new Visitor();
    const { address } = await stage.signIn(personaOf('ravn'), visitor, path);
    expect(new URL(address).origin).toBe(new URL(stage.page()).origin);
    for (const page of ['/sign-in', '/session/ended', '/language/en', '/session/warning']) {
      const response = await stage.ask(visitor, `${page}?return=${encodeURIComponent(path)}`);
      const location = response.headers.get('Location') ?? '/';
      expect(new URL(location, stage.page()).origin).toBe(new URL(stage.page()).origin);
    }
  });

  it('is to the provider when somebody is not signed in, and back to a page of ours', async () => {
    const visitor = new Visitor();
    const begun = await stage.ask(visitor, `/sign-in?return=${encodeURIComponent('//evil.example')}`);
    expect(begun.headers.get('Location')).toMatch(new RegExp(`^${stage.environment.OIDC_ISSUER}/auth\\?`));
  });
});

describe('a form', () => {
  it('is taken from our own page with the token of the session', async () => {
    const { visitor } = await stage.signIn(personaOf('ravn'));
    const response = await stage.send(visitor, '/session/extension', { return: '/accessibility' });
    expect([response.status, response.headers.get('Location')]).toEqual([303, '/accessibility']);
  });

  it.each([
    ['without a token', ''],
    ['with a made-up token', 'A'.repeat(64)],
    ['with 60 kB of token', 'A'.repeat(60_000)],
  ])('is refused %s', async (_what, formToken) => {
    const { visitor } = await stage.signIn(personaOf('ravn'));
    const response = await visitor.send(stage.page('/session/extension'), { formToken });
    expect([response.status, await response.text()]).toEqual([
      403,
      expect.stringContaining('Vi kunne ikke tage imod det, du sendte'),
    ]);
  });

  it('is refused with the token of another session', async () => {
    const { visitor } = await stage.signIn(personaOf('ravn'));
    const other = await stage.signIn(personaOf('ugle'));
    const formToken = await stage.formToken(other.visitor);
    expect((await visitor.send(stage.page('/sign-out'), { formToken })).status).toBe(403);
    expect(stage.session(visitor)).toBeDefined();
  });

  it.each([
    ['from another site', { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' }],
    ['from another origin of the same site', { Origin: 'http://localhost:1', 'Sec-Fetch-Site': 'same-site' }],
    ['from a page that hides where it is', { Origin: 'null' }],
    ['from nowhere', {}],
    [
      'whose two headers contradict each other',
      { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'same-origin' },
    ],
  ])('%s is refused even with a good token', async (_what, headers) => {
    const { visitor } = await stage.signIn(personaOf('ravn'));
    const body = new URLSearchParams({ formToken: await stage.formToken(visitor) });
    const response = await stage.ask(visitor, '/sign-out', { method: 'POST', headers, body });
    expect(response.status).toBe(403);
    expect(stage.session(visitor)).toBeDefined();
  });

  it('that is too large, has too many fields or is no form is told so', async () => {
    const { visitor } = await stage.signIn(personaOf('ravn'));
    const formToken = await stage.formToken(visitor);
    const large = await visitor.send(stage.page('/session/extension'), {
      formToken,
      text: 'a'.repeat(70_000),
    });
    expect([large.status, await large.text()]).toEqual([413, expect.stringContaining('fylder for meget')]);
    const fields = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`field${index}`, '1']));
    expect((await visitor.send(stage.page('/session/extension'), { formToken, ...fields })).status).toBe(413);
    const json = await stage.ask(visitor, '/session/extension', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: new URL(stage.page()).origin },
      body: JSON.stringify({ formToken }),
    });
    expect(json.status).toBe(403);
  });

  it.each([
    ['letters of Latin-1', 'return=%2F&note=S%F8ren'],
    ['a cut letter', 'return=%2F&note=S%C3'],
    ['letters that are not encoded', Buffer.from('return=/&note=Søren', 'latin1')],
  ])('with %s is told to be UTF-8, and nothing is done', async (_what, body) => {
    const { visitor } = await stage.signIn(personaOf('ravn'));
    const response = await stage.ask(visitor, '/session/extension', {
      method: 'POST',
      headers: {
        Origin: new URL(stage.page()).origin,
        'Content-Type': 'application/x-www-form-urlencoded',
      },
      body,
    });
    expect([response.status, await response.text()]).toEqual([400, expect.stringContaining('UTF-8')]);
  });

  it('of somebody whose session is over says that nothing is saved', async () => {
    const response = await new Visitor().send(stage.page('/session/extension'), {});
    expect([response.status, await response.text()]).toEqual([
      401,
      expect.stringContaining('Det, du sendte sidst, er ikke gemt'),
    ]);
  });

  it('is not taken from a machine that only says it is the provider', async () => {
    for (const token of ['', 'x', 'a.b.c']) {
      const response = await new Visitor().send(stage.page('/sign-in/ended'), { logout_token: token });
      expect(response.status).toBe(400);
    }
  });
});

describe('payloads for the Temporal UI', () => {
  let wire: object;
  beforeAll(async () => {
    const codec = new EncryptingCodec(stage.environment.PAYLOAD_KEYS);
    const [payload] = await codec.encode([
      { metadata: { encoding: Buffer.from('json/plain') }, data: Buffer.from('"remindParty"') },
    ]);
    const metadata = Object.fromEntries(
      Object.entries(payload?.metadata ?? {}).map(([name, value]) => [
        name,
        Buffer.from(value).toString('base64'),
      ]),
    );
    wire = { payloads: [{ metadata, data: Buffer.from(payload?.data ?? []).toString('base64') }] };
  });

  async function decode(headers: Record<string, string>): Promise<number> {
    const response = await request(stage.api.getHttpServer()).post('/codec/decode').set(headers).send(wire);
    if (response.status === 200) {
      expect(response.body).toMatchObject({
        payloads: [{ data: Buffer.from('"remindParty"').toString('base64') }],
      });
    }
    return response.status;
  }

  async function signedIn(name: 'skade' | 'ravn'): Promise<{ Cookie: string; Origin: string }> {
    const { visitor } = await stage.signIn(personaOf(name));
    return {
      Cookie: `other=1; kiplan-session=${stage.session(visitor) ?? ''}`,
      Origin: stage.environment.TEMPORAL_UI_ORIGIN,
    };
  }

  it('are decoded for an administrator who is signed in at the portal, and who comes from that page', async () => {
    const headers = await signedIn('skade');
    expect(await decode(headers)).toBe(200);
    expect(await decode({ Cookie: headers.Cookie })).toBe(401);
    expect(await decode({ ...headers, Origin: 'http://localhost:1' })).toBe(401);
  });

  it('stay as they are for everybody else, also on one machine', async () => {
    expect(stage.environment.LOCAL_SETUP).toBe(true);
    const { TEMPORAL_UI_ORIGIN: Origin } = stage.environment;
    expect(await decode({ Origin })).toBe(401);
    expect(await decode(await signedIn('ravn'))).toBe(401);
    expect(await decode({ Origin, Cookie: `kiplan-session=${'A'.repeat(43)}` })).toBe(401);
  });

  it('do not keep a session going by being looked at again and again', async () => {
    const headers = await signedIn('skade');
    for (let minutes = 0; minutes < 30; minutes += 10) {
      expect(await decode(headers)).toBe(200);
      stage.clock.pass(600);
    }
    expect(await decode(headers)).toBe(401);
  });
});

describe('language', () => {
  it('is that of the browser until one is chosen, and then stays', async () => {
    const visitor = new Visitor();
    const english = await stage.ask(visitor, '/', { headers: { 'Accept-Language': 'en' } });
    expect([english.headers.get('Content-Language'), await english.text()]).toEqual([
      'en',
      expect.stringContaining('<html lang="en">'),
    ]);
    await stage.ask(visitor, '/language/da');
    const danish = await stage.ask(visitor, '/', { headers: { 'Accept-Language': 'en' } });
    expect(await danish.text()).toContain('<html lang="da">');
    expect((await stage.ask(visitor, '/language/de')).status).toBe(404);
  });
});

describe('a page', () => {
  it('loads nothing from elsewhere and holds nothing inline, in every state', async () => {
    const { visitor } = await stage.signIn(personaOf('ravn'));
    for (const path of ['/', '/accessibility', '/nothing', '/session/ended', '/signed-out']) {
      for (const who of [visitor, new Visitor()]) {
        const response = await stage.ask(who, path);
        const html = await response.text();
        const policy = response.headers.get('Content-Security-Policy') ?? '';
        expect([path, policy]).toEqual([
          path,
          expect.stringContaining("default-src 'none';script-src 'self'"),
        ]);
        expect(policy).not.toContain('unsafe');
        expect(html).not.toMatch(/<style|style="|<script(?![^>]*src=)|\son[a-z]+="/);
        expect(Object.fromEntries(response.headers)).toMatchObject({
          'cache-control': 'no-store',
          'cross-origin-opener-policy': 'same-origin',
          'cross-origin-resource-policy': 'same-origin',
          'referrer-policy': 'same-origin',
          'strict-transport-security': 'max-age=31536000; includeSubDomains',
          'x-content-type-options': 'nosniff',
          'x-frame-options': 'DENY',
        });
        for (const name of ['Server', 'X-Powered-By', 'Access-Control-Allow-Origin']) {
          expect(response.headers.get(name)).toBeNull();
        }
      }
    }
  });

  it('is not asked for by addresses, headers and methods that no browser sends', async () => {
    const long = await stage.ask(new Visitor(), `/plans/${'x'.repeat(9_000)}`);
    expect([long.status, await long.text()]).toEqual([414, expect.stringContaining('Adressen er for lang')]);
    const padded = await answerTo('GET', stage.page('/'), { 'X-Padding': 'x'.repeat(20_000) });
    expect(padded.status).toBe(431);
    const traced = await answerTo('TRACE', stage.page('/'), { Cookie: 'kiplan-session=secret' });
    expect([traced.status, traced.body.includes('secret')]).toEqual([403, false]);
  });

  it('is valid HTML, in every state and both languages, at the provider too', async () => {
    const { visitor } = await stage.signIn(personaOf('ravn'));
    const [weak] = personasCalled('ravn-lav');
    const pages: [string, string][] = [];
    for (const language of ['da', 'en']) {
      await stage.ask(visitor, `/language/${language}`);
      for (const path of ['/', '/accessibility', '/nothing', '/signed-out']) {
        pages.push([`${language} ${path}`, await (await stage.ask(visitor, path)).text()]);
      }
      const nobody = new Visitor();
      await stage.ask(nobody, `/language/${language}`);
      for (const path of ['/', '/accessibility', '/nothing', '/session/ended', '/signed-out']) {
        pages.push([`${language} ${path} signed out`, await (await stage.ask(nobody, path)).text()]);
      }
      if (weak !== undefined) {
        const { response } = await stage.signIn(weak, nobody);
        pages.push([`${language} refused`, (await response?.text()) ?? '']);
      }
    }
    const begun = await stage.ask(new Visitor(), '/sign-in');
    const choice = await new Visitor().follow(begun.headers.get('Location') ?? '');
    pages.push(['choice', (await choice.response?.text()) ?? '']);
    pages.push(['leaving', await (await stage.send(visitor, '/sign-out')).text()]);
    const left = await visitor.follow(`${stage.environment.OIDC_ISSUER}/session/end`);
    pages.push(['leaving the provider', (await left.response?.text()) ?? '']);
    for (const [name, html] of pages) expect([name, await htmlProblems(html)]).toEqual([name, []]);
    expect(await htmlProblems('<!DOCTYPE html><html><body><img></body></html>')).not.toEqual([]);
  });

  it('keeps its assets for ever under an address that names their content', async () => {
    const html = await (await stage.ask(new Visitor(), '/')).text();
    const addresses = [...html.matchAll(/(?:href|src)="(\/assets\/[^"#]+)/g)].map(
      ([, address = '']) => address,
    );
    expect(addresses.length).toBeGreaterThanOrEqual(4);
    for (const address of addresses) {
      const response = await stage.ask(new Visitor(), address);
      expect([address, response.status]).toEqual([address, 200]);
      expect(response.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
    }
    expect((await stage.ask(new Visitor(), '/assets/design/11.2.0/../package.json')).status).toBe(404);
    expect((await stage.ask(new Visitor(), '/assets/design/0.0.1/css/dkfds.min.css')).status).toBe(404);
  });

  it('tells whether it lives and is ready', async () => {
    expect((await stage.ask(new Visitor(), '/health/live')).status).toBe(200);
    expect(await (await stage.ask(new Visitor(), '/health/ready')).json()).toMatchObject({
      status: 'ok',
      details: { localSetup: { status: 'up' } },
    });
  });
});

/** Bytes of the heap that are really in use. */
function heapInUse(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  return process.memoryUsage().heapUsed;
}

describe('ten thousand sign-ins', () => {
  it('are begun no more often than they may be, and cost nothing that stays', async () => {
    const visitor = new Visitor();
    const before = heapInUse();
    const statuses = new Map<number, number>();
    for (let round = 0; round < 100; round += 1) {
      const answers = await Promise.all(
        Array.from({ length: 100 }, () => fetch(stage.page('/sign-in'), { redirect: 'manual' })),
      );
      for (const answer of answers) {
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        await answer.body?.cancel();
      }
    }
    expect([...statuses.keys()].sort()).toEqual([303, 429]);
    // A quarter of the pages that one person may ask for.
    expect(statuses.get(303)).toBeLessThanOrEqual(100);
    const limited = await stage.ask(visitor, '/sign-in');
    expect(Number(limited.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect(await limited.text()).toContain('Det gik for hurtigt');
    expect(heapInUse() - before).toBeLessThan(20 * 1024 * 1024);
    const rows = await stage.database.query<{ sessions: number }[]>(
      'SELECT count(*)::int AS sessions FROM sessions',
    );
    expect(rows[0]?.sessions).toBeLessThan(100);
  }, 120_000);
});

/** Asks with a method that `fetch` does not let through. */
function answerTo(
  method: string,
  address: string,
  headers: Record<string, string>,
): Promise<{ status: number | undefined; body: string }> {
  return new Promise((resolve, reject) => {
    const asked = httpRequest(address, { method, headers, agent: false }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => (body += part));
      response.on('end', () => {
        resolve({ status: response.statusCode, body });
      });
    });
    asked.on('error', reject).end();
  });
}
