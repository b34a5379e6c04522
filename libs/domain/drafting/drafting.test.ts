import { describe, expect, it } from '@jest/globals';
import * as commands from '../../../test/factories/plan-commands.js';
import { given, life } from '../../../test/factories/plan-life.js';
import { DomainError, type ErrorDetails } from '../plan/errors.js';
import { keptShare } from './kept-share.js';

const consented = life().started().withConsent('psychiatry', 'jobCentre');
const submitted = consented.withMeetingHeld().withDraft().submitted();
const revise = {
  type: 'reviseAgreement',
  agreementId: 'agreement-1',
  title: 'a talk each month',
  responsibleParticipantId: 'jobCentre',
  dueDate: '2027-09-01',
} as const;
const draft = consented.withMeetingHeld().withDraft();
const approve = (participantId: string) => ({ type: 'approveDraft', participantId, manner: 'oral' }) as const;
const citizenObjects = {
  type: 'objectToDraft',
  participantId: 'citizen',
  section: 'goals',
  reason: 'not mine',
} as const;
const version = life().withVersion();

/** What a refusal says besides its code. */
function refusalOf(attempt: () => unknown): ErrorDetails {
  try {
    attempt();
  } catch (error) {
    if (error instanceof DomainError) return error.details;
    throw error;
  }
  throw new Error('It was not refused.');
}

describe('two objections to one text', () => {
  const objects = (participantId: string, reason: string) =>
    ({ type: 'objectToDraft', participantId, section: 'goals', reason }) as const;
  const first = submitted.does(objects('psychiatry', 'too late'), 'psychiatry');

  it('are both on record, each with its reason, and the coordinator is told of each', () => {
    const both = given(first)
      .when(objects('citizen', 'not mine'), 'citizen')
      .then({ type: 'draftObjected', participantId: 'citizen', reason: 'not mine', toReturned: 1 });
    expect(both.eventsOf('draftObjected').map(({ reason }) => reason)).toEqual(['too late', 'not mine']);
    expect(both.notices.filter(({ kind }) => kind === 'coordinatorTold')).toHaveLength(2);
    expect(both.state.citizenObjects).toBe(true);
  });

  it('leave the work on the draft as the first one began it', () => {
    const worked = first.does(commands.saveSection('survey', 1));
    const second = worked.passing(1).does(objects('citizen', 'not mine'), 'citizen');
    expect(second.state.draftOpenedAt).toBe(first.state.draftOpenedAt);
  });

  it('are taken from each once, and from nobody who was not asked', () => {
    given(first).when(objects('psychiatry', 'again'), 'psychiatry').thenRefused('DRAFT.NOT_SUBMITTED');
    const stranger = first.withParticipant('relative');
    given(stranger).when(objects('relative', 'me too')).thenRefused('DRAFT.NOT_SUBMITTED');
  });

  it('are also taken to a draft that was withdrawn meanwhile, and not to the one before', () => {
    const withdrawn = submitted.does({ type: 'withdrawDraft', reason: 'one more thing' });
    given(withdrawn)
      .when(objects('citizen', 'not mine'), 'citizen')
      .then({ toReturned: 1, type: 'draftObjected' });
    const anew = first.passing(1).does({ type: 'submitDraft' });
    const { submittedAt } = first.state.returned ?? {};
    given(anew)
      .when({ ...objects('citizen', 'not mine'), submittedAt }, 'citizen')
      .thenRefused('DRAFT.ANOTHER_TEXT');
  });
});

describe('approval', () => {
  it('is of the text that was read', () => {
    const again = submitted
      .does({ type: 'withdrawDraft', reason: 'one more thing' })
      .passing(1)
      .does({ type: 'submitDraft' });
    const readAt = submitted.state.submission?.submittedAt;
    given(again)
      .when({ ...approve('psychiatry'), submittedAt: readAt }, 'psychiatry')
      .thenRefused('DRAFT.ANOTHER_TEXT');
    given(again)
      .when({ ...approve('psychiatry'), submittedAt: again.state.submission?.submittedAt }, 'psychiatry')
      .then({ type: 'draftApproved' });
  });
});

