import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { addDuration } from '../../libs/domain/calendar/index.js';
import { deliveryKey } from '../../libs/domain/distribution/distribution.types.js';
import type { PlanCommand, PlanState } from '../../libs/domain/plan/plan.types.js';
import { isAwake } from '../../libs/notices/index.js';
import { PersonEntity } from '../../libs/persistence/entities/index.js';
import { registerDeath } from '../../libs/record/register-death.js';
import { takeInRegisterNews } from '../../libs/record/register-news.js';
import { NOTICE_TIMES } from '../../libs/record/notice-times.js';
import type { ReceivedMail } from '../support/servers.js';
import {
  consentTo,
  distributeFirstVersion,
  meetingOn,
  PUBLIC_URL,
  setStage,
  type Stage,
  type StagePlan,
  startServerThatHangsUp,
} from './notice-stage.js';
import { testVault } from '../support/test-vault.js';
import { giveEmail } from './people-rows.js';

const askPsychiatry: PlanCommand = {
  type: 'requestGathering',
  participantIds: ['psychiatry'],
  answerBy: null,
};
const PSYCHIATRIST = 'rasmus@example.dk';
const COORDINATOR = 'lonni@example.dk';
const CITIZEN = 'magnus@example.dk';

describe('notices', () => {
  let stage: Stage;
  let plan: StagePlan;

  beforeAll(async () => {
    stage = await setStage();
  }, 60_000);

  afterAll(async () => {
    await stage.stop();
  });

  beforeEach(async () => {
    await stage.clear();
    plan = await stage.plan();
  });

  async function statuses(): Promise<string[]> {
    return (await stage.notices(plan)).map(({ kind, status }) => `${kind} ${status}`);
  }

  async function state(): Promise<PlanState> {
    const found = await stage.record.load(plan.planId);
    if (found === null) throw new Error('The plan is gone.');
    return found;
  }

  async function taskKinds(): Promise<string[]> {
    return Object.values((await state()).tasks).map(({ kind }) => kind);
  }

  /** What has come, by the address it was for. */
  function mailsTo(address: string): ReceivedMail[] {
    return stage.mailbox.mails.filter(({ envelope }) => envelope.to.includes(address));
  }

  /** The page to which the link of a mail leads somebody; null if it is another's, or there is none. */
  async function pageOf(
    mail: ReceivedMail | undefined,
    who: (one: PlanState) => string | null | undefined,
  ): Promise<string | null> {
    const [, token = ''] = new RegExp(`${PUBLIC_URL}/to/(\\S+)`).exec(mail?.parsed.text ?? '') ?? [];
    return testVault.cipher.paths.open(who(await state()) ?? '', token);
  }

  describe('are sent once', () => {
    it('a minute after they were queued, with a link and the last day', async () => {
      await stage.give(plan, askPsychiatry);
      expect(await stage.drain(plan)).toBe('2027-03-02T09:01:00.000Z');
      expect(stage.mailbox.mails).toHaveLength(0);
      await stage.clock.pass(1);
      expect(await stage.drain(plan)).toBeNull();
      const [mail] = mailsTo(PSYCHIATRIST);
      expect(mail?.parsed.subject).toBe('Du har en besked');
      expect(mail?.raw).not.toContain(plan.planId);
      expect(await pageOf(mail, (one) => one.participants['psychiatry']?.personId)).toBe(
        `plans/${plan.planId}`,
      );
      expect(mail?.parsed.text).toContain('16. marts 2027');
      expect(mail?.parsed.text).not.toContain('Magnus');
      expect(await stage.notices(plan)).toMatchObject([
        { status: 'accepted', sentAt: '2027-03-02T09:01:00.000Z', messageId: mail?.parsed.messageId },
      ]);
    });

    it('however often they are drained, also by two drains at once', async () => {
      const plans = [plan];
      while (plans.filter(({ shard }) => shard === plan.shard).length < 12) {
        plans.push(await stage.plan({ psychiatrist: `Rasmus${plans.length}` }));
      }
      const own = plans.filter(({ shard }) => shard === plan.shard);
      for (const one of own) await stage.give(one, askPsychiatry);
      await stage.clock.pass(1);
      stage.mailbox.behave({ delay: 20 });
      await Promise.all([
        stage.drain(plan, { batchSize: 3 }),
        stage.drain(plan, { batchSize: 3 }),
        stage.drain(plan),
      ]);
      await stage.drain(plan);
      const recipients = stage.mailbox.mails.flatMap(({ envelope }) => envelope.to);
      expect(recipients).toHaveLength(own.length);
      expect(new Set(recipients).size).toBe(own.length);
    });

    it('by the time a drain waits for, when one that died had not begun to send', async () => {
      await stage.give(plan, askPsychiatry);
      await stage.clock.pass(1);
      await stage.dataSource.query(
        "UPDATE notices SET status = 'claimed', claimed_by = 'dead', claimed_at = $2 WHERE plan_id = $1",
        [plan.planId, await stage.clock.now()],
      );
      expect(await stage.drain(plan)).toBe('2027-03-02T09:03:00.000Z');
      expect(stage.mailbox.mails).toHaveLength(0);
      await stage.clock.pass(2);
      expect(await stage.drain(plan)).toBeNull();
      expect(mailsTo(PSYCHIATRIST)).toHaveLength(1);
    });

    it('and shown as uncertain when one that died had begun to send', async () => {
      await stage.give(plan, askPsychiatry);
      await stage.clock.pass(1);
      await stage.dataSource.query(
        `UPDATE notices SET status = 'claimed', claimed_by = 'dead', claimed_at = $2, message_id = '<a@b>'
         WHERE plan_id = $1`,
        [plan.planId, await stage.clock.now()],
      );
      expect(await stage.drain(plan)).toBe('2027-03-02T09:16:00.000Z');
      await stage.clock.pass(15);
      await stage.drain(plan);
      await stage.drain(plan);
      expect(mailsTo(PSYCHIATRIST)).toHaveLength(0);
      expect(await stage.notices(plan)).toMatchObject([
        { kind: 'gatheringRequest', status: 'uncertain', code: 'NO_ANSWER' },
        { kind: 'taskRaised' },
      ]);
      expect(await taskKinds()).toEqual(['noticeUncertain']);
    });

    it('with the answer of the mail server kept when a drain died before it told the plan', async () => {
      await stage.give(plan, askPsychiatry);
      await stage.dataSource.query(
        `UPDATE notices SET status = 'claimed', claimed_by = 'dead', claimed_at = $2, message_id = '<a@b>',
           code = '550' WHERE plan_id = $1`,
        [plan.planId, await stage.clock.now()],
      );
      await stage.clock.pass(15);
      await stage.drain(plan);
      expect(await stage.notices(plan)).toMatchObject([{ status: 'refused', code: '550' }, {}]);
      expect(await taskKinds()).toEqual(['addressFailed']);
    });
  });

  describe('are judged at the moment of sending', () => {
    it('what is done meanwhile is moot', async () => {
      await stage.give(plan, askPsychiatry);
      await stage.give(plan, {
        type: 'answerGathering',
        participantId: 'psychiatry',
        answer: { kind: 'noPlan' },
      });
      await stage.clock.pass(1);
      await stage.drain(plan);
      expect(await statuses()).toContain('gatheringRequest moot');
      expect(mailsTo(PSYCHIATRIST)).toHaveLength(0);
    });

    it('a version is withheld from whoever lost the right to it, and the plan knows', async () => {
      await distributeFirstVersion(stage, plan);
      await stage.give(plan, { type: 'withdrawConsent', participantId: 'psychiatry' });
      await stage.clock.pass(1);
      await stage.drain(plan);
      expect(mailsTo(PSYCHIATRIST)).toHaveLength(0);
      expect(await pageOf(mailsTo(CITIZEN).at(-1), (one) => one.citizenPersonId)).toBe(
        `plans/${plan.planId}/versions/1`,
      );
      const { deliveries } = await state();
      expect(deliveries[deliveryKey(1, 'psychiatry')]?.status).toBe('withheld');
      expect(deliveries[deliveryKey(1, 'citizen')]?.status).toBe('accepted');
    });

    it('under the lock of the plan, so that nothing changes between the decision and the mark', async () => {
      await stage.give(plan, askPsychiatry);
      await stage.clock.pass(1);
      const command = stage.dataSource.createQueryRunner();
      await command.startTransaction();
      await command.query('SELECT 1 FROM plans WHERE id = $1 FOR NO KEY UPDATE', [plan.planId]);
      const drained = stage.drain(plan);
      await pause(300);
      const meanwhile = await statuses();
      await command.commitTransaction();
      await command.release();
      await drained;
      expect(meanwhile).toEqual(['gatheringRequest claimed']);
      expect(mailsTo(PSYCHIATRIST)).toHaveLength(1);
    });

    it('nobody is written to after their death', async () => {
      await distributeFirstVersion(stage, plan);
      await stage.dataSource.query(
        'UPDATE people SET deceased_at = now() WHERE id = (SELECT citizen_person_id FROM plans WHERE id = $1)',
        [plan.planId],
      );
      await stage.clock.pass(1);
      await stage.drain(plan);
      expect(mailsTo(CITIZEN)).toHaveLength(0);
      expect(mailsTo(PSYCHIATRIST).length).toBeGreaterThan(0);
    });

    it('what a death keeps back waits, and goes out once it is taken back', async () => {
      const register = async (deceased: boolean): Promise<void> => {
        const at = await stage.clock.now();
        await stage.dataSource.transaction((manager) => registerDeath(manager, plan.citizen, deceased, at));
        await takeInRegisterNews({ database: stage.dataSource, record: stage.record });
      };
      await distributeFirstVersion(stage, plan);
      await register(true);
      const earlier = stage.mailbox.mails.length;
      await stage.clock.pass(3 * 1_440);
      await stage.drain(plan);
      const meanwhile = stage.mailbox.mails.slice(earlier).flatMap(({ envelope }) => envelope.to);
      expect(meanwhile.filter((address) => address !== COORDINATOR)).toEqual([]);
      expect(await statuses()).toContain('versionReady queued');
      await register(false);
      await stage.clock.pass(1);
      await stage.drain(plan);
      expect(await statuses()).not.toContain('versionReady queued');
      expect(mailsTo(CITIZEN).length).toBeGreaterThan(0);
      expect(mailsTo(PSYCHIATRIST).length).toBeGreaterThan(0);
    });

    it('the person is looked up then', async () => {
      await stage.give(plan, askPsychiatry);
      await stage.dataSource.manager.update(PersonEntity, plan.psychiatrist, {
        language: 'en',
        protectedIdentity: true,
      });
      await giveEmail(stage.dataSource.manager, plan.psychiatrist, 'ny@example.dk');
      await stage.clock.pass(1);
      await stage.drain(plan);
      const [mail] = mailsTo('ny@example.dk');
      expect(mail?.parsed.subject).toBe('You have a message');
      expect(mail?.raw).not.toContain('Rasmus');
    });
  });

  describe('fail visibly', () => {
    it('451: tried again, and accepted in the end', async () => {
      await stage.give(plan, askPsychiatry);
      await stage.clock.pass(1);
      stage.mailbox.behave({ answer: () => 'fail-transiently' });
      expect(await stage.drain(plan)).toBe('2027-03-02T09:02:00.000Z');
      await stage.clock.pass(1);
      expect(await stage.drain(plan)).toBe('2027-03-02T09:07:00.000Z');
      expect(await stage.notices(plan)).toMatchObject([{ status: 'queued', attempts: 2, code: '451' }]);
      stage.mailbox.behave({});
      await stage.clock.pass(5);
      expect(await stage.drain(plan)).toBeNull();
      expect(mailsTo(PSYCHIATRIST)).toHaveLength(1);
      expect(await statuses()).toEqual(['gatheringRequest accepted']);
    });

    it('451 for days: given up, and a task', async () => {
      await stage.give(plan, askPsychiatry);
      await stage.clock.pass(1);
      stage.mailbox.behave({
        answer: (address) => (address === PSYCHIATRIST ? 'fail-transiently' : 'accept'),
      });
      for (let tries = 0; tries < 20 && (await stage.notices(plan))[0]?.status === 'queued'; tries += 1) {
        const next = await stage.drain(plan);
        if (next !== null) stage.clock.set(next);
      }
      expect((await stage.notices(plan))[0]).toMatchObject({ status: 'refused', code: '451', attempts: 10 });
      expect(await taskKinds()).toEqual(['addressFailed']);
    });

    it('550: a task for the coordinator, who is told', async () => {
      await stage.give(plan, askPsychiatry);
      await stage.clock.pass(1);
      stage.mailbox.behave({ answer: (address) => (address === PSYCHIATRIST ? 'refuse' : 'accept') });
      await stage.drain(plan);
      expect(await statuses()).toEqual(['gatheringRequest refused', 'taskRaised queued']);
      expect(Object.values((await state()).tasks)).toMatchObject([
        { kind: 'addressFailed', participantId: 'psychiatry' },
      ]);
      await stage.clock.pass(1);
      await stage.drain(plan);
      expect(await pageOf(mailsTo(COORDINATOR).at(0), (one) => one.coordinatorPersonId)).toBe(
        `plans/${plan.planId}/tasks`,
      );
    });

    it('cut off after the mail: uncertain, a task, and never sent again', async () => {
      const server = await startServerThatHangsUp();
      await stage.give(plan, askPsychiatry);
      await stage.clock.pass(1);
      await stage.drain(plan, {}, server.url);
      await server.stop();
      expect(await statuses()).toEqual(['gatheringRequest uncertain', 'taskRaised queued']);
      expect(await taskKinds()).toEqual(['noticeUncertain']);
      await stage.clock.pass(60);
      await stage.drain(plan);
      expect(mailsTo(PSYCHIATRIST)).toHaveLength(0);
    });

    it('nobody there: a server that cannot be reached holds nothing up and loses nothing', async () => {
      await stage.give(plan, askPsychiatry);
      await stage.clock.pass(1);
      const server = await startServerThatHangsUp();
      await server.stop();
      expect(await stage.drain(plan, {}, server.url)).toBe('2027-03-02T09:02:00.000Z');
      await stage.clock.pass(1);
      await stage.drain(plan);
      expect(mailsTo(PSYCHIATRIST)).toHaveLength(1);
    });

    it('no address: a task, and no end of tasks when it is the coordinator who has none', async () => {
      await giveEmail(stage.dataSource.manager, plan.psychiatrist, null);
      await giveEmail(stage.dataSource.manager, plan.coordinator, null);
      await stage.give(plan, askPsychiatry);
      for (let drains = 0; drains < 4; drains += 1) {
        await stage.clock.pass(1);
        await stage.drain(plan);
      }
      expect(await stage.notices(plan)).toMatchObject([
        { kind: 'gatheringRequest', status: 'refused', code: 'NO_ADDRESS' },
        { kind: 'taskRaised', status: 'refused', code: 'NO_ADDRESS' },
      ]);
      expect(await taskKinds()).toEqual(['addressFailed']);
    });

    it('a party without a leader: nobody is told beside the coordinator, and nothing is amiss', async () => {
      await stage.give(plan, askPsychiatry);
      await stage.clock.pass(1);
      await stage.drain(plan);
      stage.clock.set('2027-04-06T09:00:00.000Z');
      const kinds = async (): Promise<string[]> => (await stage.notices(plan)).map(({ kind }) => kind);
      for (let steps = 0; steps < 20 && !(await kinds()).includes('partyLeaderTold'); steps += 1) {
        await stage.performNext(plan);
      }
      await stage.clock.pass(1);
      await stage.drain(plan);
      expect(await statuses()).toEqual(
        expect.arrayContaining(['coordinatorTold accepted', 'partyLeaderTold moot']),
      );
      expect(await taskKinds()).toEqual([]);
    });

    it('a channel that is no mail any more: a task', async () => {
      await stage.give(plan, askPsychiatry);
      await stage.give(plan, { type: 'changeChannel', participantId: 'psychiatry', channel: 'letter' });
      await stage.clock.pass(1);
      await stage.drain(plan);
      expect((await stage.notices(plan))[0]).toMatchObject({ status: 'refused', code: 'NO_ADDRESS' });
      expect(await taskKinds()).toContain('addressFailed');
    });
  });

  describe('disturb nobody', () => {
    it('several to one person are one mail', async () => {
      for (const kind of ['meeting', 'pause'] as const) {
        await stage.give(plan, {
          type: 'makeRequest',
          requestId: kind,
          kind,
          words: 'Jeg vil gerne mødes',
          participantId: null,
        });
      }
      await stage.give(plan, { type: 'withdrawConsent', participantId: 'psychiatry' });
      await stage.clock.pass(1);
      await stage.drain(plan);
      const mails = mailsTo(COORDINATOR);
      expect(mails).toHaveLength(1);
      const rows = (await stage.notices(plan)).filter(({ recipient }) => recipient.kind === 'coordinator');
      expect(rows.length).toBeGreaterThan(2);
      expect(new Set(rows.map(({ messageId }) => messageId))).toEqual(new Set([mails[0]?.parsed.messageId]));
      expect(mails[0]?.parsed.html).toContain('<h2');
    });

    describe('and what comes due within a minute goes in one mail', () => {
      const wish = (requestId: string): PlanCommand => ({
        type: 'makeRequest',
        requestId,
        kind: requestId === 'pause' ? 'pause' : 'meeting',
        words: null,
        participantId: null,
      });

      async function at(instant: string, requestId: string): Promise<void> {
        stage.clock.set(instant);
        await stage.give(plan, wish(requestId));
      }

      it.each([
        ['that differ by milliseconds', '2027-03-02T09:00:10.000Z', '2027-03-02T09:00:10.012Z'],
        ['on both sides of a minute', '2027-03-02T09:00:59.997Z', '2027-03-02T09:01:00.004Z'],
        ['a minute apart', '2027-03-02T09:00:30.000Z', '2027-03-02T09:01:30.000Z'],
      ])('of due times %s', async (_which, first, second) => {
        await at(first, 'meeting');
        await at(second, 'pause');
        stage.clock.set(addDuration(first, { minutes: 1 }));
        await stage.drain(plan);
        expect(mailsTo(COORDINATOR)).toHaveLength(1);
        const told = await stage.notices(plan);
        expect(told.map(({ status }) => status)).toEqual(['accepted', 'accepted']);
        expect(new Set(told.map(({ messageId }) => messageId)).size).toBe(1);
        await stage.clock.pass(5);
        await stage.drain(plan);
        expect(mailsTo(COORDINATOR)).toHaveLength(1);
      });

      it('of plans that different dispatchers look after', async () => {
        let other = await stage.plan({ coordinator: 'Karen' });
        while (other.shard === plan.shard) other = await stage.plan({ coordinator: 'Karen' });
        await at('2027-03-02T09:00:00.000Z', 'meeting');
        stage.clock.set('2027-03-02T09:00:00.250Z');
        const to = '2027-03-19T15:00:00.000Z';
        const from = '2027-03-10T07:00:00.000Z';
        await stage.give(other, { type: 'appointDeputy', personId: plan.coordinator, from, to });
        stage.clock.set('2027-03-02T09:01:00.250Z');
        await Promise.all([stage.drain(plan), stage.drain(other)]);
        await Promise.all([stage.drain(plan), stage.drain(other)]);
        expect(mailsTo(COORDINATOR)).toHaveLength(1);
        expect((await stage.notices(other)).map(({ status }) => status)).toEqual(['accepted']);
      });

      it('except what a server would not take, which waits for its own time', async () => {
        stage.mailbox.behave({ answer: () => 'fail-transiently' });
        await at('2027-03-02T09:00:00.000Z', 'meeting');
        await stage.clock.pass(1);
        await stage.drain(plan);
        await stage.clock.pass(1);
        await stage.drain(plan);
        stage.mailbox.behave({});
        await at('2027-03-02T09:05:30.000Z', 'pause');
        await stage.clock.pass(1);
        expect(await stage.drain(plan)).toBe('2027-03-02T09:07:00.000Z');
        expect((await stage.notices(plan)).map(({ status }) => status)).toEqual(['queued', 'accepted']);
      });
    });

    it('what was done before it was told is not told', async () => {
      await stage.give(plan, {
        type: 'makeRequest',
        requestId: 'wish',
        kind: 'otherCoordinator',
        words: null,
        participantId: null,
      });
      await stage.give(plan, { type: 'answerRequest', requestId: 'wish', answer: 'granted', reason: 'Ja' });
      const [taskId = ''] = Object.keys((await state()).tasks);
      await stage.give(plan, { type: 'completeTask', taskId, note: null });
      await stage.clock.pass(1);
      await stage.drain(plan);
      expect(await statuses()).toEqual(['requestMade moot', 'requestAnswered accepted', 'taskRaised moot']);
      expect(mailsTo(COORDINATOR)).toHaveLength(0);
    });

    it('at night nothing goes, though what somebody has just done is not held back over a weekend', async () => {
      stage.clock.set('2027-03-05T19:00:00.000Z');
      await stage.give(plan, askPsychiatry);
      await stage.clock.pass(1);
      expect(await stage.drain(plan)).toBe('2027-03-06T06:00:00.000Z');
      expect(stage.mailbox.mails).toHaveLength(0);
      stage.clock.set('2027-03-06T06:00:00.000Z');
      await stage.drain(plan);
      expect(mailsTo(PSYCHIATRIST)).toHaveLength(1);
      expect((await stage.notices(plan))[0]).toMatchObject({ attempts: 0 });
    });

    it('reminders wait for the next working day', async () => {
      await stage.give(plan, askPsychiatry);
      await stage.clock.pass(1);
      await stage.drain(plan);
      stage.clock.set('2027-04-03T09:00:00.000Z');
      await stage.performNext(plan);
      await stage.clock.pass(1);
      await stage.drain(plan);
      expect(mailsTo(PSYCHIATRIST)).toHaveLength(1);
      stage.clock.set('2027-04-05T09:00:00.000Z');
      await stage.drain(plan);
      expect(mailsTo(PSYCHIATRIST)).toHaveLength(2);
    });

    it('but an urgent meeting is told of at once', async () => {
      stage.clock.set('2027-03-05T19:00:00.000Z');
      await stage.give(plan, meetingOn(randomUUID(), '2027-03-06T10:00:00.000Z', 'urgent'));
      await stage.performNext(plan);
      await stage.clock.pass(1);
      await stage.drain(plan);
      expect(mailsTo(PSYCHIATRIST)).toHaveLength(1);
    });
  });

  describe('to a deputy', () => {
    const until = '2027-03-19T15:00:00.000Z';
    const deputyMails = (): ReceivedMail[] => mailsTo('rasmus@example.dk');
    const appoint = (from: string): Promise<PlanState> =>
      stage.give(plan, { type: 'appointDeputy', personId: plan.psychiatrist, from, to: until });

    async function sent(): Promise<string[]> {
      await stage.clock.pass(1);
      await stage.drain(plan);
      return deputyMails().map(({ parsed }) => parsed.text ?? '');
    }

    it('say from when until when, that it begins, and that it ends early', async () => {
      await appoint('2027-03-10T07:00:00.000Z');
      const [appointed] = await sent();
      expect(appointed).toContain('onsdag den 10. marts 2027 kl. 08.00');
      expect(appointed).toContain('fredag den 19. marts 2027 kl. 16.00');
      stage.clock.set('2027-03-10T07:00:00.000Z');
      while ((await state()).deputy?.begun === false) await stage.performNext(plan);
      expect((await sent()).at(-1)).toContain('Nu træder du til for en kollega');
      await stage.give(plan, { type: 'dismissDeputy' });
      expect((await sent()).at(-1)).toContain('Du træder ikke længere til for en kollega');
      expect(deputyMails()).toHaveLength(3);
    });

    it('say nothing of what ended before they were told of it', async () => {
      await appoint('2027-03-10T07:00:00.000Z');
      await stage.give(plan, { type: 'dismissDeputy' });
      expect(await sent()).toEqual([]);
      expect((await stage.notices(plan)).map(({ status }) => status)).toEqual(['moot', 'moot']);
    });
  });

  describe('about meetings', () => {
    const meetingId = randomUUID();
    const first = '2027-03-16T09:00:00.000Z';
    const second = '2027-03-17T12:00:00.000Z';

    it('keep one entry through invitation, change and cancellation', async () => {
      await invite();
      await move(second);
      await stage.give(plan, { type: 'cancelMeeting', meetingId, reason: 'Sygdom' });
      await stage.clock.pass(1);
      await stage.drain(plan);
      const mails = mailsTo(PSYCHIATRIST);
      const entries = mails.map(entryOf);
      expect(entries.map(({ method, sequence, start }) => ({ method, sequence, start }))).toEqual([
        { method: 'REQUEST', sequence: 0, start: first },
        { method: 'REQUEST', sequence: 1, start: second },
        { method: 'CANCEL', sequence: 2, start: second },
      ]);
      expect(new Set(entries.map(({ uid }) => uid)).size).toBe(1);
      expect(new Set(mails.map(({ parsed }) => String(parsed.references))).size).toBe(1);
      expect(mails[1]?.parsed.text).toContain('13.00');
      expect(entries.map(({ place }) => place)).toEqual(['Lokale 3', 'Lokale 4', null]);
    });

    it('a cancellation carries the time that its recipient was told last, not a newer one', async () => {
      await invite();
      await stage.give(plan, moved(second));
      await stage.give(plan, { type: 'cancelMeeting', meetingId, reason: 'Sygdom' });
      await stage.clock.pass(1);
      await stage.drain(plan);
      const entries = mailsTo(PSYCHIATRIST).map(entryOf);
      expect(entries.map(({ method, start }) => ({ method, start }))).toEqual([
        { method: 'REQUEST', start: first },
        { method: 'CANCEL', start: first },
      ]);
    });

    it('a cancellation to somebody who got no invitation is moot', async () => {
      await stage.give(plan, meetingOn(meetingId, first));
      await stage.performNext(plan);
      await stage.give(plan, { type: 'cancelMeeting', meetingId, reason: 'Sygdom' });
      await stage.clock.pass(1);
      await stage.drain(plan);
      expect((await statuses()).filter((one) => one.startsWith('meeting'))).toEqual([
        'meetingInvitation moot',
        'meetingInvitation moot',
        'meetingCancellation moot',
        'meetingCancellation moot',
      ]);
      expect(mailsTo(PSYCHIATRIST)).toHaveLength(0);
    });

    it('a change to somebody who got no invitation invites', async () => {
      await stage.give(plan, meetingOn(meetingId, first));
      await stage.performNext(plan);
      await move(second);
      const [mail, ...others] = mailsTo(PSYCHIATRIST);
      expect(others).toEqual([]);
      expect(mail?.parsed.text).toContain('Du er inviteret til et møde');
      expect(mail === undefined ? null : entryOf(mail)).toMatchObject({ method: 'REQUEST', sequence: 1 });
    });

    it('whoever loses the right to know is taken out at once, also at night', async () => {
      await invite();
      stage.clock.set('2027-03-05T22:00:00.000Z');
      await stage.give(plan, { type: 'withdrawConsent', participantId: 'psychiatry' });
      await stage.clock.pass(1);
      await stage.drain(plan);
      expect(mailsTo(PSYCHIATRIST).map((mail) => entryOf(mail).method)).toEqual(['REQUEST', 'CANCEL']);
      expect(mailsTo(CITIZEN)).toHaveLength(1);
    });

    it('a right that was given, taken and given again at night makes one invitation, the newest', async () => {
      await stage.give(plan, { type: 'withdrawConsent', participantId: 'psychiatry' });
      stage.clock.set('2027-03-05T19:00:00.000Z');
      await stage.give(plan, meetingOn(meetingId, first));
      await stage.performNext(plan);
      for (const command of [
        consentTo('psychiatry'),
        { type: 'withdrawConsent', participantId: 'psychiatry' } as const,
        consentTo('psychiatry'),
      ]) {
        await stage.giveAs(plan.citizen, plan, command);
        if (command.type === 'giveConsent') await stage.performNext(plan);
        await stage.clock.pass(0.01);
      }
      await stage.clock.pass(1);
      await stage.drain(plan);
      stage.clock.set('2027-03-06T06:00:00.000Z');
      await stage.drain(plan);
      const entries = mailsTo(PSYCHIATRIST).map(entryOf);
      expect(entries.map(({ method, sequence }) => ({ method, sequence }))).toEqual([
        { method: 'REQUEST', sequence: 2 },
      ]);
    });

    it('an invitation that was withdrawn and sent anew ends in every calendar as the newest', async () => {
      await invite();
      await stage.give(plan, { type: 'withdrawConsent', participantId: 'psychiatry' });
      await stage.clock.pass(1);
      await stage.drain(plan);
      await stage.giveAs(plan.citizen, plan, consentTo('psychiatry'));
      await stage.performNext(plan);
      await stage.clock.pass(1);
      await stage.drain(plan);
      const entries = mailsTo(PSYCHIATRIST).map(entryOf);
      expect(entries.map(({ method, sequence }) => ({ method, sequence }))).toEqual([
        { method: 'REQUEST', sequence: 0 },
        { method: 'CANCEL', sequence: 1 },
        { method: 'REQUEST', sequence: 2 },
      ]);
    });

    async function invite(): Promise<void> {
      await stage.give(plan, meetingOn(meetingId, first));
      await stage.performNext(plan);
      await stage.clock.pass(1);
      await stage.drain(plan);
    }

    async function move(to: string): Promise<void> {
      await stage.give(plan, moved(to));
      await stage.performNext(plan);
      await stage.clock.pass(1);
      await stage.drain(plan);
    }

    function moved(from: string): PlanCommand {
      const to = from.replace(':00:00', ':45:00');
      return { type: 'moveMeeting', meetingId, from, to, mode: 'room', place: 'Lokale 4', reason: 'Optaget' };
    }
  });

  describe('are waited for', () => {
    it('by a drain that is awake: what is queued is sent without a poke', async () => {
      stage.clock.run();
      const drained = stage.drain(plan, { times: { ...NOTICE_TIMES, lingerSeconds: 2 } });
      await pause(700);
      const awake = await isAwake(stage.dataSource, plan.shard, await stage.clock.now());
      await stage.give(plan, askPsychiatry);
      await stage.dataSource.transaction(async (manager) => {
        await manager.query('UPDATE notices SET due_at = created_at WHERE plan_id = $1', [plan.planId]);
        await manager.query("SELECT pg_notify('notices', $1)", [String(plan.shard)]);
      });
      await stage.mailbox.waitForMails(1, 1_500);
      expect(await drained).toBeNull();
      expect(awake).toBe(true);
      expect(await isAwake(stage.dataSource, plan.shard, await stage.clock.now())).toBe(false);
    });

    it('by a drain that has become deaf, which looks again by itself', async () => {
      stage.clock.run();
      const drained = stage.drain(plan, { times: { ...NOTICE_TIMES, lingerSeconds: 3, soonSeconds: 1 } });
      await pause(500);
      const [ended] = await stage.dataSource.query<{ pid: number }[]>(
        `SELECT pid, pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE usename = current_user AND query = 'LISTEN notices'`,
      );
      await stage.give(plan, askPsychiatry);
      await stage.dataSource.query('UPDATE notices SET due_at = created_at WHERE plan_id = $1', [
        plan.planId,
      ]);
      await stage.mailbox.waitForMails(1, 2_000);
      expect(await drained).toBeNull();
      expect(ended).toBeDefined();
    });

    it('and is sent by the next drain when one has lasted long enough', async () => {
      stage.clock.run();
      const times = { ...NOTICE_TIMES, lingerSeconds: 5, soonSeconds: 2, longestSeconds: 0.5 };
      const drained = stage.drain(plan, { times });
      await pause(200);
      await stage.give(plan, askPsychiatry);
      await stage.dataSource.query(
        "UPDATE notices SET due_at = created_at + interval '1 second' WHERE plan_id = $1",
        [plan.planId],
      );
      const next = await drained;
      expect(next !== null && next <= (await stage.clock.now())).toBe(true);
      expect(stage.mailbox.mails).toHaveLength(0);
      await stage.drain(plan, { times: { ...times, longestSeconds: 3, lingerSeconds: 1 } });
      expect(mailsTo(PSYCHIATRIST)).toHaveLength(1);
    });
  });

  it('leave no personal data in the log', () => {
    expect(stage.log.length).toBeGreaterThan(10);
    expect(JSON.stringify(stage.log)).not.toMatch(/@|Rasmus|Magnus|Lonni|Else/);
  });
});

/** The calendar entry of a mail, whose MIME part must name the same method. */
function entryOf({ parsed, raw }: ReceivedMail): {
  method: string;
  uid: string;
  sequence: number;
  start: string;
  place: string | null;
} {
  const part = parsed.attachments.find(
    ({ contentType }) => contentType === 'text/calendar' || contentType === 'application/ics',
  );
  const text = part?.content.toString('utf8') ?? '';
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined);
  const method = String(calendar.getFirstPropertyValue('method'));
  expect(raw).toMatch(new RegExp(`text/calendar[^\\n]*(\\n\\s[^\\n]*)*method="?${method}`, 'i'));
  return {
    method,
    uid: event.uid,
    sequence: event.sequence,
    start: event.startDate.toJSDate().toISOString(),
    place: calendar.getFirstSubcomponent('vevent')?.hasProperty('location') === true ? event.location : null,
  };
}
