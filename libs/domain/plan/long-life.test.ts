import { describe, expect, it } from '@jest/globals';
import * as commands from '../../../test/factories/plan-commands.js';
import { type Life, life } from '../../../test/factories/plan-life.js';
import { fold } from './evolve.js';

/** Small enough to be written beside the events with every command. */
const MOST_KILOBYTES = 64;

const RECIPIENTS = ['psychiatry', 'jobCentre', ...Array.from({ length: 9 }, (_, index) => `party-${index}`)];

/** Eleven parties besides the citizen, all with consent. */
function beginning(): Life {
  const joined = RECIPIENTS.slice(2).reduce(
    (one, participantId) =>
      one.withParticipant('psychiatry', {
        participantId,
        personId: `person-${participantId}`,
        role: 'otherAuthority',
        worksIn: ['org-psychiatry'],
      }),
    life().started().withParticipant('psychiatry').withParticipant('jobCentre'),
  );
  return renewed(joined);
}

function renewed(one: Life): Life {
  return one.does(
    (at) =>
      commands.giveConsent(
        `consent-${one.state.usedIds.length + 1}`,
        RECIPIENTS.map((participantId) => commands.grant(participantId, at)),
      ),
    'citizen',
  );
}

function halfAYear(one: Life, round: number): Life {
  const meetingId = `meeting-${round}`;
  const opening = one.due.find(({ step }) => step === 'openFollowUp')?.at ?? one.at;
  const opened = one.passingUntil(opening);
  const met = (round % 2 === 0 ? renewed(opened) : opened).withMeetingHeld(meetingId);
  const reported = Object.keys(met.state.goals).reduce(
    (now, goalId) => now.does({ type: 'reportGoalStatus', goalId, status: 'onTrack', note: null }),
    met,
  );
  const kept = Object.values(reported.state.agreements)
    .filter(({ outcome }) => outcome === null)
    .reduce(
      (now, { agreementId }) =>
        now.does({ type: 'endAgreement', agreementId, outcome: 'kept', reason: null, replacement: null }),
      reported,
    );
  const agreed = [1, 2, 3, 4].reduce(
    (now, number) =>
      now.does((at) =>
        commands.makeAgreement(`agreement-${round}-${number}`, at, {
          bindsAtOnce: true,
          responsibleParticipantId: RECIPIENTS[number],
        }),
      ),
    kept,
  );
  const closed = agreed.does({ type: 'closeFollowUp', outcome: 'revise', nextOn: null, note: null });
  return closed.submitted().approved().attended();
}

describe('a plan of five years', () => {
  it('keeps its state small, though twelve people meet twice a year', () => {
    const first = beginning()
      .asked(...RECIPIENTS)
      .withMeetingHeld()
      .withDraft()
      .submitted()
      .approved()
      .attended();
    const whole = Array.from({ length: 13 }, (_, index) => index + 2).reduce(halfAYear, first);
    const kilobytes = (one: Life): number => {
      const { policy: _, ...state } = one.state;
      return Math.round(JSON.stringify(state).length / 102.4) / 10;
    };
    process.stdout.write(
      `five years: ${whole.events.length} events, ${whole.steps.length} steps, ${whole.notices.length} notices; ` +
        `state ${kilobytes(first)} kB after the first version, ${kilobytes(whole)} kB in the end (without the policy)\n`,
    );
    expect(whole.at > '2032-01-01').toBe(true);
    expect(whole.state.versions).toHaveLength(14);
    expect(kilobytes(whole)).toBeLessThan(MOST_KILOBYTES);
    expect(Object.keys(whole.state.performed).length).toBeLessThan(100);
    expect(fold(null, whole.events)).toEqual(whole.state);
  });
});