describe('drafting', () => {
  it('is owed from the first meeting on', () => {
    expect(consented.awaitedKinds).not.toContain('draftSubmission');
    const held = consented.withMeetingHeld();
    expect(held.awaitedKinds).toContain('draftSubmission');
    expect(held.passing(60).steps).toEqual(
      expect.arrayContaining(['remindDraftSubmission', 'escalateDraftSubmission']),
    );
  });

  it('lets the citizen and the parties write what is theirs', () => {
    for (const [by, section] of [
      ['citizen', 'citizenWishes'],
      ['psychiatry', 'challenges'],
      ['jobCentre', 'crisisPlan'],
      ['coordinator', 'survey'],
    ] as const) {
      given(consented)
        .when(commands.saveSection(section), by)
        .then({ type: 'sectionSaved', section, revision: 1 });
    }
  });

  it('never lets two people overwrite each other silently', () => {
    const saved = consented.does(commands.saveSection('challenges'), 'citizen');
    given(saved).when(commands.saveSection('challenges', 0), 'psychiatry').thenRefused('SECTION.CONFLICT');
    given(saved)
      .when(commands.saveSection('challenges', 1), 'psychiatry')
      .then({ type: 'sectionSaved', revision: 2 });
  });

  it('names what is missing in words, and the goals without an agreement by their ids', () => {
    const bare = consented.withMeetingHeld().does(commands.saveSection('survey')).does(commands.setGoal());
    expect(refusalOf(() => bare.submitted())).toEqual({
      field: 'sections',
      expected: 'challenges, followUp, an agreement for each goal',
      goalIds: ['goal-1'],
    });
  });

  it('names only sections that the writer may write', () => {
    const narrowed = consented.does({
      type: 'narrowConsent',
      participantId: 'psychiatry',
      keep: ['challenges'],
    });
    expect(refusalOf(() => narrowed.does(commands.saveSection('survey'), 'psychiatry'))).toEqual({
      field: 'section',
      expected: 'challenges',
    });
  });

  it('asks the citizen and all who may see the goals for approval', () => {
    expect(submitted.eventsOf('draftSubmitted')[0]?.approverIds).toEqual([
      'citizen',
      'psychiatry',
      'jobCentre',
    ]);
  });

  it('locks the version with the last approval, in the same commit', () => {
    given(submitted.does(approve('citizen')).does(approve('psychiatry')))
      .when(approve('jobCentre'))
      .then({ type: 'draftApproved' }, { type: 'versionLocked', version: 1, gaps: [] });
  });

  it('goes back with an objection, and a new round asks everybody again', () => {
    const back = given(submitted.does(approve('citizen')))
      .when(
        { type: 'objectToDraft', participantId: 'psychiatry', section: 'goals', reason: 'too soon' },
        'psychiatry',
      )
      .then({ type: 'draftObjected' });
    expect(back.awaitedKinds).toContain('draftSubmission');
    expect(back.awaitedKinds).not.toContain('draftApproval');
    expect(back.submitted().awaited.filter((ref) => ref.startsWith('draftApproval'))).toHaveLength(3);
  });

  it('chases the silent, then the coordinator may lock with the gap shown', () => {
    const silent = submitted.does(approve('citizen')).does(approve('psychiatry')).passing(30);
    expect(silent.steps).toEqual(expect.arrayContaining(['remindApprover', 'escalateApproval']));
    given(silent)
      .when({ type: 'lockVersion', reason: 'the job centre is silent' })
      .then({ type: 'versionLocked', gaps: ['jobCentre'] });
  });

  it('never locks over the citizen’s no', () => {
    const no = submitted.does(citizenObjects, 'citizen').submitted().passing(40);
    given(no).when({ type: 'lockVersion', reason: 'silence' }).thenRefused('DRAFT.CITIZEN_SAID_NO');
    given(no.does(approve('citizen'), 'citizen'))
      .when({ type: 'lockVersion', reason: 'silence' })
      .then({ type: 'versionLocked', gaps: ['psychiatry', 'jobCentre'] });
  });

  it('says who recorded an answer for somebody else, and how it was given', () => {
    given(submitted)
      .when(approve('citizen'))
      .then({ type: 'draftApproved', recordedBy: 'person-coordinator', manner: 'oral' });
    given(submitted)
      .when({ ...citizenObjects, manner: 'oral' })
      .then({ type: 'draftObjected', recordedBy: 'person-coordinator', manner: 'oral' });
    const own = submitted.does(approve('citizen'), 'citizen').eventsOf('draftApproved');
    expect(own).toEqual([{ type: 'draftApproved', participantId: 'citizen' }]);
  });

  it('asks how the citizen answered where somebody else records it', () => {
    given(submitted)
      .when({ type: 'approveDraft', participantId: 'citizen' })
      .thenRefused('DRAFT.MANNER_MISSING');
    given(submitted)
      .when({ type: 'approveDraft', participantId: 'psychiatry' })
      .then({ type: 'draftApproved', recordedBy: 'person-coordinator' });
  });

  it('lets nobody turn the citizen’s no into a yes but the citizen, or a yes in writing of which the citizen is told', () => {
    const no = submitted.does(citizenObjects, 'citizen').submitted();
    given(no).when(approve('citizen')).thenRefused('DRAFT.CITIZEN_SAID_NO');
    expect(no.does(approve('citizen'), 'citizen').notices).toHaveLength(no.notices.length);
    const written = given(no)
      .when({ ...approve('citizen'), manner: 'written' })
      .then({ type: 'draftApproved', manner: 'written', afterCitizensNo: true });
    expect(written.notices.at(-1)).toMatchObject({
      kind: 'approvalRecorded',
      recipient: { participantId: 'citizen' },
    });
  });

  it('tells a citizen without mail of a recorded yes by letter', () => {
    const byLetter = submitted.does({
      type: 'changeChannel',
      participantId: 'citizen',
      channel: 'letter',
    });
    const no = byLetter.does(citizenObjects, 'citizen').submitted();
    const written = no.does({ ...approve('citizen'), manner: 'written' });
    expect(Object.keys(written.state.tasks).some((taskId) => taskId.includes('approvalRecorded'))).toBe(true);
  });

  it('locks when the only silent party loses its consent', () => {
    given(submitted.does(approve('citizen')).does(approve('psychiatry')))
      .when({ type: 'withdrawConsent', participantId: 'jobCentre' }, 'citizen')
      .then({ type: 'consentWithdrawn' }, { type: 'versionLocked', gaps: [] });
  });

  it('opens anew only from a locked version, and locks the next number', () => {
    const next = version
      .does({ type: 'openRevision', from: 'goals', reason: 'new job' })
      .does(commands.saveSection('challenges', 1))
      .submitted()
      .approved();
    expect(next.eventsOf('versionLocked').map((one) => one.version)).toEqual([1, 2]);
  });
});

