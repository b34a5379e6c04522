/**
 * The life in which nobody answers, with a mail server that takes the mail to the address that does not exist, and
 * reports a moment later that it could not be delivered; of every other mail, that it was.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { castMember } from '../../apps/local/demonstration/cast.js';
import { participantIdOf } from '../scenarios/desk/desk-part.js';
import { play } from '../scenarios/player.js';
import { type ThreeLives, threeLives } from '../scenarios/three-lives.js';
import { mailsTo } from '../support/life-mails.js';
import { reportFrom } from '../support/reporting-server.js';
import { ToldStory } from '../support/told-story.js';
import { startVirtualSystem, type VirtualSystem } from '../support/virtual-system.js';

describe('nobody answers, and a mail comes back', () => {
  let system: VirtualSystem;
  let life: ThreeLives['nobody'];
  let story: ToldStory;
  const bounced = (): string => participantIdOf(life, 'bogfinke');

  beforeAll(async () => {
    system = await startVirtualSystem();
    const { nobody, until } = threeLives(await system.clock.now());
    life = nobody;
    const unknown = life.unreachable.flatMap((name) => castMember(name).email ?? []);
    const server = reportFrom(system.mailbox, system.returnPort, unknown);
    const settled = async (): Promise<void> => {
      await system.settled();
      await server.settled();
      await system.settled();
    };
    await play([life], system.world, { sleepUntil: (instant) => system.sleepUntil(instant), settled }, until);
    story = await ToldStory.of(system.database, system.vault, life.planId);
  }, 300_000);

  afterAll(() => system.stop());

  it('had the mail taken by the mail server, once', () => {
    expect(mailsTo(system.mailbox.mails, 'bogfinke')).toHaveLength(1);
  });

  it('makes a task of the report, as of an address that is refused at once', () => {
    expect(story.one('noticeReported', { outcome: 'failed', participantId: bounced() }).data).toMatchObject({
      code: '5.1.1',
    });
    expect(story.one('taskRaised', { kind: 'addressFailed' }).data).toMatchObject({
      participantId: bounced(),
    });
  });

  it('goes on by telephone, and nothing more is sent there', () => {
    expect(story.one('channelChanged', { participantId: bounced() }).data).toMatchObject({
      channel: 'telephone',
    });
    const [mail] = story.notices.filter(
      ({ recipient, status }) =>
        recipient.kind === 'participant' && recipient.participantId === bounced() && status === 'refused',
    );
    expect(mail).toMatchObject({ kind: 'gatheringRequest' });
    expect(story.sentTo(bounced())).toEqual([]);
  });

  it('knows of the version that it was delivered to whoever can be reached', () => {
    const delivered = story.all('deliveryRecorded', { status: 'delivered' });
    const told = delivered.map(({ data }) => String(data['participantId'])).sort();
    expect(told).toEqual(
      story
        .all('deliveryRecorded', { status: 'accepted' })
        .map(({ data }) => String(data['participantId']))
        .sort(),
    );
    expect(told).toContain('citizen');
    expect(told).not.toContain(bounced());
  });

  it('comes to the same end', () => {
    expect(story.one('planEnded').data).toMatchObject({ reason: 'moved' });
    expect(story.notices.filter(({ status }) => ['queued', 'claimed', 'uncertain'].includes(status))).toEqual(
      [],
    );
  });
});
