/**
 * The three lives from beginning to end: HTTP, database, workflow and mail as in production, on a clock of their own.
 * What people do is in test/scenarios; here it is looked at what the system did by itself, and what people got.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CastName } from '../../apps/local/demonstration/cast.js';
import { castMember } from '../../apps/local/demonstration/cast.js';
import { planWorkflowId, type WaitState, waitStateQuery } from '../../libs/contracts/index.js';
import { daysBetween, copenhagenDate } from '../../libs/domain/calendar/index.js';
import { revealsCourse } from '../../libs/mail/index.js';
import { participantIdOf } from '../scenarios/desk/desk-part.js';
import type { Life } from '../scenarios/life.js';
import { play } from '../scenarios/player.js';
import { type ThreeLives, threeLives } from '../scenarios/three-lives.js';
import { calendarEntry, mailsOf, mailsTo, methodOf } from '../support/life-mails.js';
import type { ReceivedMail } from '../support/mailbox.js';
import { ToldStory } from '../support/told-story.js';
import { startVirtualSystem, type VirtualSystem } from '../support/virtual-system.js';
import { historyFigures } from '../support/workflow-history.js';

describe('three lives over 26 months', () => {
  let system: VirtualSystem;
  let lives: ThreeLives;
  /** What the process of the plan without a coordinator shows, when the team leader looks for it. */
  let vacant: WaitState | null = null;

  beforeAll(async () => {
    system = await startVirtualSystem();
    lives = threeLives(await system.clock.now());
    const all = [lives.sixMeetings, lives.withdrawn, lives.nobody];
    const unreachable = all.flatMap((life) => life.unreachable).map((name) => castMember(name).email);
    system.mailbox.behave({ answer: (address) => (unreachable.includes(address) ? 'refuse' : 'accept') });
    await play(all, system.world, system, lives.until, async ({ act, life }) => {
      if (life === lives.nobody && act.who === 'hejre' && vacant === null) vacant = await shownBy(life);
    });
  }, 300_000);

  afterAll(() => system.stop());

  const shownBy = (life: Life): Promise<WaitState | null> =>
    system.client.workflow.getHandle(planWorkflowId(life.planId)).query(waitStateQuery);
  const told = (life: Life): Promise<ToldStory> => ToldStory.of(system.database, system.vault, life.planId);
  const mails = (name: CastName): ReceivedMail[] => mailsTo(system.mailbox.mails, name);
  const sentAt = ({ parsed }: ReceivedMail): string => parsed.date?.toISOString() ?? '';

  describe('six meetings, twelve people', () => {
    let story: ToldStory;
    const clinic = (): string => participantIdOf(lives.sixMeetings, 'svale');

    beforeAll(async () => {
      story = await told(lives.sixMeetings);
    });

    it('reminds the clinic three times, tells the coordinator and its leader, and takes the late answer', () => {
      expect(story.steps('remindParty').map(({ data }) => data['ref'])).toEqual(
        Array(3).fill(`gatheringAnswer:${clinic()}:1`),
      );
      expect(story.sent('gatheringReminder', clinic())).toHaveLength(3);
      expect(story.steps('escalateSilence')).toHaveLength(1);
      const toLeader = story.notices.filter(({ recipient }) => recipient.kind === 'partyLeader');
      expect(toLeader.map(({ kind, status }) => [kind, status])).toEqual([['partyLeaderTold', 'accepted']]);
      expect(mails('ibis')).toHaveLength(1);
      // What the team leader is told goes to who leads the organisation that keeps the plan.
      expect(mails('falk').length).toBeGreaterThan(0);
      const answered = story.one('gatheringAnswered', { participantId: clinic() });
      const [request] = story.all('gatheringRequested', { participantId: clinic() });
      expect(answered.data).toMatchObject({ late: true });
      expect(
        daysBetween(copenhagenDate(String(request?.data['deadline'])), copenhagenDate(answered.at)),
      ).toBe(13);
    });

    it('holds six meetings with five follow-ups, the first with five parties, later with twelve people', () => {
      expect(story.all('attendanceRecorded')).toHaveLength(6);
      expect(story.all('followUpOpened').map(({ data }) => data['cycle'])).toEqual([1, 2, 3, 4, 5]);
      expect(story.all('followUpOpened').every(({ by }) => by === 'process')).toBe(true);
      expect(story.all('followUpClosed')).toHaveLength(5);
      const invited = story.all('participantsInvited').map(({ data }) => data['participantIds'] as string[]);
      expect(invited.map((ids) => ids.length)).toEqual([6, 6, 12, 12, 12, 12]);
    });

    it('approves two versions, the second after an objection, and sends each to everyone', () => {
      expect(story.all('versionLocked').map(({ data }) => data)).toMatchObject([
        { version: 1, gaps: [] },
        { version: 2, gaps: [] },
      ]);
      expect(story.all('draftObjected')).toHaveLength(1);
      const orders = (version: number): number =>
        story
          .all('versionDistributed', { version })
          .reduce((sum, { data }) => sum + (data['orders'] as unknown[]).length, 0);
      expect([orders(1), orders(2)]).toEqual([12, 12]);
    });

    it('asks for the consents before each year is over, and they are renewed: nobody loses the right', () => {
      expect(story.steps('askConsentRenewal')).toHaveLength(2);
      expect(story.sent('consentRenewal', 'citizen')).toHaveLength(2);
      expect(story.all('invitationWithdrawn')).toEqual([]);
      expect(story.all('consentConfirmed')).toHaveLength(2);
    });

    it('changes the coordinator once, from the counsellor to the job consultant', () => {
      expect(story.all('handoverAccepted').map(({ data }) => data)).toMatchObject([
        { personId: castMember('lærke').id, formerPersonId: castMember('ravn').id },
      ]);
    });

    it('ends every agreement, and the course as completed', () => {
      const outcomes = story.all('agreementEnded').map(({ data }) => data['outcome']);
      expect([...outcomes].sort()).toEqual([
        'changed',
        'dropped',
        'kept',
        'kept',
        'kept',
        'kept',
        'kept',
        'late',
      ]);
      expect(story.one('planEnded').data).toMatchObject({ reason: 'completed' });
    });
  });

  describe('consent withdrawn midway', () => {
    let story: ToldStory;
    let withdrawnAt: string;
    const jobCentre = (): string => participantIdOf(lives.withdrawn, 'gøg');

    beforeAll(async () => {
      story = await told(lives.withdrawn);
      withdrawnAt = story.one('consentWithdrawn', { participantId: jobCentre() }).at;
    });

    it('has sent the job centre the first version, which stays on record', () => {
      expect(story.sent('versionReady', jobCentre())).toHaveLength(1);
      expect(story.all('deliveryRecorded', { participantId: jobCentre() })).not.toHaveLength(0);
    });

    it('sends the job centre nothing from that second on but the cancellation in its calendar', () => {
      const later = mails('gøg').filter((mail) => sentAt(mail) >= withdrawnAt);
      expect(later).toHaveLength(1);
      const [cancellation] = later;
      const entry = cancellation === undefined ? null : calendarEntry(cancellation);
      expect(methodOf(entry ?? '')).toBe('CANCEL');
      expect(revealsCourse(`${cancellation?.parsed.subject ?? ''} ${cancellation?.parsed.text ?? ''}`)).toBe(
        false,
      );
      expect(story.all('invitationWithdrawn', { participantId: jobCentre() })).toHaveLength(1);
    });

    it('holds the second meeting without the job centre', () => {
      const second = story.all('attendanceRecorded')[1];
      const attended = second?.data['attendance'] as { participantId: string }[];
      expect(attended.map(({ participantId }) => participantId)).not.toContain(jobCentre());
      expect(attended).toHaveLength(3);
      expect(story.sent('agenda', 'citizen')).toHaveLength(1);
      expect(story.sent('agenda', jobCentre())).toEqual([]);
    });

    it('asks for the remaining consents in time, twice, and lets them lapse at the very instant', () => {
      const [asked] = story.steps('askConsentRenewal');
      const expired = story.all('consentExpired');
      expect(expired).toHaveLength(2);
      expect(story.steps('escalateConsentRenewal')).toHaveLength(1);
      expect(story.sent('consentRenewal', 'citizen')).toHaveLength(2);
      const end = expired[0]?.at ?? '';
      expect(daysBetween(copenhagenDate(asked?.at ?? ''), copenhagenDate(end))).toBeGreaterThanOrEqual(40);
      const grantedTo = (story.one('consentGiven').data['grants'] as { to: string }[]).map(({ to }) => to);
      expect(Date.parse(end) - Date.parse(grantedTo[0] ?? '')).toBeLessThan(60_000);
    });

    it('tells those whose consent lapsed nothing more but the cancellation', () => {
      const [expired] = story.all('consentExpired');
      for (const name of ['ugle', 'spurv'] as const) {
        const later = mails(name).filter((mail) => sentAt(mail) >= (expired?.at ?? ''));
        expect(later.map((mail) => methodOf(calendarEntry(mail) ?? ''))).toEqual(['CANCEL']);
      }
    });
  });

  describe('nobody answers', () => {
    let story: ToldStory;
    const id = (name: CastName): string => participantIdOf(lives.nobody, name);

    beforeAll(async () => {
      story = await told(lives.nobody);
    });

    it.each(['spætte', 'regnspove'] as const)(
      'chases %s with every reminder, then tells the leader',
      (name) => {
        expect(story.steps('remindParty', id(name))).toHaveLength(3);
        expect(story.steps('escalateSilence', id(name))).toHaveLength(1);
        expect(story.steps('escalateToPartyLeader', id(name))).toHaveLength(1);
        expect(mails(name === 'spætte' ? 'trane' : 'tårnfalk')).toHaveLength(1);
      },
    );

    it('reminds nobody who has answered', () => {
      expect(story.steps('remindParty', id('due'))).toEqual([]);
      expect(story.steps('remindParty', id('bogfinke'))).toEqual([]);
    });

    it('makes a task of the address that does not exist', () => {
      expect(system.mailbox.attempts).toContain(castMember('bogfinke').email);
      expect(mails('bogfinke')).toEqual([]);
      expect(story.one('taskRaised', { kind: 'addressFailed' }).data).toMatchObject({
        participantId: id('bogfinke'),
      });
    });

    it('tells the team leader at once that nobody coordinates, and again until somebody is named', () => {
      const resigned = story.one('coordinatorResigned');
      const named = story.one('coordinatorNamed');
      expect(story.steps('remindTeamLeader')).toHaveLength(2);
      const meanwhile = story.notices.filter(
        ({ createdAt, recipient }) =>
          recipient.kind === 'teamLeader' && resigned.at <= createdAt && createdAt < named.at,
      );
      expect(meanwhile.length).toBeGreaterThanOrEqual(3);
      expect(meanwhile.every(({ status }) => status === 'accepted')).toBe(true);
      const toNobody = story.notices.filter(
        ({ createdAt, recipient }) =>
          recipient.kind === 'coordinator' && resigned.at <= createdAt && createdAt < named.at,
      );
      expect(toNobody).toEqual([]);
    });

    it('shows the administrator on whom the plan waits, and since when', () => {
      expect(vacant?.coordinator).toBeNull();
      expect(vacant?.overdueFor).toContain('coordinatorNamed');
      expect(vacant?.waitingOn).toContain('teamLeader');
      expect(vacant?.overdueSince).not.toBeNull();
    });

    it('locks the version with the gap of those who stayed silent', () => {
      const gaps = story.one('versionLocked').data['gaps'] as string[];
      expect([...gaps].sort()).toEqual([id('spætte'), id('regnspove')].sort());
    });
  });

  describe('in every life', () => {
    const each = (): Life[] => [lives.sixMeetings, lives.withdrawn, lives.nobody];

    it('is nobody reminded of what is done, and of nothing twice', async () => {
      for (const life of each()) {
        const story = await told(life);
        const keys = story.all('stepPerformed').map(({ data }) => data['key']);
        expect(new Set(keys).size).toBe(keys.length);
        for (const answer of story.all('gatheringAnswered')) {
          const reminders = story.steps('remindParty', String(answer.data['participantId']));
          expect(reminders.every(({ seq }) => seq < answer.seq)).toBe(true);
        }
      }
    });

    it('hears nobody anything after the end', async () => {
      for (const life of each()) {
        const story = await told(life);
        const ended = story.one('planEnded');
        expect(story.events.at(-1)?.seq).toBe(ended.seq);
        const late = mailsOf(system.mailbox.mails, life).filter((mail) => sentAt(mail) > ended.at);
        expect(late).toEqual([]);
        expect((await shownBy(life))?.over).toBe(true);
      }
    });

    it('tells no mail what it is about to whoever looks over the shoulder', () => {
      const revealing = system.mailbox.mails
        .map(({ parsed }) => `${parsed.subject ?? ''}\n${parsed.text ?? ''}`)
        .filter(revealsCourse);
      expect(revealing).toEqual([]);
    });

    it('leaves every notice settled', async () => {
      for (const life of each()) {
        const open = (await told(life)).notices.filter(({ status }) =>
          ['queued', 'claimed', 'uncertain'].includes(status),
        );
        expect(open).toEqual([]);
      }
    });

    it('never fails a workflow task', async () => {
      for (const life of each()) {
        const { byType } = await historyFigures(system.client, planWorkflowId(life.planId));
        expect(byType).not.toHaveProperty('WorkflowTaskFailed');
        expect(byType).not.toHaveProperty('ActivityTaskFailed');
      }
    });
  });
});
