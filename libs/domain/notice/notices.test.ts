import { describe, expect, it } from '@jest/globals';
import * as commands from '../../../test/factories/plan-commands.js';
import { type Life, life } from '../../../test/factories/plan-life.js';
import type { Notice, NoticeKind } from './notice.types.js';
import { refusalOf } from './notices.js';

const consented = life().started().withConsent('psychiatry', 'jobCentre');
const meeting = consented.withMeeting();

function notice(one: Life, kind: NoticeKind, participantId: string): Notice {
  const found = one.notices.find(
    ({ kind: sent, recipient }) =>
      sent === kind && recipient.kind === 'participant' && recipient.participantId === participantId,
  );
  if (found === undefined) throw new Error(`no ${kind} to ${participantId}`);
  return found;
}

const request = notice(consented.asked('psychiatry'), 'gatheringRequest', 'psychiatry');
const invitation = notice(meeting, 'meetingInvitation', 'jobCentre');

describe('a notice', () => {
  it('has a key of its own for plan, occasion, kind and recipient', () => {
    const keys = life()
      .withFollowUp()
      .passing(200)
      .notices.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('stands as long as what it asks for is awaited', () => {
    const asked = consented.asked('psychiatry');
    expect(refusalOf(asked.state, request, asked.at)).toBeNull();
    expect(refusalOf(asked.answered('psychiatry').state, request, asked.at)).toBe('moot');
  });

  it('is withheld from a recipient who has lost the right to it since it was written', () => {
    const later = meeting.unattended(400);
    expect(refusalOf(later.state, { ...invitation, ref: null, meetingId: null }, later.at)).toBe('withheld');
  });

  it('of an agenda is for those alone who may know of appointments', () => {
    const some = life()
      .started()
      .withParticipant('psychiatry')
      .withParticipant('jobCentre')
      .does(
        (at) =>
          commands.giveConsent('consent-1', [
            commands.grant('psychiatry', at),
            commands.grant('jobCentre', at, { kinds: ['course', 'goals'] }),
          ]),
        'citizen',
      )
      .withMeeting()
      .does({ type: 'sendAgenda', meetingId: 'meeting-1', items: ['how it goes'] });
    const told = some.notices.filter(({ kind }) => kind === 'agenda').map(({ recipient }) => recipient);
    expect(told).toEqual([
      { kind: 'participant', participantId: 'citizen' },
      { kind: 'participant', participantId: 'psychiatry' },
    ]);
  });

  it('of an invitation falls with the invitation', () => {
    const withdrawn = meeting.does({ type: 'withdrawConsent', participantId: 'jobCentre' }, 'citizen');
    expect(refusalOf(withdrawn.state, invitation, withdrawn.at)).toBe('moot');
  });

  it('of a cancellation reveals nothing and goes to whoever was invited, consent or not', () => {
    const withdrawn = meeting.does({ type: 'withdrawConsent', participantId: 'jobCentre' }, 'citizen');
    const cancellation = notice(withdrawn, 'meetingCancellation', 'jobCentre');
    expect(cancellation.discloses).toBeNull();
    expect(refusalOf(withdrawn.state, cancellation, withdrawn.at)).toBeNull();
  });

  it('of a former sequence of the meeting is moot once it has moved', () => {
    const moved = meeting.does((at) => commands.moveMeeting('meeting-1', at, 20));
    expect(refusalOf(moved.state, invitation, moved.at)).toBe('moot');
  });

  it('that reminds is never sent after the end; the cancellation of a meeting is', () => {
    const ended = meeting.ended('moved');
    expect(refusalOf(ended.state, invitation, ended.at)).toBe('moot');
    expect(refusalOf(ended.state, notice(ended, 'meetingCancellation', 'psychiatry'), ended.at)).toBeNull();
  });

  it('never goes to a citizen who has died', () => {
    const died = meeting.ended('died');
    const cancelled = notice(meeting.ended('moved'), 'meetingCancellation', 'citizen');
    expect(refusalOf(died.state, cancelled, died.at)).toBe('moot');
    expect(() => notice(died, 'meetingCancellation', 'citizen')).toThrow('no meetingCancellation');
    expect(refusalOf(died.state, notice(died, 'meetingCancellation', 'psychiatry'), died.at)).toBeNull();
  });

  it('says to participants only that there is a course; what more is decided when it is sent', () => {
    const disclosed = life()
      .withFollowUp()
      .notices.filter(({ recipient }) => recipient.kind === 'participant')
      .map(({ discloses }) => discloses);
    expect(new Set(disclosed)).toEqual(new Set(['course']));
  });
});
