import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AuditKeys } from '../../libs/audit/audit-keys.js';
import { verifyAudit } from '../../libs/audit/verification/verify-audit.js';
import { Visitor } from '../../apps/local/sign-in/visitor.js';
import { newSecret } from '../../libs/identity/secret.js';
import { SessionActors } from '../../libs/identity/session/session-actors.js';
import type { PersonActor } from '../../libs/identity/actor-of-token.js';
import type { LinkPurpose } from '../../libs/domain/access/access-link.types.js';
import type { PlanOperation } from '../../libs/domain/access/operation-rules.js';
import { PlanReadings } from '../../libs/reading/plan-readings.js';
import { ReadDatabase } from '../../libs/reading/read-database.js';
import type { Viewer } from '../../libs/reading/viewer.js';
import { htmlProblems } from '../support/valid-html.js';
import { LinkStage, type Outsider } from './link-stage.js';
import { wellFilledPlan } from './well-filled-plan.js';

let stage: LinkStage;
let relative: Outsider;

beforeAll(async () => {
  stage = await LinkStage.start();
}, 120_000);
afterAll(() => stage.stop());
beforeEach(async () => {
  relative = await stage.outsider();
  // Within waking hours, and after what was told of the consent.
  stage.mailbox.behave({});
});

const OVER = 'Din adgang med linket er slut';

/** Who a session stands for, as the portal finds out at every click. */
async function actorOf(visitor: Visitor): Promise<PersonActor> {
  const signedIn = await stage.api.app.get(SessionActors).look(stage.session(visitor) ?? '');
  if (signedIn.state !== 'active') throw new Error(`The session is ${signedIn.state}.`);
  return signedIn.actor;
}

function viewer<O extends PlanOperation>(actor: PersonActor, operation: O): Viewer<O> {
  return {
    actor,
    operation,
    origin: { channel: 'portal', address: null, correlationId: 'test-correlation' },
  };
}

function readings(): PlanReadings {
  return stage.api.app.get(PlanReadings);
}

/** A page of somebody who has come by a link. */
async function click(visitor: Visitor): Promise<string> {
  return (await stage.send(visitor, '/session/extension', {})).text();
}

