import { describe, expect, it } from '@jest/globals';
import { life } from '../../../test/factories/plan-life.js';
import { currentAwaits, sameForProcess, waitState } from './wait-state.js';

const started = life().started();
const asked = started.withConsent('psychiatry').asked('psychiatry');

describe('the wait state', () => {
  it('names the earliest step, and on whom the plan waits', () => {
    expect(waitState(asked.state)).toMatchObject({
      seq: asked.events.length,
      phase: 'gathering',
      next: { step: 'remindParty', at: '2027-04-14T07:00:00.000Z' },
      waitingFor: ['firstMeeting', 'gatheringAnswer'],
      waitingOn: ['coordinator', 'regionalPsychiatry'],
      overdueSince: null,
      over: false,
    });
  });

  it('says in a sentence, without a person, who is waited for and what comes next', () => {
    expect(waitState(asked.state).summary).toMatch(
      /^Venter på svar på afdækning fra regionspsykiatrien siden 5\.4\.2027, frist /,
    );
  });

  it('shows what is overdue, and since when', () => {
    const overdue = waitState(asked.passing(20).state);
    expect(overdue.overdueFor).toEqual(['gatheringAnswer']);
    expect(overdue.overdueSince).toBe('2027-04-19T22:00:00.000Z');
  });

  it.each([
    ['awaitingCitizen', life().started({ citizenAnswer: 'pending', answerManner: null })],
    ['consent', started],
    ['gathering', asked],
    ['convening', asked.answered('psychiatry')],
    ['drafting', asked.withMeetingHeld()],
    ['approval', asked.withMeetingHeld().withDraft().submitted()],
    ['distribution', life().withVersion()],
    ['onHold', asked.held()],
    ['ended', asked.ended()],
  ] as const)('tells the phase %s', (phase, before) => {
    expect(waitState(before.state).phase).toBe(phase);
  });

  it('of an ended plan waits for nothing', () => {
    expect(waitState(asked.ended().state)).toMatchObject({
      over: true,
      next: null,
      waitingFor: [],
      overdueSince: null,
    });
  });

  it('on hold shows only what stands on the calendar', () => {
    expect(currentAwaits(asked.held().state).map(({ kind }) => kind)).toEqual(['holdReview']);
  });

  it('does not tell the process what changes nothing for it', () => {
    const after = asked.does({
      type: 'decideOverlap',
      overlapKey: 'a+b',
      decision: 'confirmed',
      reason: null,
    });
    expect(sameForProcess(waitState(asked.state), waitState(after.state))).toBe(true);
    expect(sameForProcess(waitState(asked.state), waitState(asked.answered('psychiatry').state))).toBe(false);
  });
});
