import { describe, expect, it } from '@jest/globals';
import * as commands from '../../../test/factories/plan-commands.js';
import { given, type Life, life } from '../../../test/factories/plan-life.js';
import { openRefs } from './awaits.js';
import { defaultPolicy } from './default-policy.js';
import { evolve } from './evolve.js';
import type { CommandOf } from './plan.types.js';
import { waitState } from './wait-state.js';

const started = life().started();
const pending = life().started({ citizenAnswer: 'pending', answerManner: null });
const version = life().withVersion();
const reopen = { type: 'reopenPlan', reason: 'wished', coordinatorPersonId: 'person-coordinator' } as const;

function answer(said: 'yes' | 'no'): CommandOf<'recordCitizenAnswer'> {
  return { type: 'recordCitizenAnswer', answer: said, manner: 'oral' };
}

const keep = {
  type: 'endAgreement',
  agreementId: 'agreement-1',
  outcome: 'kept',
  reason: null,
  replacement: null,
} as const;

const failedAtJobCentre = {
  type: 'recordDelivery',
  version: 1,
  participantId: 'jobCentre',
  status: 'failed',
  channel: 'letter',
  note: null,
} as const;

describe('the start', () => {
  it('with the citizen’s yes begins the duties at once', () => {
    expect(started.history).toEqual(['planStarted', 'citizenAnswered']);
    expect(started.awaitedKinds).toContain('firstMeeting');
  });

  it('without an answer waits for the citizen, reminds, and tells the coordinator', () => {
    expect(pending.awaitedKinds).toEqual(['citizenAnswer']);
    expect(pending.passing(40).steps).toEqual([
      'remindCitizenAnswer',
      'remindCitizenAnswer',
      'escalateCitizenAnswer',
    ]);
  });

  it('ends with the citizen’s no', () => {
    given(pending)
      .when({ type: 'recordCitizenAnswer', answer: 'no', manner: 'oral' }, 'citizen')
      .then({ type: 'citizenAnswered', answer: 'no' }, { type: 'planEnded', reason: 'citizenDeclined' });
    expect(life().started({ citizenAnswer: 'no' }).state.ended?.reason).toBe('citizenDeclined');
  });

  it('is refused to a machine', () => {
    given(life()).when(commands.startPlan(), 'machine').thenRefused('ACTOR.NOT_PERMITTED');
  });

  it('of a second plan for the same citizen is a task for the coordinator', () => {
    given(started)
      .when({ type: 'reportSecondStart' }, 'process')
      .then({ type: 'taskRaised', kind: 'secondStart' });
  });
});

describe('a hold', () => {
  const asked = started.withConsent('psychiatry').asked('psychiatry');

  it('stops every duty’s reminders, and is looked at again in time', () => {
    const held = asked.held().passing(120);
    expect(held.steps).toEqual(['reviewHold', 'escalateHold']);
  });

  it('moves each deadline by exactly the time it lasted', () => {
    const deadline = (one: Life): string | undefined =>
      one.due.find(({ step }) => step === 'escalateSilence')?.at;
    const resumed = asked.held().passing(10).does({ type: 'resumePlan' });
    expect(deadline(asked)).toBe('2027-04-26T07:00:00.000Z');
    expect(deadline(resumed)).toBe('2027-05-10T07:00:00.000Z');
  });

  it('may cancel what is fixed, and leaves alone what has begun', () => {
    const meeting = asked.withMeeting();
    given(meeting)
      .when(commands.holdPlan(null, true))
      .then({ type: 'meetingCancelled', reason: 'onHold' }, { type: 'planHeld' });
    given(meeting.unattended(14)).when(commands.holdPlan(null, true)).then({ type: 'planHeld' });
  });

  it('without a known end is looked at again after the policy’s days', () => {
    given(started)
      .when(commands.holdPlan())
      .then({ type: 'planHeld', until: commands.dateAfter(started.at, 90) });
  });
});

