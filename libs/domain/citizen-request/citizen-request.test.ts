import { describe, expect, it } from '@jest/globals';
import * as commands from '../../../test/factories/plan-commands.js';
import { given, life } from '../../../test/factories/plan-life.js';
import { refusalOf } from '../notice/notices.js';

const started = life().started();
const asked = started.does(commands.makeRequest('request-1'), 'citizen');
const answer = {
  type: 'answerRequest',
  requestId: 'request-1',
  answer: 'granted',
  reason: 'of course',
} as const;

describe('the citizen’s own request', () => {
  it.each([
    ['meeting', 'coordinator', '2027-04-12T22:00:00.000Z'],
    ['pause', 'coordinator', '2027-04-12T22:00:00.000Z'],
    ['otherCoordinator', 'teamLeader', '2027-04-19T22:00:00.000Z'],
  ] as const)('for %s waits for the %s until %s', (kind, whom, deadline) => {
    const made = given(started)
      .when(commands.makeRequest('request-1', { kind }), 'citizen')
      .then({ type: 'requestMade', deadline });
    expect(made.notices.at(-1)).toMatchObject({ kind: 'requestMade', recipient: { kind: whom } });
  });

  it('that somebody leaves names whom', () => {
    given(started.withConsent('jobCentre'))
      .when(
        commands.makeRequest('request-1', { kind: 'somebodyLeaves', participantId: 'jobCentre' }),
        'citizen',
      )
      .then({ type: 'requestMade', participantId: 'jobCentre' });
  });

  it('reminds the coordinator before its deadline, then the team leader is told', () => {
    expect(asked.passing(20).steps.filter((step) => step.endsWith('CitizenRequest'))).toEqual([
      'remindCitizenRequest',
      'escalateCitizenRequest',
    ]);
  });

  it('is answered once, and the citizen is told', () => {
    const answered = given(asked).when(answer).then({ type: 'requestAnswered', answer: 'granted' });
    expect(answered.notices.at(-1)).toMatchObject({ kind: 'requestAnswered' });
    expect(answered.passing(20).steps).not.toContain('remindCitizenRequest');
  });

  it('is told as new, and not any more once it is answered', () => {
    const told = asked.notices.at(-1);
    expect(told).toMatchObject({ kind: 'requestMade', ref: 'citizenRequest:request-1' });
    if (told === undefined) throw new Error('nobody is told');
    expect(refusalOf(asked.state, told, asked.at)).toBeNull();
    expect(refusalOf(asked.does(answer).state, told, asked.at)).toBe('moot');
  });

  it('can be made and answered while the plan is on hold', () => {
    const held = started.held().does(commands.makeRequest('request-1'), 'citizen');
    expect(held.passing(20).steps).toContain('escalateCitizenRequest');
    given(held).when(answer).then({ type: 'requestAnswered' });
  });

  it('for another coordinator is told the team leader once, not twice at once, after a long absence', () => {
    const absent = started
      .does(commands.makeRequest('request-1', { kind: 'otherCoordinator' }), 'citizen')
      .unattended(60)
      .attended();
    const told = absent.notices.filter(({ ref }) => ref === 'citizenRequest:request-1');
    expect(told.map(({ kind }) => kind)).toEqual(['requestMade', 'teamLeaderTold']);
  });

  it('keeps its id for ever, even when the plan ended before it was answered', () => {
    const reopened = asked
      .ended()
      .does({ type: 'reopenPlan', reason: 'wished', coordinatorPersonId: 'person-coordinator' });
    given(reopened).when(commands.makeRequest('request-1'), 'citizen').thenRefused('REQUEST.ALREADY_MADE');
  });
});
