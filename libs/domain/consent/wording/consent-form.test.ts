import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { copenhagenInstant } from '../../calendar/index.js';
import { CONSENT_BASES, INFORMATION_KINDS } from '../consent.types.js';
import { existingPlansFrom } from '../covered-kinds.js';
import { CONSENT_WORDING_VERSIONS, consentForm, wordingVersionsFor } from './consent-form.js';
import type { ConsentForm, ConsentFormData } from './consent-form.types.js';

const data: ConsentFormData = {
  disclosers: ['Testkøbing Rusmiddelcenter', 'Psykiatrisk klinik'],
  recipients: [
    {
      name: 'Testkøbing Jobcenter',
      kinds: ['goals', existingPlansFrom('psychiatry')],
      purpose: 'coordination',
      from: '2027-03-01',
      to: copenhagenInstant('2028-03-01', '00:00'),
    },
    {
      name: 'Else Test Lauridsen',
      kinds: ['crisisPlan'],
      purpose: 'coordination',
      from: '2027-03-01',
      to: copenhagenInstant('2027-06-02', '00:00'),
    },
  ],
  basis: 'healthAct43',
  givenBy: 'citizen',
  manner: 'oral',
  date: '2027-03-01',
  recordedBy: 'Ravn Testesen',
  contact: { name: 'Ravn Testesen', telephone: '99 99 10 01' },
  sources: { psychiatry: 'Psykiatrisk klinik' },
};

const textOf = ({ title, introduction, parts }: ConsentForm): string =>
  [title, introduction, ...parts.flatMap(({ heading, lines }) => [heading, ...lines])].join('\n');

/** What the texts of each version were when they were first shown; a new version adds a line, none is changed. */
const SHOWN: Readonly<Record<string, string>> = {
  '2026-3 da': '098b877c5e8f8334',
  '2026-3 en': 'ddc775c1a9ceb734',
  '2026-2 da': '110b78f74c689753',
  '2026-2 en': '5f59079947808479',
  '2026-1 da': 'd9327bbda409e146',
  '2026-1 en': 'e5ecef83add00bdb',
};

/** A form in which every text of a wording comes up. */
function everything(version: (typeof CONSENT_WORDING_VERSIONS)[number], language: 'da' | 'en'): string {
  const forms = CONSENT_BASES.flatMap((basis) =>
    (['oral', 'written', 'digital'] as const).flatMap((manner) =>
      (['citizen', 'custodyHolder', 'guardian'] as const).map((givenBy) => {
        const [recipient] = data.recipients;
        const recipients =
          recipient === undefined
            ? []
            : (['coordination', 'evaluation'] as const).map((purpose) => ({
                ...recipient,
                kinds: [...INFORMATION_KINDS, ...recipient.kinds],
                purpose,
              }));
        return textOf(consentForm(version, language, { ...data, recipients, basis, manner, givenBy }));
      }),
    ),
  );
  return forms.join('\n');
}

describe('the form of a consent', () => {
  it.each([
    ['who discloses', 'Psykiatrisk klinik'],
    [
      'each recipient, with the kinds of information and the period',
      'Testkøbing Jobcenter må få: mål og aftaler; planen fra Psykiatrisk klinik. Fra 1. marts 2027 til og med 29. februar 2028.',
    ],
    [
      'the other recipient',
      'Else Test Lauridsen må få: kriseplanen. Fra 1. marts 2027 til og med 1. juni 2027.',
    ],
    ['the purpose', 'koordinere hjælpen'],
    ['the basis and its longest period', '§ 43. Samtykket gælder højst et år'],
    ['that it is voluntary', 'Det er frivilligt'],
    ['what follows from a no', 'Siger du nej, får modtageren ikke oplysningerne'],
    ['how to withdraw', 'lige så let som at give det'],
    [
      'date, manner and who recorded it',
      'Givet af dig selv, mundtligt den 1. marts 2027. Skrevet ned af Ravn Testesen.',
    ],
    ['a contact', 'Ravn Testesen, telefon 99 99 10 01'],
    ['its name', 'Samtykke til videregivelse'],
  ])('says %s', (_what, words) => {
    expect(textOf(consentForm('2026-1', 'da', data))).toContain(words);
  });

  it.each([
    [
      '2027-01-01T00:00:00.000Z',
      'til og med 1. januar 2027 kl. 01.00.',
      'to 1 January 2027 at 01:00 inclusive.',
    ],
    ['2026-12-31T23:00:00.000Z', 'til og med 31. december 2026.', 'to 31 December 2026 inclusive.'],
    ['2027-06-30T22:00:00.000Z', 'til og med 30. juni 2027.', 'to 30 June 2027 inclusive.'],
  ])('says when a period ends that ends at %s', (to, danish, english) => {
    const ending = { ...data, recipients: data.recipients.map((recipient) => ({ ...recipient, to })) };
    expect(textOf(consentForm('2026-2', 'da', ending))).toContain(danish);
    expect(textOf(consentForm('2026-2', 'en', ending))).toContain(english);
  });

  it('speaks of the child to who holds custody, and never as if they were the citizen', () => {
    const recipients = data.recipients.flatMap((recipient) =>
      (['coordination', 'evaluation'] as const).map((purpose) => ({
        ...recipient,
        kinds: INFORMATION_KINDS,
        purpose,
      })),
    );
    const ofChild = { ...data, recipients, givenBy: 'custodyHolder', basis: 'custodyHolder' } as const;
    const danish = textOf(consentForm('2026-2', 'da', ofChild));
    expect(danish).toContain('oplysninger om barnet');
    expect(danish).toContain('barnets egne ønsker');
    expect(danish).not.toMatch(/om dig|til dig|din |dine |du har ret/);
    const english = textOf(consentForm('2026-2', 'en', ofChild));
    expect(english).not.toMatch(/about you\b|for you\b|your |who you are|that you have a right/);
    expect(wordingVersionsFor('custodyHolder')).toEqual(['2026-3', '2026-2']);
    expect(wordingVersionsFor('citizen')).toEqual(['2026-3', '2026-2', '2026-1']);
  });

  it('says as much in English as in Danish', () => {
    const da = consentForm('2026-1', 'da', data);
    const en = consentForm('2026-1', 'en', data);
    expect(en.parts.map(({ lines }) => lines.length)).toEqual(da.parts.map(({ lines }) => lines.length));
    expect(textOf(en)).toContain('From 1 March 2027 to 29 February 2028 inclusive.');
  });

  it.each(
    CONSENT_WORDING_VERSIONS.flatMap((version) => [[version, 'da'] as const, [version, 'en'] as const]),
  )('version %s in %s is still what citizens were shown', (version, language) => {
    const hash = createHash('sha256').update(everything(version, language)).digest('hex').slice(0, 16);
    expect(hash).toBe(SHOWN[`${version} ${language}`]);
  });
});
