/**
 * A consent is withdrawn or narrowed, or who represents a party comes to work elsewhere, at many moments, half of them in the
 * middle of something (a thousand by `npm run test:moments`): while commands are committed, between the claim of a notice and its sending, while a mail server takes a mail, while a page is read. What
 * is no longer open is neither sent nor shown from the commit on.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Response } from 'supertest';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { NoticeActivitiesHost } from '../../activities/notices/notice.activities.js';
import { addDuration, nextWorkingDay } from '../../libs/domain/calendar/index.js';
import { NO_CONTACT_DETAILS } from '../../libs/persistence/contact-details/contact-details.js';
import { defaultPolicy } from '../../libs/domain/plan/default-policy.js';
import { MailTransport } from '../../libs/mail/index.js';
import { followEmployments } from '../../libs/record/employment-changes.js';
import { shardOf } from '../../libs/record/notice-outbox.js';
import testCitizens from '../../libs/test-citizens/test-citizens.json' with { type: 'json' };
import { type Mailbox, type ReceivedMail, startMailbox } from '../support/servers.js';
import { ApiServer } from './api-server.js';
import { numbersFrom } from './audit-tampering.js';
import { createDataSource } from '../../libs/persistence/data-source.js';
import { interposed } from './interposed.js';
import {
  canary,
  CONSENTED,
  type PartyName,
  type WellFilledPlan,
  wellFilledPlan,
  WORD_KINDS,
} from './well-filled-plan.js';
import { NOTICE_TIMES } from '../../libs/record/notice-times.js';

const MOMENTS = Number(process.env['WITHDRAWALS'] ?? 200);
const SEED = Number(process.env['WITHDRAWAL_SEED'] ?? 20_261);
const PLANS = 8;
const FROM = '2027-03-01T09:00:00.000Z';
const TO = '2028-02-01T00:00:00.000Z';

/** In the middle of what a consent is withdrawn. */
const RACES = ['commit', 'claim', 'acceptance', 'reading'] as const;
const TAKINGS: readonly Taking[] = ['withdraws', 'narrows', 'leaves', 'leaves'];
const PARTIES = ['psychiatry', 'jobCentre', 'mother'] as const satisfies readonly PartyName[];

let api: ApiServer;
/** The dispatcher and who looks on have connections of their own, as a worker has beside the API. */
let dispatching: DataSource;
let watching: DataSource;
let mailbox: Mailbox;
let transport: MailTransport;
let plans: WellFilledPlan[];
let pick: (below: number) => number;
/** Where those come to work who leave. */
let elsewhereId: string;
const found: string[] = [];
/** How often something was really in the middle of things. */
const met: Record<(typeof RACES)[number], number> = { commit: 0, claim: 0, acceptance: 0, reading: 0 };

/** What happens between two statements of the API or of the dispatcher. */
let betweenReads: (sql: string) => Promise<void> = () => Promise.resolve();
let betweenSendings: (sql: string) => Promise<void> = () => Promise.resolve();

beforeAll(async () => {
  pick = numbersFrom(SEED);
  api = await ApiServer.start('2027-03-01T09:00:00.000Z', undefined, (database) =>
    interposed(database, (sql) => betweenReads(sql)),
  );
  const connected = (poolSize: number): Promise<DataSource> =>
    createDataSource({ url: api.postgres.applicationUrl, poolSize, keys: api.vault.keys }).initialize();
  [dispatching, watching] = [await connected(10), await connected(5)];
  mailbox = await startMailbox();
  transport = new MailTransport({ smtpUrl: mailbox.url, requireTls: false, from: FROM_US });
  plans = [];
  elsewhereId = await api.organisation('Et andet sted');
  const grown = testCitizens.people.filter(({ birthDate }) => birthDate < '2005');
  for (const { cpr } of grown.slice(0, PLANS)) {
    api.clock.at = '2027-03-01T09:00:00.000Z';
    const plan = await wellFilledPlan(api, cpr);
    plans.push(plan);
    meetings.set(plan.planId, randomUUID());
    for (const name of PARTIES) await giveAddress(plan, name);
  }
  api.clock.at = '2027-03-23T08:00:00.000Z';
}, 180_000);
afterAll(async () => {
  await transport.close();
  await mailbox.stop();
  await dispatching.destroy();
  await watching.destroy();
  await api.stop();
});

const FROM_US = { name: 'Besked', address: 'besked@besked.example' };