describe('a link from a mail with its code', () => {
  it('leads to a session of the person, and neither mail nor address says anything', async () => {
    const { path, code } = await stage.mailed(relative, 'answerMeeting');
    const mail = stage.mailbox.mails.findLast(({ envelope }) => envelope.to.includes(relative.email));
    expect(mail?.parsed.subject).toBe('Du har en besked');
    expect(mail?.parsed.text).not.toMatch(/plan|møde|Magnus/i);
    expect(mail?.raw).not.toContain(code);

    const visitor = new Visitor();
    const arrived = await stage.ask(visitor, path);
    expect([arrived.status, arrived.headers.get('Location')]).toEqual([303, '/access-link']);
    expect(arrived.headers.getSetCookie().join()).toMatch(
      /kiplan-access-link=[^;]+;.*HttpOnly.*SameSite=Lax/,
    );
    const page = await stage.ask(visitor, '/access-link');
    expect(page.headers.get('Referrer-Policy')).toBe('same-origin');
    const html = await page.text();
    expect(html).toContain('Skriv koden til dit link');
    expect(html).not.toContain(tokenOf(path));
    expect(await htmlProblems(html)).toEqual([]);

    const entered = await stage.write(visitor, ` ${code.slice(0, 3)} ${code.slice(3)} `);
    expect([entered.status, entered.location]).toEqual([303, '/access-link/opened']);
    const opened = await (await stage.ask(visitor, '/access-link/opened')).text();
    expect(opened).toContain('Med linket kan du se mødet og svare på, om du kommer.');
    expect(opened).toContain('Ellen Louise Test Lauridsen');
    expect(await htmlProblems(opened)).toEqual([]);
    expect((await stage.ask(visitor, '/')).headers.get('Location')).toBe('/access-link/opened');
    expect(await stage.openings(relative.personId)).toEqual([{ allowed: true, refusal: null }]);
  });

  it('lets the person do what it is for, and nothing else of the plan', async () => {
    const { planId } = stage.plan;
    const { path, code } = await stage.mailed(relative, 'answerMeeting');
    const actor = await actorOf((await stage.enter(path, code)).visitor);
    expect(actor).toMatchObject({ personId: relative.personId, organisationId: null, organisationRoles: [] });
    const meetings = await readings().meetings(viewer(actor, 'listMeetings'), planId);
    expect(meetings.map(({ meetingId }) => meetingId)).toContain(stage.plan.meetingId);
    for (const reading of [
      () => readings().plan(viewer(actor, 'getPlan'), planId),
      () => readings().participants(viewer(actor, 'listParticipants'), planId),
      () => readings().goals(viewer(actor, 'listGoals'), planId),
    ]) {
      await expect(reading()).rejects.toMatchObject({ code: 'ACTOR.NOT_PERMITTED' });
    }
    const context = {
      actor,
      commandId: null,
      expectedSeq: null,
      origin: { channel: 'portal', address: null, correlationId: 'test-correlation' },
    } as const;
    const answers = {
      type: 'respondToInvitation',
      meetingId: stage.plan.meetingId,
      response: 'accepted',
    } as const;
    // It is the rules' own answer: the meeting has been held.
    await expect(
      stage.api.record.execute(
        planId,
        { ...answers, participantId: relative.participantId, deputyPersonId: null },
        context,
      ),
    ).rejects.toMatchObject({ code: expect.stringMatching(/^MEETING\./) });
    await expect(
      stage.api.record.execute(
        planId,
        { type: 'saveSection', section: 'citizenWishes', baseRevision: 1, content: 'x' },
        context,
      ),
    ).rejects.toMatchObject({ code: 'ACTOR.NOT_PERMITTED' });
  });

  it('shows of the plan what the consent reaches, if it is for reading', async () => {
    const { path, code } = await stage.mailed(relative, 'readPlan');
    const actor = await actorOf((await stage.enter(path, code)).visitor);
    const plan = await readings().plan(viewer(actor, 'getPlan'), stage.plan.planId);
    expect(JSON.stringify(plan)).toContain('kanarie-goals');
    expect(JSON.stringify(plan)).not.toContain('kanarie-challenges');
    const [entry] = await stage.api.database.query<{ roles: string[] }[]>(
      `SELECT entry::jsonb -> 'roles' AS roles FROM audit_entries
       WHERE person_id = $1 AND operation = 'getPlan' AND allowed`,
      [relative.personId],
    );
    expect(entry?.roles).toEqual(['relative', 'accessLink']);
  });

  it.each([
    ['readPlan', '', ['Planen', 'Møder', 'Versioner', 'Aftaler'], '/consents'],
    ['answerMeeting', '/meetings', ['Møder'], ''],
    ['answerGathering', '/gathering', ['Planer i forvejen'], '/meetings'],
    ['answerDraft', '/versions', ['Versioner', 'Aftaler'], '/gathering'],
    ['reportAgreement', '/agreements', ['Aftaler'], '/versions'],
  ] as const)(
    'for %s leads to the page for it, which shows the way to no other',
    async (purpose, page, ways, other) => {
      const plan = `/plans/${stage.plan.planId}`;
      const { path, code } = await stage.mailed(relative, purpose);
      const { visitor } = await stage.enter(path, code);
      const opened = await (await stage.ask(visitor, '/access-link/opened')).text();
      expect(opened).toContain(`href="${plan}${page}"`);
      const shown = await stage.ask(visitor, `${plan}${page}`);
      const html = await shown.text();
      expect([shown.status, await htmlProblems(html)]).toEqual([200, []]);
      const [, navigation = ''] = /<nav class="plan-navigation"[^>]*>(.*?)<\/nav>/s.exec(html) ?? [];
      const shownWays = [...navigation.matchAll(/<a [^>]*>([^<]*)<\/a>/g)].map(([, name]) => name);
      expect(shownWays.filter((name) => !ways.some((way) => way === name))).toEqual([]);
      expect((await stage.ask(visitor, `${plan}${other}`)).status).toBe(403);
    },
  );

  it('opens no other plan, even one in which the same person takes part', async () => {
    const { clock } = stage.api;
    const { at } = clock;
    clock.at = '2027-03-01T09:00:00.000Z';
    const other = await wellFilledPlan(stage.api, '0504909989');
    clock.at = at;
    const participantId = randomUUID();
    await stage.api
      .post(other.people.coordinator, `/plans/${other.planId}/participants`, {
        participantId,
        personId: relative.personId,
        role: 'relative',
        channel: 'mail',
        wishedByCitizen: true,
      })
      .expect(201);
    await stage.consent(participantId, ['masterData'], other);
    const { path, code } = await stage.mailed(relative, 'readPlan');
    const actor = await actorOf((await stage.enter(path, code)).visitor);
    const { link: _, ...signedIn } = actor;
    await expect(readings().plan(viewer(signedIn, 'getPlan'), other.planId)).resolves.toBeDefined();
    const visible = await new ReadDatabase(stage.api.database).as(
      { actor, operation: 'getPlan' },
      at,
      (source) => source.query<unknown[]>('SELECT id FROM plans'),
    );
    expect(visible).toEqual([{ id: stage.plan.planId }]);
    await expect(readings().plan(viewer(actor, 'getPlan'), other.planId)).rejects.toMatchObject({
      code: 'PLAN.NOT_FOUND',
    });
  }, 60_000);

  it('works once: asked again it says so, and leads nowhere', async () => {
    const { path, code } = await stage.mailed(relative, 'readPlan');
    await stage.enter(path, code);
    const again = await stage.enter(path, code);
    expect([again.status, again.html]).toEqual([403, expect.stringContaining('Linket er brugt')]);
    expect(stage.session(again.visitor)).toBeUndefined();
    expect(await stage.openings(relative.personId)).toEqual([
      { allowed: true, refusal: null },
      { allowed: false, refusal: 'ACCESS_LINK.USED' },
    ]);
  });

  it('makes one session of many browsers that come at once', async () => {
    const { path, code } = await stage.mailed(relative, 'readPlan');
    const visitors = Array.from({ length: 8 }, () => new Visitor());
    for (const visitor of visitors) await stage.ask(visitor, path);
    const entered = await Promise.all(visitors.map((visitor) => stage.write(visitor, code)));
    expect(entered.map(({ status }) => status).sort()).toEqual([303, ...Array<number>(7).fill(403)]);
    const sessions = await stage.api.database.query<unknown[]>(
      'SELECT 1 FROM sessions WHERE person_id = $1',
      [relative.personId],
    );
    expect(sessions).toHaveLength(1);
  });

  it('is not used up by programs that look where it leads', async () => {
    const { path, code } = await stage.mailed(relative, 'readPlan');
    for (const method of ['GET', 'HEAD', 'GET', 'HEAD', 'GET']) {
      const scanner = new Visitor();
      await stage.ask(scanner, path, { method });
      await stage.ask(scanner, '/access-link', { method });
    }
    expect(await stage.openings(relative.personId)).toEqual([]);
    expect((await stage.enter(path, code)).location).toBe('/access-link/opened');
  });

  it('is nothing that another page can send for somebody', async () => {
    const { path, code } = await stage.mailed(relative, 'readPlan');
    const visitor = new Visitor();
    await stage.ask(visitor, path);
    const response = await stage.ask(visitor, '/access-link', {
      method: 'POST',
      headers: { Origin: 'https://elsewhere.example' },
      body: new URLSearchParams({ code }),
    });
    expect(response.status).toBe(403);
    expect(await stage.openings(relative.personId)).toEqual([]);
  });
});

