import { randomUUID } from 'node:crypto';
import { createServer, type Server, type Socket } from 'node:net';
import type { DataSource } from 'typeorm';
import { NoticeActivitiesHost } from '../../activities/notices/notice.activities.js';
import { Clock } from '../../libs/clock/clock.js';
import { addDuration, type Instant } from '../../libs/domain/calendar/index.js';
import type { Actor } from '../../libs/domain/plan/actor.js';
import { defaultPolicy } from '../../libs/domain/plan/default-policy.js';
import type { PlanCommand, PlanState } from '../../libs/domain/plan/plan.types.js';
import { MailTransport } from '../../libs/mail/index.js';
import type { NoticeSettings } from '../../libs/notices/index.js';
import { createDataSource } from '../../libs/persistence/data-source.js';
import { NoticeEntity, OrganisationEntity, PersonEntity } from '../../libs/persistence/entities/index.js';
import { migrate } from '../../libs/persistence/migrate.js';
import { shardOf } from '../../libs/record/notice-outbox.js';
import { NOTICE_TIMES } from '../../libs/record/notice-times.js';
import type { PlanRecord } from '../../libs/record/plan-record.js';
import { type Mailbox, startMailbox, startPostgres } from '../support/servers.js';
import { insertCitizen, insertOrganisation, insertPerson } from './people-rows.js';
import { processOrigin } from '../../libs/audit/audit-entry.types.js';
import { recordOn, testVault } from '../support/test-vault.js';

const MAIL_FROM = { name: 'Besked', address: 'besked@example.dk' };
export const PUBLIC_URL = 'http://plan.example.dk';

/** A clock that stands until it is set, or runs from where it was set. */
export class StageClock extends Clock {
  #at: Instant = '2027-03-02T09:00:00.000Z';
  #runningSince: number | null = null;

