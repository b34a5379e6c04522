import { describe, expect, it } from '@jest/globals';
import { given, type Life, life } from '../../../test/factories/plan-life.js';
import type { CommandOf } from '../plan/plan.types.js';

const version = life().withVersion();

function recorded(
  status: CommandOf<'recordDelivery'>['status'],
  channel: CommandOf<'recordDelivery'>['channel'],
): CommandOf<'recordDelivery'> {
  return { type: 'recordDelivery', version: 1, participantId: 'jobCentre', status, channel, note: null };
}

function reported(outcome: CommandOf<'reportNotice'>['outcome']): CommandOf<'reportNotice'> {
  return {
    type: 'reportNotice',
    noticeKey: 'notice-1',
    outcome,
    participantId: 'jobCentre',
    version: 1,
    code: null,
  };
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
