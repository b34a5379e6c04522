import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { CastName } from '../../apps/local/demonstration/cast.js';
import { castMember } from '../../apps/local/demonstration/cast.js';
import { organisationId as organisationIdOf } from '../../apps/local/demonstration/organisations.js';
import { addDuration, addMonths } from '../../libs/domain/calendar/index.js';
import { personaOf } from '../../apps/local/sign-in/personas.js';
import type { Visitor } from '../../apps/local/sign-in/visitor.js';
import { NASTY, PlanOnStage } from '../support/plan-on-stage.js';
import { PortalStage } from '../support/portal-stage.js';
import { htmlProblems } from '../support/valid-html.js';

jest.setTimeout(120_000);

let stage: PortalStage;
let plan: PlanOnStage;
beforeAll(async () => {
  stage = await PortalStage.start({ RATE_LIMIT_REQUESTS: '100000' });
  plan = await PlanOnStage.underWay(stage, 'magnus');
});
afterAll(() => stage.stop());

interface Read {
  readonly status: number;
  readonly html: string;
  /** What somebody reads, without markup. */
  readonly text: string;
  readonly location: string;
}

const signedIn = new Map<CastName, Promise<Visitor>>();

/** Somebody's browser; each signs in once. */
function as(name: CastName): Promise<Visitor> {
  const known = signedIn.get(name) ?? stage.signIn(personaOf(name)).then(({ visitor }) => visitor);
  signedIn.set(name, known);
  return known;
}

