import { describe, expect, it } from '@jest/globals';
import * as commands from '../../../test/factories/plan-commands.js';
import { given, type Life, life } from '../../../test/factories/plan-life.js';
import { refusalOf } from '../notice/notices.js';
import { fold } from '../plan/evolve.js';
import type { CommandOf, PlanCommand } from '../plan/plan.types.js';
import { entrySequenceOf } from './entry-sequence.js';

const consented = life().started().withConsent('psychiatry', 'jobCentre');
const proposed = consented.does((at) => commands.proposeMeeting('meeting-1', at));
const meeting = consented.withMeeting();

const cancel = { type: 'cancelMeeting', meetingId: 'meeting-1', reason: 'illness' } as const;
const yes = (participantId: string) =>
  ({
    type: 'respondToInvitation',
    meetingId: 'meeting-1',
    participantId,
    response: 'accepted',
    deputyPersonId: null,
  }) as const;

function invited(one: Life): readonly string[] {
  return one.eventsOf('participantsInvited').flatMap(({ participantIds }) => participantIds);
}

describe('convening', () => {
  it('is owed from the citizen’s yes, reminded of, and then told to the team leader', () => {
    const idle = consented.passing(70);
    expect(idle.steps.filter((step) => /Conven/.test(step))).toEqual([
      'remindToConvene',
      'remindToConvene',
      'escalateConvening',
    ]);
  });

  it('asks everyone who may know for their times, and reminds whoever has not answered', () => {
    const answered = proposed.does({
      type: 'answerProposal',
      meetingId: 'meeting-1',
      participantId: 'citizen',
      answers: { first: 'yes', second: 'no' },
    });
    const reminded = answered
      .passing(8)
      .notices.filter(({ kind }) => kind === 'proposalReminder')
      .map(({ recipient }) => recipient);
    expect(reminded).toEqual([
      { kind: 'participant', participantId: 'jobCentre' },
      { kind: 'participant', participantId: 'psychiatry' },
    ]);
  });

  it('fixes one of the proposed times, and nobody is asked for times any more', () => {
    const fixed = proposed.does((at) =>
      commands.fixMeeting('meeting-1', at, { optionId: 'second', kind: null }),
    );
    expect(fixed.state.meetings['meeting-1']?.from).toBe(commands.daysAfter(proposed.at, 22));
    expect(fixed.awaitedKinds).not.toContain('proposalAnswer');
  });

  it('invites the citizen and those with a basis, and nobody else', () => {
    const mixed = consented.withParticipant('relative').withMeeting();
    expect([...invited(mixed)].sort()).toEqual(['citizen', 'jobCentre', 'psychiatry']);
  });

  it('may invite whoever has a basis already before the others’ consent', () => {
    const early = life()
      .started()
      .withParticipant('jobCentre')
      .withConsent('psychiatry')
      .withMeeting()
      .withConsent('jobCentre')
      .attended();
    expect(early.eventsOf('participantsInvited').map(({ participantIds }) => participantIds)).toEqual([
      ['citizen', 'psychiatry'],
      ['jobCentre'],
    ]);
  });

  it('chases whoever does not answer the invitation, and not whoever did', () => {
    const later = meeting.does(yes('citizen')).does(yes('psychiatry')).passing(10);
    const reminded = later.notices.filter(({ kind }) => kind === 'invitationReminder');
    expect(reminded.map(({ recipient }) => recipient)).toEqual([
      { kind: 'participant', participantId: 'jobCentre' },
    ]);
  });

  describe('answered from a calendar', () => {
    const reply = (at: string, change: Partial<CommandOf<'recordInvitationReply'>> = {}) =>
      ({
        type: 'recordInvitationReply',
        meetingId: 'meeting-1',
        participantId: 'psychiatry',
        sequence: 0,
        response: 'declined',
        repliedAt: at,
        ...change,
      }) as const;
    const later = (one: Life) => one.passing(1);

    it('is answered as on the pages', () => {
      const answered = later(meeting);
      given(answered)
        .when((at) => reply(at), 'process')
        .then({ type: 'invitationAnswered', participantId: 'psychiatry', response: 'declined' });
      const awaited = answered.does((at) => reply(at), 'process').awaited;
      expect(awaited.some((ref) => ref.startsWith('invitationResponse') && ref.includes('psychiatry'))).toBe(
        false,
      );
    });

    it('changes nothing when the same answer comes again', () => {
      const once = later(meeting).does((at) => reply(at), 'process');
      given(once)
        .when((at) => reply(at), 'process')
        .thenNothing();
    });

    it('counts when it comes, whatever the clock of its sender says', () => {
      const sent = later(meeting).at;
      const onPages = later(later(meeting)).does({ ...yes('psychiatry') });
      given(onPages).when(reply(sent), 'process').then({ type: 'invitationAnswered', response: 'declined' });
      const both = later(later(later(meeting)))
        .does(reply(later(later(meeting)).at, { response: 'accepted' }), 'process')
        .does(reply(sent), 'process');
      expect(both.state.meetings['meeting-1']?.invitations['psychiatry']?.response).toBe('declined');
    });

    it('with a wish is a task for the coordinator beside the answer, once, until the time changes', () => {
      for (const [wish, kind] of [
        ['anotherTime', 'newTimeWished'],
        ['delegation', 'delegationWished'],
      ] as const) {
        const wished = later(meeting).does((at) => reply(at, { wish }), 'process');
        expect(wished.state.meetings['meeting-1']?.invitations['psychiatry']?.response).toBe('declined');
        expect(Object.values(wished.state.tasks)).toMatchObject([{ kind, participantId: 'psychiatry' }]);
        given(wished)
          .when((at) => reply(at, { wish }), 'process')
          .thenNothing();
        const moved = wished.does((at) => commands.moveMeeting('meeting-1', at, 20));
        expect(Object.values(moved.state.tasks)).toEqual([]);
      }
    });

    it('is not answered tomorrow, whatever the clock of its sender says', () => {
      const early = later(meeting).does((at) => reply(commands.daysAfter(at, 300)), 'process');
      given(later(early))
        .when({ ...yes('psychiatry') })
        .then({ type: 'invitationAnswered', response: 'accepted' });
      given(later(early))
        .when((at) => reply(at, { response: 'tentative' }), 'process')
        .then({ type: 'invitationAnswered', response: 'tentative' });
    });

    it('to a time that does not stand is told to the coordinator, once', () => {
      const moved = meeting.does((at) => commands.moveMeeting('meeting-1', at, 20));
      const notTaken = {
        type: 'taskRaised',
        kind: 'calendarAnswerNotTaken',
        participantId: 'psychiatry',
      } as const;
      given(moved)
        .when((at) => reply(at), 'process')
        .then(notTaken);
      given(moved.attended())
        .when((at) => reply(at), 'process')
        .then(notTaken);
      given(moved.attended().does((at) => reply(at), 'process'))
        .when((at) => reply(at), 'process')
        .thenNothing();
      given(moved.attended())
        .when((at) => reply(at, { sequence: 1 }), 'process')
        .then({ type: 'invitationAnswered' });
    });

    it('that does not say which time it answers is held against the moment of the change', () => {
      const sent = meeting.at;
      const moved = later(meeting)
        .does((at) => commands.moveMeeting('meeting-1', at, 20))
        .attended();
      given(moved)
        .when(reply(sent, { sequence: null }), 'process')
        .then({ type: 'taskRaised' });
      given(later(moved))
        .when((at) => reply(at, { sequence: null }), 'process')
        .then({ type: 'invitationAnswered' });
      given(later(meeting))
        .when(reply('2020-01-01T09:00:00.000Z', { sequence: null }), 'process')
        .then({
          type: 'invitationAnswered',
        });
    });

    it('is refused from whoever is not invited, or not any more', () => {
      given(meeting)
        .when((at) => reply(at, { participantId: 'relative' }), 'process')
        .thenRefused('MEETING.NOT_INVITED');
      given(meeting.does({ type: 'withdrawConsent', participantId: 'psychiatry' }))
        .when((at) => reply(at), 'process')
        .thenRefused('MEETING.NOT_INVITED');
    });

    it('is refused when the meeting is cancelled or over', () => {
      given(meeting.does(cancel))
        .when((at) => reply(at), 'process')
        .thenRefused('MEETING.CANCELLED');
      given(meeting.passing(30))
        .when((at) => reply(at), 'process')
        .thenRefused('MEETING.IN_THE_PAST');
    });
  });

  it('moved tells everyone in the same calendar entry, and asks anew who comes', () => {
    const moved = meeting
      .does(yes('citizen'))
      .does((at) => commands.moveMeeting('meeting-1', at, 20))
      .attended();
    expect(moved.eventsOf('participantsInvited').at(-1)).toMatchObject({ sequence: 1 });
    expect(moved.notices.filter(({ kind }) => kind === 'meetingChange')).toHaveLength(3);
    expect(moved.awaited.filter((ref) => ref.startsWith('invitationResponse'))).toHaveLength(3);
  });

  describe('whose invitation is withdrawn and sent anew', () => {
    const consent = (one: Life): Life => one.withConsent('psychiatry').attended();
    const withdrawn = meeting.does({ type: 'withdrawConsent', participantId: 'psychiatry' }, 'citizen');
    const again = consent(withdrawn);
    const entries = ({ notices }: Life): (number | null | undefined)[] =>
      notices
        .filter(
          ({ recipient }) => recipient.kind === 'participant' && recipient.participantId === 'psychiatry',
        )
        .filter(({ kind }) => /^meeting(Invitation|Change|Cancellation)/.test(kind))
        .map(({ entrySequence, sequence }) => entrySequence ?? sequence);

    it('has a higher SEQUENCE each time, so that no calendar ends with an older one', () => {
      expect(entries(withdrawn)).toEqual([0, 1]);
      expect(entries(again)).toEqual([0, 1, 2]);
      const twice = consent(again.does({ type: 'withdrawConsent', participantId: 'psychiatry' }, 'citizen'));
      expect(entries(twice)).toEqual([0, 1, 2, 3, 4]);
      const moved = twice.does((at) => commands.moveMeeting('meeting-1', at, 20)).attended();
      expect(entries(moved)).toEqual([0, 1, 2, 3, 4, 5]);
      expect(entries(moved.does(cancel))).toEqual([0, 1, 2, 3, 4, 5, 6]);
    });

    it('leaves the entries of the others as they are', () => {
      const moved = again.does((at) => commands.moveMeeting('meeting-1', at, 20)).attended();
      const others = moved.notices.filter(({ kind }) => kind === 'meetingChange');
      expect(others.map(({ entrySequence }) => entrySequence).sort()).toEqual([1, 1, 3]);
    });

    it('has only the newest invitation still to be sent', () => {
      const invitations = again.notices.filter(
        ({ kind, recipient }) =>
          kind === 'meetingInvitation' &&
          recipient.kind === 'participant' &&
          recipient.participantId === 'psychiatry',
      );
      expect(invitations.map((one) => refusalOf(again.state, one, again.at))).toEqual(['moot', null]);
    });

    it('is answered by the entry that was sent last', () => {
      const reply =
        (sequence: number) =>
        (at: string): PlanCommand => ({
          type: 'recordInvitationReply',
          meetingId: 'meeting-1',
          participantId: 'psychiatry',
          sequence,
          response: 'accepted',
          repliedAt: at,
        });
      given(again).when(reply(2), 'process').then({ type: 'invitationAnswered' });
      given(again).when(reply(0), 'process').then({ type: 'taskRaised', kind: 'calendarAnswerNotTaken' });
    });

    it('is read from older events as it was sent', () => {
      const older = again.events.map((recorded) => {
        if (recorded.event.type === 'participantsInvited') {
          const { entrySequences: _, ...event } = recorded.event;
          return { ...recorded, event };
        }
        return recorded.event.type === 'invitationWithdrawn'
          ? { ...recorded, event: { ...recorded.event, sequence: 0 } }
          : recorded;
      });
      const invitation = fold(null, older)?.meetings['meeting-1']?.invitations['psychiatry'];
      expect(invitation && entrySequenceOf(invitation)).toBe(0);
    });
  });

  it('that has begun is recorded, not cancelled or moved', () => {
    const begun = meeting.passing(14);
    given(begun).when(cancel).thenRefused('MEETING.HAS_BEGUN');
    given(begun)
      .when((at) => commands.moveMeeting('meeting-1', at, 20))
      .thenRefused('MEETING.HAS_BEGUN');
  });

  it('to which nobody came was not held: to convene is owed anew, and the record can be put right', () => {
    const nobody = commands.recordAttendance('meeting-1', {
      attendance: [
        { participantId: 'citizen', mode: 'noShow' },
        { participantId: 'psychiatry', mode: 'excused' },
      ],
      withoutCitizenReason: 'snow',
    });
    const recorded = given(meeting.passing(14))
      .when(nobody)
      .then({ type: 'attendanceRecorded', notHeld: true }, { type: 'taskClosed', how: 'moot' });
    expect(recorded.state.heldCount).toBe(0);
    expect(recorded.awaitedKinds).toContain('firstMeeting');
    expect(recorded.awaitedKinds).not.toContain('meetingRecord');
    const right = recorded.does(commands.recordAttendance('meeting-1'));
    expect(right.state.heldCount).toBe(1);
    expect(right.awaitedKinds).not.toContain('firstMeeting');
  });

  it('cancelled is told to all who were invited, and to convene is owed anew with its own reminders', () => {
    const cancelled = given(meeting)
      .when(cancel)
      .then({ type: 'meetingCancelled', participantIds: ['citizen', 'psychiatry', 'jobCentre'] });
    expect(cancelled.awaitedKinds).toContain('firstMeeting');
    const again = cancelled.passing(70);
    expect(again.steps.filter((step) => /Conven/.test(step))).toEqual([
      'remindToConvene',
      'remindToConvene',
      'escalateConvening',
    ]);
  });

  it('counts roles and not heads: whoever policy requires and has not said yes becomes a task', () => {
    const checked = meeting.does(yes('citizen')).does(yes('psychiatry')).passing(12);
    expect(checked.eventsOf('requiredRolesChecked')[0]?.missing).toEqual([
      'substanceTreatment|municipality|socialPsychiatry',
    ]);
    expect(checked.eventsOf('taskRaised').map(({ kind }) => kind)).toContain('requiredRoleMissing');
  });

  it('may be urgent at short notice', () => {
    given(consented)
      .when((at) =>
        commands.fixMeeting('meeting-1', at, {
          kind: 'urgent',
          from: commands.daysAfter(at, 0, '15:00'),
          to: commands.daysAfter(at, 0, '16:00'),
        }),
      )
      .then({ type: 'meetingFixed', kind: 'urgent' });
  });

  it('may be held without the citizen, for a reason that is recorded', () => {
    given(meeting.passing(14))
      .when(
        commands.recordAttendance('meeting-1', {
          attendance: [{ participantId: 'citizen', mode: 'noShow' }],
          withoutCitizenReason: 'did not come, wished us to go on',
        }),
      )
      .then(
        { type: 'attendanceRecorded', withoutCitizenReason: 'did not come, wished us to go on' },
        { type: 'taskClosed', how: 'moot', taskId: 'requiredRoleMissing:meeting:meeting-1:0' },
      );
  });

  it('owes attendance and minutes from its end, and reminds until both are there', () => {
    const over = meeting.passing(30);
    expect(over.awaitedKinds).toContain('meetingRecord');
    expect(over.steps).toContain('remindToRecordMeeting');
    const recorded = over.does(commands.recordAttendance('meeting-1'));
    expect(recorded.awaitedKinds).toContain('meetingRecord');
    expect(
      recorded.does({ type: 'recordMinutes', meetingId: 'meeting-1', minutes: 'said' }).awaitedKinds,
    ).not.toContain('meetingRecord');
  });

  it('takes a deputy’s coming for the party’s', () => {
    const deputised = meeting.does({
      ...yes('psychiatry'),
      response: 'declined',
      deputyPersonId: 'person-psychiatry-2',
    });
    const missing = deputised.does(yes('citizen')).passing(12).eventsOf('requiredRolesChecked')[0]?.missing;
    expect(missing).not.toContain('regionalPsychiatry');
  });

  it('invites whoever takes a party’s place', () => {
    const replaced = meeting
      .does({
        type: 'replaceParticipant',
        participantId: 'psychiatry',
        personId: 'person-psychiatry-2',
        channel: 'mail',
      })
      .attended();
    expect(replaced.eventsOf('participantsInvited').at(-1)?.participantIds).toEqual(['psychiatry']);
  });

  it('drops the task to post an invitation once the meeting is over', () => {
    const byLetter = consented
      .does({ type: 'changeChannel', participantId: 'jobCentre', channel: 'letter' })
      .withMeeting();
    expect(Object.values(byLetter.state.tasks).map(({ kind }) => kind)).toEqual(['sendLetter']);
    const over = byLetter.unattended(14).does(commands.recordAttendance('meeting-1'));
    expect(over.state.tasks).toEqual({});
  });
});