describe('the end', () => {
  it('stops every deadline at once: nothing is awaited and nothing is due', () => {
    const ended = version.ended('moved');
    expect(ended.awaited).toEqual([]);
    expect(ended.due).toEqual([]);
    expect(ended.passing(400).steps).toEqual(ended.steps);
  });

  it('cancels the meetings that are ahead, and none that has begun', () => {
    const meeting = started.withConsent('psychiatry').withMeeting();
    given(meeting)
      .when(commands.endPlan('moved'))
      .then({ type: 'meetingCancelled', reason: 'planEnded' }, { type: 'planEnded', reason: 'moved' });
    given(meeting.unattended(14)).when(commands.endPlan('moved')).then({ type: 'planEnded' });
  });

  it('by death drops the agreements', () => {
    given(version.delivered())
      .when(commands.endPlan('died'))
      .then(
        { type: 'deathNoted' },
        { type: 'agreementEnded', outcome: 'dropped' },
        { type: 'planEnded', reason: 'died' },
      );
  });

  it('completed is possible when every agreement has ended and every delivery has come', () => {
    const kept = version.does(keep);
    given(kept).when(commands.endPlan('completed')).thenRefused('PLAN.DELIVERIES_OPEN');
    const delivered = kept.delivered();
    given(delivered).when(commands.endPlan('completed')).then({ type: 'planEnded', reason: 'completed' });
    given(delivered.does(failedAtJobCentre))
      .when(commands.endPlan('completed'))
      .thenRefused('PLAN.DELIVERIES_OPEN');
  });

  it('completed does not wait for a version that was never sent, nor for somebody who may not have it any more', () => {
    const later = version.does(keep).delivered().withConsent('relative');
    given(later).when(commands.endPlan('completed')).thenRefused('PLAN.DELIVERIES_OPEN');
    const failed = version.does(keep).delivered().does(failedAtJobCentre);
    given(failed.does({ type: 'withdrawConsent', participantId: 'jobCentre' }, 'citizen'))
      .when(commands.endPlan('completed'))
      .then({ type: 'planEnded', reason: 'completed' });
  });

  it('in any other way holds back what was still to be sent, and says why', () => {
    const ended = version.ended('moved');
    const deliveries = Object.values(ended.state.deliveries);
    expect(deliveries.map(({ status }) => status)).toEqual(['withheld', 'withheld', 'withheld']);
    expect(ended.eventsOf('deliveryRecorded').map(({ note }) => note)).toEqual([
      'planEnded',
      'planEnded',
      'planEnded',
    ]);
  });

  it('on hold ends the hold as well', () => {
    expect(
      started
        .held()
        .ended()
        .state.holds.every(({ to }) => to !== null),
    ).toBe(true);
  });
});