function tokenOf(path: string): string {
  return path.replace('/access-link/', '');
}

describe('a link', () => {
  it('that was forged opens nothing, and the try is on the audit', async () => {
    const before = (await stage.openings(null)).length;
    const { code } = await stage.mailed(relative, 'readPlan');
    const forged = await stage.enter(`/access-link/${newSecret()}`, code);
    expect([forged.status, forged.html]).toEqual([403, expect.stringContaining('Vi kender ikke linket')]);
    expect((await stage.openings(null)).slice(before)).toEqual([
      { allowed: false, refusal: 'ACCESS_LINK.UNKNOWN' },
    ]);
  });

  it('that came apart on its way says how to get another', async () => {
    const visitor = new Visitor();
    await stage.ask(visitor, '/access-link/abc');
    expect(await (await stage.ask(visitor, '/access-link')).text()).toContain('Sådan får du adgang');
  });

  it('takes another try after a wrong code, and is dead after five of them', async () => {
    const { path, code } = await stage.mailed(relative, 'readPlan');
    const wrong = code === '000000' ? '111111' : '000000';
    const visitor = new Visitor();
    await stage.ask(visitor, path);
    for (let attempt = 0; attempt < 4; attempt += 1) {
      const entered = await stage.write(visitor, wrong);
      expect([entered.status, entered.html]).toEqual([403, expect.stringContaining('name="code"')]);
      expect(await htmlProblems(entered.html)).toEqual([]);
    }
    const last = await stage.write(visitor, wrong);
    expect(last.html).toContain('Linket er lukket, fordi koden var forkert for mange gange');
    const right = await stage.enter(path, code);
    expect([right.status, stage.session(right.visitor)]).toEqual([403, undefined]);
    expect(await stage.openings(relative.personId)).toEqual([
      ...Array<object>(5).fill({ allowed: false, refusal: 'ACCESS_LINK.CODE_WRONG' }),
      { allowed: false, refusal: 'ACCESS_LINK.LOCKED' },
    ]);
  });

  it('opens nothing before its mail, however right the code is', async () => {
    const { code } = await stage.give(relative, 'readPlan');
    expect((await stage.write(new Visitor(), code)).status).toBe(403);
  });

  it('opens nothing with the code of another', async () => {
    const other = await stage.outsider();
    const mine = await stage.mailed(relative, 'readPlan');
    const theirs = await stage.mailed(other, 'readPlan');
    if (mine.code === theirs.code) return;
    expect((await stage.enter(mine.path, theirs.code)).status).toBe(403);
  });

  it('opens nothing once it is too old', async () => {
    const { path, code } = await stage.mailed(relative, 'readPlan');
    const at = stage.api.clock.at;
    stage.api.clock.at = new Date(Date.parse(at) + 72 * 3_600_000).toISOString();
    const late = await stage.enter(path, code);
    stage.api.clock.at = at;
    expect([late.status, late.html]).toEqual([403, expect.stringContaining('Linket er for gammelt')]);
    expect((await stage.enter(path, code)).status).toBe(303);
  });

  it('is replaced by the next one for the same purpose', async () => {
    const first = await stage.mailed(relative, 'readPlan');
    const second = await stage.mailed(relative, 'readPlan');
    const other = await stage.mailed(relative, 'answerMeeting');
    expect((await stage.enter(first.path, first.code)).html).toContain('Linket kan ikke bruges mere');
    expect((await stage.enter(second.path, second.code)).status).toBe(303);
    expect((await stage.enter(other.path, other.code)).status).toBe(303);
  });

  it('that a mail server would not take for now has another token when it does', async () => {
    stage.mailbox.behave({
      answer: (address) => (address === relative.email ? 'fail-transiently' : 'accept'),
    });
    const { code } = await stage.give(relative, 'readPlan');
    await stage.drain();
    expect(stage.mailedLink(relative)).toBeUndefined();
    stage.mailbox.behave({});
    const at = stage.api.clock.at;
    stage.api.clock.at = new Date(Date.parse(at) + 120_000).toISOString();
    await stage.drain();
    expect((await stage.enter(stage.mailedLink(relative) ?? '', code)).status).toBe(303);
  });

  it('that is revoked before its mail goes is not mailed', async () => {
    const { linkId } = await stage.give(relative, 'readPlan');
    await stage.revoke(linkId);
    await stage.drain();
    expect(stage.mailedLink(relative)).toBeUndefined();
  });
});

