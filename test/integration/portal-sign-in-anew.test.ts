/** At the portal, what opens or ends much is sent by somebody who signed in a short while ago, and what they filled in is kept meanwhile. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { castMember } from '../../apps/local/demonstration/cast.js';
import type { CastName } from '../../apps/local/demonstration/cast.js';
import { choosePersona } from '../../apps/local/sign-in/persona-sign-in.js';
import { personaOf } from '../../apps/local/sign-in/personas.js';
import { Visitor } from '../../apps/local/sign-in/visitor.js';
import { addDuration } from '../../libs/domain/calendar/index.js';
import { SessionStore } from '../../libs/identity/session/session-store.js';
import { PlanOnStage } from '../support/plan-on-stage.js';
import { PortalStage } from '../support/portal-stage.js';
import { htmlProblems } from '../support/valid-html.js';

let stage: PortalStage;
let plan: PlanOnStage;
beforeAll(async () => {
  stage = await PortalStage.start({ RATE_LIMIT_REQUESTS: '100000' });
  plan = await PlanOnStage.underWay(stage, 'magnus');
}, 60_000);
afterAll(() => stage.stop());

/** Somebody who signed in so many minutes ago; null if nobody knows when. */
async function signedIn(name: CastName, minutesAgo: number | null): Promise<Visitor> {
  const now = await stage.clock.now();
  const id = await stage.portal.get(SessionStore).begin({
    personId: castMember(name).id,
    claimed: { cvr: null, roles: null, organisationAsked: false },
    signIn: {
      at: minutesAgo === null ? null : addDuration(now, { minutes: -minutesAgo }),
      assurance: 'substantial',
    },
    attempt: randomUUID(),
    subjectKey: `key-${name}`,
    providerSession: null,
    idTokenSealed: 'sealed',
  });
  const visitor = new Visitor();
  visitor.setCookie('localhost', 'kiplan-session', id ?? '');
  return visitor;
}

/** The consent that waits for the citizen, as the form has it; another one once it is confirmed. */
async function consentToConfirm(visitor: Visitor): Promise<string> {
  const html = await (await stage.ask(visitor, plan.page('/consents'))).text();
  return /name="consent" value="([^"]+)"/.exec(html)?.[1] ?? randomUUID();
}

async function seq(): Promise<number> {
  const [row] = await stage.database.query<{ seq: number }[]>('SELECT seq FROM plans WHERE id = $1', [
    plan.planId,
  ]);
  return row?.seq ?? 0;
}

/** Goes on from the page that asks, over the provider, as somebody. */
async function signInAnew(
  visitor: Visitor,
  asking: string,
  name: CastName,
): Promise<{ html: string; address: string }> {
  const html = await (await stage.ask(visitor, asking)).text();
  expect(await htmlProblems(html)).toEqual([]);
  const link = /href="(\/sign-in\?again=recently[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const begun = await stage.ask(visitor, link);
  const provider = begun.headers.get('Location') ?? '';
  expect(new URL(provider).searchParams.get('prompt')).toBe('login');
  expect(new URL(provider).searchParams.get('max_age')).toBe('900');
  expect(new URL(provider).searchParams.get('acr_values')).toContain('Substantial');
  const back = await choosePersona(visitor, provider, personaOf(name), stage.page('/sign-in/return'));
  const { address, response } = await visitor.follow(back);
  return { html: (await response?.text()) ?? '', address: new URL(address).pathname };
}

describe('a consent that is confirmed by somebody who signed in long ago', () => {
  it.each([16, null])(
    'is taken when they have signed in anew and sent it again (%s minutes)',
    async (ago) => {
      const visitor = await signedIn('magnus', ago);
      const page = plan.page('/consents');
      const action = plan.page(`/consents/${plan.participants.spurv}/confirmation`);
      const before = await seq();
      const fields = {
        formToken: await stage.formToken(visitor, page),
        sending: randomUUID(),
        consent: await consentToConfirm(visitor),
      };
      const sent = await visitor.ask(stage.page(action), {
        method: 'POST',
        headers: { Origin: new URL(stage.page()).origin, Referer: stage.page(page) },
        body: new URLSearchParams(fields),
      });
      expect([sent.status, sent.headers.get('Location')]).toEqual([303, '/session/anew']);
      expect(await seq()).toBe(before);
      // Not before they have.
      expect((await stage.ask(visitor, '/session/filled-in')).headers.get('Location')).toBe('/session/anew');

      const offered = await signInAnew(visitor, '/session/anew', 'magnus');
      expect(offered.address).toBe('/session/filled-in');
      expect(await htmlProblems(offered.html)).toEqual([]);
      expect(offered.html).toContain('Vil du sende det, du udfyldte?');
      expect(offered.html).toContain(`href="${page}"`);
      const hidden = [...offered.html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
      const again = Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value]));
      expect(again).toMatchObject({ consent: fields.consent, sending: fields.sending });
      const taken = await visitor.send(stage.page(action), again);
      expect(taken.headers.get('Location')).toBe(ago === 16 ? `${page}?done=confirmed` : null);
    },
  );

  it('is offered to nobody else who signs in at the same browser', async () => {
    const visitor = await signedIn('magnus', 16);
    const page = plan.page('/consents');
    const formToken = await stage.formToken(visitor, page);
    await visitor.send(stage.page(plan.page(`/consents/${plan.participants.spurv}/confirmation`)), {
      formToken,
      consent: 'x',
    });
    const { address, html } = await signInAnew(visitor, '/session/anew', 'ravn');
    expect(address).toBe('/');
    expect(html).not.toContain('Vil du sende det');
  });

  it('that is too long to be kept is said to be', async () => {
    const visitor = await signedIn('magnus', 16);
    const formToken = await stage.formToken(visitor, plan.page('/consents'));
    await visitor.send(stage.page(plan.page(`/consents/${plan.participants.spurv}/confirmation`)), {
      formToken,
      consent: 'x'.repeat(5_000),
    });
    const html = await (await stage.ask(visitor, '/session/anew')).text();
    expect(html).toContain('Det er for langt til, at vi kan gemme det');
  });
});

describe('what is carried off', () => {
  it('is asked for again, and then comes', async () => {
    const visitor = await signedIn('magnus', 16);
    const asked = await stage.ask(visitor, '/my-data/file');
    expect([asked.status, asked.headers.get('Location')]).toEqual([
      303,
      '/session/anew?return=%2Fmy-data%2Ffile',
    ]);
    const { address, html } = await signInAnew(visitor, '/session/anew?return=%2Fmy-data%2Ffile', 'magnus');
    expect(address).toBe('/my-data/file');
    expect(html).toContain('Magnus Test');
  });

  it('comes at once for who has just signed in, and what takes back is never asked', async () => {
    const { visitor } = await stage.signIn(personaOf('magnus'));
    expect((await stage.ask(visitor, '/my-data/file')).status).toBe(200);
    const old = await signedIn('magnus', 60);
    const address = plan.page(`/consents/${plan.participants.gøg}`);
    const formToken = await stage.formToken(old, address);
    const withdrawn = await old.send(stage.page(`${address}/change`), { formToken, choice: 'all' });
    expect(withdrawn.headers.get('Location')).not.toBe('/session/anew');
  });
});