describe('reopening', () => {
  it('is refused in one way, whatever stands in its way', () => {
    const obstructed = given(started.ended()).when({ ...reopen, obstructed: true });
    obstructed.thenRefused('PLAN.REOPEN_REFUSED');
    given(started.ended('died')).when(reopen).thenRefused('PLAN.REOPEN_REFUSED');
  });

  it('keeps the history, names a coordinator, and owes a new draft', () => {
    const reopened = given(version.ended('moved')).when(reopen).then({ type: 'planReopened' });
    expect(reopened.state.versions).toHaveLength(1);
    expect(reopened.awaitedKinds).toContain('draftSubmission');
    expect(reopened.notices.at(-1)).toMatchObject({ kind: 'coordinationGiven' });
  });

  it('tells the citizen of another coordinator, and nothing of the same one', () => {
    const ended = version.ended();
    const told = (coordinatorPersonId: string): string[] =>
      ended
        .does({ type: 'reopenPlan', reason: 'wished', coordinatorPersonId })
        .notices.slice(ended.notices.length)
        .map(({ kind }) => kind);
    expect(told('person-coordinator')).toEqual(['coordinationGiven']);
    expect(told('person-successor')).toEqual(['coordinationGiven', 'coordinatorNamed']);
  });

  it('leaves no delivery hanging: what was held back goes out to whoever may have it now', () => {
    const withdrawn = version
      .delivered()
      .does({ type: 'sendVersionAgain', version: 1, participantId: 'jobCentre', channel: 'letter' })
      .does({ type: 'sendVersionAgain', version: 1, participantId: 'psychiatry', channel: 'mail' })
      .ended('moved')
      .does({ type: 'withdrawConsent', participantId: 'jobCentre' }, 'citizen');
    const reopened = withdrawn.does(reopen).attended();
    const orders = reopened.eventsOf('versionDistributed').at(-1)?.orders;
    expect(orders?.map(({ participantId }) => participantId)).toEqual(['psychiatry']);
    expect(reopened.notices.filter(({ kind }) => kind === 'versionReady').length).toBeGreaterThan(
      withdrawn.notices.filter(({ kind }) => kind === 'versionReady').length,
    );
  });

  it('before any meeting owes that meeting again, with its own reminders', () => {
    const reopened = started.passing(60).ended('moved').does(reopen).passing(60);
    expect(reopened.steps.filter((step) => step === 'escalateConvening')).toHaveLength(2);
  });

  it('after the citizen’s no waits for the citizen’s answer anew, with reminders of its own', () => {
    for (const ended of [
      pending.passing(15).does(answer('no'), 'citizen'),
      version.ended('citizenWithdrew'),
    ]) {
      const reopened = ended.does(reopen);
      expect(reopened.state.citizenAnswer).toBe('pending');
      expect(reopened.awaitedKinds).toEqual(['citizenAnswer']);
      expect(reopened.passing(40).steps.filter((step) => step === 'escalateCitizenAnswer')).toHaveLength(1);
      given(reopened).when({ type: 'submitDraft' }).thenRefused('PLAN.AWAITS_CITIZEN_ANSWER');
      expect(reopened.passing(3).does(answer('yes'), 'citizen').state.citizenAnswer).toBe('yes');
      given(reopened)
        .when(answer('no'), 'citizen')
        .then({ type: 'citizenAnswered', answer: 'no' }, { type: 'planEnded', reason: 'citizenDeclined' });
    }
  });

  it('keeps in mind what was reminded of before the end', () => {
    const silent = started.withConsent('psychiatry').asked('psychiatry').passing(40);
    const again = silent.ended('moved').does(reopen).passing(30);
    expect(openRefs(again.state)).toContain('gatheringAnswer:psychiatry:1');
    const reminded = (one: Life): number => one.steps.filter((step) => step === 'remindParty').length;
    expect(reminded(again)).toBe(reminded(silent));
  });

  it('keeps a yes that the citizen gave, and asks for one that was never given', () => {
    expect(started.ended('moved').does(reopen).state.citizenAnswer).toBe('yes');
    expect(pending.ended('moved').does(reopen).awaitedKinds).toEqual(['citizenAnswer']);
  });

  it('before any meeting owes no draft yet', () => {
    expect(started.ended('moved').does(reopen).awaitedKinds).not.toContain('draftSubmission');
    const yes = started.ended().does(reopen).does(answer('yes'), 'citizen');
    expect(yes.awaitedKinds).not.toContain('draftSubmission');
    const held = yes.withConsent('psychiatry').withMeetingHeld();
    expect(held.awaitedKinds).toContain('draftSubmission');
  });

  it('owes the next draft from the citizen’s new yes, not from the reopening', () => {
    const yes = version.ended().does(reopen).passing(20).does(answer('yes'), 'citizen');
    expect(yes.awaited).toContain(`draftSubmission:2:1:${yes.at}`);
  });

  it('in an event of before the answer was asked for anew still folds', () => {
    const event = {
      type: 'planReopened',
      reason: 'wished',
      coordinatorPersonId: 'person-coordinator',
    } as const;
    const { state } = version.ended();
    const folded = evolve(state, { seq: state.seq + 1, at: version.at, event });
    expect(folded.citizenAnswer).toBe('yes');
  });

  it('lets what expired in the meantime end first', () => {
    const reopened = started.withConsent('psychiatry').ended('moved').unattended(400).does(reopen).attended();
    expect(reopened.history).toContain('consentExpired');
    expect(reopened.state.grants).toEqual({});
  });
});

describe('another policy', () => {
  it('does not repeat the reminders that were given under the former one', () => {
    const silent = started.withConsent('psychiatry').asked('psychiatry').passing(30);
    const shorter = {
      ...defaultPolicy,
      version: 'shorter',
      ladders: { ...defaultPolicy.ladders, gatheringAnswer: defaultPolicy.ladders.gatheringAnswer.slice(1) },
    };
    const after = silent.does({ type: 'replacePolicy', policy: shorter }, 'teamLeader').attended();
    expect(after.steps).toEqual(silent.steps);
  });

  it('is refused if no follow-up could be set under it', () => {
    const policy = {
      ...defaultPolicy,
      version: 'never',
      followUpMonths: { least: 12, most: 3, usual: 6 },
    };
    given(started).when({ type: 'replacePolicy', policy }, 'teamLeader').thenRefused('PLAN.POLICY_INVALID');
    given(life()).when(commands.startPlan({ policy }), 'coordinator').thenRefused('PLAN.POLICY_INVALID');
  });
});