async function told(response: Response): Promise<Read> {
  const html = await response.text();
  const text = html
    .replaceAll(/<(script|noscript|dialog)[\s\S]*?<\/\1>/g, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');
  return { status: response.status, html, text, location: response.headers.get('Location') ?? '' };
}

async function read(visitor: Visitor, path: string): Promise<Read> {
  return told(await stage.ask(visitor, path));
}

/** Sends a form of a page, with what its hidden fields hold. */
async function send(
  visitor: Visitor,
  page: string,
  action: string,
  fields: Readonly<Record<string, string>>,
): Promise<Read> {
  const { html } = await read(visitor, page);
  return told(await visitor.send(stage.page(action), { ...hiddenIn(html, action), ...fields }));
}

function hiddenIn(html: string, action: string): Record<string, string> {
  const form = html.split('<form').find((one) => one.includes(`action="${action}`)) ?? '';
  const inputs = [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  if (inputs.length === 0) throw new Error(`There is no form for ${action}.`);
  return Object.fromEntries(inputs.map(([, name = '', value = '']) => [name, value]));
}

/** A page without what is another one at each asking: tokens, the way back, and when the session ends. */
function unvaried(html: string, planId: string): string {
  return html
    .replaceAll(/value="[^"]*"/g, '')
    .replaceAll(planId, 'PLAN')
    .replaceAll(encodeURIComponent(planId), 'PLAN')
    .replaceAll(/data-(warn|ends)-after="\d+"/g, '')
    .replaceAll(/content="\d+;/g, 'content="');
}

const PAGES = [
  '',
  '/consents',
  '/access-log',
  '/versions',
  '/versions/1',
  '/meetings',
  '/agreements',
  '/gathering',
  '/requests',
  '/ending',
  '/tasks',
  `/documents/${randomUUID()}`,
];

describe('the front page', () => {
  it('tells the citizen of the plan, what waits, and when the next meeting is', async () => {
    const { text, html } = await read(await as('magnus'), '/');
    expect(text).toContain('Plan for Magnus Test Lauridsen');
    expect(text).toContain('Svar på en indkaldelse til møde');
    expect(text).toContain('Godkend planen, eller sig, hvad der skal ændres');
    expect(text).toMatch(/Næste møde \d+\. \w+ \d{4} kl\. 09\.00/);
    expect(html).toContain(`href="/plans/${plan.planId}/meetings/${plan.meetingId}"`);
    expect(html).toContain(`href="/plans/${plan.planId}/versions/2"`);
  });

  it('tells the coordinator what waits for them, and a participant without master data no name', async () => {
    expect((await read(await as('ravn'), '/')).text).toContain('Svar på borgerens ønske');
    const relative = await read(await as('mayJune'), '/');
    expect(relative.text).not.toContain('Fase');
    expect((await read(await as('due'), '/')).text).toContain('Du har ingen planer her endnu');
  });

  it('comes in parts, each plan once', async () => {
    for (let count = 0; count < 21; count += 1) {
      const one = await PlanOnStage.started(stage, 'gitte');
      await one.give('ravn', { type: 'endPlan', reason: 'moved', mergedIntoPlanId: null, note: null });
    }
    const visitor = await as('gitte');
    const first = await read(visitor, '/');
    const next = /href="(\/\?plans=[^"]+)"/.exec(first.html)?.[1] ?? '';
    const second = await read(visitor, next.replaceAll('&amp;', '&'));
    const plans = (html: string): string[] =>
      [...html.matchAll(/<h3 class="h4"><a href="(\/plans\/[^"]+)"/g)].map(([, href = '']) => href);
    expect([plans(first.html).length, plans(second.html).length]).toEqual([20, 1]);
    expect(new Set([...plans(first.html), ...plans(second.html)]).size).toBe(21);
    expect(second.text).toContain('Tilbage til begyndelsen');
    expect((await read(visitor, '/?plans=made-up')).status).toBe(404);
  });
});

describe('a plan', () => {
  it('is told as far as the consent reaches, and says of the rest only that it is not shared', async () => {
    const whole = await read(await as('magnus'), plan.page());
    for (const words of ['Ring til min søster', 'Blive boende', 'Behandlingsplan', 'Test Koordinator Ravn']) {
      expect(whole.text).toContain(words);
    }
    const relative = await read(await as('mayJune'), plan.page());
    expect(relative.text).toContain('Ring til min søster');
    expect(relative.text).not.toContain('Blive boende');
    expect(relative.text).toContain('Mål og aftaler Det er ikke delt med dig.');
    expect(relative.text).toContain('Afdækning Det er ikke delt med dig.');
    const party = await read(await as('gøg'), plan.page());
    expect(party.text).toContain('Blive boende');
    expect(party.text).not.toContain('Ring til min søster');
    expect(party.text).toContain('Kriseplan Det er ikke delt med dig.');
  });

  it('gives markup and SQL back as the text that it is, wherever it stands', async () => {
    const visitor = await as('magnus');
    for (const path of ['', '/requests', '/versions/1']) {
      const { html, text } = await read(visitor, plan.page(path));
      expect([path, text.includes(NASTY)]).toEqual([path, true]);
      expect(html).not.toContain('<script>alert');
    }
    const rows = await stage.database.query<{ count: number }[]>('SELECT count(*)::int AS count FROM plans');
    expect(rows[0]?.count).toBeGreaterThan(0);
  });

  it('is answered for strangers as if there were none, on every page', async () => {
    const visitor = await as('due');
    const unknown = randomUUID();
    for (const path of PAGES) {
      const hidden = await read(visitor, plan.page(path));
      const missing = await read(visitor, `/plans/${unknown}${path}`);
      expect([path, hidden.status, missing.status]).toEqual([path, 404, 404]);
      expect(unvaried(hidden.html, plan.planId)).toBe(unvaried(missing.html, unknown));
    }
    expect((await read(visitor, '/plans/no-id')).status).toBe(404);
    const consented = await as('spurv');
    expect((await read(consented, plan.page())).text).toContain('Planen findes ikke');
  });

  it('begins with the citizen’s own yes, and a form without one comes back', async () => {
    const asked = await PlanOnStage.started(stage, 'anders', 'pending');
    const visitor = await as('anders');
    const action = asked.page('/start-answer');
    const empty = await send(visitor, asked.page(), action, {});
    expect(empty.status).toBe(422);
    expect(empty.text).toContain('Vælg, om du siger ja eller nej');
    expect(empty.html).toMatch(/<a href="#answer">/);
    expect(empty.html).toContain('<title>Fejl:');
    const yes = await send(visitor, asked.page(), action, { answer: 'yes' });
    expect([yes.status, yes.location]).toEqual([303, `${asked.page()}?done=yes`]);
    expect((await read(visitor, asked.page('?done=yes'))).text).toContain('Dit svar er gemt.');
  });
});

describe('consents', () => {
  it('tell who may know what, and a provisional one is confirmed by the citizen', async () => {
    const visitor = await as('magnus');
    const before = await read(visitor, plan.page('/consents'));
    expect(before.text).toContain('Test Koordinator Ravn, Testkøbing Rusmiddelcenter har selv noteret');
    const action = plan.page(`/consents/${plan.participants.spurv}/confirmation`);
    const confirmed = await send(visitor, plan.page('/consents'), action, {});
    expect(confirmed.location).toBe(plan.page('/consents?done=confirmed'));
    expect((await read(await as('spurv'), plan.page())).status).toBe(200);
  });

  it('come back with what is missing', async () => {
    const visitor = await as('magnus');
    const address = plan.page(`/consents/${plan.participants.ugle}`);
    const nothing = await read(visitor, `${address}/preview`);
    expect([nothing.status, nothing.text]).toEqual([
      422,
      expect.stringContaining('Vælg, om du vil trække det hele tilbage eller dele noget af det'),
    ]);
    const none = await read(visitor, `${address}/preview?choice=some`);
    expect(none.html).toContain('<a href="#keep">');
    expect(none.html).toMatch(/id="choice-1"[^>]*checked/);
    const offered = [...none.html.matchAll(/name="keep"[^>]*value="([^"]+)"/g)].map(([, kind = '']) => kind);
    expect(offered).toEqual(expect.arrayContaining(['masterData', 'survey', 'goals', 'appointments']));
    const everything = new URLSearchParams([['choice', 'some'], ...offered.map((kind) => ['keep', kind])]);
    expect((await read(visitor, `${address}/preview?${everything}`)).status).toBe(422);
  });

  it('are narrowed, and the recipient sees less at the next click', async () => {
    const visitor = await as('magnus');
    const doctor = await as('ugle');
    expect((await read(doctor, plan.page())).text).toContain('Jeg sover dårligt');
    const address = plan.page(`/consents/${plan.participants.ugle}`);
    const preview = `${address}/preview?choice=some&keep=masterData&keep=goals&keep=appointments`;
    expect((await read(visitor, preview)).text).toContain('kan ikke længere se Afdækningen');
    const html = (await read(visitor, preview)).html;
    const keep = [...html.matchAll(/name="keep" value="([^"]+)"/g)].map(([, kind = '']) => kind);
    expect(keep).toEqual(['masterData', 'goals', 'appointments']);
    const body = new URLSearchParams({ ...hiddenIn(html, `${address}/change`) });
    body.delete('keep');
    for (const kind of keep) body.append('keep', kind);
    const sent = await stage.ask(visitor, `${address}/change`, {
      method: 'POST',
      headers: { Origin: new URL(stage.page()).origin },
      body,
    });
    expect(sent.headers.get('Location')).toBe(`${address}/receipt`);
    expect((await read(visitor, `${address}/receipt`)).text).toContain('De må stadig få dette at vide');
    const after = await read(doctor, plan.page());
    expect(after.text).not.toContain('Jeg sover dårligt');
    expect(after.text).toContain('Udfordringer Det er ikke delt med dig.');
  });

  it('are withdrawn page by page, and the recipient is told so at the next click', async () => {
    const visitor = await as('magnus');
    const consultant = await as('gøg');
    expect((await read(consultant, plan.page())).status).toBe(200);
    const arrived = { status: 'accepted', channel: 'mail', note: null } as const;
    const { gøg: participantId } = plan.participants;
    await plan.give('ravn', { type: 'recordDelivery', version: 1, participantId, ...arrived });
    const list = await read(visitor, plan.page('/consents'));
    const address = plan.page(`/consents/${participantId}`);
    expect(list.html).toContain(`href="${address}"`);
    const choose = await read(visitor, address);
    expect(choose.text).toContain('Testkøbing Jobcenter må i dag få dette at vide');

    const preview = await read(visitor, `${address}/preview?choice=all`);
    expect(preview.text).toContain('Testkøbing Jobcenter kan ikke længere se');
    expect(preview.text).toContain('De kommer ikke med til mødet');
    expect(preview.text).toContain('De skal ikke længere svare på, hvilke planer de har.');
    expect(preview.text).toContain('De har ansvaret for aftalen »Hjemmebesøg hver tirsdag«');
    expect(preview.text).toMatch(/Det er allerede sendt til dem Er på vej Version 1, den/);
    // Nothing has happened yet.
    expect((await read(consultant, plan.page())).status).toBe(200);

    const sent = await send(visitor, `${address}/preview?choice=all`, `${address}/change`, {});
    expect([sent.status, sent.location]).toEqual([303, `${address}/receipt`]);
    const receipt = await read(visitor, sent.location);
    expect(receipt.text).toContain('Samtykket til Testkøbing Jobcenter er trukket tilbage');
    expect(receipt.text).toContain('De får ikke mere at vide om planen.');

    for (const path of PAGES) {
      const { status, text } = await read(consultant, plan.page(path));
      expect([path, status]).toEqual([path, 403]);
      expect(text).toContain('Du kan ikke længere se planen');
      for (const word of ['Magnus', 'KI-', 'Ravn', 'Blive boende']) expect(text).not.toContain(word);
    }
    expect((await read(consultant, '/')).text).toContain('Du har ingen planer her endnu');
    // Sending it twice changes nothing and is told as it stands.
    const again = await read(visitor, `${address}/preview?choice=all`);
    expect([again.status, again.location]).toEqual([303, plan.page('/consents')]);
  });

  it('are refused to somebody to whom nothing was allowed', async () => {
    const visitor = await as('magnus');
    const action = plan.page(`/consents/${plan.participants.gøg}/refusal`);
    const long = await send(visitor, action, action, { reason: 'a'.repeat(2_001) });
    expect(long.status).toBe(422);
    expect(long.html).toContain('a'.repeat(2_001));
    const sent = await send(visitor, action, action, { reason: NASTY });
    expect(sent.location).toBe(plan.page('/consents?done=refused'));
  });

  it('are nobody else’s to change', async () => {
    const doctor = await as('ugle');
    for (const path of ['', '/preview?choice=all', '/receipt', '/refusal']) {
      const { status } = await read(doctor, plan.page(`/consents/${plan.participants.mayJune}${path}`));
      expect([path, status]).toEqual([path, 403]);
    }
    const formToken = await stage.formToken(doctor);
    const change = plan.page(`/consents/${plan.participants.mayJune}/change`);
    expect((await told(await doctor.send(stage.page(change), { formToken, choice: 'all' }))).status).toBe(
      403,
    );
  });
});

describe('the access log', () => {
  it('tells in plain words who, what, when and why, part by part', async () => {
    const visitor = await as('magnus');
    const parts: string[] = [];
    for (let next = plan.page('/access-log'); next !== '';) {
      const { status, text, html } = await read(visitor, next);
      expect(status).toBe(200);
      parts.push(text);
      next = /href="(\/plans\/[^"]+\?after=[^"]+)"/.exec(html)?.[1] ?? '';
    }
    expect(parts.length).toBeGreaterThan(2);
    const text = parts.join(' ');
    for (const words of [
      'Test Jobkonsulent Gøg, Testkøbing Jobcenter: Læste planen Hvorfor det måtte ske borgeren har givet samtykke',
      'Det måtte personen ikke. Der blev ikke vist noget.',
      'Magnus Test Lauridsen: Trak samtykke tilbage Hvorfor det måtte ske det er personens egen plan',
      'Test Koordinator Ravn, Testkøbing Rusmiddelcenter: Startede planen',
      'Ændring Systemet sender indkaldelser',
    ]) {
      expect(text).toContain(words);
    }
    expect(text).not.toMatch(/withdrawConsent|getPlan|masterData|representative/);
    expect((await read(await as('ravn'), plan.page('/access-log'))).status).toBe(403);
  });
});

describe('versions', () => {
  it('are read, which is noted once, and approved or objected to by a form', async () => {
    const doctor = await as('ugle');
    expect((await read(doctor, plan.page('/versions'))).text).toContain('Version 2');
    await plan.give('ravn', {
      type: 'recordDelivery',
      version: 1,
      participantId: plan.participants.ugle,
      status: 'accepted',
      channel: 'mail',
      note: null,
    });
    for (let count = 0; count < 2; count += 1) await read(doctor, plan.page('/versions/1'));
    const rows = await stage.database.query<{ status: string }[]>(
      'SELECT status FROM delivery_events WHERE plan_id = $1 AND participant_id = $2 AND version = 1 ORDER BY seq',
      [plan.planId, plan.participants.ugle],
    );
    expect(rows.filter(({ status }) => status === 'read')).toHaveLength(1);

    const page = plan.page('/versions/2');
    const missing = await send(doctor, page, `${page}/answer`, {
      answer: 'no',
      reason: 'Datoen kan ikke nås.',
    });
    expect(missing.status).toBe(422);
    expect(missing.text).toContain('Vælg det afsnit, der skal ændres');
    expect(missing.html).toContain('Datoen kan ikke nås.</textarea>');
    const old = await send(doctor, page, `${page}/answer`, { answer: 'yes', submitted: '2020-01-01' });
    expect(old.text).toContain('Planen er ændret, siden du læste den');
    const citizen = await as('magnus');
    expect((await send(citizen, page, `${page}/answer`, { answer: 'yes' })).location).toBe(
      `${page}?done=yes`,
    );
    const fields = { answer: 'no', section: 'goals', reason: 'Datoen kan ikke nås.' };
    expect((await send(doctor, page, `${page}/answer`, fields)).location).toBe(`${page}?done=yes`);
    expect((await read(citizen, page)).text).toContain('Indsigelse: Mål: Datoen kan ikke nås.');
    expect((await read(doctor, plan.page('/versions/99'))).status).toBe(404);
    expect((await read(doctor, plan.page('/versions/x'))).status).toBe(404);
  });
});

describe('meetings', () => {
  it('are answered, with somebody of the same house who comes instead', async () => {
    const doctor = await as('ugle');
    const page = plan.page(`/meetings/${plan.meetingId}`);
    expect((await read(doctor, plan.page('/meetings'))).html).toContain(`href="${page}"`);
    const before = await read(doctor, page);
    expect(before.text).toContain('Hvad er vigtigst for dig?');
    expect(before.text).toContain('Test Sygeplejerske Svale');
    expect((await send(doctor, page, `${page}/response`, {})).text).toContain('Vælg, om du kommer');
    const moved = await send(doctor, page, `${page}/response`, { response: 'accepted', sequence: '7' });
    expect(moved.text).toContain('Mødet er ændret, siden du så det');
    const fields = { response: 'declined', deputy: castMember('svale').id, wish: 'anotherTime' };
    expect((await send(doctor, page, `${page}/response`, fields)).location).toBe(`${page}?done=response`);
    const after = await read(await as('magnus'), page);
    expect(after.text).toContain('Afbud. Test Sygeplejerske Svale');
    const tasks = await read(await as('ravn'), plan.page('/tasks'));
    expect(tasks.text).toContain('En, der er inviteret, ønsker et andet mødetidspunkt');
    expect(tasks.html).toContain(`href="${page}"`);
    expect((await read(doctor, plan.page('/meetings/none'))).status).toBe(404);
  });

  it('that are proposed get an answer for every time', async () => {
    const visitor = await as('magnus');
    const page = plan.page(`/meetings/${plan.proposalId}`);
    const [first, second] = plan.optionIds;
    const half = await send(visitor, page, `${page}/times`, { [`time-${first}`]: 'yes' });
    expect(half.status).toBe(422);
    expect(half.html).toContain(`<a href="#time-${second}">`);
    expect(half.html).toMatch(new RegExp(`id="time-${first}"[^>]*checked`));
    const fields = { [`time-${first}`]: 'ifNeeded', [`time-${second}`]: 'no' };
    expect((await send(visitor, page, `${page}/times`, fields)).location).toBe(`${page}?done=times`);
  });
});

describe('the answer of a party', () => {
  const asked = (): Promise<PlanOnStage> => PlanOnStage.underWay(stage, 'brita');
  let other: PlanOnStage;
  beforeAll(async () => {
    other = await asked();
  });

  it('comes back with what is missing, and loses nothing that was written', async () => {
    const party = await as('gøg');
    const page = other.page('/gathering');
    const action = `${page}/${other.participants.gøg}`;
    expect((await send(party, page, action, {})).text).toContain('Vælg, om I har en plan');
    const fields = {
      kind: 'plans',
      title: '',
      goals: `Finde arbejde\n${NASTY}`,
      'from-day': '31',
      'from-month': '2',
      'from-year': '2026',
    };
    const back = await send(party, page, action, fields);
    expect(back.status).toBe(422);
    expect(back.text).toContain('Skriv, hvad planen hedder');
    expect(back.text).toContain('Skriv en dato, der findes');
    expect(back.text).toContain(NASTY);
    expect(back.html).toMatch(/id="kind"[^>]*checked/);
    expect(await htmlProblems(back.html)).toEqual([]);
    const why = await send(party, page, action, { kind: 'cannotAnswer' });
    expect(why.text).toContain('Skriv, hvorfor I ikke kan svare');
  });

  it('is taken with a document, which is looked at as the API looks at it', async () => {
    const party = await as('gøg');
    const page = other.page('/gathering');
    const action = `${page}/${other.participants.gøg}`;
    const sendFile = async (file: Blob, name: string, more: Record<string, string> = {}): Promise<Read> => {
      const form = new FormData();
      const hidden = hiddenIn((await read(party, page)).html, action);
      for (const [field, value] of Object.entries({ ...hidden, kind: 'plans', ...more }))
        form.set(field, value);
      form.set('document', file, name);
      const headers = { Origin: new URL(stage.page()).origin };
      return told(await stage.ask(party, action, { method: 'POST', headers, body: form }));
    };
    const wrong = await sendFile(new Blob(['%PDF-1.7 no'], { type: 'image/png' }), 'plan.png');
    expect([wrong.status, wrong.html]).toEqual([422, expect.stringContaining('id="document-error"')]);
    const large = await sendFile(
      new Blob([new Uint8Array(11 * 1024 * 1024)], { type: 'text/plain' }),
      'a.txt',
    );
    expect(large.status).toBe(413);
    const otherwise = await sendFile(new Blob([Buffer.from('Sørens plan', 'latin1')]), 'plan.txt');
    expect([otherwise.status, otherwise.text]).toEqual([422, expect.stringContaining('UTF-8')]);
    const taken = await sendFile(
      new Blob(['Jobplan: finde arbejde.'], { type: 'application/octet-stream' }),
      '../../jobplan.txt',
      { title: 'Jobplan', status: 'active', goals: 'Finde arbejde', statutory: 'yes' },
    );
    expect(taken.location).toBe(`${page}?done=yes`);
    const after = await read(await as('brita'), other.page());
    expect(after.text).toContain('Jobplan');
    const href = /href="(\/plans\/[^"]+\/documents\/[^"]+)"/.exec(after.html)?.[1] ?? '';
    const document = await stage.ask(await as('brita'), href);
    expect(document.headers.get('Content-Disposition')).toContain('attachment; filename="jobplan.txt"');
    expect(await document.text()).toBe('Jobplan: finde arbejde.');
    expect((await read(await as('mayJune'), href)).status).toBe(404);
    const former = Buffer.from(
      '--x\r\nContent-Disposition: form-data; name="title"\r\n\r\nSørens plan\r\n--x--\r\n',
      'latin1',
    );
    const inLatin1 = await stage.ask(party, action, {
      method: 'POST',
      headers: { Origin: new URL(stage.page()).origin, 'Content-Type': 'multipart/form-data; boundary=x' },
      body: former,
    });
    expect([inLatin1.status, await inLatin1.text()]).toEqual([400, expect.stringContaining('UTF-8')]);
    const forged = new FormData();
    forged.set('kind', 'noPlan');
    const headers = { Origin: new URL(stage.page()).origin };
    expect((await stage.ask(party, action, { method: 'POST', headers, body: forged })).status).toBe(403);
  });

  it('is refused with more fields than a form has, and takes none for what it is not', async () => {
    const party = await as('gøg');
    const action = `${other.page('/gathering')}/${other.participants.gøg}`;
    const sendFields = async (names: readonly string[]): Promise<number> => {
      const form = new FormData();
      for (const name of names) form.append(name, 'x');
      const headers = { Origin: new URL(stage.page()).origin };
      return (await stage.ask(party, action, { method: 'POST', headers, body: form })).status;
    };
    expect(await sendFields(Array.from({ length: 5_000 }, () => 'f'))).toBe(400);
    expect(await sendFields(['constructor', '__proto__', 'toString', 'valueOf', '__proto__'])).toBe(403);
  });

  it('can be that there is none, once however often it is sent', async () => {
    const party = await as('gøg');
    const page = other.page('/gathering');
    const action = `${page}/${other.participants.gøg}`;
    const hidden = hiddenIn((await read(party, page)).html, action);
    const count = async (): Promise<number | undefined> =>
      (
        await stage.database.query<{ count: number }[]>(
          'SELECT count(*)::int AS count FROM plan_events WHERE plan_id = $1',
          [other.planId],
        )
      )[0]?.count;
    await party.send(stage.page(action), { ...hidden, kind: 'noPlan' });
    const once = await count();
    const again = await party.send(stage.page(action), { ...hidden, kind: 'noPlan' });
    expect([again.status, await count()]).toEqual([303, once]);
    const changing = { ...hidden, kind: 'cannotAnswer', reason: 'Vi kender ikke borgeren.' };
    const changed = await party.send(stage.page(action), changing);
    expect([changed.status, await count()]).toEqual([303, (once ?? 0) + 1]);
    await party.send(stage.page(action), { ...hidden, kind: 'noPlan', more: 'yes' });
    expect((await read(await as('ravn'), page)).text).toContain('Har ingen plan');
  });
});

describe('the end of the whole course', () => {
  it('is the citizen’s alone: what follows is foretold, done in one step, and receipted', async () => {
    const own = await PlanOnStage.started(stage, 'gitte');
    const citizen = await as('gitte');
    const page = own.page('/ending');
    expect((await read(citizen, own.page('/requests'))).html).toContain(`href="${page}"`);
    const preview = await read(citizen, page);
    expect(preview.text).toContain('Her ser du, hvad der sker, hvis du siger stop');
    expect(preview.text).toContain('Din koordinator.');
    expect(await htmlProblems(preview.html)).toEqual([]);
    expect((await read(await as('ravn'), page)).status).not.toBe(200);
    const sent = await send(citizen, page, page, { words: 'Det er nok nu' });
    expect(sent.location).toBe(`${page}/receipt`);
    const receipt = await read(citizen, `${page}/receipt`);
    expect(receipt.text).toContain('Du afsluttede forløbet');
    expect((await read(citizen, own.page('/requests'))).html).not.toContain(`href="${page}"`);
    expect((await read(citizen, page)).status).toBe(409);
  });
});

describe('wishes and tasks', () => {
  it('are made by the citizen and answered by the coordinator', async () => {
    const citizen = await as('magnus');
    const page = plan.page('/requests');
    const who = await send(citizen, page, page, { kind: 'somebodyLeaves', words: 'Jeg vil ikke mere' });
    expect(who.text).toContain('Vælg, hvem der ikke skal være med mere');
    expect(who.html).toContain('Jeg vil ikke mere</textarea>');
    expect((await send(citizen, page, page, { kind: 'pause' })).location).toBe(`${page}?done=made`);
    const coordinator = await as('ravn');
    const { html } = await read(coordinator, page);
    const link = new RegExp(`href="(${page}/[^"]+)"`).exec(html)?.[1] ?? '';
    expect((await send(coordinator, link, link, { answer: 'granted' })).status).toBe(422);
    const answered = await send(coordinator, link, link, { answer: 'granted', reason: 'Ja, fra mandag.' });
    expect(answered.location).toBe(`${page}?done=answered`);
    expect((await read(citizen, page)).text).toContain('Ja. Ja, fra mandag.');
    await plan.give('ravn', { type: 'resumePlan' });
    expect((await read(citizen, link)).status).toBe(303);
  });

  it('wait for whoever stands in for the coordinator, as long as they do', async () => {
    const now = await stage.clock.now();
    expect((await read(await as('drossel'), plan.page())).status).toBe(404);
    await plan.give('ravn', {
      type: 'appointDeputy',
      personId: castMember('drossel').id,
      from: now,
      to: addDuration(now, { days: 7 }),
    });
    const deputy = await as('drossel');
    for (const path of ['/', plan.page()]) {
      expect((await read(deputy, path)).html).toMatch(
        new RegExp(`todo-list.*href="${plan.page('/requests')}"`, 's'),
      );
    }
    await plan.give('ravn', { type: 'dismissDeputy' });
    expect((await read(deputy, '/')).html).not.toContain(plan.planId);
  });

  it('are done by the coordinator, where a link in a mail leads to', async () => {
    await plan.giveAsProcess({ type: 'reportSecondStart' });
    const { visitor, address } = await stage.signIn(personaOf('ravn'), undefined, plan.page('/tasks'));
    expect(address).toBe(stage.page(plan.page('/tasks')));
    const { html, text } = await read(visitor, plan.page('/tasks'));
    expect(text).toContain('Nogen forsøgte at starte en plan mere');
    const link = new RegExp(`href="(${plan.page('/tasks')}/[^"]+)"`).exec(html)?.[1] ?? '';
    const sent = await send(visitor, link, link, { note: 'Ringet op.' });
    expect(sent.location).toBe(plan.page('/tasks?done=yes'));
    expect((await read(visitor, plan.page('/tasks'))).text).toContain('Ringet op.');
  });
});

describe('a party whose representative works there no more', () => {
  const { id: personId, organisationId } = castMember('ugle');
  const works = (at: string | null): Promise<unknown> =>
    stage.database.query('UPDATE people SET organisation_id = $2 WHERE id = $1', [personId, at]);
  // The stage is shared: whatever fails here, the doctor works at the clinic again.
  afterAll(() => works(organisationId));

  it('is told of as such, and its leader names a colleague on the page of the plan', async () => {
    // Above the clinic, and of the same CVR number: the sign-in stands, the part does not.
    await works(organisationIdOf('region'));
    await plan.giveAsProcess({ type: 'reportEmployment', personId });
    expect((await read(await as('ravn'), plan.page())).text).toContain('arbejder der ikke længere, nu hos');
    const doctor = await as('ugle');
    for (const path of PAGES) {
      const closed = await read(doctor, plan.page(path));
      expect([path, closed.status]).toEqual([path, 403]);
      expect(closed.text).toContain('Du kan ikke længere se planen');
      for (const word of ['Magnus', 'KI-', 'Ravn', 'Blive boende']) expect(closed.text).not.toContain(word);
    }

    const leader = await as('ibis');
    const action = plan.page('/representative');
    const { text, html } = await read(leader, plan.page());
    expect(text).toContain('Udpeg en kollega');
    expect(text).not.toContain('Magnus');
    expect(await htmlProblems(html)).toEqual([]);
    const unsaid = await send(leader, plan.page(), action, {});
    expect([unsaid.status, unsaid.text]).toEqual([422, expect.stringContaining('Vælg en kollega')]);
    const sent = await send(leader, plan.page(), action, { personId: castMember('svale').id });
    expect(sent.location).toBe('/');
    const after = await read(leader, plan.page());
    expect([after.status, after.text]).toEqual([
      403,
      expect.stringContaining('Du kan ikke længere se planen'),
    ]);
    expect((await read(await as('svale'), plan.page())).status).toBe(200);

    await works(organisationId);
    const participantId = plan.participants.ugle;
    await plan.give('ravn', { type: 'replaceParticipant', participantId, personId, channel: 'mail' });
    expect((await read(doctor, plan.page())).status).toBe(200);
  });
});

describe('agreements', () => {
  it('are told to who is responsible, who tells how it went; nobody else is asked', async () => {
    const page = plan.page('/agreements');
    const agreementId = randomUUID();
    await plan.give('ravn', {
      type: 'makeAgreement',
      agreementId,
      goalId: plan.goalId,
      title: NASTY,
      responsibleParticipantId: plan.participants.ugle,
      dueDate: addMonths(await plan.today(), 1),
      bindsAtOnce: true,
    });
    const one = `${page}/${agreementId}`;
    const responsible = await as('ugle');
    expect((await read(responsible, page)).html).toContain(`href="${one}"`);
    const other = await as('spurv');
    expect((await read(other, page)).html).not.toContain(`href="${one}"`);
    expect((await read(other, one)).status).toBe(403);
    expect((await read(await as('due'), page)).status).toBe(404);
    expect((await read(responsible, `${page}/${randomUUID()}`)).status).toBe(404);

    expect(await htmlProblems((await read(responsible, one)).html)).toEqual([]);
    const unchosen = await send(responsible, one, one, { reason: NASTY });
    expect([unchosen.status, unchosen.text.includes('Vælg, hvordan det gik')]).toEqual([422, true]);
    expect(unchosen.text).toContain(NASTY);
    const unexplained = await send(responsible, one, one, { outcome: 'dropped' });
    expect(unexplained.text).toContain('Skriv, hvorfor aftalen blev holdt for sent eller er opgivet');
    const early = await send(responsible, one, one, { outcome: 'late', reason: 'Travlt.' });
    expect(early.status).toBe(422);

    const reported = await send(responsible, one, one, { outcome: 'dropped', reason: NASTY });
    expect(reported.location).toBe(`${page}?done=yes`);
    expect((await read(responsible, page)).text).toContain(`Opgivet: ${NASTY}`);
    expect((await read(responsible, one)).location).toBe(page);
  });
});

describe('own data', () => {
  it('is fetched as a page and as a file by the citizen', async () => {
    const visitor = await as('magnus');
    expect((await read(visitor, '/my-data')).html).toContain('href="/my-data/file"');
    const file = await stage.ask(visitor, '/my-data/file');
    expect(file.headers.get('Content-Disposition')).toContain('attachment');
    expect(JSON.stringify(await file.json())).toContain('Blive boende i egen lejlighed');
    const page = await stage.ask(visitor, '/my-data/page');
    expect(page.headers.get('Content-Security-Policy')).not.toContain("script-src 'self'");
    expect(await page.text()).toContain('Blive boende i egen lejlighed');
    const stranger = await as('due');
    expect((await read(stranger, `/my-data/file?person=${castMember('magnus').id}`)).status).toBe(404);
    expect((await read(stranger, '/my-data?person=x')).status).toBe(404);
  });
});

describe('somebody who was taken out', () => {
  it('is told that the plan is closed to them, and one who never knew is told nothing', async () => {
    const closed = await PlanOnStage.started(stage, 'gitte');
    await closed.consent('gitte', ['mayJune']);
    for (const name of ['mayJune', 'gøg'] as const) {
      const participantId = closed.participants[name];
      await closed.give('gitte', { type: 'removeParticipant', participantId, reason: 'Jeg ønsker det.' });
    }
    // Nothing was ever opened to the job centre, and the relative never looked.
    const [relative, party] = [await as('mayJune'), await as('gøg')];
    expect(await read(relative, closed.page())).toMatchObject({ status: 403 });
    expect(await read(party, closed.page())).toMatchObject({ status: 404 });
    const formToken = await stage.formToken(relative);
    const sent = await told(
      await relative.send(stage.page(closed.page('/requests')), { formToken, kind: 'pause' }),
    );
    expect([sent.status, sent.text]).toEqual([403, expect.stringContaining('Du kan ikke længere se planen')]);
  });
});

describe('every page of a plan', () => {
  it('is valid HTML without anything inline, in both languages', async () => {
    for (const name of ['magnus', 'ravn', 'ugle', 'mayJune'] as const) {
      const visitor = await as(name);
      for (const language of ['da', 'en']) {
        await stage.ask(visitor, `/language/${language}`);
        const paths = ['/', '/my-data', ...PAGES.map((path) => plan.page(path))];
        for (const path of [
          ...paths,
          plan.page('/versions/2'),
          plan.page(`/meetings/${plan.meetingId}`),
          plan.page(`/meetings/${plan.proposalId}`),
          plan.page(`/consents/${plan.participants.ugle}`),
          plan.page(`/consents/${plan.participants.ugle}/preview?choice=all`),
          plan.page(`/consents/${plan.participants.gøg}/refusal`),
        ]) {
          const { html } = await read(visitor, path);
          expect([name, language, path, await htmlProblems(html)]).toEqual([name, language, path, []]);
          expect(html).not.toMatch(/<style|style="|<script(?![^>]*src=)|\son[a-z]+="/);
        }
      }
    }
  });
});
