import { describe, expect, it } from '@jest/globals';
import * as commands from '../../../test/factories/plan-commands.js';
import { given, life } from '../../../test/factories/plan-life.js';
import { youngLife } from '../../../test/factories/young-citizens.js';
import { copenhagenInstant } from '../calendar/index.js';
import { awaitsOf } from '../plan/awaits.js';
import { answersForThemself, speakersForCitizen } from './speaks-for-citizen.js';

const spoken = (
  { state }: { state: Parameters<typeof speakersForCitizen>[0] },
  at = state.updatedAt,
): string[] => speakersForCitizen(state, at).map(({ participantId }) => participantId);

describe('who speaks for the citizen', () => {
  it.each([
    ['the citizen who is of age', life().started(), ['citizen']],
    ['the citizen from 15 years on', youngLife('sixteen'), ['citizen']],
    ['both custody holders of a younger child', youngLife('ten'), ['custodyHolder', 'father']],
    [
      'the one who still takes part',
      youngLife('ten').does(
        { type: 'removeParticipant', participantId: 'father', reason: 'left' },
        'relative',
      ),
      ['custodyHolder'],
    ],
    [
      'the child if nobody who holds custody takes part',
      life().started({
        citizenOfAgeAt: '2034-08-31T22:00:00.000Z',
        citizenAnswer: 'pending',
        answerManner: null,
      }),
      ['citizen'],
    ],
  ])('is %s', (_who, one, participantIds) => {
    expect(spoken(one)).toEqual(participantIds);
  });

  it.each([
    ['2032-06-14', '2029-06-14'],
    ['2030-02-28', '2027-02-28'],
  ])('of age on %s, the citizen answers from %s on', (ofAge, fifteenth) => {
    const state = { citizenOfAgeAt: copenhagenInstant(ofAge, '00:00') };
    const at = copenhagenInstant(fifteenth, '00:00');
    expect(answersForThemself(state, at)).toBe(true);
    expect(answersForThemself(state, new Date(Date.parse(at) - 1).toISOString())).toBe(false);
  });
});

describe('what the citizen would be asked', () => {
  const awaitedFrom = (age: 'ten' | 'sixteen', kind: string): string[] => {
    const plan = youngLife(age, { citizenAnswer: 'pending', answerManner: null });
    return awaitsOf(plan.state)
      .filter((one) => one.kind === kind)
      .map(({ from }) => (from.kind === 'participant' ? from.participantId : from.kind));
  };

  it('is awaited from the custody holders of a child, and from the citizen from 15 years on', () => {
    expect(awaitedFrom('ten', 'citizenAnswer')).toEqual(['custodyHolder', 'father']);
    expect(awaitedFrom('sixteen', 'citizenAnswer')).toEqual(['citizen']);
  });

  it('is awaited from each until they have answered, and the course begins with the last yes', () => {
    const plan = youngLife('ten', { citizenAnswer: 'pending', answerManner: null });
    const answered = plan.does(
      { type: 'recordCitizenAnswer', answer: 'yes', manner: 'digital' },
      'custodyHolder',
    );
    expect(answered.awaited).toContain('citizenAnswer:father');
    const both = answered.does({ type: 'recordCitizenAnswer', answer: 'yes', manner: 'digital' }, 'relative');
    expect(both.awaitedKinds).not.toContain('citizenAnswer');
    expect(both.state.citizenAnswer).toBe('yes');
  });

  it('is a reminder to each custody holder', () => {
    const plan = youngLife('ten', { citizenAnswer: 'pending', answerManner: null }).passing(12);
    const reminded = plan.notices
      .filter(({ kind }) => kind === 'citizenQuestion')
      .map(({ recipient }) => (recipient.kind === 'participant' ? recipient.participantId : recipient.kind));
    expect([...new Set(reminded)].sort()).toEqual(['custodyHolder', 'father']);
  });

  it('is answered by the citizen alone from 15 years on, and by a custody holder for a younger child', () => {
    const no = { type: 'recordCitizenAnswer', answer: 'no', manner: 'digital' } as const;
    const pending = { citizenAnswer: 'pending', answerManner: null } as const;
    given(youngLife('sixteen', pending)).when(no, 'custodyHolder').thenRefused('PLAN.ANSWERED_BY_ANOTHER');
    given(youngLife('sixteen', pending))
      .when(no, 'citizen')
      .then({ type: 'citizenAnswered' }, { type: 'planEnded' });
    given(youngLife('ten', pending)).when(no, 'citizen').thenRefused('PLAN.ANSWERED_BY_ANOTHER');
    given(youngLife('ten', pending))
      .when(no, 'custodyHolder')
      .then({ type: 'custodyHolderAnswered' }, { type: 'citizenAnswered' }, { type: 'planEnded' });
  });

  it('about a consent, its confirmation and its renewal, is awaited from the custody holders of a child', () => {
    const byStaff = youngLife('ten')
      .withParticipant('substance')
      .does((at) =>
        commands.giveConsent('consent-1', [commands.grant('substance', at)], {
          givenBy: 'custodyHolder',
          manner: 'oral',
        }),
      );
    expect(byStaff.awaited).toEqual(
      expect.arrayContaining([
        'consentConfirmation:consent-1:custodyHolder',
        'consentConfirmation:consent-1:father',
      ]),
    );
    const told = byStaff.notices.filter(({ kind }) => kind === 'consentConfirmation');
    expect(told.map(({ ref }) => ref)).toEqual([
      'consentConfirmation:consent-1:custodyHolder',
      'consentConfirmation:consent-1:father',
    ]);
    const confirm = { type: 'confirmConsent', consentId: 'consent-1', participantId: 'substance' } as const;
    given(byStaff).when(confirm, 'citizen').thenRefused('CONSENT.SELF_CONFIRMED');
    const confirmed = given(byStaff).when(confirm, 'relative').then({ type: 'consentConfirmed' });
    expect(confirmed.awaitedKinds).not.toContain('consentConfirmation');
    const renewing = confirmed.passing(340);
    expect(
      renewing.awaited.filter((ref) => ref.startsWith('consentRenewal')).map((ref) => ref.split(':').at(-1)),
    ).toEqual(['custodyHolder', 'father']);
  });
});
