import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { freePort, LOOPBACK } from '../../apps/local/engines/ports.js';
import { EncryptingCodec } from '../../libs/temporal/payload-codec.js';
import { violations } from '../support/accessibility.js';
import { startBrowser } from '../support/browser.js';
import { PlanOnStage } from '../support/plan-on-stage.js';
import { PortalStage } from '../support/portal-stage.js';

jest.setTimeout(240_000);

/** The shortest that a session may be left alone, in seconds; the warning comes twenty seconds before its end. */
const IDLE = 60;
const WARNED_AFTER = 41_000;

let stage: PortalStage;
let plan: PlanOnStage;
let browser: Browser;
let temporalUi: Server;
let complaints: string[];

beforeAll(async () => {
  const port = await freePort();
  temporalUi = createServer((_request, response) => response.end('<!DOCTYPE html><title>Temporal</title>'));
  await new Promise<void>((resolve) => temporalUi.listen(port, LOOPBACK, resolve));
  stage = await PortalStage.start({
    SESSION_IDLE_SECONDS: String(IDLE),
    TEMPORAL_UI_ORIGIN: `http://localhost:${port}`,
    RATE_LIMIT_REQUESTS: '100000',
  });
  plan = await PlanOnStage.underWay(stage, 'magnus');
  browser = await startBrowser();
});
afterAll(async () => {
  await browser.close();
  await stage.stop();
  temporalUi.close();
});

/** A browser of one person's own; what it complains of is noted. */
async function open(options: Parameters<Browser['newContext']>[0] = {}): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: 'da-DK', timezoneId: 'Europe/Copenhagen', ...options });
  complaints = [];
  context.on('page', (page) => {
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      // The status of a page that was asked for as it is is no complaint.
      if (message.type() === 'error' && !message.text().includes('the server responded with a status of')) {
        complaints.push(message.text());
      }
    });
  });
  return context;
}

async function signIn(page: Page, name: string): Promise<void> {
  await page.goto(stage.page());
  await page.getByRole('main').getByRole('link', { name: 'Log på' }).click();
  await page
    .getByRole('button', { name: `Log på som ${name}` })
    .first()
    .click();
  await page.waitForURL(stage.page());
}

describe('somebody at the portal', () => {
  it('signs in as one of the personas, sees who they are, and logs out here and at the provider', async () => {
    const context = await open();
    const page = await context.newPage();
    await signIn(page, 'Test Koordinator Ravn');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Dine planer');
    expect(await page.getByText('Test Koordinator Ravn, Testkøbing Rusmiddelcenter').isVisible()).toBe(true);

    await page.getByRole('button', { name: 'Log af' }).first().click();
    // Where scripts run, the form goes on to the provider by itself.
    await page.getByRole('heading', { name: 'Vil du også logge af her?' }).waitFor();
    expect(page.url()).toBe(`${stage.environment.OIDC_ISSUER}/session/end`);
    await page.getByRole('button', { name: 'Log af', exact: true }).click();
    await page.waitForURL(stage.page('/signed-out'));
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Du er logget af');
    await page.goto(stage.page());
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Koordinerende indsatsplaner');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('goes all the way without scripts', async () => {
    const context = await open({ javaScriptEnabled: false });
    const page = await context.newPage();
    await signIn(page, 'Magnus Test Lauridsen');
    await page.getByRole('button', { name: 'Log af' }).first().click();
    await page.getByRole('button', { name: 'Log også af der' }).click();
    await page.getByRole('button', { name: 'Log af', exact: true }).click();
    await page.waitForURL(stage.page('/signed-out'));
    await context.close();
  });

  it('finds the way by keyboard alone', async () => {
    const context = await open();
    const page = await context.newPage();
    await page.goto(stage.page());
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Gå til sidens indhold');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Log på');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Vælg, hvem du logger på som' }).waitFor();
    await context.close();
  });

  it('chooses a language, which stays', async () => {
    const context = await open();
    const page = await context.newPage();
    await page.goto(stage.page('/accessibility'));
    await page.getByRole('link', { name: 'English' }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Accessibility statement');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.goto(stage.page());
    expect(await page.getByRole('main').getByRole('link', { name: 'Log in' }).isVisible()).toBe(true);
    await context.close();
  });
});

async function focused(page: Page): Promise<string> {
  return page.locator(':focus').innerText();
}

