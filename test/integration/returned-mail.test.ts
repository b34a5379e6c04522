/** Mail both ways, over SMTP: what goes out to a mail server, and what the mail server sends back. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
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
  calendarAnswer,
  type CalendarAnswer,
  deliveryReport,
  personalReply,
  vacationReply,
} from '../factories/returned-mails.js';
import { calendarEntry } from '../support/life-mails.js';
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
      take: (messageId, mail) => returns.take(messageId, mail),
      onDeferred: () => undefined,
    });
  }

  /** Sends something to a return address as a mail server does; the answer is 250, or the code of a refusal. */
  async function comesBack(to: string, raw: string, from = '', port = receiver.port): Promise<number> {
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
      expect(stage.log.at(-1)).toMatchObject({ why: 'unknownMail' });
      expect(await taskKinds()).toEqual([]);
    });
  });

  it.each([
    ['a vacation reply', vacationReply(PSYCHIATRIST), 'automatic'],
    ['what a person answers', personalReply(PSYCHIATRIST), 'personal'],
  ])('is dropped and counted when it is %s', async (_what, raw, why) => {
    await stage.give(plan, askPsychiatry);
    await drain();
    const { seq } = await state();
    const { from } = lastMailTo(PSYCHIATRIST).envelope;
    await comesBack(from, raw, PSYCHIATRIST);
    const counted = (stage.log.at(-1) as { dropped: number }).dropped;
    expect(await comesBack(from, raw, PSYCHIATRIST)).toBe(250);
    expect(stage.log.at(-1)).toEqual({
      why,
      code: null,
      dropped: counted + 1,
      message: 'a mail that came back was dropped',
    });
    expect((await state()).seq).toBe(seq);
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

    it('given twice is given once', async () => {
      await invite();
      const invitation = lastMailTo(PSYCHIATRIST);
      await answered(invitation, {});
      const { seq } = await state();
      expect(await answered(invitation, {})).toBe(250);
      expect((await state()).seq).toBe(seq);
    });

    it.each([
      ['from somebody else', { sender: CITIZEN }],
      ['for somebody else', { attendee: CITIZEN, sender: CITIZEN }],
      ['for somebody else, by whoever says to be the one', { attendee: CITIZEN, sender: PSYCHIATRIST }],
      ['to another meeting', { uid: `meeting-${randomUUID()}@${DOMAIN}` }],
      ['to another sequence', { sequence: 7 }],
    ] as [string, Partial<CalendarAnswer>][])('%s is none', async (_what, change) => {
      await invite();
      const { seq } = await state();
      expect(await answered(lastMailTo(PSYCHIATRIST), change)).toBe(250);
      expect((await state()).seq).toBe(seq);
    });

    it('that comes to the address of another person’s invitation is none', async () => {
      await invite();
      const { seq } = await state();
      const toCitizen = lastMailTo(CITIZEN);
      await answered(toCitizen, { attendee: PSYCHIATRIST, sender: PSYCHIATRIST });
      expect((await state()).seq).toBe(seq);
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
      const { seq } = await state();
      await answered(lastMailTo(PSYCHIATRIST), {});
      expect((await state()).seq).toBe(seq);
    });

    it('to a meeting that is cancelled is dropped, with the rule that says so', async () => {
      await invite();
      const invitation = lastMailTo(PSYCHIATRIST);
      await stage.give(plan, { type: 'cancelMeeting', meetingId, reason: 'Sygdom' });
      expect(await answered(invitation, {})).toBe(250);
      expect(stage.log.at(-1)).toMatchObject({ why: 'refused', code: 'MEETING.CANCELLED' });
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

    /** A calendar program answers a mail, to the organiser that its entry names. */
    async function answered(mail: ReceivedMail, change: Partial<CalendarAnswer>): Promise<number> {
      const answer: CalendarAnswer = {
        uid: `meeting-${plan.planId}-${meetingId}@${DOMAIN}`,
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
