import { describe, expect, it } from '@jest/globals';
import * as commands from '../../../test/factories/plan-commands.js';
import { actors } from '../../../test/factories/plan-actors.js';
import { given, type Life, life } from '../../../test/factories/plan-life.js';
import { mayKnow } from '../disclosure/may-disclose.js';
import { refusalOf } from '../notice/notices.js';
import { endEffects } from './end-effects.js';
import { phaseOf } from './phase.js';
import { waitState } from './wait-state.js';

const stop = { type: 'withdrawFromCourse', words: 'Nok nu' } as const;
const reopen = { type: 'reopenPlan', reason: 'wished', coordinatorPersonId: 'person-coordinator' } as const;
const asked = life().started().withConsent('psychiatry', 'jobCentre').asked('psychiatry').withMeeting();
const based = asked.does((at) => commands.recordBasis('basis-1', 'psychiatry', at));

const knows = (one: Life, participantId: string): boolean => mayKnow(one.state, participantId, one.at);

describe('the citizen’s own end of the course', () => {
  it('ends at that instant every consent and basis, meetings and whatever was awaited', () => {
    const ended = based.does(stop, 'citizen');
    expect(ended.eventsOf('planEnded')).toMatchObject([{ reason: 'citizenWithdrew', by: 'person-citizen' }]);
    expect([ended.state.grants, ended.state.bases, ended.awaited, ended.due]).toEqual([{}, {}, [], []]);
    expect([knows(based, 'psychiatry'), knows(ended, 'psychiatry')]).toEqual([true, false]);
  });

  it('is told to the coordinator and to those who knew, and to nobody else', () => {
    const ended = asked.does(stop, 'citizen');
    const told = ended.notices.slice(asked.notices.length).filter(({ kind }) => kind === 'courseEnded');
    expect(told.map(({ recipient }) => recipient)).toEqual([
      { kind: 'coordinator' },
      { kind: 'participant', participantId: 'jobCentre' },
      { kind: 'participant', participantId: 'psychiatry' },
    ]);
    for (const one of told) expect(refusalOf(ended.state, one, ended.at)).toBeNull();
  });

  it('is nobody’s but theirs, also on hold and before their answer', () => {
    given(asked).when(stop).thenRefused('ACTOR.NOT_PERMITTED');
    given(asked).when(stop, 'psychiatry').thenRefused('ACTOR.NOT_PERMITTED');
    given(asked.ended('moved')).when(stop, 'citizen').thenRefused('PLAN.ENDED');
    expect(asked.held().does(stop, 'citizen').state.ended?.reason).toBe('citizenWithdrew');
    const pending = life().started({ citizenAnswer: 'pending', answerManner: null });
    expect(pending.does(stop, 'citizen').state.ended?.reason).toBe('citizenDeclined');
  });

  it('is foretold by the rules that carry it out', () => {
    const effects = endEffects(based.state, stop, { at: based.at, actor: actors.citizen });
    expect(effects).toMatchObject({
      losesSight: ['jobCentre', 'psychiatry'],
      cancelsMeetings: ['meeting-1'],
      endsRights: ['jobCentre', 'psychiatry'],
      tellsCoordinator: true,
    });
    const byStaff = { at: based.at, actor: actors.coordinator };
    const moved = endEffects(based.state, commands.endPlan('moved'), byStaff);
    expect(moved).toMatchObject({ losesSight: [], endsRights: [], cancelsMeetings: ['meeting-1'] });
    expect(based.state.ended).toBeNull();
  });
});

describe('a plan that is opened again', () => {
  it('after the citizen’s no asks them anew, and then about everybody', () => {
    const open = asked.does(stop, 'citizen').passing(3).does(reopen);
    expect(open.awaitedKinds).toEqual(['citizenAnswer']);
    const yes = open.does({ type: 'recordCitizenAnswer', answer: 'yes', manner: 'oral' }, 'citizen');
    expect(yes.awaited.filter((ref) => ref.startsWith('consentDecision')).length).toBe(2);
    expect(phaseOf(yes.state)).toBe('consent');
    given(yes)
      .when((at) => commands.giveConsent('consent-9', [commands.grant('psychiatry', at)]))
      .then({
        type: 'consentGiven',
      });
  });

  it('after all consents are over waits for them, with a ladder up to the team leader', () => {
    const open = life().withVersion().ended('moved').unattended(400).does(reopen);
    expect(waitState(open.state)).toMatchObject({ phase: 'consent' });
    expect(open.awaited.filter((ref) => ref.startsWith('consentDecision')).length).toBe(2);
    const later = open.passing(60);
    expect(later.steps.slice(open.steps.length)).toEqual(
      expect.arrayContaining(['remindConsentDecision', 'escalateConsentDecision']),
    );
    expect(phaseOf(open.withConsent('psychiatry').state)).not.toBe('consent');
  });

  it('leaves a no as it was said, and a consent that lasts', () => {
    const refused = asked.does(
      { type: 'refuseConsent', participantId: 'jobCentre', reason: null },
      'citizen',
    );
    const open = refused.ended('moved').passing(3).does(reopen);
    expect(open.awaited.some((ref) => ref.startsWith('consentDecision'))).toBe(false);
    expect(knows(open, 'psychiatry')).toBe(true);
  });
});
