import { describe, expect, it } from '@jest/globals';
import * as commands from '../../../test/factories/plan-commands.js';
import { type Life, life } from '../../../test/factories/plan-life.js';
import type { InformationKind } from '../consent/consent.types.js';
import { disclosedKinds, mayDisclose } from './may-disclose.js';

const started = life().started();
const minor = life().started({ citizenOfAgeAt: '2027-10-01T22:00:00.000Z' });

function reason(one: Life, participantId: string, kind: InformationKind, at = one.at): string {
  return mayDisclose(one.state, { participantId, kind, purpose: 'coordination', at }).reason;
}

function granted(change: Partial<Parameters<typeof commands.grant>[2]>): Life {
  return started
    .withParticipant('psychiatry')
    .does((at) => commands.giveConsent('consent-1', [commands.grant('psychiatry', at, change)]), 'citizen');
}

describe('the gate', () => {
  it.each([
    ['the citizen may have everything', started, 'citizen', 'ownInformation'],
    [
      'who holds custody of a minor may',
      minor.withParticipant('custodyHolder'),
      'custodyHolder',
      'custodyHolder',
    ],
    [
      'from the day on which the citizen comes of age they may not',
      minor.withParticipant('custodyHolder').unattended(400),
      'custodyHolder',
      'custodyEnded',
    ],
    ['who does not take part may have nothing', started, 'nobody', 'notAParticipant'],
    [
      'who takes part without consent neither',
      started.withParticipant('psychiatry'),
      'psychiatry',
      'noConsent',
    ],
    ['with the citizen’s consent they may', granted({}), 'psychiatry', 'consent'],
    ['not what the consent leaves out', granted({ kinds: ['survey'] }), 'psychiatry', 'kindNotCovered'],
    [
      'not before its beginning',
      granted({ from: commands.daysAfter(started.at, 5) }),
      'psychiatry',
      'consentNotBegun',
    ],
    [
      'not for coordination if given for evaluation',
      granted({ purpose: 'evaluation' }),
      'psychiatry',
      'noConsent',
    ],
    [
      'not once they have left',
      granted({}).does({ type: 'removeParticipant', participantId: 'psychiatry', reason: 'left' }),
      'psychiatry',
      'participantRemoved',
    ],
    [
      'not when it was refused',
      granted({}).does({ type: 'refuseConsent', participantId: 'psychiatry', reason: null }),
      'psychiatry',
      'refused',
    ],
    [
      'a provisional consent opens nothing',
      started
        .withParticipant('substance')
        .does((at) => commands.giveConsent('consent-1', [commands.grant('substance', at)])),
      'substance',
      'consentProvisional',
    ],
    [
      'a recorded statutory basis does',
      started
        .withParticipant('psychiatry')
        .does((at) => commands.recordBasis('basis-1', 'psychiatry', at, { kinds: ['goals'] })),
      'psychiatry',
      'statutoryBasis',
    ],
  ])('%s', (_sentence, before, participantId, expected) => {
    expect(reason(before, participantId, 'goals')).toBe(expected);
  });

  it('opens at the first instant of a consent and closes at its last', () => {
    const to = commands.daysAfter(started.at, 20);
    const from = commands.daysAfter(started.at, 5);
    const before = granted({ from, to });
    expect(reason(before, 'psychiatry', 'goals', from)).toBe('consent');
    expect(reason(before, 'psychiatry', 'goals', to)).toBe('consentOver');
  });

  it('lets whoever has a consent to anything know that there is a course', () => {
    expect(reason(granted({ kinds: ['crisisPlan'] }), 'psychiatry', 'course')).toBe('consent');
  });

  it('names the consent that an answer rests on', () => {
    const answer = mayDisclose(granted({}).state, {
      participantId: 'psychiatry',
      kind: 'goals',
      purpose: 'coordination',
      at: started.at,
    });
    expect(answer.restsOn).toBe('consent-1:0');
  });

  it('gives of many kinds those that are covered', () => {
    const before = granted({ kinds: ['goals', 'survey'] });
    expect(disclosedKinds(before.state, 'psychiatry', ['survey', 'crisisPlan', 'goals'], before.at)).toEqual([
      'survey',
      'goals',
    ]);
  });
});