it(`nothing is sent or shown after ${String(MOMENTS)} withdrawals and leavings, seed ${String(SEED)}`, async () => {
  mailbox.behave({ beforeAccepting: checkArriving });
  for (let count = 0; count < MOMENTS; count += 1) {
    const moment = count % 2 === 0 ? 'any' : (RACES[pick(RACES.length)] ?? 'commit');
    await withdrawAt(moment, plans[pick(plans.length)] as WellFilledPlan, PARTIES[pick(3)] ?? 'psychiatry');
  }
  expect(found).toEqual([]);
  for (const race of RACES) expect([race, met[race] > MOMENTS / 50]).toEqual([race, true]);
}, 7_200_000);

/** What takes the right away: all of a consent, all but the bare fact of the course, or the register. */
type Taking = 'withdraws' | 'narrows' | 'leaves';

/** One taking away of a right; it begins once. */
class Withdrawal {
  #done: Promise<number> | null = null;

  constructor(
    readonly plan: WellFilledPlan,
    readonly name: PartyName,
    readonly taking: Taking,
  ) {}

  /** Whether the fact that there is a course stays open. */
  get narrows(): boolean {
    return this.taking === 'narrows';
  }

  get begun(): boolean {
    return this.#done !== null;
  }

  begin(): void {
    this.#done ??= this.#give();
  }

  /** Returns the place in the plan's audit after which nothing may be shown any more. */
  async done(): Promise<number> {
    this.begin();
    return (await this.#done) ?? -1;
  }

  async #give(): Promise<number> {
    const { planId, people, participants } = this.plan;
    if (this.taking === 'leaves') return this.#leave();
    const participantId = participants[this.name];
    const response = this.narrows
      ? await api.post(people.citizen, `/plans/${planId}/consent-narrowings`, {
          participantId,
          keep: ['course'],
        })
      : await api.post(people.citizen, `/plans/${planId}/consent-withdrawals`, { participantId });
    if (response.status >= 300) throw new Error(response.text);
    return (await placesIn(planId)).get(correlationOf(response)) ?? -1;
  }

  /** Every read that the register still allowed is on the audit before the correction is committed. */
  async #leave(): Promise<number> {
    const { planId, people } = this.plan;
    const { personId } = people[this.name];
    const response = await api.post(people.administrator, `/people/${personId}/corrections`, {
      organisationId: elsewhereId,
    });
    if (response.status >= 300) throw new Error(response.text);
    return Math.max(...(await placesIn(planId)).values());
  }
}

/** The newest entries of a plan's audit: their places by correlation. */
async function placesIn(planId: string): Promise<Map<string, number>> {
  const rows = await watching.query<{ correlation: string; place: number }[]>(
    `SELECT entry::jsonb ->> 'correlationId' AS correlation, place FROM audit_entries
     WHERE plan_id = $1 AND allowed ORDER BY place DESC LIMIT 50`,
    [planId],
  );
  return new Map(rows.map(({ correlation, place }) => [correlation, place]));
}

const WAYS: Readonly<Record<'any' | (typeof RACES)[number], (withdrawal: Withdrawal) => Promise<void>>> = {
  async any(withdrawal) {
    const sentFirst = pick(3);
    if (sentFirst > 0) await drainedAfter(sentFirst === 1 ? 0.5 : 3, withdrawal.plan);
    await withdrawal.done();
  },
  async commit(withdrawal) {
    const { plan, name } = withdrawal;
    const { planId, meetingId, people } = plan;
    const soon = async <T>(act: () => Promise<T>): Promise<T> => {
      await pause(pick(20));
      return act();
    };
    const [, , response] = await Promise.all([
      drainedAfter(3, plan),
      soon(() => withdrawal.done()),
      soon(() => read(plan, name)),
      soon(() => api.put(people.coordinator, `/plans/${planId}/meetings/${meetingId}/minutes`, MINUTES())),
    ]);
    met.commit += 1;
    await checkAnswer(response, withdrawal);
  },
  async claim(withdrawal) {
    const waits = pick(2) === 0;
    betweenSendings = async (sql) => {
      if (!sql.startsWith('WITH due AS') || withdrawal.begun) return;
      met.claim += 1;
      withdrawal.begin();
      if (waits) await withdrawal.done();
    };
    await drainedAfter(3, withdrawal.plan);
  },
  async acceptance(withdrawal) {
    onArrival = async ({ plan, name }) => {
      if (plan !== withdrawal.plan || name !== withdrawal.name || withdrawal.begun) return;
      met.acceptance += 1;
      withdrawal.begin();
      await pause(pick(60));
    };
    await drainedAfter(3, withdrawal.plan);
  },
  async reading(withdrawal) {
    let left = pick(5);
    const waits = pick(2) === 0;
    betweenReads = async (sql) => {
      left -= 1;
      if (left >= 0 || withdrawal.begun) return;
      met.reading += 1;
      withdrawal.begin();
      // Whoever holds the plan is waited for by the withdrawal.
      if (waits && !/FOR SHARE|append_audit_entry/.test(sql)) await withdrawal.done();
    };
    const response = await read(withdrawal.plan, withdrawal.name);
    betweenReads = () => Promise.resolve();
    await checkAnswer(response, withdrawal);
  },
};