  override now(): Promise<Instant> {
    const run = this.#runningSince === null ? 0 : performance.now() - this.#runningSince;
    return Promise.resolve(addDuration(this.#at, { minutes: run / 60_000 }));
  }

  set(at: Instant): void {
    this.#at = at;
    this.#runningSince = null;
  }

  async pass(minutes: number): Promise<void> {
    this.set(addDuration(await this.now(), { minutes }));
  }

  run(): void {
    this.#runningSince = performance.now();
  }
}

/** A plan with its people: the citizen and the psychiatry take part, the psychiatry with consent. */
export interface StagePlan {
  readonly planId: string;
  readonly shard: number;
  readonly citizen: string;
  readonly coordinator: string;
  readonly psychiatrist: string;
  readonly leader: string;
}

export interface Stage {
  readonly dataSource: DataSource;
  readonly clock: StageClock;
  readonly record: PlanRecord;
  readonly mailbox: Mailbox;
  readonly log: object[];
  /** Forgets every notice and mail, and sets the clock to a Tuesday morning. */
  clear(): Promise<void>;
  /** A plan that has told everybody what it had to tell at its beginning. */
  plan(names?: Partial<Record<'psychiatrist' | 'coordinator', string>>): Promise<StagePlan>;
  /** Gives a command as the coordinator. */
  give(plan: StagePlan, command: PlanCommand): Promise<PlanState>;
  /** Gives a command as a person. */
  giveAs(personId: string, plan: StagePlan, command: PlanCommand): Promise<PlanState>;
  /** Performs the step that is due next. */
  performNext(plan: StagePlan): Promise<PlanState>;
  drain(plan: StagePlan, settings?: Partial<NoticeSettings>, smtpUrl?: string): Promise<string | null>;
  notices(plan: StagePlan): Promise<NoticeEntity[]>;
  stop(): Promise<void>;
}

export async function setStage(): Promise<Stage> {
  const postgres = await startPostgres();
  await migrate(postgres.url, { name: 'kiplan_application', password: 'kiplan' }, testVault.cipher);
  const dataSource = await createDataSource({
    url: postgres.applicationUrl,
    poolSize: 10,
    keys: testVault.keys,
  }).initialize();
  const mailbox = await startMailbox();
  const clock = new StageClock();
  const record = recordOn(dataSource, clock);
  const log: object[] = [];
  const note = (fields: object, message: string): void => void log.push({ ...fields, message });
  const stage: Stage = {
    dataSource,
    clock,
    record,
    mailbox,
    log,
    async clear() {
      await dataSource.query('DELETE FROM notices');
      mailbox.behave({});
      mailbox.clear();
      clock.set('2027-03-02T09:00:00.000Z');
    },
    async plan(names = {}) {
      const plan = await insertCast(dataSource, names);
      await stage.give(plan, startOf(plan, await organisationOf(dataSource, plan.coordinator)));
      await stage.give(plan, {
        type: 'addParticipant',
        participantId: 'psychiatry',
        personId: plan.psychiatrist,
        role: 'regionalPsychiatry',
        organisationId: await organisationOf(dataSource, plan.psychiatrist),
        channel: 'mail',
        wishedByCitizen: true,
      });
      await stage.give(plan, consentTo('psychiatry'));
      await dataSource.query('DELETE FROM notices');
      return plan;
    },
    give: (plan, command) => stage.giveAs(plan.coordinator, plan, command),
    async giveAs(personId, plan, command) {
      const context = { commandId: null, expectedSeq: null, origin: processOrigin(randomUUID()) };
      const actor = await actorOf(dataSource, personId);
      return (await record.execute(plan.planId, command, { actor, ...context })).state;
    },
    async performNext({ planId }) {
      const next = (await record.waitStateOf(planId))?.next ?? null;
      if (next === null) throw new Error('Nothing is due.');
      const { step, key } = next;
      const context = { commandId: null, expectedSeq: null, origin: processOrigin(randomUUID()) };
      const command = { type: 'performStep', step, key, tryNow: false } as const;
      return (await record.execute(planId, command, { actor: { kind: 'process' }, ...context })).state;
    },
    async drain({ shard }, settings = {}, smtpUrl = mailbox.url) {
      const transport = new MailTransport({ smtpUrl, requireTls: false, from: MAIL_FROM });
      const chosen = {
        publicUrl: PUBLIC_URL,
        mailFrom: MAIL_FROM,
        returnAddresses: null,
        batchSize: 50,
        times: { ...NOTICE_TIMES, lingerSeconds: 0 },
        ...settings,
      };
      const sink = { info: note, warn: note };
      const host = new NoticeActivitiesHost(dataSource, clock, record, transport, chosen, sink, testVault);
      try {
        return (await host.drainNotices({ shard })).nextDueAt;
      } finally {
        await transport.close();
      }
    },
    notices: ({ planId }) =>
      dataSource.manager.find(NoticeEntity, { where: { planId }, order: { createdAt: 'ASC', id: 'ASC' } }),
    async stop() {
      await mailbox.stop();
      await dataSource.destroy();
      await postgres.stop();
    },
  };
  return stage;
}

/** A mail server that takes a whole mail and then hangs up without a word. */
export async function startServerThatHangsUp(): Promise<{ url: string; stop(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    let inData = false;
    socket.on('error', () => socket.destroy());
    socket.write('220 ready\r\n');
    socket.on('data', (chunk) => {
      const text = chunk.toString('latin1');
      if (inData) {
        if (text.endsWith('\r\n.\r\n')) socket.destroy();
        return;
      }
      inData = text.startsWith('DATA');
      socket.write(inData ? '354 go on\r\n' : '250 ok\r\n');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => {
          resolve();
        });
      }),
  };
}

/** The first version is written, approved by citizen and psychiatry, and sent. */
export async function distributeFirstVersion(stage: Stage, plan: StagePlan): Promise<void> {
  for (const section of ['survey', 'challenges', 'followUp'] as const) {
    await stage.give(plan, { type: 'saveSection', section, baseRevision: 0, content: 'Søvn' });
  }
  const goalId = randomUUID();
  await stage.give(plan, { type: 'setGoal', goalId, title: 'Sove hele natten', priority: 1 });
  await stage.give(plan, {
    type: 'makeAgreement',
    agreementId: randomUUID(),
    goalId,
    title: 'Fast sengetid',
    responsibleParticipantId: 'psychiatry',
    dueDate: '2027-06-01',
    bindsAtOnce: false,
  });
  await stage.give(plan, { type: 'submitDraft' });
  await stage.giveAs(plan.citizen, plan, { type: 'approveDraft', participantId: 'citizen' });
  await stage.giveAs(plan.psychiatrist, plan, { type: 'approveDraft', participantId: 'psychiatry' });
  await stage.performNext(plan);
}

export function consentTo(participantId: string): PlanCommand {
  return {
    type: 'giveConsent',
    consentId: randomUUID(),
    grants: [
      {
        participantId,
        kinds: ['masterData', 'survey', 'challenges', 'goals', 'followUp', 'appointments'],
        purpose: 'coordination',
        from: '2027-03-01T00:00:00.000Z',
        to: '2028-02-20T00:00:00.000Z',
      },
    ],
    basis: 'adminAct28',
    manner: 'written',
    wordingVersion: '2026-1',
    givenBy: 'citizen',
    place: 'Ambulatoriet',
    helperPersonId: null,
    minutesSpent: 10,
  };
}

export function meetingOn(meetingId: string, from: Instant, kind: 'plan' | 'urgent' = 'plan'): PlanCommand {
  return {
    type: 'fixMeeting',
    meetingId,
    kind,
    optionId: null,
    from,
    to: addDuration(from, { hours: 1 }),
    mode: 'room',
    place: 'Lokale 3',
    chairParticipantId: null,
  };
}

async function insertCast(
  { manager }: DataSource,
  { coordinator = 'Lonni', psychiatrist = 'Rasmus' }: Partial<Record<string, string>>,
): Promise<StagePlan> {
  const planId = randomUUID();
  const own = await insertOrganisation(manager, 'Ambulatoriet');
  const leader = await insertPerson(manager, 'Else', own);
  await manager.update(OrganisationEntity, own, { leaderPersonId: leader });
  await manager.update(PersonEntity, leader, { organisationRoles: ['practitioner', 'teamLeader'] });
  const psychiatry = await insertOrganisation(manager, 'Psykiatrien');
  return {
    planId,
    shard: shardOf(planId),
    citizen: await insertCitizen(manager, 'Magnus'),
    coordinator: await insertPerson(manager, coordinator, own),
    psychiatrist: await insertPerson(manager, psychiatrist, psychiatry),
    leader,
  };
}

async function actorOf({ manager }: DataSource, personId: string): Promise<Actor> {
  const { organisationId } = await manager.findOneByOrFail(PersonEntity, { id: personId });
  const worksIn = organisationId === null ? [] : [organisationId];
  return { kind: 'person', personId, organisationId, organisationRoles: ['practitioner'], worksIn };
}

async function organisationOf({ manager }: DataSource, personId: string): Promise<string> {
  const { organisationId } = await manager.findOneByOrFail(PersonEntity, { id: personId });
  return organisationId ?? '';
}

function startOf({ planId, citizen, coordinator }: StagePlan, organisationId: string): PlanCommand {
  return {
    type: 'startPlan',
    planId,
    number: '',
    citizenPersonId: citizen,
    citizenOfAgeAt: null,
    citizenChannel: 'mail',
    grounds: ['severeMentalIllnessWithSubstanceUse'],
    courseType: 'coordinated',
    cluster: 'Nordsjælland',
    municipalityCode: '0219',
    department: 'Ambulatoriet',
    organisationId,
    coordinatorPersonId: coordinator,
    citizenAnswer: 'yes',
    answerManner: 'oral',
    policy: defaultPolicy,
  };
}
