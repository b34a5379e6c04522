import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { castMember } from '../../apps/local/demonstration/cast.js';
import { choosePersona } from '../../apps/local/sign-in/persona-sign-in.js';
import { personaOf, personasCalled } from '../../apps/local/sign-in/personas.js';
import type { Persona } from '../../apps/local/sign-in/persona.types.js';
import { Visitor } from '../../apps/local/sign-in/visitor.js';
import { SessionStore } from '../../libs/identity/session/session-store.js';
import { createDataSource } from '../../libs/persistence/data-source.js';
import { PortalStage } from '../support/portal-stage.js';

let stage: PortalStage;
beforeAll(async () => {
  stage = await PortalStage.start({ RATE_LIMIT_REQUESTS: '100000' });
}, 60_000);
afterAll(() => stage.stop());

function persona(name: string): Persona {
  const [found] = personasCalled(name);
  if (found === undefined) throw new Error(`nobody is called ${name}`);
  return found;
}

/** Asks for a page and reads it. */
async function read(
  visitor: Visitor,
  path = '/',
): Promise<{ status: number; html: string; location: string }> {
  const response = await stage.ask(visitor, path);
  const location = response.headers.get('Location') ?? '';
  return { status: response.status, html: await response.text(), location };
}

describe('signing in', () => {
  it('leads to the provider and back to the page that was wanted', async () => {
    const visitor = new Visitor();
    const wanted = await read(visitor, '/session/warning');
    expect(wanted.location).toBe('/session/ended');
    const { address } = await stage.signIn(personaOf('ravn'), visitor, '/accessibility');
    expect(address).toBe(stage.page('/accessibility'));
    const front = await read(visitor);
    expect(front.html).toContain('Test Koordinator Ravn, Testkøbing Rusmiddelcenter');
    expect(front.html).toContain('<h1>Dine planer</h1>');
  });

  it('greets a citizen without an organisation', async () => {
    const { visitor } = await stage.signIn(personaOf('magnus'));
    expect((await read(visitor)).html).toContain('<p class="user">Magnus Test Lauridsen</p>');
  });

  it('keeps the cookie from scripts and from forms of other sites', async () => {
    const visitor = new Visitor();
    const returned = await visitor.ask(await stage.comeBack(visitor, personaOf('ravn')));
    const cookie = returned.headers.getSetCookie().find((one) => one.startsWith('kiplan-session='));
    expect(cookie).toMatch(/^kiplan-session=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  it('leads by a link from a mail to the page, and nobody but the one who got the mail', async () => {
    const path = `plans/${randomUUID()}/tasks`;
    const link = `/to/${stage.vault.cipher.paths.seal(castMember('magnus').id, path)}`;
    const stranger = await stage.ask(new Visitor(), link);
    expect(stranger.headers.get('Location')).toBe(
      `/sign-in?${new URLSearchParams({ return: link }).toString()}`,
    );
    const { visitor } = await stage.signIn(personaOf('magnus'));
    const followed = await stage.ask(visitor, link);
    expect([followed.status, followed.headers.get('Location')]).toEqual([303, `/${path}`]);
    const { visitor: another } = await stage.signIn(personaOf('ravn'));
    expect((await stage.ask(another, link)).status).toBe(404);
    expect((await stage.ask(another, '/to/plans')).status).toBe(404);
  });

  it('says on every page that it is a local set-up', async () => {
    const { visitor, response } = await stage.signIn(personaOf('magnus'));
    expect(await response?.text()).toContain('Lokal opsætning');
    expect(await (await stage.ask(new Visitor(), '/accessibility')).text()).toContain('Lokal opsætning');
    expect(stage.session(visitor)).toBeDefined();
  });

  it('leaves in the database nothing by which a session could be taken over, and no token in the clear', async () => {
    const { visitor } = await stage.signIn(personaOf('magnus'));
    const id = stage.session(visitor) ?? '';
    const rows = await stage.database.query<Record<string, unknown>[]>('SELECT * FROM sessions');
    const text = JSON.stringify(rows, (_key, value: unknown) =>
      isBuffer(value) ? Buffer.from(value.data).toString('base64url') : value,
    );
    expect(text).not.toContain(id);
    expect(text).toContain(stage.vault.cipher.secrets.hash(id).toString('base64url'));
    expect(text).not.toContain(createHash('sha256').update(id).digest('base64url'));
    expect(text).not.toContain('0504909995');
    expect(text).not.toContain(persona('magnus').subject);
    expect(text).not.toMatch(/eyJ[A-Za-z0-9_-]+\.eyJ/);
  });

  it('too weakly is refused on a page that says how to do it, and leads to a new sign-in', async () => {
    const { response } = await stage.signIn(persona('ravn-lav'));
    const html = (await response?.text()) ?? '';
    expect([response?.status, html]).toEqual([
      403,
      expect.stringContaining('Dit log-on er ikke sikkert nok'),
    ]);
    expect(html).toContain('href="/sign-in?again=yes"');
    const again = await read(new Visitor(), '/sign-in?again=yes');
    expect(again.location).toContain('prompt=login');
    expect(again.location).toContain('acr_values=');
  });

  it('as somebody who is not registered is refused on a page that says what to do', async () => {
    const { response, visitor } = await stage.signIn(persona('vendelboe'));
    expect([response?.status, await response?.text()]).toEqual([
      403,
      expect.stringContaining('Du er ikke oprettet her endnu'),
    ]);
    expect(stage.session(visitor)).toBeUndefined();
  });

  it('can be broken off', async () => {
    const visitor = new Visitor();
    const begun = await stage.ask(visitor, '/sign-in');
    const page = await visitor.follow(begun.headers.get('Location') ?? '');
    const { response } = await visitor.followFrom(
      page.address,
      await visitor.send(page.address, { cancel: 'yes' }),
    );
    expect([response?.status, await response?.text()]).toEqual([
      400,
      expect.stringContaining('Log-on blev afbrudt'),
    ]);
  });

  it('is told to be impossible while the provider is away, and those who are signed in go on', async () => {
    const { visitor } = await stage.signIn(personaOf('ravn'));
    const fresh = new Visitor();
    const back = await stage.comeBack(fresh, personaOf('ugle'));
    await stage.stopProvider();
    try {
      expect((await read(visitor)).html).toContain('Dine planer');
      const response = await fresh.ask(back);
      expect([response.status, response.headers.get('Retry-After')]).toEqual([503, '5']);
      expect(await response.text()).toContain('Du kan ikke logge på lige nu');
    } finally {
      await stage.startProvider();
    }
  });
});

function isBuffer(value: unknown): value is { type: 'Buffer'; data: number[] } {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'Buffer';
}

describe('what comes back from the provider', () => {
  it('is refused without the browser that began, and a sign-in that somebody else began is not finished here', async () => {
    const attacker = new Visitor();
    const theirs = await stage.comeBack(attacker, personaOf('ravn'));
    const victim = new Visitor();
    expect((await victim.ask(theirs)).status).toBe(400);
    await stage.ask(victim, '/sign-in');
    const mixed = await victim.ask(theirs);
    expect([mixed.status, await mixed.text()]).toEqual([400, expect.stringContaining('Begynd forfra her')]);
    expect(stage.session(victim)).toBeUndefined();
  });

  it.each([
    [
      'another state',
      (url: URL) => {
        url.searchParams.set('state', 'another');
      },
    ],
    [
      'no state',
      (url: URL) => {
        url.searchParams.delete('state');
      },
    ],
    [
      'two states',
      (url: URL) => {
        url.searchParams.append('state', 'another');
      },
    ],
    [
      'another code',
      (url: URL) => {
        url.searchParams.set('code', 'another');
      },
    ],
    [
      'no code',
      (url: URL) => {
        url.searchParams.delete('code');
      },
    ],
    [
      'another issuer',
      (url: URL) => {
        url.searchParams.set('iss', 'https://log-on.example');
      },
    ],
  ])('is refused with %s', async (_what, change) => {
    const visitor = new Visitor();
    const url = new URL(await stage.comeBack(visitor, personaOf('ravn')));
    change(url);
    const response = await visitor.ask(url.href);
    expect(response.status).toBe(400);
    expect(stage.session(visitor)).toBeUndefined();
  });

  it('is refused with a nonce that is not that of the sign-in', async () => {
    const visitor = new Visitor();
    const begun = await stage.ask(visitor, '/sign-in');
    const address = new URL(begun.headers.get('Location') ?? '');
    expect(address.searchParams.get('nonce')).toMatch(/^[A-Za-z0-9_-]{43}$/);
    address.searchParams.set('nonce', 'of-another-sign-in');
    const back = await choosePersona(visitor, address.href, personaOf('ravn'), stage.page('/sign-in/return'));
    expect((await visitor.ask(back)).status).toBe(400);
    expect(stage.session(visitor)).toBeUndefined();
  });

  it('leads to one session only, also if it comes twice', async () => {
    const visitor = new Visitor();
    const back = await stage.comeBack(visitor, personaOf('ravn'));
    const attempt = visitor.cookie('localhost', 'kiplan-sign-in') ?? '';
    expect((await visitor.ask(back)).status).toBe(303);
    const again = new Visitor();
    again.setCookie('localhost', 'kiplan-sign-in', attempt);
    expect((await again.ask(back)).status).toBe(400);
    expect(stage.session(again)).toBeUndefined();
  });
});

describe('logging out', () => {
  it('ends the session here at once and leads to the provider by a form, without a token in any address', async () => {
    const { visitor } = await stage.signIn(personaOf('magnus'));
    const id = stage.session(visitor) ?? '';
    const left = await stage.send(visitor, '/sign-out');
    const html = await left.text();
    expect([left.status, html]).toEqual([200, expect.stringContaining('Du er logget af her')]);
    expect(left.headers.get('Clear-Site-Data')).toBe('"cache", "storage"');
    expect(stage.session(visitor)).toBeUndefined();
    const replayed = new Visitor();
    replayed.setCookie('localhost', 'kiplan-session', id);
    expect((await read(replayed)).html).toContain('Du logger på med MitID');

    const action = /action="([^"]+\/session\/end)"/.exec(html)?.[1] ?? '';
    const fields = Object.fromEntries(
      [...html.matchAll(/type="hidden" name="([^"]+)" value="([^"]+)"/g)].map(([, name = '', value = '']) => [
        name,
        value,
      ]),
    );
    expect(action).toBe(`${stage.environment.OIDC_ISSUER}/session/end`);
    expect(fields['id_token_hint']).toMatch(/^eyJ/);
    const asked = await (await visitor.send(action, fields, stage.page())).text();
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(asked)?.[1] ?? '';
    const ended = await visitor.send(`${action}/confirm`, { xsrf, logout: 'yes' });
    expect(ended.headers.get('Location')).toBe(stage.page('/signed-out'));
    expect((await read(visitor, '/signed-out')).html).toContain('Du er logget af');
    // The provider has forgotten the person, too.
    const again = await visitor.follow((await read(visitor, '/sign-in')).location);
    expect(again.address).toContain('/interaction/');
  });

  it('at the provider ends the sessions here, behind the back of the browser', async () => {
    const { visitor } = await stage.signIn(personaOf('ugle'));
    const asked = await visitor.follow(`${stage.environment.OIDC_ISSUER}/session/end`);
    const xsrf = /name="xsrf" value="([^"]+)"/.exec((await asked.response?.text()) ?? '')?.[1] ?? '';
    await visitor.send(`${stage.environment.OIDC_ISSUER}/session/end/confirm`, { xsrf, logout: 'yes' });
    expect((await read(visitor)).html).toContain('Du logger på med MitID');
  });

  it('is possible while the provider is away', async () => {
    const { visitor } = await stage.signIn(personaOf('ravn'));
    const token = await stage.formToken(visitor);
    await stage.stopProvider();
    try {
      const left = await visitor.send(stage.page('/sign-out'), { formToken: token });
      expect(left.status).toBe(200);
      expect(stage.session(visitor)).toBeUndefined();
    } finally {
      await stage.startProvider();
    }
  });
});

