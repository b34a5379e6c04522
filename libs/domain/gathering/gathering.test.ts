import { describe, expect, it } from '@jest/globals';
import { existingPlanWith } from '../../../test/factories/existing-plans.js';
import { given, life } from '../../../test/factories/plan-life.js';
import type { GatheringAnswer } from './gathering.types.js';

const consented = life().started().withConsent('psychiatry', 'jobCentre');
const asked = consented.asked('psychiatry', 'jobCentre');

describe('an answer', () => {
  const withDocument = (documentsOf?: Record<string, string>) =>
    ({
      type: 'answerGathering',
      participantId: 'psychiatry',
      answer: { kind: 'plans', existingPlans: [], documentIds: ['document-1'] },
      documentsOf,
    }) as const;

  it('has the documents of the party that answers, and of no other', () => {
    given(asked)
      .when(withDocument({ 'document-1': 'psychiatry' }))
      .then({ type: 'gatheringAnswered' });
    given(asked)
      .when(withDocument({ 'document-1': 'jobCentre' }))
      .thenRefused('GATHERING.DOCUMENT_OF_ANOTHER');
    given(asked).when(withDocument({})).thenRefused('GATHERING.DOCUMENT_OF_ANOTHER');
  });

  it('that comes when the version is locked is a task for the coordinator, once', () => {
    const late = life()
      .started()
      .withConsent('psychiatry', 'jobCentre')
      .asked('psychiatry')
      .withVersionLocked();
    const answered = given(late)
      .when({ type: 'answerGathering', participantId: 'psychiatry', answer: { kind: 'noPlan' } })
      .then({ type: 'gatheringAnswered' }, { type: 'taskRaised', kind: 'answerAfterLock' });
    expect(answered.notices.at(-1)).toMatchObject({ kind: 'taskRaised', recipient: { kind: 'coordinator' } });
    given(answered)
      .when({ type: 'answerGathering', participantId: 'psychiatry', answer: { kind: 'noPlan' } })
      .then({ type: 'gatheringAnswered' });
    given(late.does({ type: 'openRevision', from: 'goals', reason: 'news' }))
      .when({ type: 'answerGathering', participantId: 'psychiatry', answer: { kind: 'noPlan' } })
      .then({ type: 'gatheringAnswered' });
  });

  it('is late by the deadline that a hold has moved', () => {
    const held = asked.passing(13).held().passing(7).does({ type: 'resumePlan' });
    given(held.passing(1))
      .when({ type: 'answerGathering', participantId: 'psychiatry', answer: { kind: 'noPlan' } })
      .then({ type: 'gatheringAnswered', late: false });
    given(held.passing(2))
      .when({ type: 'answerGathering', participantId: 'psychiatry', answer: { kind: 'noPlan' } })
      .then({ type: 'gatheringAnswered', late: true });
  });
});

describe('gathering', () => {
  it('is owed as soon as somebody may be asked, and the coordinator is reminded of it', () => {
    expect(consented.awaitedKinds).toContain('gatheringRequest');
    expect(consented.passing(12).steps).toContain('remindGatheringRequest');
  });

  it('is owed for each party by itself: asking one does not bring the reminder of another', () => {
    const reminded = consented.passing(12);
    const reminders = reminded.steps.filter((step) => step === 'remindGatheringRequest');
    expect(reminders).toHaveLength(2);
    expect(reminded.asked('psychiatry').attended().steps).toEqual(reminded.steps);
  });

  it('asks each party with a deadline in working days', () => {
    expect(asked.eventsOf('gatheringRequested').map(({ deadline }) => deadline)).toEqual([
      '2027-04-19T22:00:00.000Z',
      '2027-04-19T22:00:00.000Z',
    ]);
  });

  it('reminds before the deadline, at it and after it, then tells the coordinator, then the leader', () => {
    const silent = asked.answered('jobCentre').passing(40);
    expect(silent.steps.filter((step) => /Party|Silence/.test(step))).toEqual([
      'remindParty',
      'remindParty',
      'remindParty',
      'escalateSilence',
      'escalateToPartyLeader',
    ]);
    const leader = silent.notices.find(({ kind }) => kind === 'partyLeaderTold');
    expect(leader).toMatchObject({
      recipient: { kind: 'partyLeader', participantId: 'psychiatry' },
      discloses: null,
    });
  });

  it('takes as much as any party has to tell, and no more', () => {
    const answer = (goals: number): GatheringAnswer => ({
      kind: 'plans',
      existingPlans: [existingPlanWith({ goals, interventions: 50, appointments: 50 })],
      documentIds: [],
    });
    expect(asked.answered('psychiatry', answer(100)).history).toContain('gatheringAnswered');
    expect(() => asked.answered('psychiatry', answer(101))).toThrow('GATHERING.ANSWER_TOO_LONG');
  });

  it.each([
    ['a document', { kind: 'plans', existingPlans: [], documentIds: ['document-1'] }],
    ['that there is no plan', { kind: 'noPlan' }],
    ['why it cannot answer', { kind: 'cannotAnswer', reason: 'the citizen is unknown here' }],
  ] as const)('ends with %s, and nobody is reminded any more', (_answer, answer) => {
    const answered = asked.answered('psychiatry', answer).answered('jobCentre');
    expect(answered.awaitedKinds).not.toContain('gatheringAnswer');
    expect(answered.passing(40).steps).not.toContain('remindParty');
  });

  it('accepts an answer after the deadline and notes that it was late', () => {
    given(asked.passing(30))
      .when(
        { type: 'answerGathering', participantId: 'psychiatry', answer: { kind: 'noPlan' } },
        'psychiatry',
      )
      .then({ type: 'gatheringAnswered', late: true });
  });

  it('may be asked for again after an answer, in a new round', () => {
    given(asked.answered('psychiatry'))
      .when({ type: 'requestGathering', participantIds: ['psychiatry'], answerBy: null })
      .then({ type: 'gatheringRequested', round: 2 });
  });

  it('that the coordinator withdraws is not owed again, and a new request is another round', () => {
    const withdrawn = asked
      .answered('jobCentre')
      .does({ type: 'withdrawGathering', participantId: 'psychiatry', reason: 'known already' });
    expect(withdrawn.awaitedKinds).not.toContain('gatheringRequest');
    expect(withdrawn.asked('psychiatry').eventsOf('gatheringRequested').at(-1)?.round).toBe(2);
  });

  it('goes on while on hold only as far as a party answers by itself', () => {
    const held = asked.held();
    expect(held.passing(40).steps).not.toContain('remindParty');
    given(held)
      .when(
        { type: 'answerGathering', participantId: 'psychiatry', answer: { kind: 'noPlan' } },
        'psychiatry',
      )
      .then({ type: 'gatheringAnswered' });
  });

  it('does not ask twice when the same party is named twice', () => {
    expect(consented.asked('psychiatry', 'psychiatry').eventsOf('gatheringRequested')).toHaveLength(1);
  });
});
