import { describe, expect, it } from '@jest/globals';
import * as commands from '../../../test/factories/plan-commands.js';
import { type Life, life } from '../../../test/factories/plan-life.js';
import { addDuration } from '../calendar/index.js';

const MILLISECOND = 1 / 60_000;
const started = life().started();

/** The citizen consents today to what may reach somebody from a later day. */
function consentedFor(before: Life, name: commands.ParticipantName, days: number): Life {
  return before
    .withParticipant(name)
    .does(
      (at) =>
        commands.giveConsent('consent-later', [
          commands.grant(name, at, { from: commands.daysAfter(at, days) }),
        ]),
      'citizen',
    );
}

function basisFor(before: Life, days: number): Life {
  return before
    .withParticipant('psychiatry')
    .does((at) =>
      commands.recordBasis('basis-later', 'psychiatry', at, { from: commands.daysAfter(at, days) }),
    );
}

describe('a consent that begins later', () => {
  const meeting = consentedFor(started.withConsent('jobCentre').withMeeting(), 'psychiatry', 4);
  const begins = commands.daysAfter(meeting.at, 4);
  const invited = (one: Life): string[] =>
    one.eventsOf('participantsInvited').flatMap(({ participantIds }) => participantIds);

  it('arms the one timer for the moment at which it begins', () => {
    expect(meeting.due.find(({ step }) => step === 'beginConsent')).toMatchObject({ at: begins });
  });

  it('invites when it begins, and not a millisecond before', () => {
    expect(invited(meeting.passingUntil(addDuration(begins, { minutes: -MILLISECOND })))).not.toContain(
      'psychiatry',
    );
    const begun = meeting.passingUntil(begins);
    expect(invited(begun)).toContain('psychiatry');
    expect(begun.notices.at(-1)).toMatchObject({ kind: 'meetingInvitation' });
  });

  it('has the coordinator owe the question for existing plans from then on', () => {
    const owed = (one: Life): boolean =>
      one.awaited.some((ref) => ref.startsWith('gatheringRequest:psychiatry'));
    expect(owed(meeting)).toBe(false);
    expect(owed(meeting.passingUntil(begins))).toBe(true);
  });

  it('sends the newest version when it begins', () => {
    const version = consentedFor(life().withVersion(), 'substance', 3);
    const sent = (one: Life): string[] =>
      one
        .eventsOf('versionDistributed')
        .flatMap(({ orders }) => orders.map(({ participantId }) => participantId));
    expect(sent(version.passing(2))).not.toContain('substance');
    expect(sent(version.passing(3))).toContain('substance');
  });

  it('needs no step of its own if the plan has lived past the moment already', () => {
    const late = meeting.until(begins).does(commands.saveSection('survey'));
    expect(late.due.map(({ step }) => step)).not.toContain('beginConsent');
    expect(invited(late.attended())).toContain('psychiatry');
  });

  it('begins on hold, too, though nobody is invited before the plan goes on', () => {
    const held = meeting.held().passingUntil(begins);
    expect(held.steps).toContain('beginConsent');
    expect(invited(held)).not.toContain('psychiatry');
    expect(invited(held.does({ type: 'resumePlan' }).attended())).toContain('psychiatry');
  });

  it('that is withdrawn before it begins triggers nothing', () => {
    const withdrawn = meeting.does({ type: 'withdrawConsent', participantId: 'psychiatry' }, 'citizen');
    expect(withdrawn.passing(6).steps).not.toContain('beginConsent');
  });
});

describe('a basis that begins later', () => {
  it('invites when it begins', () => {
    const recorded = basisFor(started.withConsent('jobCentre').withMeeting(), 3);
    expect(recorded.passing(2).eventsOf('participantsInvited')).toHaveLength(1);
    expect(recorded.passing(3).eventsOf('participantsInvited').at(-1)?.participantIds).toEqual([
      'psychiatry',
    ]);
  });
});