describe('an agreement', () => {
  it('binds with the version that holds it, and not before', () => {
    expect(submitted.awaitedKinds).not.toContain('agreementOutcome');
    expect(version.awaitedKinds).toContain('agreementOutcome');
  });

  it('made at a meeting may bind at once', () => {
    const bound = version.does((at) => commands.makeAgreement('agreement-2', at, { bindsAtOnce: true }));
    expect(bound.awaited).toContain('agreementOutcome:agreement-2');
  });

  it('reminds whoever is responsible before and after its date, then tells the coordinator', () => {
    const slipped = version.passing(80);
    expect(slipped.steps.filter((step) => /Responsible|Slipped/.test(step))).toEqual([
      'remindResponsible',
      'remindResponsible',
      'reportSlippedAgreement',
    ]);
  });

  it('becomes the coordinator’s to settle when whoever is responsible may no longer be told', () => {
    const withdrawn = version
      .does({ type: 'withdrawConsent', participantId: 'psychiatry' }, 'citizen')
      .passing(70);
    const reminders = withdrawn.notices.filter(({ kind }) => kind === 'agreementReminder');
    expect(reminders.map(({ recipient }) => recipient.kind)).toEqual(['coordinator', 'coordinator']);
  });

  it.each([
    ['kept', null, null],
    ['dropped', 'moved away', null],
    [
      'changed',
      'another day',
      {
        agreementId: 'agreement-2',
        title: 'a talk each month',
        responsibleParticipantId: 'jobCentre',
        dueDate: '2027-07-01',
      },
    ],
  ] as const)('ends as %s and is counted', (outcome, reason, replacement) => {
    const ended = version.does(
      { type: 'endAgreement', agreementId: 'agreement-1', outcome, reason, replacement },
      'psychiatry',
    );
    expect(ended.state.outcomes[outcome]).toBe(1);
    expect(ended.awaited).not.toContain('agreementOutcome:agreement-1');
    expect(ended.awaited.includes('agreementOutcome:agreement-2')).toBe(replacement !== null);
  });

  it('of a draft is changed without an outcome, so that an objection can be met', () => {
    const objection = { ...citizenObjects, participantId: 'psychiatry' };
    given(submitted).when(revise).thenRefused('DRAFT.SUBMITTED');
    const revised = given(submitted.does(objection, 'psychiatry'))
      .when(revise)
      .then({ type: 'agreementRevised', dueDate: '2027-09-01' });
    expect(revised.state.agreements['agreement-1']).toMatchObject({
      responsibleParticipantId: 'jobCentre',
      bindingSince: null,
      outcome: null,
    });
    const locked = revised.submitted().approved();
    expect(locked.awaited).toContain('agreementOutcome:agreement-1');
    expect(keptShare(locked.state.outcomes)).toBeNull();
    given(draft)
      .when({ ...revise, dueDate: draft.today.replace(/^2027/, '2026') })
      .thenRefused('AGREEMENT.DUE_DATE_PAST');
    given(draft)
      .when({ ...revise, responsibleParticipantId: 'nobody' })
      .thenRefused('PARTICIPANT.NOT_FOUND');
  });

  it('of a draft is taken out without a trace in the version', () => {
    const removed = draft.does({ type: 'removeAgreement', agreementId: 'agreement-1' });
    given(removed).when({ type: 'submitDraft' }).thenRefused('DRAFT.SECTIONS_MISSING');
    const other = removed.does((at) => commands.makeAgreement('agreement-2', at)).submitted();
    expect(other.eventsOf('draftSubmitted')[0]?.agreementIds).toEqual(['agreement-2']);
  });

  it('that binds is changed by an outcome only', () => {
    const revision = version.does({ type: 'openRevision', from: 'goals', reason: 'too early' });
    given(revision).when(revise).thenRefused('AGREEMENT.BINDING');
    given(revision)
      .when({ type: 'removeAgreement', agreementId: 'agreement-1' })
      .thenRefused('AGREEMENT.BINDING');
  });

  it('that ended before it bound anybody counts for nothing and stands in no version', () => {
    const dropped = draft
      .does((at) => commands.makeAgreement('agreement-2', at))
      .does({
        type: 'endAgreement',
        agreementId: 'agreement-1',
        outcome: 'dropped',
        reason: 'a mistake',
        replacement: null,
      });
    expect(keptShare(dropped.state.outcomes)).toBeNull();
    const locked = dropped.submitted().approved();
    expect(locked.eventsOf('draftSubmitted')[0]?.agreementIds).toEqual(['agreement-2']);
    expect(locked.state.agreements['agreement-1']?.bindingSince).toBeNull();
  });

  it('goes with its goal, while no version holds that goal', () => {
    given(draft)
      .when({ type: 'removeGoal', goalId: 'goal-1' })
      .then({ type: 'agreementRemoved', agreementId: 'agreement-1' }, { type: 'goalRemoved' });
    given(version.does({ type: 'openRevision', from: 'goals', reason: 'a mistake' }))
      .when({ type: 'removeGoal', goalId: 'goal-1' })
      .thenRefused('GOAL.IN_VERSION');
    const bound = draft.does((at) => commands.makeAgreement('agreement-2', at, { bindsAtOnce: true }));
    given(bound).when({ type: 'removeGoal', goalId: 'goal-1' }).thenRefused('AGREEMENT.BINDING');
    const added = version
      .does({ type: 'openRevision', from: 'goals', reason: 'another' })
      .does(commands.setGoal('goal-2'));
    given(added).when({ type: 'removeGoal', goalId: 'goal-2' }).then({ type: 'goalRemoved' });
  });

  it('has no goal in the version that was given up before any version held it', () => {
    const dropped = draft
      .does(commands.setGoal('goal-2'))
      .does({ type: 'reportGoalStatus', goalId: 'goal-2', status: 'dropped', note: null })
      .submitted();
    expect(dropped.eventsOf('draftSubmitted')[0]?.goalIds).toEqual(['goal-1']);
  });

  it('is late only after its date', () => {
    const late = {
      type: 'endAgreement',
      agreementId: 'agreement-1',
      outcome: 'late',
      reason: 'ill',
      replacement: null,
    } as const;
    given(version).when(late).thenRefused('AGREEMENT.NOT_LATE');
    given(version.passing(80)).when(late).then({ type: 'agreementEnded', outcome: 'late' });
  });
});
