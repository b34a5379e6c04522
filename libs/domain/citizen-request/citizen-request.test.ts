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
    const answered = given(asked)
      .when({ ...answer, answer: 'declined' })
      .then({ type: 'requestAnswered', answer: 'declined' });
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
    given(held).when(answer).then({ type: 'requestAnswered' }, { type: 'taskRaised', kind: 'convene' });
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

describe('a request that is granted', () => {
  const consented = started.withConsent('psychiatry', 'jobCentre');
  const leaves = consented.does(
    commands.makeRequest('request-1', { kind: 'somebodyLeaves', participantId: 'jobCentre' }),
    'citizen',
  );
  const pause = consented.does(commands.makeRequest('request-1', { kind: 'pause' }), 'citizen');
  const other = consented.does(commands.makeRequest('request-1', { kind: 'otherCoordinator' }), 'citizen');
  const granted = { type: 'requestAnswered', answer: 'granted' } as const;

  it('lets whoever is to leave leave at once, with what follows from it', () => {
    const left = given(leaves.asked('jobCentre'))
      .when(answer)
      .then(
        granted,
        { type: 'participantRemoved', participantId: 'jobCentre', reason: 'of course' },
        { type: 'gatheringWithdrawn', participantId: 'jobCentre' },
      );
    given(left).when(commands.saveSection('challenges'), 'jobCentre').thenRefused('PLAN.NOT_FOUND');
  });

  it('puts the plan on hold, to be looked at again when the policy says', () => {
    given(pause).when(answer).then(granted, { type: 'planHeld', reason: 'citizenWish', until: '2027-07-04' });
  });

  it('leaves a plan that is on hold as it is', () => {
    const held = consented.held().does(commands.makeRequest('request-1', { kind: 'pause' }), 'citizen');
    given(held).when(answer).then(granted);
  });

  it('cannot be a pause of a course that the citizen has not said yes to', () => {
    const pending = life()
      .started({ citizenAnswer: 'pending', answerManner: null })
      .does(commands.makeRequest('request-1', { kind: 'pause' }), 'citizen');
    given(pending).when(answer).thenRefused('PLAN.AWAITS_CITIZEN_ANSWER');
    given(pending)
      .when({ ...answer, answer: 'declined' })
      .then({ type: 'requestAnswered' });
  });

  it('for a meeting is a task, until a meeting is fixed', () => {
    const task = given(asked).when(answer).then(granted, { type: 'taskRaised', kind: 'convene' });
    expect(task.does((at) => commands.fixMeeting('meeting-1', at)).events.at(-1)?.event).toEqual({
      type: 'taskClosed',
      taskId: 'convene:request-1',
      how: 'done',
      note: null,
    });
  });

  it('for another coordinator is a task, until somebody else coordinates', () => {
    const task = given(other)
      .when(answer, 'teamLeader')
      .then(granted, { type: 'taskRaised', kind: 'changeCoordinator' });
    const named = task.does(
      { type: 'nameCoordinator', personId: 'person-deputy', reason: 'wished' },
      'teamLeader',
    );
    expect(named.state.tasks).toEqual({});
  });

  it('changes nothing when it is declined', () => {
    given(leaves)
      .when({ ...answer, answer: 'declined' })
      .then({ type: 'requestAnswered', answer: 'declined' });
  });

  it.each([
    ['a pause', pause, commands.holdPlan(), 'coordinator'],
    [
      'another coordinator',
      other,
      { type: 'nameCoordinator', personId: 'person-deputy', reason: 'closest' },
      'teamLeader',
    ],
    [
      'that somebody leaves',
      leaves,
      { type: 'removeParticipant', participantId: 'jobCentre', reason: 'wished' },
      'citizen',
    ],
    ['a meeting', asked, commands.fixMeeting('meeting-1', asked.at), 'coordinator'],
  ] as const)('is %s that came about before anybody answered', (_what, before, command, by) => {
    const after = before.does(command, by);
    expect(after.eventsOf('requestFulfilled')).toMatchObject([{ requestId: 'request-1' }]);
    expect(after.notices.filter(({ kind }) => kind === 'requestAnswered')).toHaveLength(1);
    given(after).when(answer, 'teamLeader').thenRefused('REQUEST.ALREADY_ANSWERED');
    expect(after.passing(30).steps.filter((step) => step.endsWith('CitizenRequest'))).toEqual([]);
  });

  it('is not another one of the same kind about the same person', () => {
    given(leaves)
      .when(
        commands.makeRequest('request-2', { kind: 'somebodyLeaves', participantId: 'jobCentre' }),
        'citizen',
      )
      .thenRefused('REQUEST.ALREADY_MADE');
    given(leaves)
      .when(
        commands.makeRequest('request-2', { kind: 'somebodyLeaves', participantId: 'psychiatry' }),
        'citizen',
      )
      .then({ type: 'requestMade' });
    given(pause)
      .when(commands.makeRequest('request-2', { kind: 'pause' }), 'citizen')
      .thenRefused('REQUEST.ALREADY_MADE');
    given(pause.does({ ...answer, answer: 'declined' }))
      .when(commands.makeRequest('request-2', { kind: 'pause' }), 'citizen')
      .then({ type: 'requestMade' });
  });

  it('is never that the citizen leaves: then the plan is ended', () => {
    given(started)
      .when(
        commands.makeRequest('request-1', { kind: 'somebodyLeaves', participantId: 'citizen' }),
        'citizen',
      )
      .thenRefused('PARTICIPANT.CITIZEN_FIXED');
  });
});