describe('a session that is left alone', () => {
  it('warns in time, goes on where somebody wants to, and ends where nobody does', async () => {
    const context = await open();
    const page = await context.newPage();
    await page.clock.install();
    await signIn(page, 'Test Koordinator Mejse');
    const warning = page.getByRole('dialog', { name: 'Du er ved at blive logget af' });
    expect(await warning.isVisible()).toBe(false);
    await page.clock.runFor(WARNED_AFTER);
    await warning.waitFor();
    expect(await warning.innerText()).toMatch(/Du bliver logget af klokken \d\d\.\d\d\./);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await warning.isVisible()).toBe(true);

    await warning.getByRole('button', { name: 'Forbliv logget på' }).click();
    await warning.waitFor({ state: 'hidden' });
    expect(page.url()).toBe(stage.page());
    await page.clock.runFor(WARNED_AFTER);
    await warning.waitFor();

    stage.clock.pass(IDLE);
    await page.clock.runFor(IDLE * 1000);
    await page.waitForURL(stage.page('/session/ended'));
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Du er logget af');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('goes on in every tab when something is done in one', async () => {
    const context = await open();
    const page = await context.newPage();
    await page.clock.install();
    await signIn(page, 'Test Koordinator Mejse');
    const warning = page.getByRole('dialog', { name: 'Du er ved at blive logget af' });
    await page.clock.runFor(WARNED_AFTER);
    await warning.waitFor();
    const other = await context.newPage();
    await other.goto(stage.page());
    await warning.waitFor({ state: 'hidden' });
    await context.close();
  });

  it('warns on a page of its own where no script runs, and ends by itself', async () => {
    const context = await open({ javaScriptEnabled: false });
    const page = await context.newPage();
    await signIn(page, 'Test Koordinator Mejse');
    const refresh = page.locator('meta[http-equiv="refresh"]');
    expect(await refresh.getAttribute('content')).toMatch(/^(39|40);url=\/session\/warning$/);
    // As if that time had passed.
    stage.clock.pass(45);
    await page.goto(stage.page('/session/warning?return=%2Faccessibility'));
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Du er ved at blive logget af');
    await page.getByRole('button', { name: 'Forbliv logget på' }).click();
    await page.waitForURL(stage.page('/accessibility'));

    stage.clock.pass(50);
    await page.goto(stage.page('/session/warning'));
    expect(await refresh.getAttribute('content')).toMatch(/^(10|11);url=\/session\/ended$/);
    await page.waitForURL(stage.page('/session/ended'), { timeout: 20_000 });
    expect(await page.getByRole('link', { name: 'Log på igen' }).isVisible()).toBe(true);
    await context.close();
  });
});

const OPEN_PAGES = ['/', '/accessibility', '/nothing', '/session/ended', '/signed-out'];

describe.each([320, 1280])('every page at %i pixels', (width) => {
  it.each(['da-DK', 'en-GB'])(
    'has nothing that axe finds wrong, and nothing beside the screen, in %s',
    async (locale) => {
      const context = await open({ locale, viewport: { width, height: 800 } });
      const page = await context.newPage();
      const found: [string, string[], boolean][] = [];
      const look = async (): Promise<void> => {
        found.push([page.url(), await violations(page), await fits(page)]);
      };
      for (const path of OPEN_PAGES) {
        await page.goto(stage.page(path));
        await look();
      }
      await page.goto(stage.page('/sign-in'));
      await look();
      await page.getByRole('button', { name: 'Log på som Test Koordinator Ravn' }).last().click();
      await page.waitForURL(/sign-in\/return/);
      await look();
      await page.goto(stage.page('/sign-in?again=yes'));
      await page.getByRole('button', { name: 'Log på som Test Koordinator Ravn' }).first().click();
      await page.waitForURL(stage.page());
      for (const path of ['/', '/accessibility', '/nothing']) {
        await page.goto(stage.page(path));
        await look();
      }
      await page.goto(`${stage.environment.OIDC_ISSUER}/session/end`);
      await look();
      expect(found.filter(([, wrong, fitting]) => wrong.length > 0 || !fitting)).toEqual([]);
      expect(found).toHaveLength(OPEN_PAGES.length + 6);
      expect(complaints).toEqual([]);
      await context.close();
    },
  );
});

/** The pages of a plan, by who looks at them. */
function pagesOf(): Readonly<Record<string, readonly string[]>> {
  const { ugle, gøg } = plan.participants;
  return {
    'Magnus Test Lauridsen': [
      '/',
      plan.page(),
      plan.page('/consents'),
      plan.page(`/consents/${ugle}`),
      plan.page(`/consents/${ugle}/preview?choice=some`),
      plan.page(`/consents/${ugle}/preview?choice=all`),
      plan.page(`/consents/${gøg}/refusal`),
      plan.page('/access-log'),
      plan.page('/versions'),
      plan.page('/versions/2'),
      plan.page('/meetings'),
      plan.page(`/meetings/${plan.meetingId}`),
      plan.page(`/meetings/${plan.proposalId}`),
      plan.page('/requests'),
      '/my-data',
    ],
    'Test Jobkonsulent Gøg': [
      '/',
      plan.page(),
      plan.page('/gathering'),
      plan.page(`/meetings/${plan.meetingId}`),
    ],
    'Test Koordinator Ravn': [
      '/',
      plan.page(),
      plan.page('/gathering'),
      plan.page('/tasks'),
      plan.page('/access-log'),
    ],
    'Test Sygeplejerske Due': [plan.page()],
  };
}

