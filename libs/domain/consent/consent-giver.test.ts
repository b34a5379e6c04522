import { describe, expect, it } from '@jest/globals';
import type { ActorName } from '../../../test/factories/plan-actors.js';
import * as commands from '../../../test/factories/plan-commands.js';
import { codeOf, given, type Life, life } from '../../../test/factories/plan-life.js';
import { youngLife } from '../../../test/factories/young-citizens.js';
import { mayKnow } from '../disclosure/may-disclose.js';
import type { ErrorCode } from '../plan/errors.js';
import type { CommandOf } from '../plan/plan.types.js';

type Said = Partial<Pick<CommandOf<'giveConsent'>, 'givenBy' | 'manner' | 'basis'>>;

const adult = life().started().withConsent('psychiatry').withParticipant('jobCentre');
const withGuardian = adult.withParticipant('relative', { participantId: 'guardian', role: 'guardian' });
const sixteen = youngLife('sixteen');
const ten = youngLife('ten');

const consentTo =
  (participantId: string, said: Said = {}, consentId = 'consent-9') =>
  (at: string): CommandOf<'giveConsent'> =>
    commands.giveConsent(consentId, [commands.grant(participantId, at)], said);

const custody = { givenBy: 'custodyHolder', basis: 'custodyHolder' } as const;

describe('who gives a consent', () => {
  it.each<[string, Life, Said, ActorName, ErrorCode | null]>([
    ['the citizen, signed in', adult, { manner: 'digital' }, 'citizen', null],
    ['the citizen, on paper to the coordinator', adult, { manner: 'written' }, 'coordinator', null],
    ['the citizen, by word to the psychiatry', adult, { manner: 'oral' }, 'psychiatry', null],
    ['digitally the coordinator', adult, { manner: 'digital' }, 'coordinator', 'CONSENT.NOT_THE_GIVER'],
    ['digitally the psychiatry', adult, { manner: 'digital' }, 'psychiatry', 'CONSENT.NOT_THE_GIVER'],
    ['a custody holder of an adult', adult, custody, 'coordinator', 'CONSENT.NO_CUSTODY'],
    ['a guardian whom there is not', adult, { givenBy: 'guardian' }, 'citizen', 'CONSENT.NO_GUARDIAN'],
    ['a guardian, told to staff', withGuardian, { givenBy: 'guardian', manner: 'oral' }, 'coordinator', null],
    [
      'the citizen as the guardian',
      withGuardian,
      { givenBy: 'guardian' },
      'citizen',
      'CONSENT.NOT_THE_GIVER',
    ],
    ['one of 16 years', sixteen, { manner: 'digital' }, 'citizen', null],
    [
      'one of 16 years as the mother',
      sixteen,
      { ...custody, manner: 'digital' },
      'citizen',
      'CONSENT.NOT_THE_GIVER',
    ],
    ['the mother of one of 16 years', sixteen, { ...custody, manner: 'digital' }, 'custodyHolder', null],
    [
      'the mother as the citizen, digitally',
      sixteen,
      { manner: 'digital' },
      'custodyHolder',
      'CONSENT.NOT_THE_GIVER',
    ],
    [
      'the mother as the citizen, by word',
      sixteen,
      { manner: 'oral' },
      'custodyHolder',
      'CONSENT.NOT_THE_GIVER',
    ],
    [
      'the citizen on the basis of custody',
      sixteen,
      { basis: 'custodyHolder' },
      'citizen',
      'CONSENT.NOT_THE_GIVER',
    ],
    ['a child of ten', ten, { manner: 'digital' }, 'citizen', 'CONSENT.CITIZEN_UNDER_15'],
    ['a child of ten, told to staff', ten, { manner: 'oral' }, 'coordinator', 'CONSENT.CITIZEN_UNDER_15'],
    ['the father of a child', ten, { ...custody, manner: 'digital' }, 'relative', null],
    [
      'the father of a child, told to staff',
      ten,
      { givenBy: 'custodyHolder', manner: 'oral' },
      'coordinator',
      null,
    ],
  ])('%s', (_who, plan, said, by, code) => {
    expect(codeOf(() => plan.does(consentTo('jobCentre', said), by))).toBe(code);
  });

  it('from the fifteenth birthday on is the citizen', () => {
    const fourteen = youngLife('fourteen');
    given(fourteen).when(consentTo('jobCentre'), 'citizen').thenRefused('CONSENT.CITIZEN_UNDER_15');
    given(fourteen.unattended(8)).when(consentTo('jobCentre'), 'citizen').then({ type: 'consentGiven' });
  });
});

