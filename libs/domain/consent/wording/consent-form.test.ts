import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { CONSENT_BASES, INFORMATION_KINDS } from '../consent.types.js';
import { existingPlansFrom } from '../covered-kinds.js';
import { CONSENT_WORDING_VERSIONS, consentForm } from './consent-form.js';
import type { ConsentForm, ConsentFormData } from './consent-form.types.js';

const data: ConsentFormData = {
  disclosers: ['Testkøbing Rusmiddelcenter', 'Psykiatrisk klinik'],
  recipients: [
    {
      name: 'Testkøbing Jobcenter',
      kinds: ['goals', existingPlansFrom('psychiatry')],
      purpose: 'coordination',
      from: '2027-03-01',
      to: '2028-02-29',
    },
    {
      name: 'Else Test Lauridsen',
      kinds: ['crisisPlan'],
      purpose: 'coordination',
      from: '2027-03-01',
      to: '2027-06-01',
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