describe.each([320, 1280])('every page of a plan at %i pixels', (width) => {
  it.each(['da', 'en'])(
    'has nothing that axe finds wrong, and nothing beside the screen, in %s',
    async (language) => {
      for (const [name, paths] of Object.entries(pagesOf())) {
        const context = await open({ viewport: { width, height: 800 } });
        const page = await context.newPage();
        await signIn(page, name);
        await page.goto(stage.page(`/language/${language}`));
        const found: unknown[] = [];
        for (const path of paths) {
          await page.goto(stage.page(path));
          const [wrong, fitting] = [await violations(page), await fits(page)];
          if (wrong.length > 0 || !fitting) found.push([path, wrong, fitting]);
        }
        expect([name, found]).toEqual([name, []]);
        expect(complaints).toEqual([]);
        await context.close();
      }
    },
  );
});

describe('a consent', () => {
  it('is withdrawn by keyboard alone and without scripts, and the recipient is told at the next click', async () => {
    const own = await PlanOnStage.underWay(stage, 'brita');
    const other = await open({ javaScriptEnabled: false });
    const consultant = await other.newPage();
    await signIn(consultant, 'Test Jobkonsulent Gøg');
    await consultant.goto(stage.page(own.page()));
    expect(await consultant.getByRole('heading', { level: 1 }).textContent()).toContain('Plan for Brita');

    const context = await open({ javaScriptEnabled: false });
    const page = await context.newPage();
    await signIn(page, 'Brita Test Berggren');
    await page.goto(stage.page(own.page('/consents')));
    await follow(page, 'link', 'Ændr eller træk tilbage for Testkøbing Jobcenter');
    // Nothing is chosen: the form comes back, and reading goes on at what is wrong.
    await follow(page, 'button', 'Se, hvad det betyder');
    await page.getByRole('alert').getByRole('link').focus();
    await page.keyboard.press('Enter');
    expect(await page.locator(':focus').getAttribute('value')).toBe('all');
    await page.keyboard.press('Space');
    await follow(page, 'button', 'Se, hvad det betyder');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Tjek, før du siger ja');
    await follow(page, 'button', 'Træk samtykket tilbage');
    expect(await page.getByRole('status').innerText()).toBe(
      'Samtykket til Testkøbing Jobcenter er trukket tilbage',
    );

    await consultant.getByRole('link', { name: 'Møder' }).click();
    expect(await consultant.getByRole('heading', { level: 1 }).textContent()).toBe(
      'Du kan ikke længere se planen',
    );
    await context.close();
    await other.close();
  });

  it('has forms that come back and lead a reader to what is wrong', async () => {
    const context = await open();
    const page = await context.newPage();
    await signIn(page, 'Magnus Test Lauridsen');
    await page.goto(stage.page(plan.page('/requests')));
    await page.getByLabel('Vil du fortælle mere?').fill('Om min bolig');
    await page.getByRole('button', { name: 'Send ønsket' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.locator(':focus').getAttribute('id')).toBe('errors');
    expect(await page.getByLabel('Vil du fortælle mere?').inputValue()).toBe('Om min bolig');
    expect(await violations(page)).toEqual([]);
    await context.close();
  });
});

/** Gets to a link or button by keyboard and uses it. */
async function follow(page: Page, role: 'link' | 'button', name: string): Promise<void> {
  await page.getByRole(role, { name }).focus();
  const loaded = page.waitForEvent('load');
  await page.keyboard.press('Enter');
  await loaded;
}

it('is found wrong by axe when it is', async () => {
  const context = await open();
  const page = await context.newPage();
  await page.goto(stage.page());
  await page.evaluate("document.documentElement.removeAttribute('lang')");
  expect(await violations(page)).toEqual([expect.stringContaining('html-has-lang')]);
  await context.close();
});

function fits(page: Page): Promise<boolean> {
  return page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth');
}

describe('the Temporal UI', () => {
  it.each([
    ['Test Administrator Skade', 200],
    ['Test Koordinator Ravn', 401],
  ])('of %s gets payloads decoded with %i, by the cookie of the portal', async (name, status) => {
    const context = await open();
    const page = await context.newPage();
    await signIn(page, name);
    await page.goto(stage.environment.TEMPORAL_UI_ORIGIN);
    const answer = await page.evaluate(
      async ([address, body]) => {
        const response = await fetch(address, {
          method: 'POST',
          credentials: 'include',
          headers: { 'Content-Type': 'application/json', 'X-Namespace': 'kiplan' },
          body,
        });
        return { status: response.status, text: await response.text() };
      },
      [`http://localhost:${stage.environment.API_PORT}/codec/decode`, await encoded()] as const,
    );
    expect(answer.status).toBe(status);
    expect(answer.text.includes(Buffer.from('"remindParty"').toString('base64'))).toBe(status === 200);
    await context.close();
  });
});

/** What the Temporal UI sends of one payload. */
async function encoded(): Promise<string> {
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
  return JSON.stringify({
    payloads: [{ metadata, data: Buffer.from(payload?.data ?? []).toString('base64') }],
  });
}