describe('a session', () => {
  it('gets a new id at every sign-in, and the one that the browser brought along is over', async () => {
    const { visitor } = await stage.signIn(personaOf('ravn'));
    const first = stage.session(visitor) ?? '';
    const returned = await stage.ask(visitor, '/sign-in?again=yes');
    const address = returned.headers.get('Location') ?? '';
    await visitor.ask(
      await choosePersona(visitor, address, personaOf('ravn'), stage.page('/sign-in/return')),
    );
    expect(stage.session(visitor)).not.toBe(first);
    const old = new Visitor();
    old.setCookie('localhost', 'kiplan-session', first);
    expect((await read(old)).html).toContain('Log på');
  });

  it('that somebody put into the browser before the sign-in is none afterwards', async () => {
    const planted = randomBytes(32).toString('base64url');
    const visitor = new Visitor();
    visitor.setCookie('localhost', 'kiplan-session', planted);
    await stage.signIn(personaOf('ravn'), visitor);
    expect(stage.session(visitor)).not.toBe(planted);
    const attacker = new Visitor();
    attacker.setCookie('localhost', 'kiplan-session', planted);
    expect((await read(attacker)).html).not.toContain('Ravn');
  });

  it.each([
    ['made up', () => randomBytes(32).toString('base64url')],
    ['too short', () => 'abc'],
    ['a quote', () => "' OR 1=1 --"],
    ['ten thousand letters', () => 'a'.repeat(10_000)],
  ])('is not found by an id that is %s', async (_what, id) => {
    const visitor = new Visitor();
    visitor.setCookie('localhost', 'kiplan-session', id());
    const front = await read(visitor);
    expect([front.status, front.html]).toEqual([200, expect.stringContaining('Du logger på med MitID')]);
  });

  it('is not begun by a sign-in that took longer than ten minutes, or that the browser changed', async () => {
    const visitor = new Visitor();
    const back = await stage.comeBack(visitor, personaOf('ravn'));
    stage.clock.pass(601);
    expect((await visitor.ask(back)).status).toBe(400);
    const other = new Visitor();
    const theirs = await stage.comeBack(other, personaOf('ravn'));
    const kept = other.cookie('localhost', 'kiplan-sign-in') ?? '';
    other.setCookie('localhost', 'kiplan-sign-in', `${kept.slice(0, -4)}AAAA`);
    expect((await other.ask(theirs)).status).toBe(400);
  });

  it('ends half an hour after the last thing that was done, and says so', async () => {
    const { visitor } = await stage.signIn(personaOf('ravn'));
    stage.clock.pass(1700);
    expect((await read(visitor)).html).toContain('Dine planer');
    stage.clock.pass(1700);
    expect((await read(visitor)).html).toContain('Dine planer');
    stage.clock.pass(1801);
    const over = await stage.ask(visitor, '/session/warning?return=%2Faccessibility');
    expect(over.headers.get('Location')).toBe('/session/ended?return=%2Faccessibility');
    const ended = await read(visitor, '/session/ended?return=%2Faccessibility');
    expect(ended.html).toContain('Så logger vi dig af for en sikkerheds skyld');
    expect(ended.html).toContain('href="/sign-in?return=%2Faccessibility"');
    expect(stage.session(visitor)).toBeUndefined();
  });

  it('says in time that a working day is over, and then cannot be prolonged', async () => {
    const { visitor } = await stage.signIn(personaOf('ravn'));
    for (let half = 0; half < 15; half += 1) {
      expect((await read(visitor)).html).toContain('Forbliv logget på');
      stage.clock.pass(1799);
    }
    await read(visitor);
    stage.clock.pass(1600);
    const { html } = await read(visitor);
    expect(html).toContain('Du har været logget på i en hel arbejdsdag');
    expect(html).not.toContain('Forbliv logget på');
    const warning = await read(visitor, '/session/warning?return=%2Faccessibility');
    expect(warning.html).toContain('<a class="button button-primary" href="/accessibility">Gør færdig</a>');
  });

  it('ends after a working day, whatever is done', async () => {
    const { visitor } = await stage.signIn(personaOf('ravn'));
    for (let half = 0; half < 16; half += 1) {
      expect((await read(visitor)).html).toContain('Dine planer');
      stage.clock.pass(1799);
    }
    stage.clock.pass(17);
    expect((await read(visitor)).html).toContain('Du logger på med MitID');
  });

  it('has the rights that the register gives now, and is over when the person is gone or signs in otherwise', async () => {
    const { visitor } = await stage.signIn(personaOf('krage'));
    const personId = castMember('krage').id;
    const sessions = async (): Promise<unknown> => {
      const [row] = await stage.database.query<{ n: number }[]>(
        'SELECT count(*)::int AS n FROM sessions WHERE person_id = $1 AND ended_at IS NULL',
        [personId],
      );
      return row?.n;
    };
    expect(await sessions()).toBe(1);
    await stage.database.query('DELETE FROM contact_details WHERE person_id = $1', [personId]);
    // The application removes nobody; the owner can.
    const owner = await createDataSource({ url: stage.postgres.url, poolSize: 1, keys: null }).initialize();
    await owner.query('DELETE FROM people WHERE id = $1', [personId]);
    await owner.destroy();
    expect(await sessions()).toBe(0);
    expect((await read(visitor)).html).toContain('Du logger på med MitID');
  });

  it('is over when the person is no longer in the organisation that was signed in for', async () => {
    const { visitor } = await stage.signIn(personaOf('due'));
    await stage.database.query('UPDATE people SET organisation_id = NULL WHERE id = $1', [
      castMember('due').id,
    ]);
    expect((await read(visitor)).html).toContain('Du logger på med MitID');
  });

  it('is forgotten some time after it was over', async () => {
    stage.clock.pass(40_000);
    const { visitor } = await stage.signIn(personaOf('ravn'));
    await stage.portal.get(SessionStore).cleanUp();
    const rows = await stage.database.query<unknown[]>('SELECT 1 FROM sessions');
    expect(rows).toHaveLength(1);
    expect((await read(visitor)).html).toContain('Dine planer');
  });
});