describe('whoever’s consent somebody else records', () => {
  const toldOf = (plan: Life): string[] =>
    plan.notices
      .filter(({ kind }) => kind === 'consentChanged')
      .map(({ recipient }) => (recipient.kind === 'participant' ? recipient.participantId : recipient.kind));

  it.each<[string, Life, Said, ActorName, string[]]>([
    ['the citizen hears of what staff recorded', adult, {}, 'coordinator', ['citizen']],
    ['nobody hears of what they gave themself', adult, {}, 'citizen', []],
    ['a young citizen and the other parent hear', sixteen, custody, 'custodyHolder', ['citizen', 'father']],
    ['both parents hear of what one of 16 gave', sixteen, {}, 'citizen', ['custodyHolder', 'father']],
    ['the other parent of a child hears', ten, custody, 'custodyHolder', ['father']],
    ['both parents of a child hear', ten, custody, 'coordinator', ['custodyHolder', 'father']],
  ])('%s', (_what, plan, said, by, heard) => {
    expect(toldOf(plan.does(consentTo('jobCentre', said), by))).toEqual([...toldOf(plan), ...heard]);
  });

  it('and of what one parent refused or withdrew', () => {
    const refused = ten.does({ type: 'refuseConsent', participantId: 'jobCentre', reason: null }, 'relative');
    expect(toldOf(refused)).toEqual(['custodyHolder']);
    const given = ten.does(consentTo('jobCentre', custody), 'custodyHolder');
    const withdrawn = given.does({ type: 'withdrawConsent', participantId: 'jobCentre' }, 'relative');
    expect(toldOf(withdrawn).slice(toldOf(given).length)).toEqual(['custodyHolder']);
  });
});

describe('a no', () => {
  const yes = consentTo('jobCentre', custody);
  const refusal = { type: 'refuseConsent', participantId: 'jobCentre', reason: null } as const;
  const withdrawal = { type: 'withdrawConsent', participantId: 'jobCentre' } as const;

  it.each<[string, Life]>([
    ['refused', ten.does(refusal, 'relative')],
    [
      'withdrew',
      ten.does(consentTo('jobCentre', custody, 'consent-1'), 'custodyHolder').does(withdrawal, 'relative'),
    ],
    ['refused, before staff recorded another no', ten.does(refusal, 'relative').does(refusal, 'coordinator')],
  ])('of the parent who %s stands over the other’s yes until they change it themself', (_how, plan) => {
    given(plan).when(yes, 'custodyHolder').thenRefused('CONSENT.REFUSAL_STANDS');
    given(plan).when(yes, 'coordinator').thenRefused('CONSENT.REFUSAL_STANDS');
    const changed = given(plan).when(yes, 'relative').then({ type: 'consentGiven' });
    expect(mayKnow(changed.state, 'jobCentre', changed.at)).toBe(true);
    given(changed)
      .when(consentTo('jobCentre', custody, 'consent-10'), 'custodyHolder')
      .then({ type: 'consentGiven' });
  });

  it('outlives the part of the parent who said it, and ends with their custody', () => {
    const leaves = { type: 'removeParticipant', participantId: 'father', reason: 'left' } as const;
    const refused = ten.does(refusal, 'relative');
    given(refused).when(leaves, 'custodyHolder').thenRefused('PARTICIPANT.HAS_SAY');
    given(refused).when(leaves).thenRefused('PARTICIPANT.HAS_SAY');
    given(refused.does(leaves, 'relative')).when(yes, 'custodyHolder').thenRefused('CONSENT.REFUSAL_STANDS');
    const decided = refused.does(commands.recordEndOfSay('father'));
    given(decided).when(yes, 'custodyHolder').thenRefused('CONSENT.REFUSAL_STANDS');
    const confirmed = decided.does(
      { type: 'confirmMatter', confirmationId: 'endOfSay:father', seen: commands.SEEN },
      'teamLeader',
    );
    given(confirmed).when(yes, 'custodyHolder').then({ type: 'consentGiven' });
  });

  it('of one parent is not lost because the other said no after it', () => {
    const both = ten.does(refusal, 'relative').does(refusal, 'custodyHolder');
    given(both).when(yes, 'custodyHolder').thenRefused('CONSENT.REFUSAL_STANDS');
  });

  it('that staff recorded is changed by whoever gives a consent', () => {
    given(ten.does(refusal)).when(yes, 'custodyHolder').then({ type: 'consentGiven' });
  });

  it('of one of 16 years is not overruled by a parent, and no parent’s no overrules their yes', () => {
    given(sixteen.does(refusal, 'citizen')).when(yes, 'custodyHolder').thenRefused('CONSENT.REFUSAL_STANDS');
    given(sixteen.does(refusal, 'relative'))
      .when(consentTo('jobCentre'), 'citizen')
      .then({ type: 'consentGiven' });
  });

  it('of a child of ten does not bind the parents', () => {
    given(ten.does(refusal, 'citizen')).when(yes, 'custodyHolder').then({ type: 'consentGiven' });
  });
});