async function withdrawAt(way: keyof typeof WAYS, plan: WellFilledPlan, name: PartyName): Promise<void> {
  tick();
  await api.performDue(plan.planId);
  await giveConsent(plan, name);
  await haveSomethingToTell(plan, name);
  await api.performDue(plan.planId);
  const takings: readonly Taking[] = name === 'mother' ? ['withdraws', 'narrows'] : TAKINGS;
  const withdrawal = new Withdrawal(plan, name, takings[pick(takings.length)] ?? 'withdraws');
  await WAYS[way](withdrawal);
  await withdrawal.done();
  betweenSendings = () => Promise.resolve();
  betweenReads = () => Promise.resolve();
  onArrival = () => Promise.resolve();
  await checkShown(withdrawal);
  await drainedAfter(3, plan);
  await checkLeft(withdrawal);
  if (withdrawal.taking === 'leaves') await comeBack(withdrawal);
}

/** What follows from the leaving, half of the time before they are back, is on record once. */
async function comeBack({ plan, name }: Withdrawal): Promise<void> {
  const { database, clock, record } = api;
  if (pick(2) === 0) await followEmployments({ database, clock, record });
  const { personId, organisationId } = plan.people[name];
  const path = `/people/${personId}/corrections`;
  const response = await api.post(plan.people.administrator, path, { organisationId });
  if (response.status >= 300) throw new Error(response.text);
  await followEmployments({ database, clock, record });
}

/** The working hours of working days pass. */
function tick(): void {
  const next = addDuration(api.clock.at, { minutes: 4 });
  api.clock.at =
    next.slice(11) < '14:00'
      ? next
      : `${nextWorkingDay(next.slice(0, 10), defaultPolicy.closingDays)}T08:00:00.000Z`;
}

/** An address of its own in every plan, so that a mail tells where it belongs. */
async function giveAddress(plan: WellFilledPlan, name: PartyName): Promise<void> {
  const email = `${name}-${String(plans.length)}@parter.example`;
  parties.set(email, { plan, name });
  const { personId } = plan.people[name];
  await api.vault.contacts.write(
    api.database.manager,
    personId,
    { ...NO_CONTACT_DETAILS, email },
    api.clock.at,
  );
}

async function giveConsent({ planId, people, participants }: WellFilledPlan, name: PartyName): Promise<void> {
  const grants = [{ participantId: participants[name], kinds: CONSENTED[name], from: FROM, to: TO }];
  const response = await api.post(people.citizen, `/plans/${planId}/consents`, {
    grants,
    basis: 'healthAct43',
    manner: 'digital',
    wordingVersion: '2026-1',
    givenBy: 'citizen',
    place: 'Hjemme',
  });
  if (response.status >= 300) throw new Error(response.text);
}

/** Something that the party is written to about, if the plan lets it happen now. */
async function haveSomethingToTell(plan: WellFilledPlan, name: PartyName): Promise<void> {
  const { planId, people, participants } = plan;
  const path = `/plans/${planId}`;
  const { coordinator } = people;
  const day = String(1 + pick(28)).padStart(2, '0');
  const hour = String(8 + pick(6)).padStart(2, '0');
  const meeting = `${path}/meetings/${meetings.get(planId) ?? ''}`;
  await api.put(coordinator, `${meeting}/time`, {
    kind: 'plan',
    from: `2027-10-${day}T${hour}:00:00Z`,
    to: `2027-10-${day}T${hour}:45:00Z`,
    mode: 'room',
    place: canary('agenda'),
  });
  if (pick(3) === 0)
    await api.put(coordinator, `${meeting}/agenda`, { items: [canary('agenda'), randomUUID()] });
  if (pick(4) === 0) {
    await api.post(coordinator, `${path}/gathering-requests`, { participantIds: [participants[name]] });
  }
}

const MINUTES = (): object => ({ minutes: `${canary('minutes')} ${randomUUID()}` });

const PATHS = [
  '',
  '/goals',
  '/meetings',
  '/sections',
  '/sections/survey',
  '/sections/crisisPlan',
  '/existing-plans',
  '/documents',
  '/versions',
  '/versions/1',
  '/participants',
  '/agreements',
  '/follow-ups',
  '/consents',
];

