import { describe, expect, it } from '@jest/globals';
import { given, type Life, life } from '../../../test/factories/plan-life.js';
import { decide } from '../plan/decide.js';
import type { CommandOf } from '../plan/plan.types.js';

const version = life().withVersion();

function recorded(
  status: CommandOf<'recordDelivery'>['status'],
  channel: CommandOf<'recordDelivery'>['channel'],
): CommandOf<'recordDelivery'> {
  return { type: 'recordDelivery', version: 1, participantId: 'jobCentre', status, channel, note: null };
}

/** What became of the notice by which the job centre was told of the version, the newest if there are several. */
function reported(
  outcome: CommandOf<'reportNotice'>['outcome'],
  noticeKey = noticeKeys(version).at(-1) ?? '',
): CommandOf<'reportNotice'> {
  return {
    type: 'reportNotice',
    noticeKey,
    outcome,
    participantId: 'jobCentre',
    version: 1,
    code: null,
  };
}

describe('a sending that began before a withdrawal', () => {
  const withdrawn = version.does({ type: 'withdrawConsent', participantId: 'jobCentre' }, 'citizen');
  const begunAt = version.at;

  it('and was accepted after it is on the ledger as that', () => {
    given(withdrawn)
      .when({ ...reported('accepted'), begunAt }, 'process')
      .then(
        { type: 'noticeReported' },
        { type: 'deliveryRecorded', status: 'accepted', begunAt, rightEnded: true },
      );
  });

  it('is not confused with one that ended under the right', () => {
    const [, recorded] = given(version)
      .when({ ...reported('accepted'), begunAt }, 'process')
      .then({ type: 'noticeReported' }, { type: 'deliveryRecorded', begunAt })
      .events.slice(-2);
    expect(recorded?.event).not.toHaveProperty('rightEnded');
  });
});

/** The keys of the notices by which the job centre was told of the version, in order. */
function noticeKeys(one: Life): string[] {
  return one.notices
    .filter(({ kind, key }) => kind === 'versionReady' && key.endsWith(':jobCentre'))
    .map(({ key }) => key);
}

function recipients(one: Life): string[][] {
  return one
    .eventsOf('versionDistributed')
    .map(({ orders }) => orders.map(({ participantId }) => participantId));
}