describe('another mail to somebody who cannot sign in', () => {
  it('leads to where a link is asked for, and one to who can sign in to the plan', async () => {
    const { clock } = stage.api;
    const meetingId = randomUUID();
    await stage.api
      .post(stage.coordinator, `/plans/${stage.plan.planId}/meetings`, {
        meetingId,
        kind: 'plan',
        options: [{ from: stage.later(30), to: stage.later(30.05) }],
        mode: 'room',
        place: 'Lokale 2',
      })
      .expect(201);
    const { at } = clock;
    clock.at = new Date(Date.parse(at) + 120_000).toISOString();
    await stage.drain();
    clock.at = at;
    const mail = stage.mailbox.mails.findLast(({ envelope }) => envelope.to.includes(relative.email));
    expect(mail?.parsed.text).toMatch(/http:\/\/localhost:\d+\/access-link\s/);
    expect(mail?.parsed.text).not.toContain(stage.plan.planId);
    const page = await stage.ask(new Visitor(), '/access-link');
    expect(await page.text()).toContain('Ring til koordinatoren, du kender.');
    const mother = stage.mailbox.mails.findLast(({ envelope }) =>
      envelope.to.some((address) => address.includes('mother')),
    );
    const [, token = ''] = /\/to\/(\S+)/.exec(mother?.parsed.text ?? '') ?? [];
    const { paths } = stage.api.vault.cipher;
    const followed = Object.values(stage.plan.people).map(({ personId }) => paths.open(personId, token));
    expect(followed.filter((path) => path !== null)).toEqual([
      `plans/${stage.plan.planId}/meetings/${meetingId}`,
    ]);
  });
});

