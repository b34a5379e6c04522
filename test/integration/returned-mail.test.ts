/** Mail both ways, over SMTP: what goes out to a mail server, and what the mail server sends back. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { createTransport } from 'nodemailer';
import type { DataSource } from 'typeorm';
import { deliveryKey } from '../../libs/domain/distribution/distribution.types.js';
import type { PlanCommand, PlanState } from '../../libs/domain/plan/plan.types.js';
import { MailReceiver, ReturnAddresses } from '../../libs/mail/index.js';
import type { DeliveryAction } from '../../libs/mail/returned/delivery-status.js';
import { MailReturns } from '../../libs/notices/index.js';
import { createDataSource } from '../../libs/persistence/data-source.js';
import {
  CALENDAR_PROGRAMS,
  counterProposal,
  delegation,
  type ProgramAnswer,
} from '../factories/calendar-programs.js';
import {
  AWAY_REPLIES,
  awayReply,
  FAILURE_REPORTS,
  forwardedReport,
  WAY_REPORTS,
} from '../factories/mail-servers.js';
import {
  calendarAnswer,
  type CalendarAnswer,
  deliveryReport,
  personalReply,
  vacationReply,
} from '../factories/returned-mails.js';
import { calendarEntry, entryUidIn } from '../support/life-mails.js';
import type { ReceivedMail } from '../support/servers.js';
import { testVault } from '../support/test-vault.js';
import { insertPerson } from './people-rows.js';
import {
  distributeFirstVersion,
  meetingOn,
  setStage,
  type Stage,
  type StagePlan,
  startServerThatHangsUp,
} from './notice-stage.js';

const DOMAIN = 'example.dk';
const PSYCHIATRIST = 'rasmus@example.dk';
const CITIZEN = 'magnus@example.dk';
const SENDER = 'besked@example.dk';
const addresses = new ReturnAddresses([{ id: 'a', secret: Buffer.alloc(32, 1) }], DOMAIN);
const askPsychiatry: PlanCommand = {
  type: 'requestGathering',
  participantIds: ['psychiatry'],
  answerBy: null,
};

describe('mail that comes back', () => {
  let stage: Stage;
  let plan: StagePlan;
  let receiver: MailReceiver;

  beforeAll(async () => {
    stage = await setStage();
    receiver = await listen(stage.dataSource);
  }, 60_000);

  afterAll(async () => {
    await receiver.stop();
    await stage.stop();
  });

  beforeEach(async () => {
    await stage.clear();
    plan = await stage.plan();
  });

  function listen(database: DataSource): Promise<MailReceiver> {
    const note = (fields: object, message: string): void => void stage.log.push({ ...fields, message });
    const { clock, record } = stage;
    const log = { info: note, warn: note };
    const returns = new MailReturns({
      database,
      clock,
      record,
      contacts: testVault.contacts,
      domain: DOMAIN,
      log,
    });
    return MailReceiver.start({
      host: '127.0.0.1',
      port: 0,
      protocol: 'smtp',
      name: DOMAIN,
      tls: null,
      requireTls: false,
      addresses,
      take: (messageId, mail, identity) => returns.take(messageId, mail, identity),
      onDeferred: () => undefined,
    });
  }

  /** Sends something to a return address as a mail server does; the answer is 250, or the code of a refusal. */
  async function comesBack(
    to: string,
    raw: string | Buffer,
    from = '',
    port = receiver.port,
  ): Promise<number> {
    const transport = createTransport({ host: '127.0.0.1', port, ignoreTLS: true });
    try {
      await transport.sendMail({ envelope: { from, to: [to] }, raw });
      return 250;
    } catch (error) {
      return (error as { responseCode?: number }).responseCode ?? 0;
    } finally {
      transport.close();
    }
  }

  /** A mail server reports of a mail that it had taken. */
  async function reported(mail: ReceivedMail, action: DeliveryAction, port = receiver.port): Promise<number> {
    const [recipient = ''] = mail.envelope.to;
    const report = deliveryReport({ action, recipient, messageId: mail.parsed.messageId });
    return comesBack(mail.envelope.from, report, '', port);
  }

  async function drain(): Promise<void> {
    await stage.clock.pass(1);
    await stage.drain(plan, { returnAddresses: addresses });
  }

  function mailsTo(address: string): ReceivedMail[] {
    return stage.mailbox.mails.filter(({ envelope }) => envelope.to.includes(address));
  }

  function lastMailTo(address: string): ReceivedMail {
    const mail = mailsTo(address).at(-1);
    if (mail === undefined) throw new Error('There is no such mail.');
    return mail;
  }

  async function state(): Promise<PlanState> {
    const found = await stage.record.load(plan.planId);
    if (found === null) throw new Error('The plan is gone.');
    return found;
  }

  async function taskKinds(): Promise<string[]> {
    return Object.values((await state()).tasks).map(({ kind }) => kind);
  }

  const deliveryStatus = async (): Promise<string | undefined> =>
    (await state()).deliveries[deliveryKey(1, 'psychiatry')]?.status;

  describe('goes out with an address of its own', () => {
    it('under which it is known again, and asks for reports', async () => {
      await stage.give(plan, askPsychiatry);
      await drain();
      const mail = lastMailTo(PSYCHIATRIST);
      expect(addresses.messageIdOf(mail.envelope.from)).toBe(mail.parsed.messageId);
      expect(mail.reports).toEqual(['SUCCESS', 'FAILURE', 'DELAY']);
      expect(mail.parsed.from?.value[0]?.address).toBe(SENDER);
      expect(mail.raw).not.toContain(plan.planId.slice(0, 8) + '@');
    });
  });

  describe('as a report', () => {
    it('that it failed is a task for the coordinator, who is told', async () => {
      await stage.give(plan, askPsychiatry);
      await drain();
      expect(await reported(lastMailTo(PSYCHIATRIST), 'failed')).toBe(250);
      expect(await stage.notices(plan)).toMatchObject([
        { kind: 'gatheringRequest', status: 'refused', code: '5.1.1' },
        { kind: 'taskRaised', status: 'queued' },
      ]);
      expect(Object.values((await state()).tasks)).toMatchObject([
        { kind: 'addressFailed', participantId: 'psychiatry' },
      ]);
    });

    it('is about every notice that the mail told', async () => {
      await stage.give(plan, askPsychiatry);
      await stage.give(plan, {
        type: 'proposeMeeting',
        meetingId: randomUUID(),
        kind: 'plan',
        options: [{ optionId: 'a', from: '2027-03-20T09:00:00.000Z', to: '2027-03-20T10:00:00.000Z' }],
        answerBy: null,
        mode: 'room',
        place: 'Lokale 3',
      });
      await drain();
      expect(mailsTo(PSYCHIATRIST)).toHaveLength(1);
      await reported(lastMailTo(PSYCHIATRIST), 'failed');
      const own = (await stage.notices(plan)).filter(
        ({ recipient }) => recipient.kind === 'participant' && recipient.participantId === 'psychiatry',
      );
      expect(own.map(({ kind, status }) => [kind, status])).toEqual([
        ['gatheringRequest', 'refused'],
        ['meetingProposal', 'refused'],
      ]);
      expect(await taskKinds()).toEqual(['addressFailed']);
    });

    it('that it was delivered is what delivered may be claimed by', async () => {
      await distributeFirstVersion(stage, plan);
      await drain();
      expect(await deliveryStatus()).toBe('accepted');
      await reported(lastMailTo(PSYCHIATRIST), 'delivered');
      expect(await deliveryStatus()).toBe('delivered');
      const sent = (await stage.notices(plan)).filter(({ kind }) => kind === 'versionReady');
      expect(sent.map(({ status, deliveredAt }) => [status, deliveredAt !== null])).toContainEqual([
        'accepted',
        true,
      ]);
    });

    it('that a version failed keeps the duty open and visible', async () => {
      await distributeFirstVersion(stage, plan);
      await drain();
      await reported(lastMailTo(PSYCHIATRIST), 'failed');
      expect(await deliveryStatus()).toBe('failed');
      expect(await taskKinds()).toEqual(['deliveryFailed']);
    });

    it.each(['delayed', 'relayed', 'expanded'] as const)('that it was %s changes nothing', async (action) => {
      await stage.give(plan, askPsychiatry);
      await drain();
      const { seq } = await state();
      expect(await reported(lastMailTo(PSYCHIATRIST), action)).toBe(250);
      expect((await state()).seq).toBe(seq);
      expect((await stage.notices(plan))[0]).toMatchObject({ status: 'accepted' });
    });

    it.each(['failed', 'delivered'] as const)('that says %s twice says it once', async (action) => {
      await distributeFirstVersion(stage, plan);
      await drain();
      const mail = lastMailTo(PSYCHIATRIST);
      await reported(mail, action);
      const { seq } = await state();
      const notices = await stage.notices(plan);
      await stage.clock.pass(5);
      expect(await reported(mail, action)).toBe(250);
      expect((await state()).seq).toBe(seq);
      expect(await stage.notices(plan)).toEqual(notices);
    });

    it('that comes while the mail is still being handed over is not undone by it', async () => {
      await stage.give(plan, askPsychiatry);
      await stage.clock.pass(1);
      stage.mailbox.behave({ delay: 500 });
      const drained = stage.drain(plan, { returnAddresses: addresses });
      let messageId: string | null = null;
      while (messageId === null) {
        await pause(20);
        messageId = (await stage.notices(plan))[0]?.messageId ?? null;
      }
      const report = deliveryReport({ action: 'failed', recipient: PSYCHIATRIST });
      expect(await comesBack(addresses.addressOf(messageId), report)).toBe(250);
      await drained;
      expect((await stage.notices(plan))[0]).toMatchObject({ status: 'refused', code: '5.1.1' });
      expect(await taskKinds()).toEqual(['addressFailed']);
    });

    it('answers for a mail of which nobody knew whether it went', async () => {
      const server = await startServerThatHangsUp();
      await stage.give(plan, askPsychiatry);
      await stage.clock.pass(1);
      await stage.drain(plan, { returnAddresses: addresses }, server.url);
      await server.stop();
      expect(await taskKinds()).toEqual(['noticeUncertain']);
      const [uncertain] = await stage.notices(plan);
      const report = deliveryReport({ action: 'delivered', recipient: PSYCHIATRIST });
      await comesBack(addresses.addressOf(uncertain?.messageId ?? ''), report);
      expect(await taskKinds()).toEqual([]);
      expect((await stage.notices(plan))[0]).toMatchObject({ status: 'accepted' });
    });

    it('is asked for again while it cannot be put on record', async () => {
      await stage.give(plan, askPsychiatry);
      await drain();
      const mail = lastMailTo(PSYCHIATRIST);
      const gone = await createDataSource({
        url: String((stage.dataSource.options as { url?: string }).url),
        poolSize: 1,
        keys: null,
      }).initialize();
      await gone.destroy();
      const cutOff = await listen(gone);
      expect(await reported(mail, 'failed', cutOff.port)).toBe(451);
      await cutOff.stop();
      expect(await taskKinds()).toEqual([]);
      expect(await reported(mail, 'failed')).toBe(250);
      expect(await taskKinds()).toEqual(['addressFailed']);
    });

    it('to an address that somebody made up, or of another domain, is refused', async () => {
      await stage.give(plan, askPsychiatry);
      await drain();
      const { from } = lastMailTo(PSYCHIATRIST).envelope;
      const report = deliveryReport({ action: 'failed', recipient: PSYCHIATRIST });
      expect(
        await comesBack(
          from.replace(/\+./, (start) => (start === '+0' ? '+1' : '+0')),
          report,
        ),
      ).toBe(550);
      expect(await comesBack(from.replace(`@${DOMAIN}`, '@andet.example.dk'), report)).toBe(550);
      expect(await taskKinds()).toEqual([]);
    });

    it('about a mail that is not known any more is dropped', async () => {
      await stage.give(plan, askPsychiatry);
      await drain();
      const mail = lastMailTo(PSYCHIATRIST);
      await stage.dataSource.query('DELETE FROM notices');
      expect(await reported(mail, 'failed')).toBe(250);
      expect(stage.log.at(-1)).toMatchObject({ end: 'unknownMail' });
      expect(await taskKinds()).toEqual([]);
    });
  });

  it.each(Object.entries(FAILURE_REPORTS))('as %s reports a failure is a task', async (_name, server) => {
    await stage.give(plan, askPsychiatry);
    await drain();
    const { raw, sender } = server(PSYCHIATRIST);
    expect(await comesBack(lastMailTo(PSYCHIATRIST).envelope.from, raw, sender)).toBe(250);
    expect(await taskKinds()).toEqual(['addressFailed']);
    expect((await stage.notices(plan))[0]).toMatchObject({ kind: 'gatheringRequest', status: 'refused' });
  });

  it.each(Object.entries(WAY_REPORTS))(
    'as %s tells that it is on its way changes nothing',
    async (_name, server) => {
      await stage.give(plan, askPsychiatry);
      await drain();
      const { seq } = await state();
      const { raw, sender } = server(PSYCHIATRIST);
      expect(await comesBack(lastMailTo(PSYCHIATRIST).envelope.from, raw, sender)).toBe(250);
      expect(stage.log.at(-1)).toMatchObject({ end: 'underWay', message: 'a mail came back' });
      expect((await state()).seq).toBe(seq);
    },
  );

  it('is counted and nothing else when nobody wrote it', async () => {
    await stage.give(plan, askPsychiatry);
    await drain();
    const { seq } = await state();
    const { from } = lastMailTo(PSYCHIATRIST).envelope;
    await comesBack(from, vacationReply(PSYCHIATRIST), PSYCHIATRIST);
    const counted = (stage.log.at(-1) as { count: number }).count;
    const { raw, sender } = awayReply(AWAY_REPLIES['by Exchange'], PSYCHIATRIST);
    expect(await comesBack(from, raw, sender)).toBe(250);
    expect(stage.log.at(-1)).toEqual({
      end: 'automatic',
      kind: 'automatic',
      count: counted + 1,
      message: 'a mail came back',
    });
    expect((await state()).seq).toBe(seq);
  });

  describe('and is not understood', () => {
    const unreadable = `From: ${'x'.repeat(200_000)}`;

    it.each([
      ['what a person answers', personalReply(PSYCHIATRIST), PSYCHIATRIST, 'mailFromPerson'],
      ['a report that a person passes on', forwardedReport(PSYCHIATRIST).raw, PSYCHIATRIST, 'mailFromPerson'],
      ['a mail from nobody', personalReply(PSYCHIATRIST), '', 'mailNotUnderstood'],
      ['no mail at all', unreadable, PSYCHIATRIST, 'mailNotUnderstood'],
    ])('is a task with whom it is from, and the mail is not kept: %s', async (_what, raw, sender, kind) => {
      await stage.give(plan, askPsychiatry);
      await drain();
      const { from } = lastMailTo(PSYCHIATRIST).envelope;
      expect(await comesBack(from, raw, sender)).toBe(250);
      expect(stage.log.at(-1)).toMatchObject({ end: 'putBeforePerson' });
      const [task] = Object.values((await state()).tasks);
      expect(task).toMatchObject({ kind, participantId: 'psychiatry' });
      const { seq } = await state();
      expect(await comesBack(from, raw, sender)).toBe(250);
      expect((await state()).seq).toBe(seq);
      await stage.give(plan, { type: 'completeTask', taskId: task?.taskId ?? '', note: null });
      // The same mail once more, as from a server that missed our yes, is looked after.
      expect(await comesBack(from, `Received: from x.example\r\n${raw.toString()}`, sender)).toBe(250);
      expect(await taskKinds()).toEqual([]);
      expect(await comesBack(from, `Message-ID: <2@x.example>\r\n${raw.toString()}`, sender)).toBe(250);
      expect(await taskKinds()).toEqual([kind]);
    });

    it('belongs to nobody when the plan has ended, and is counted', async () => {
      await stage.give(plan, askPsychiatry);
      await drain();
      const { from } = lastMailTo(PSYCHIATRIST).envelope;
      await stage.give(plan, {
        type: 'endPlan',
        reason: 'citizenWithdrew',
        mergedIntoPlanId: null,
        note: null,
      });
      expect(await comesBack(from, personalReply(PSYCHIATRIST), PSYCHIATRIST)).toBe(250);
      expect(stage.log.at(-1)).toMatchObject({ end: 'planEnded' });
    });
  });

  describe('as an answer from a calendar', () => {
    const meetingId = randomUUID();
    const first = '2027-03-16T09:00:00.000Z';
    const second = '2027-03-17T12:00:00.000Z';

    it('is the answer of whom the invitation was for, as long as it is for the time that stands', async () => {
      await invite();
      const invitation = lastMailTo(PSYCHIATRIST);
      expect(organizerOf(invitation)).toBe(invitation.envelope.from);
      await answered(invitation, { partstat: 'ACCEPTED' });
      expect(await responseOf('psychiatry')).toBe('accepted');
      await answered(invitation, { partstat: 'DECLINED', stamp: '20270302T101500Z' });
      expect(await responseOf('psychiatry')).toBe('declined');

      await move();
      const change = lastMailTo(PSYCHIATRIST);
      expect(change).not.toBe(invitation);
      expect(organizerOf(change)).toBe(organizerOf(invitation));
      expect(await responseOf('psychiatry')).toBeNull();
      await answered(invitation, { partstat: 'ACCEPTED', stamp: '20270302T103000Z' });
      expect(await responseOf('psychiatry')).toBeNull();
      await answered(change, { partstat: 'TENTATIVE', sequence: 1, stamp: '20270302T104500Z' });
      expect(await responseOf('psychiatry')).toBe('tentative');
    });

    it('tells whoever runs mailboxes nothing by which two recipients of one meeting could be told to belong together', async () => {
      await invite();
      const mails = [lastMailTo(PSYCHIATRIST), lastMailTo(CITIZEN)];
      const [one, other] = mails.map(({ raw, parsed }) => {
        const [headers = ''] = raw.split(/\r?\n\r?\n/);
        const parts = parsed.attachments.map(({ content }) => content.toString('utf8'));
        const decoded = [headers, parsed.text, parsed.html, ...parts]
          .join('\n')
          .replaceAll(/\r?\n[ \t]/g, '');
        expect(decoded).not.toContain(plan.planId);
        expect(decoded).not.toContain(meetingId);
        return new Set(decoded.match(/[A-Za-z0-9_-]{16,}/g));
      });
      const shared = [...(one ?? [])].filter((word) => other?.has(word) === true);
      // What is left are times, and what mail programs write of themselves.
      expect(shared.filter((word) => /\d/.test(word) && !/^[0-9TZ-]+$|NmP/.test(word))).toEqual([]);
      expect(new Set(mails.map(entryUidIn)).size).toBe(2);
    });

    it('to an entry of an older release is known by the UID that it keeps', async () => {
      await invite();
      const older = `meeting-${plan.planId}-${meetingId}@${DOMAIN}`;
      await stage.dataSource.query('UPDATE notices SET entry_uid = NULL WHERE plan_id = $1', [plan.planId]);
      const invitation = lastMailTo(PSYCHIATRIST);
      await answered(invitation, { uid: older });
      expect(await responseOf('psychiatry')).toBe('accepted');
      await move();
      const change = lastMailTo(PSYCHIATRIST);
      expect(entryUidIn(change)).toBe(older);
      await answered(change, { partstat: 'DECLINED', sequence: 1, stamp: '20270302T104500Z' });
      expect(await responseOf('psychiatry')).toBe('declined');
    });

    it('given twice is given once', async () => {
      await invite();
      const invitation = lastMailTo(PSYCHIATRIST);
      await answered(invitation, {});
      const { seq } = await state();
      expect(await answered(invitation, {})).toBe(250);
      expect((await state()).seq).toBe(seq);
    });

    it.each(Object.entries(CALENDAR_PROGRAMS))('is taken as it is written by %s', async (_name, program) => {
      await invite();
      const mail = lastMailTo(PSYCHIATRIST);
      for (const [partstat, response] of [
        ['DECLINED', 'declined'],
        ['TENTATIVE', 'tentative'],
        ['ACCEPTED', 'accepted'],
      ] as const) {
        const { raw, sender } = program(programAnswer(mail, partstat));
        expect(await comesBack(organizerOf(mail), raw, sender)).toBe(250);
        expect(await responseOf('psychiatry')).toBe(response);
      }
      expect(await taskKinds()).toEqual([]);
    });

    it('counts as it comes, whatever the clocks say, and once however often it comes', async () => {
      await invite();
      const mail = lastMailTo(PSYCHIATRIST);
      const yes = CALENDAR_PROGRAMS.Thunderbird(programAnswer(mail, 'ACCEPTED'));
      const no = CALENDAR_PROGRAMS.Thunderbird({
        ...programAnswer(mail, 'DECLINED'),
        stamp: '20270301T080000Z',
      });
      for (const { raw, sender } of [yes, no]) await comesBack(organizerOf(mail), raw, sender);
      expect(await responseOf('psychiatry')).toBe('declined');
      await comesBack(organizerOf(mail), `Received: from x.example\r\n${yes.raw.toString()}`, yes.sender);
      expect(await responseOf('psychiatry')).toBe('declined');
    });

    it.each([
      ['DECLINED', 'declined'],
      ['ACCEPTED', 'tentative'],
      ['TENTATIVE', 'tentative'],
      ['NEEDS-ACTION', 'tentative'],
    ] as const)('that proposes another time with %s is no yes, and a task', async (partstat, response) => {
      await invite();
      const mail = lastMailTo(PSYCHIATRIST);
      const { raw, sender } = counterProposal(programAnswer(mail, partstat));
      await comesBack(organizerOf(mail), raw, sender);
      expect(await responseOf('psychiatry')).toBe(response);
      expect(await taskKinds()).toEqual(['newTimeWished']);
    });

    it('that sends somebody else is a no, and a task', async () => {
      await invite();
      const mail = lastMailTo(PSYCHIATRIST);
      const { raw, sender } = delegation(programAnswer(mail, 'DELEGATED'));
      await comesBack(organizerOf(mail), raw, sender);
      expect(await responseOf('psychiatry')).toBe('declined');
      expect(await taskKinds()).toEqual(['delegationWished']);
    });

    it('is taken by either form of an address, and with what is added to it', async () => {
      await invite();
      const mail = lastMailTo(PSYCHIATRIST);
      const answer = { ...programAnswer(mail, 'DECLINED'), attendee: PSYCHIATRIST.replace('@', '+moede@') };
      const { raw, sender } = CALENDAR_PROGRAMS.Thunderbird(answer);
      await comesBack(organizerOf(mail), raw, sender);
      expect(await responseOf('psychiatry')).toBe('declined');
    });

    it.each([
      ['for somebody else', { attendee: CITIZEN, sender: CITIZEN }],
      ['for somebody else, by whoever says to be the one', { attendee: CITIZEN, sender: PSYCHIATRIST }],
      ['to another meeting', { uid: `meeting-${randomUUID()}@${DOMAIN}` }],
      ['to another sequence', { sequence: 7 }],
    ] as [string, Partial<CalendarAnswer>][])(
      '%s is none, and put before the coordinator',
      async (_what, change) => {
        await invite();
        expect(await answered(lastMailTo(PSYCHIATRIST), change)).toBe(250);
        expect(stage.log.at(-1)).toMatchObject({ end: 'putBeforePerson' });
        expect([await responseOf('psychiatry'), await responseOf('citizen')]).toEqual([null, null]);
        expect(Object.values((await state()).tasks)).toMatchObject([
          { kind: 'calendarAnswerNotTaken', participantId: 'psychiatry' },
        ]);
      },
    );

    it('that comes to the address of another person’s invitation is none', async () => {
      await invite();
      await answered(lastMailTo(CITIZEN), { attendee: PSYCHIATRIST, sender: PSYCHIATRIST });
      expect([await responseOf('psychiatry'), await responseOf('citizen')]).toEqual([null, null]);
      expect(Object.values((await state()).tasks)).toMatchObject([
        { kind: 'calendarAnswerNotTaken', participantId: 'citizen' },
      ]);
    });

    it('of whoever does not stand for the party any more is none', async () => {
      await invite();
      await stage.give(plan, {
        type: 'replaceParticipant',
        participantId: 'psychiatry',
        personId: await insertPerson(
          stage.dataSource.manager,
          'Birte',
          (await state()).participants['psychiatry']?.organisationId,
        ),
        channel: 'mail',
      });
      await answered(lastMailTo(PSYCHIATRIST), { partstat: 'DECLINED' });
      expect(await responseOf('psychiatry')).not.toBe('declined');
      expect(await taskKinds()).toContain('calendarAnswerNotTaken');
    });

    it('of whoever works there no more is none, and told to the coordinator', async () => {
      await invite();
      const { personId } = (await state()).participants['psychiatry'] ?? {};
      await stage.dataSource.query('UPDATE people SET organisation_id = NULL WHERE id = $1', [personId]);
      await answered(lastMailTo(PSYCHIATRIST), { partstat: 'DECLINED' });
      expect(await responseOf('psychiatry')).not.toBe('declined');
      expect(await taskKinds()).toContain('calendarAnswerNotTaken');
    });

    it('to an older time is told to the coordinator', async () => {
      await invite();
      const invitation = lastMailTo(PSYCHIATRIST);
      await move();
      await answered(invitation, { partstat: 'DECLINED' });
      expect(await responseOf('psychiatry')).toBeNull();
      expect(await taskKinds()).toEqual(['calendarAnswerNotTaken']);
      await answered(lastMailTo(PSYCHIATRIST), { sequence: 1 });
      expect(await responseOf('psychiatry')).toBe('accepted');
    });

    it('to a meeting that is cancelled is told to the coordinator, with the rule that says so in the log', async () => {
      await invite();
      const invitation = lastMailTo(PSYCHIATRIST);
      await stage.give(plan, { type: 'cancelMeeting', meetingId, reason: 'Sygdom' });
      expect(await answered(invitation, {})).toBe(250);
      expect(stage.log.at(-2)).toMatchObject({ code: 'MEETING.CANCELLED' });
      expect(await taskKinds()).toEqual(['calendarAnswerNotTaken']);
    });

    it('goes where the entry always had it go, also when return addresses came later', async () => {
      await stage.give(plan, meetingOn(meetingId, first));
      await stage.performNext(plan);
      await stage.clock.pass(1);
      await stage.drain(plan);
      expect(organizerOf(lastMailTo(PSYCHIATRIST))).toBe(SENDER);
      await move();
      expect(organizerOf(lastMailTo(PSYCHIATRIST))).toBe(SENDER);
      expect(lastMailTo(PSYCHIATRIST).envelope.from).not.toBe(SENDER);
    });

    async function invite(): Promise<void> {
      await stage.give(plan, meetingOn(meetingId, first));
      await stage.performNext(plan);
      await drain();
    }

    async function move(): Promise<void> {
      await stage.give(plan, {
        type: 'moveMeeting',
        meetingId,
        from: second,
        to: second.replace(':00:00', ':45:00'),
        mode: 'room',
        place: 'Lokale 4',
        reason: 'Optaget',
      });
      await stage.performNext(plan);
      await drain();
    }

    function programAnswer(mail: ReceivedMail, partstat: ProgramAnswer['partstat']): ProgramAnswer {
      return {
        uid: entryUidIn(mail),
        sequence: 0,
        attendee: PSYCHIATRIST,
        partstat,
        stamp: '20270302T090500Z',
        organizer: organizerOf(mail),
      };
    }

    /** A calendar program answers a mail, to the organiser that its entry names. */
    async function answered(mail: ReceivedMail, change: Partial<CalendarAnswer>): Promise<number> {
      const answer: CalendarAnswer = {
        uid: entryUidIn(mail),
        sequence: 0,
        attendee: PSYCHIATRIST,
        partstat: 'ACCEPTED',
        stamp: '20270302T090500Z',
        ...change,
      };
      return comesBack(organizerOf(mail), calendarAnswer(answer), answer.sender ?? answer.attendee);
    }

    async function responseOf(participantId: string): Promise<string | null | undefined> {
      return (await state()).meetings[meetingId]?.invitations[participantId]?.response;
    }
  });

  it('comes to exactly one end, however broken it is', async () => {
    await stage.give(plan, askPsychiatry);
    await drain();
    const { from } = lastMailTo(PSYCHIATRIST).envelope;
    const mails = [
      ...Object.values(FAILURE_REPORTS).map((server) => server(PSYCHIATRIST)),
      ...Object.values(CALENDAR_PROGRAMS).map((program) =>
        program({
          uid: 'x',
          sequence: 0,
          attendee: PSYCHIATRIST,
          partstat: 'ACCEPTED',
          stamp: '20270302T090500Z',
          organizer: from,
        }),
      ),
    ];
    const ends = ['taken', 'putBeforePerson', 'automatic', 'underWay', 'unknownMail', 'planEnded'];
    const told = () =>
      (stage.log as { message?: string; end?: string }[]).filter(
        ({ message }) => message === 'a mail came back',
      );
    const broken = fc.sample(
      fc.tuple(fc.constantFrom(...mails), fc.nat({ max: 2_000 }), fc.nat({ max: 400 }), fc.boolean()),
      { numRuns: 60, seed: 7 },
    );
    for (const [{ raw, sender }, start, length, fromNobody] of broken) {
      const before = told().length;
      const cut = Buffer.concat([raw.subarray(0, start), raw.subarray(start + length)]);
      expect(await comesBack(from, cut.length === 0 ? '\r\n' : cut, fromNobody ? '' : sender)).toBe(250);
      expect(told().length).toBe(before + 1);
      expect(ends).toContain(told().at(-1)?.end);
    }
  }, 120_000);

  it('leaves no personal data in the log', () => {
    expect(stage.log.length).toBeGreaterThan(20);
    expect(JSON.stringify(stage.log)).not.toMatch(/@|Rasmus|Magnus|Lonni|Else|ferie/);
  });
});

/** The address to which the calendar entry of a mail has the answer sent. */
function organizerOf(mail: ReceivedMail): string {
  const entry = calendarEntry(mail);
  if (entry === null) throw new Error('There is no calendar entry.');
  const [event] = new ICAL.Component(ICAL.parse(entry) as unknown[]).getAllSubcomponents('vevent');
  return String(event?.getFirstPropertyValue('organizer')).replace(/^mailto:/i, '');
}
