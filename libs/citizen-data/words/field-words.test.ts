import { describe, expect, it } from '@jest/globals';
import { operationWords } from './operation-words.js';
import { type NameOf, toldFields } from './field-words.js';

const nameOf: NameOf = (id) => ({ p1: 'Jobcenter: Else Test', goals: 'mål og aftaler' })[id] ?? null;

describe('what was written, in words', () => {
  it.each<[Record<string, unknown>, string[]]>([
    [
      { section: 'crisisPlan', revision: 2, content: 'Ring til Ida.' },
      ['Tekst: Ring til Ida.', 'Afsnit: Kriseplan', 'Udgave: 2'],
    ],
    [
      { participantId: 'p1', at: '2027-03-01T09:00:00.000Z' },
      ['Hvem: Jobcenter: Else Test', 'Tid: 1.3.2027 kl. 10.00'],
    ],
    [{ dueDate: '2027-06-01', binding: false, seq: 3 }, ['Dato: 1.6.2027', 'Bindende: Nej']],
    [
      { grants: [{ grantId: 'x', participantId: 'p1', kinds: ['goals'], status: 'given' }] },
      ['Samtykke til: Status: Gælder, Oplysninger: mål og aftaler, Hvem: Jobcenter: Else Test'],
    ],
    [{ reason: 'moved', note: null }, ['Begrundelse: Flyttet']],
    [{ reason: 'constructor' }, ['Begrundelse: constructor']],
    [{ answers: { option1: 'yes', option2: 'ifNeeded' } }, ['Svar på tidspunkter: Ja, Om nødvendigt']],
    [{ policy: { version: '1' }, key: 'k', meetingId: 'm' }, []],
  ])('%j', (content, told) => {
    expect(toldFields(content, nameOf).map(({ label, value }) => `${label}: ${value}`)).toEqual(told);
  });
});

describe('what somebody did, in words', () => {
  it.each([
    ['getPlan', 'Læste planen'],
    ['remindParty', 'Systemet minder en part om at svare'],
    ['somethingOfAnOlderRelease', 'somethingOfAnOlderRelease'],
    ['toString', 'toString'],
  ])('%s', (operation, words) => {
    expect(operationWords(operation)).toBe(words);
  });
});