function read(
  { planId, people }: WellFilledPlan,
  name: PartyName,
  path = PATHS[pick(PATHS.length)],
): Promise<Response> {
  return Promise.resolve(api.get(people[name], `/plans/${planId}${path ?? ''}`));
}

/** Whether an answer shows something that is open no longer. */
function shows({ name, narrows }: Withdrawal, text: string): boolean {
  const open = narrows ? ['course', 'invited', `own:${name}`] : [];
  return Object.entries(WORD_KINDS).some(
    ([word, kinds]) => text.includes(canary(word)) && !kinds.some((kind) => open.includes(kind)),
  );
}

async function checkShown(withdrawal: Withdrawal): Promise<void> {
  for (let count = 0; count < 3; count += 1) {
    const response = await read(withdrawal.plan, withdrawal.name);
    const wrong = shows(withdrawal, response.text) || (!withdrawal.narrows && response.status !== 404);
    if (wrong) found.push(`shown afterwards: ${response.request.url} ${String(response.status)}`);
  }
}

/** What was read at the same time may be shown if it stands before the withdrawal on the audit, and not otherwise. */
async function checkAnswer(response: Response, withdrawal: Withdrawal): Promise<void> {
  const taken = await withdrawal.done();
  if (!shows(withdrawal, response.text)) return;
  const shown = (await placesIn(withdrawal.plan.planId)).get(correlationOf(response)) ?? Infinity;
  if (shown > taken) found.push(`shown meanwhile, ${withdrawal.taking}: ${response.request.url}`);
}

/** Nothing waits to be sent that is not open any more. */
async function checkLeft({ plan, name, narrows, taking }: Withdrawal): Promise<void> {
  const rows = await watching.query<{ kind: string }[]>(
    `SELECT kind FROM notices WHERE plan_id = $1 AND recipient ->> 'participantId' = $2 AND recipient ->> 'kind' = 'participant'
       AND status IN ('queued', 'claimed') AND kind <> 'meetingCancellation' AND (discloses <> 'course' OR NOT $3) `,
    [plan.planId, plan.participants[name], narrows],
  );
  if (rows.length > 0) found.push(`left, ${taking}: ${rows.map(({ kind }) => kind).join()}`);
}

interface Party {
  readonly plan: WellFilledPlan;
  readonly name: PartyName;
}
const parties = new Map<string, Party>();
const meetings = new Map<string, string>();
let onArrival: (party: Party) => Promise<void> = () => Promise.resolve();

/** At the last moment before a mail is accepted: everything that it is about must still be open to whom it goes to. */
async function checkArriving({ envelope, parsed }: ReceivedMail): Promise<void> {
  const party = parties.get(envelope.to[0] ?? '');
  if (party === undefined) return;
  await onArrival(party);
  const { planId, participants } = party.plan;
  const rows = await watching.query<{ kind: string }[]>(
    `SELECT kind FROM notices WHERE message_id = $1 AND plan_id = $2 AND kind <> 'meetingCancellation'
       AND NOT EXISTS (SELECT 1 FROM disclosure_windows w JOIN people p ON p.id = w.subject_id
         WHERE w.plan_id = $2 AND w.participant_id = $3
         AND notices.discloses = ANY (kinds) AND valid_from <= $4 AND valid_to > $4
         AND (w.stands_for = 'themself' OR w.organisation_id = p.organisation_id))`,
    [parsed.messageId, planId, participants[party.name], api.clock.at],
  );
  for (const { kind } of rows) found.push(`sent: ${kind} to ${party.name}`);
  const written = [
    parsed.text,
    parsed.html,
    ...parsed.attachments.map(({ content }) => content.toString('utf8')),
  ];
  const text = written.join('\n');
  if (text.includes('METHOD:CANCEL') && text.includes(canary('')))
    found.push(`told in a cancellation to ${party.name}`);
}

async function drainedAfter(minutes: number, { planId }: WellFilledPlan): Promise<void> {
  api.clock.at = addDuration(api.clock.at, { minutes });
  await drained(planId);
}

async function drained(planId: string): Promise<void> {
  const settings = {
    publicUrl: 'https://plan.example',
    mailFrom: FROM_US,
    returnAddresses: null,
    batchSize: 50,
    times: { ...NOTICE_TIMES, lingerSeconds: 0 },
  };
  const log = { info: () => undefined, warn: () => undefined };
  const database = interposed(dispatching, (sql) => betweenSendings(sql));
  const host = new NoticeActivitiesHost(database, api.clock, api.record, transport, settings, log, api.vault);
  await host.drainNotices({ shard: shardOf(planId) });
}

function correlationOf({ headers }: Response): string {
  return (headers as Record<string, string>)['x-correlation-id'] ?? '';
}