describe('distribution', () => {
  it('sends the locked version to everyone as far as consent reaches, at once', () => {
    expect(recipients(version)).toEqual([['citizen', 'psychiatry', 'jobCentre']]);
  });

  it('leaves out whoever has no consent to any of it, and follows up when they get one', () => {
    const later = version.withParticipant('relative').attended();
    expect(recipients(later)).toHaveLength(1);
    expect(recipients(later.withConsent('relative').attended()).at(-1)).toEqual(['relative']);
  });

  it('notes what each is given, and under which consent', () => {
    const order = version.eventsOf('versionDistributed')[0]?.orders[1];
    expect(order?.grantIds).toEqual(['consent-1:0']);
    expect(order?.kinds).toContain('goals');
  });

  it('takes a mail server’s yes for no more than accepted', () => {
    given(version)
      .when(reported('accepted'), 'process')
      .then({ type: 'noticeReported' }, { type: 'deliveryRecorded', status: 'accepted' });
  });

  it('that bounces after it was accepted is failed, and the coordinator’s to mend', () => {
    const bounced = version.does(reported('accepted'), 'process').does(reported('failed'), 'process');
    expect(bounced.state.deliveries['1:jobCentre']?.status).toBe('failed');
    expect(bounced.awaitedKinds).toContain('deliveryMade');
    expect(Object.values(bounced.state.tasks).map(({ kind }) => kind)).toEqual(['deliveryFailed']);
  });

  it('is delivered when the recipient’s server reports it, and not before', () => {
    const accepted = version.does(reported('accepted'), 'process');
    expect(accepted.state.deliveries['1:jobCentre']?.status).toBe('accepted');
    given(accepted)
      .when(reported('delivered'), 'process')
      .then({ type: 'noticeReported' }, { type: 'deliveryRecorded', status: 'delivered', channel: 'mail' });
  });

  it('that is reported in the wrong order is as far as the furthest report says', () => {
    const delivered = version.does(reported('delivered'), 'process');
    given(delivered).when(reported('accepted'), 'process').then({ type: 'noticeReported' });
    given(delivered)
      .when(reported('failed'), 'process')
      .then(
        { type: 'noticeReported' },
        { type: 'deliveryRecorded', status: 'failed' },
        { type: 'taskRaised', kind: 'deliveryFailed' },
      );
  });

  it('that was read has come, whatever a mail server reports of it', () => {
    const read = version.does(reported('accepted'), 'process').does(recorded('read', 'mail'));
    given(read).when(reported('failed'), 'process').then({ type: 'noticeReported' });
  });

  it('is not failed by a bounce of a mail that was sent again since', () => {
    const bounced = version.does(reported('accepted'), 'process').does(reported('failed'), 'process');
    const again = bounced.does({
      type: 'sendVersionAgain',
      version: 1,
      participantId: 'jobCentre',
      channel: 'mail',
    });
    const [first, second] = noticeKeys(again);
    const accepted = again.does(reported('accepted', second), 'process');
    given(accepted).when(reported('failed', first), 'process').then({ type: 'noticeReported' });
    expect(accepted.does(reported('failed', second), 'process').state.deliveries['1:jobCentre']?.status).toBe(
      'failed',
    );
  });

  it('by letter is not failed by a bounce of the mail before it', () => {
    const byLetter = version
      .does(reported('accepted'), 'process')
      .does({ type: 'sendVersionAgain', version: 1, participantId: 'jobCentre', channel: 'letter' });
    given(byLetter).when(reported('failed'), 'process').then({ type: 'noticeReported' });
    expect(byLetter.does(reported('failed'), 'process').state.deliveries['1:jobCentre']?.status).toBe(
      'queued',
    );
  });

  it('of which nobody knew whether it went is no task any more once a report says so', () => {
    const uncertain = version.does(reported('uncertain'), 'process');
    expect(Object.values(uncertain.state.tasks).map(({ kind }) => kind)).toEqual(['noticeUncertain']);
    given(uncertain)
      .when(reported('delivered'), 'process')
      .then(
        { type: 'noticeReported' },
        { type: 'taskClosed', how: 'moot' },
        { type: 'deliveryRecorded', status: 'delivered' },
      );
  });

  it('of an older state, which does not say which notice it went by, takes every report for its own', () => {
    const { orderedSeq: _, ...delivery } = version.state.deliveries['1:jobCentre'] ?? missing();
    const older = { ...version.state, deliveries: { '1:jobCentre': delivery } };
    const { state } = decide(older, reported('accepted', 'whichever'), {
      at: version.at,
      actor: { kind: 'process' },
    });
    expect(state.deliveries['1:jobCentre']?.status).toBe('accepted');
  });

  it('that a person finds to have failed keeps the duty open until it is sent again', () => {
    const failed = version.does(recorded('failed', 'letter'));
    expect(failed.awaitedKinds).toContain('deliveryMade');
    expect(failed.passing(10).steps).toContain('remindDelivery');
    const again = failed.does({
      type: 'sendVersionAgain',
      version: 1,
      participantId: 'jobCentre',
      channel: 'inPerson',
    });
    expect(again.does(recorded('delivered', 'inPerson')).awaitedKinds).not.toContain('deliveryMade');
  });

  it('by letter or by hand is owed by the coordinator until it is recorded', () => {
    const byHand = version.does({
      type: 'sendVersionAgain',
      version: 1,
      participantId: 'jobCentre',
      channel: 'inPerson',
    });
    expect(byHand.passing(10).steps).toContain('remindDelivery');
    expect(byHand.does(recorded('read', 'inPerson')).awaitedKinds).not.toContain('deliveryMade');
  });

  it('by letter raises a task to print it, which ends when the delivery is recorded or the right to it is gone', () => {
    const byLetter = version.does({
      type: 'sendVersionAgain',
      version: 1,
      participantId: 'jobCentre',
      channel: 'letter',
    });
    const changed = version
      .does({ type: 'changeChannel', participantId: 'jobCentre', channel: 'letter' })
      .does({ type: 'sendVersionAgain', version: 1, participantId: 'jobCentre', channel: 'letter' });
    const kinds = (one: Life): string[] => Object.values(one.state.tasks).map(({ kind }) => kind);
    expect(kinds(byLetter)).toEqual(['sendLetter']);
    expect(kinds(changed)).toEqual(['sendLetter']);
    expect(noticeKeys(byLetter)).toEqual(noticeKeys(version));
    expect(kinds(byLetter.does(recorded('accepted', 'letter')))).toEqual([]);
    const withdrawn = byLetter.does({ type: 'withdrawConsent', participantId: 'jobCentre' }, 'citizen');
    expect(kinds(withdrawn)).toEqual([]);
  });

  it('of which the mail was on its way when the course ended has been sent all the same', () => {
    const ended = version.ended('moved');
    expect(ended.state.deliveries['1:jobCentre']?.status).toBe('withheld');
    given(ended)
      .when(reported('accepted'), 'process')
      .then({ type: 'noticeReported' }, { type: 'deliveryRecorded', status: 'accepted' });
  });

  it('held back at the moment of sending goes out when the right is there', () => {
    const withheld = version.does(reported('withheld'), 'process').attended();
    expect(recipients(withheld).at(-1)).toEqual(['jobCentre']);
    expect(withheld.state.deliveries['1:jobCentre']?.attempt).toBe(2);
  });

  it('does not hold up the follow-up', () => {
    const failed = version.does(recorded('failed', 'mail')).passing(160);
    expect(failed.history).toContain('followUpOpened');
  });
});

function missing(): never {
  throw new Error('There is no such delivery.');
}