describe('a page that a link leads to', () => {
  it('asks only for what the link is for', async () => {
    const meetingId = randomUUID();
    const meeting = `/plans/${stage.plan.planId}/meetings/${meetingId}`;
    await stage.api
      .post(stage.coordinator, `/plans/${stage.plan.planId}/meetings`, {
        meetingId,
        kind: 'plan',
        options: [{ from: stage.later(30), to: stage.later(30.05) }],
        mode: 'room',
        place: 'Lokale 1',
      })
      .expect(201);
    const shownFor = async (purpose: LinkPurpose): Promise<string> => {
      const { path, code } = await stage.mailed(relative, purpose);
      const { visitor } = await stage.enter(path, code);
      return (await stage.ask(visitor, meeting)).text();
    };
    expect(await shownFor('answerMeeting')).toContain(`action="${meeting}/times`);
    const read = await shownFor('readPlan');
    expect(read).toContain('Lokale 1');
    expect(read).not.toContain('<form method="post" action="/plans/');
  });

  it('notes that a version was read, also by whoever came to approve the next', async () => {
    const { planId, people, participants } = stage.plan;
    const version = `/plans/${planId}/versions/1`;
    const mother = await stage.withoutSignIn(people.mother.personId, participants.mother);
    const sent = { channel: 'mail' };
    await stage.api
      .post(stage.coordinator, `${version}/deliveries/${mother.participantId}/sendings`, sent)
      .expect(201);
    const { path, code } = await stage.mailed(mother, 'answerDraft');
    const { visitor } = await stage.enter(path, code);
    stage.api.clock.at = stage.later(0.01);
    await stage.drain();
    expect((await stage.ask(visitor, version)).status).toBe(200);
    const rows = await stage.api.database.query<{ status: string }[]>(
      `SELECT status FROM deliveries WHERE plan_id = $1 AND participant_id = $2 AND channel = 'mail'`,
      [planId, mother.participantId],
    );
    expect(rows).toEqual([{ status: 'read' }]);
  });
});

describe('a link and the session that it led to are over', () => {
  const plan = (): string => `/plans/${stage.plan.planId}`;

  const ENDINGS: Readonly<Record<string, (outsider: Outsider, linkId: string) => Promise<unknown>>> = {
    'when it is revoked': (_outsider, linkId) => stage.revoke(linkId),
    'when the citizen revokes it': (_outsider, linkId) => stage.revoke(linkId, stage.plan.people.citizen),
    'when the consent is withdrawn': ({ participantId }) =>
      stage.api
        .post(stage.plan.people.citizen, `${plan()}/consent-withdrawals`, { participantId })
        .expect(201),
    'when the person is removed': ({ participantId }) =>
      stage.api
        .post(stage.coordinator, `${plan()}/participants/${participantId}/removal`, { reason: 'Ønske' })
        .expect(200),
    'when another takes the place': async ({ participantId, organisationId }) =>
      stage.api
        .post(stage.coordinator, `${plan()}/participants/${participantId}/replacement`, {
          personId: await stage.person(`${randomUUID()}@example.dk`, organisationId),
          channel: 'mail',
        })
        .expect(200),
  };

  it.each(Object.keys(ENDINGS))('%s', async (how) => {
    const outsider = await stage.outsider('gp');
    const used = await stage.mailed(outsider, 'readPlan');
    const { visitor } = await stage.enter(used.path, used.code);
    expect((await stage.ask(visitor, '/access-link/opened')).status).toBe(200);
    const unused = await stage.mailed(outsider, 'answerMeeting');
    await ENDINGS[how]?.(outsider, used.linkId);
    expect(await click(visitor)).toContain(OVER);
    await expect(actorOf(visitor)).rejects.toThrow('linkOver');
    if (how.includes('revoke')) await stage.revoke(unused.linkId);
    const entered = await stage.enter(unused.path, unused.code);
    expect([entered.status, stage.session(entered.visitor)]).toEqual([403, undefined]);
    // Whoever holds the link only by chance is not told why.
    if (!how.includes('revoke')) expect(entered.html).toContain('Linket kan ikke bruges mere');
  });

  it('after an hour, whatever is done', async () => {
    const { path, code } = await stage.mailed(relative, 'readPlan');
    const { visitor } = await stage.enter(path, code);
    const { clock } = stage.api;
    const at = Date.parse(clock.at);
    for (const minutes of [25, 50]) {
      clock.at = new Date(at + minutes * 60_000).toISOString();
      expect((await stage.ask(visitor, '/access-link/opened')).status).toBe(200);
    }
    clock.at = new Date(at + 60 * 60_000).toISOString();
    expect(await click(visitor)).toContain(OVER);
    expect(await (await stage.ask(visitor, '/session/ended')).text()).toContain(OVER);
    clock.at = new Date(at).toISOString();
  });

  it('when the person leaves, without going to the provider', async () => {
    const { path, code } = await stage.mailed(relative, 'readPlan');
    const { visitor } = await stage.enter(path, code);
    const html = await (await stage.ask(visitor, '/access-link/opened')).text();
    const formToken = /name="formToken" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const left = await stage.send(visitor, '/sign-out', { formToken });
    expect([left.status, left.headers.get('Location')]).toEqual([303, '/signed-out']);
    expect(stage.session(visitor)).toBeUndefined();
  });
});