describe('a task', () => {
  const byLetter = started.withConsent('psychiatry').does({
    type: 'changeChannel',
    participantId: 'psychiatry',
    channel: 'letter',
  });

  it('is raised where a letter has to be written, and settled with what it serves', () => {
    const asked = byLetter.asked('psychiatry');
    expect(asked.eventsOf('taskRaised').map(({ kind }) => kind)).toEqual(['sendLetter']);
    expect(
      asked
        .answered('psychiatry')
        .eventsOf('taskClosed')
        .map(({ how }) => how),
    ).toEqual(['moot']);
  });

  it('makes a reminder to somebody without mail a telephone call', () => {
    const asked = byLetter.asked('psychiatry');
    const [taskId = ''] = Object.keys(asked.state.tasks);
    const silent = asked.does({ type: 'completeTask', taskId, note: 'posted' }).passing(12);
    expect(silent.eventsOf('taskRaised').map(({ kind }) => kind)).toContain('telephone');
    expect(silent.notices.some(({ kind }) => kind === 'gatheringReminder')).toBe(false);
  });

  it('is done once, by a person', () => {
    const asked = byLetter.asked('psychiatry');
    const taskId = Object.keys(asked.state.tasks)[0] ?? '';
    const done = given(asked)
      .when({ type: 'completeTask', taskId, note: 'posted' })
      .then({ type: 'taskClosed', how: 'done' });
    given(done).when({ type: 'completeTask', taskId, note: null }).thenRefused('TASK.NOT_FOUND');
  });

  it('left alone is reminded of once, then told to the team leader', () => {
    const left = started.does({ type: 'reportSecondStart' }, 'process').passing(20);
    expect(left.steps.filter((step) => step.endsWith('Task'))).toEqual(['remindTask', 'escalateTask']);
  });
});

describe('the process', () => {
  const asked = started.withConsent('psychiatry').asked('psychiatry');
  const reminder = asked.due[0];
  if (reminder === undefined) throw new Error('nothing is due');
  const perform = {
    type: 'performStep',
    step: reminder.step,
    key: reminder.key,
    tryNow: false,
  } as const;

  it('performs a step once, however often it tries', () => {
    const done = asked.until(reminder.at).does(perform, 'process');
    given(done).when(perform, 'process').thenNothing();
  });

  it('performs nothing early, and nothing that is no longer due', () => {
    given(asked).when(perform, 'process').thenNothing();
    given(asked.answered('psychiatry').unattended(20)).when(perform, 'process').thenNothing();
  });

  it('sends only the newest of several missed reminders after a long absence', () => {
    const late = asked.unattended(60).attended();
    expect(late.notices.filter(({ kind }) => kind === 'gatheringReminder')).toHaveLength(1);
    expect(
      late.eventsOf('stepPerformed').find(({ step }) => step === 'remindParty')?.superseded,
    ).toHaveLength(2);
  });

  it('shows a step that fails as a problem, tries it again later, or now if somebody wishes so', () => {
    const failed = asked
      .until(reminder.at)
      .does(
        { type: 'reportStepProblem', step: reminder.step, key: reminder.key, code: 'MAIL.DOWN' },
        'process',
      );
    expect(waitState(failed.state).problem).toBe('MAIL.DOWN');
    given(failed).when(perform, 'process').thenNothing();
    given(failed)
      .when({ ...perform, tryNow: true }, 'process')
      .then({ type: 'stepPerformed', key: reminder.key });
    expect(failed.passing(3).steps).toContain('remindParty');
  });

  it('lets a newer reminder stand for one that failed, which is not sent after it', () => {
    const failed = asked
      .unattended(60)
      .does(
        { type: 'reportStepProblem', step: reminder.step, key: reminder.key, code: 'MAIL.DOWN' },
        'process',
      );
    const told = failed.attended();
    const newest = told.eventsOf('stepPerformed').find(({ step }) => step === 'remindParty');
    expect(newest?.superseded).toContain(reminder.key);
    expect(waitState(told.state).problem).toBeNull();
    expect(told.passing(3).notices.filter(({ kind }) => kind === 'gatheringReminder')).toHaveLength(1);
  });

  it('lets the newest of several that failed stand for them when they are tried again', () => {
    const asking = { type: 'makeRequest', requestId: 'request-1', kind: 'otherCoordinator' } as const;
    const late = started.does({ ...asking, participantId: null, words: null }, 'citizen').unattended(90);
    const rungs = late.due.filter(({ ref }) => ref === 'citizenRequest:request-1');
    const failed = rungs.reduce(
      (life, { step, key }) =>
        life.does({ type: 'reportStepProblem', step, key, code: 'MAIL.DOWN' }, 'process'),
      late,
    );
    const told = failed.unattended(2).attended();
    const keys = told.eventsOf('stepPerformed').flatMap(({ key, superseded }) => [key, ...superseded]);
    expect(rungs.length).toBeGreaterThan(1);
    for (const { key } of rungs) expect(keys.filter((one) => one === key)).toHaveLength(1);
    expect(waitState(told.state).problem).toBeNull();
  });

  it('forgets the problem of a step that nobody needs any more', () => {
    const failed = asked
      .until(reminder.at)
      .does(
        { type: 'reportStepProblem', step: reminder.step, key: reminder.key, code: 'MAIL.DOWN' },
        'process',
      );
    expect(waitState(failed.answered('psychiatry').state).problem).toBeNull();
  });
});