describe('giving a link', () => {
  const path = (participantId: string): string =>
    `/plans/${stage.plan.planId}/participants/${participantId}/access-links`;

  it('answers the code once, and the link not at all', async () => {
    const key = randomUUID();
    const ask = (): ReturnType<typeof stage.api.post> =>
      stage.api
        .post(stage.coordinator, path(relative.participantId), { purpose: 'readPlan' })
        .set('Idempotency-Key', key);
    const first = await ask().expect(201);
    const { code } = first.body as { code: string };
    expect(code).toMatch(/^\d{6}$/);
    const second = await ask().expect(201);
    expect(second.body).toEqual({ ...(first.body as object), code: null });
    await stage.drain();
    const mails = stage.mailbox.mails.filter(({ envelope }) => envelope.to.includes(relative.email));
    expect(mails).toHaveLength(1);
    expect(first.text).not.toContain(tokenOf(stage.mailedLink(relative) ?? 'none'));
  });

  it('is refused for who can sign in, cannot be mailed, or may not know of the plan', async () => {
    const { citizen, psychiatry } = { citizen: 'citizen', psychiatry: stage.plan.participants.psychiatry };
    const unconsented = await stage.outsider();
    await stage.api
      .post(stage.plan.people.citizen, `/plans/${stage.plan.planId}/consent-withdrawals`, {
        participantId: unconsented.participantId,
      })
      .expect(201);
    const byLetter = await stage.outsider();
    await stage.api
      .put(stage.coordinator, `/plans/${stage.plan.planId}/participants/${byLetter.participantId}/channel`, {
        channel: 'letter',
      })
      .expect(200);
    for (const [participantId, code] of [
      [citizen, 'ACCESS_LINK.SIGNS_IN'],
      [psychiatry, 'ACCESS_LINK.SIGNS_IN'],
      [unconsented.participantId, 'CONSENT.MISSING'],
      [byLetter.participantId, 'ACCESS_LINK.NOT_BY_MAIL'],
      [randomUUID(), 'PARTICIPANT.NOT_FOUND'],
    ] as const) {
      const response = await stage.api.post(stage.coordinator, path(participantId), { purpose: 'readPlan' });
      expect([participantId, (response.body as { code: string }).code]).toEqual([participantId, code]);
    }
  });

  it('is for who coordinates; the list also for the citizen, in whose log it stands', async () => {
    const { citizen, psychiatry, stranger } = stage.plan.people;
    const body = { purpose: 'readPlan' };
    await stage.api.post(psychiatry, path(relative.participantId), body).expect(403);
    await stage.api.post(citizen, path(relative.participantId), body).expect(403);
    await stage.api.post(stranger, path(relative.participantId), body).expect(404);
    const used = await stage.mailed(relative, 'readPlan');
    await stage.enter(used.path, used.code);
    const list = await stage.api.get(citizen, `/plans/${stage.plan.planId}/access-links`).expect(200);
    const listed = (list.body as { items: { linkId: string }[] }).items;
    expect(listed.find(({ linkId }) => linkId === used.linkId)).toMatchObject({
      participantId: relative.participantId,
      purpose: 'readPlan',
      usedAt: stage.api.clock.at,
      revokedAt: null,
    });
    expect(list.text).not.toMatch(/token|hash/i);
    await stage.api.get(psychiatry, `/plans/${stage.plan.planId}/access-links`).expect(403);
    const log = await stage.api.get(citizen, `/plans/${stage.plan.planId}/access-log?limit=100`).expect(200);
    const { items } = log.body as { items: { operation: string; personId: string; roles: string[] }[] };
    const operations = items.map(({ operation, personId }) => [operation, personId]);
    expect(operations).toContainEqual(['openAccessLink', relative.personId]);
    expect(operations).toContainEqual(['giveAccessLink', stage.coordinator.personId]);
  });
});

/** After everything else: what is left of it, and the end of the plan. */
describe('in the end', () => {
  it('no token was written down anywhere, neither in a log nor in the database', async () => {
    const tokens = stage.mailbox.mails.flatMap(({ parsed }) =>
      [...(parsed.text ?? '').matchAll(/access-link\/([A-Za-z0-9_-]{43})/g)].map(([, token]) => token ?? ''),
    );
    expect(tokens.length).toBeGreaterThan(20);
    expect(stage.log.length).toBeGreaterThan(100);
    expect(stage.log.filter((line) => line.includes('/access-link/')).length).toBeGreaterThan(20);
    expect(stage.log.filter((line) => tokens.some((token) => line.includes(token)))).toEqual([]);
    const tables = await stage.api.database.query<{ name: string }[]>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`,
    );
    for (const { name } of tables) {
      const rows = await stage.api.database.query<{ row: string }[]>(
        `SELECT row_to_json(t)::text AS row FROM "${name}" t`,
      );
      const found = rows.filter(({ row }) => tokens.some((token) => row.includes(token)));
      expect([name, found]).toEqual([name, []]);
    }
  });

  it('the audit holds, with who was known and who was not', async () => {
    const keys = new AuditKeys(stage.api.environment.AUDIT_KEYS);
    const { findings } = await stage.api.database.transaction('REPEATABLE READ', (manager) =>
      verifyAudit(manager, { keys, cipher: stage.api.vault.cipher, anchors: [] }),
    );
    expect(findings).toEqual([]);
    expect(await stage.openings(null)).not.toEqual([]);
  });

  it('a thousand guesses find nothing, and most are not even looked at', async () => {
    const { path, code } = await stage.mailed(relative, 'readPlan');
    const guesser = new Visitor();
    const headers = { 'X-Forwarded-For': '198.51.100.7', Origin: stage.portalUrl };
    await stage.ask(guesser, path, { headers });
    const statuses: number[] = [];
    const guesses = Array.from({ length: 1_000 }, (_, n) => String(n).padStart(6, '0')).values();
    const worker = async (): Promise<void> => {
      for (const guess of guesses) {
        if (guess === code) continue;
        const body = new URLSearchParams({ code: guess });
        const response = await stage.ask(guesser, '/access-link', { method: 'POST', headers, body });
        await response.arrayBuffer();
        statuses.push(response.status);
      }
    };
    await Promise.all(Array.from({ length: 20 }, worker));
    expect(statuses).not.toContain(303);
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(500);
    const tried = await stage.openings(relative.personId);
    expect(tried.filter(({ refusal }) => refusal === 'ACCESS_LINK.CODE_WRONG')).toHaveLength(5);
    const right = await stage.enter(path, code);
    expect(right.html).toContain('Linket er lukket');
  }, 120_000);

  it('every link is over with the plan', async () => {
    const used = await stage.mailed(relative, 'readPlan');
    const { visitor } = await stage.enter(used.path, used.code);
    const unused = await stage.mailed(relative, 'answerMeeting');
    await stage.api
      .post(stage.coordinator, `/plans/${stage.plan.planId}/end`, { reason: 'citizenWithdrew' })
      .expect(200);
    expect(await click(visitor)).toContain(OVER);
    const entered = await stage.enter(unused.path, unused.code);
    expect(entered.html).toContain('Linket kan ikke bruges mere');
  });
});
