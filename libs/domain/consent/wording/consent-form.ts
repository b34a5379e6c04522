import {
  addDays,
  copenhagenDate,
  copenhagenTime,
  type Instant,
  type LocalDate,
} from '../../calendar/index.js';
import type { InformationKind } from '../consent.types.js';
import type { ConsentForm, ConsentFormData, ConsentWording } from './consent-form.types.js';
import { kindWords } from './kind-words.js';
import { WORDING_2026_1_DA } from './wording-2026-1.da.js';
import { WORDING_2026_1_EN } from './wording-2026-1.en.js';
import { WORDING_2026_2_DA } from './wording-2026-2.da.js';
import { WORDING_2026_2_EN } from './wording-2026-2.en.js';
import { WORDING_2026_3_DA } from './wording-2026-3.da.js';
import { WORDING_2026_3_EN } from './wording-2026-3.en.js';

/** Versions of the wording, newest first. Citizens have seen them: a version is never changed and never goes. */
export const CONSENT_WORDING_VERSIONS = ['2026-3', '2026-2', '2026-1'] as const;
export type ConsentWordingVersion = (typeof CONSENT_WORDING_VERSIONS)[number];

const WORDINGS: Readonly<Record<ConsentWordingVersion, Readonly<Record<'da' | 'en', ConsentWording>>>> = {
  '2026-3': { da: WORDING_2026_3_DA, en: WORDING_2026_3_EN },
  '2026-2': { da: WORDING_2026_2_DA, en: WORDING_2026_2_EN },
  '2026-1': { da: WORDING_2026_1_DA, en: WORDING_2026_1_EN },
};

/** Whether there is such a version. */
export function isConsentWordingVersion(version: string): version is ConsentWordingVersion {
  return CONSENT_WORDING_VERSIONS.some((one) => one === version);
}

/** The versions that whoever gives a consent can be shown: a custody holder those that speak of the child. */
export function wordingVersionsFor(givenBy: ConsentFormData['givenBy']): ConsentWordingVersion[] {
  return CONSENT_WORDING_VERSIONS.filter(
    (version) => givenBy !== 'custodyHolder' || WORDINGS[version].da.ofChild !== undefined,
  );
}

/**
 * The wording that the citizen is shown or has read out, filled in. It has every element that a consent to disclosure
 * must have: who discloses, each recipient, the kinds of information, the purpose, the basis, from when to when, that it
 * is voluntary and what follows from a no, how to withdraw, date and manner and who recorded it, and a contact
 * (databeskyttelsesforordningen art. 7; sundhedsloven §§ 43–44; forvaltningsloven § 28).
 */
export function consentForm(
  version: ConsentWordingVersion,
  language: 'da' | 'en',
  data: ConsentFormData,
): ConsentForm {
  const own = WORDINGS[version][language];
  const child = data.givenBy === 'custodyHolder' ? own.ofChild : undefined;
  const words = { ...own, ...child };
  const purposes = [...new Set(data.recipients.map(({ purpose }) => purpose))];
  return {
    version,
    language,
    title: words.title,
    introduction: words.introduction,
    parts: [
      { heading: words.who, lines: data.disclosers },
      {
        heading: words.recipients,
        lines: data.recipients.map(({ name, kinds, from, to }) =>
          words.recipient({
            name,
            kinds: kinds
              .map(
                (kind) =>
                  child?.kinds[kind as InformationKind] ??
                  own.kinds?.[kind as InformationKind] ??
                  kindWords(kind, language, data.sources),
              )
              .join('; '),
            from: dateWords(from, language),
            to: endWords(to, language),
          }),
        ),
      },
      { heading: words.purpose, lines: purposes.map((purpose) => words.purposes[purpose]) },
      { heading: words.basis, lines: [words.bases[data.basis]] },
      { heading: words.voluntary, lines: words.voluntaryLines },
      { heading: words.withdrawal, lines: words.withdrawalLines },
      {
        heading: words.recorded,
        lines: [
          words.recordedLine({
            date: dateWords(data.date, language),
            manner: words.manners[data.manner],
            by: data.recordedBy,
            given: words.givers[data.givenBy],
          }),
        ],
      },
      { heading: words.contact, lines: [words.contactLine(data.contact)] },
    ],
  };
}

const MONTHS = {
  da: [
    'januar',
    'februar',
    'marts',
    'april',
    'maj',
    'juni',
    'juli',
    'august',
    'september',
    'oktober',
    'november',
    'december',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
} as const;

/** The last whole day of a period; the time as well if it ends within a day (Denmark). */
function endWords(to: Instant, language: 'da' | 'en'): string {
  const [day, time] = [copenhagenDate(to), copenhagenTime(to)];
  if (time === '00:00') return dateWords(addDays(day, -1), language);
  const date = dateWords(day, language);
  return language === 'da' ? `${date} kl. ${time.replace(':', '.')}` : `${date} at ${time}`;
}

function dateWords(date: LocalDate, language: 'da' | 'en'): string {
  const [year, month, day] = date.split('-').map(Number);
  const name = MONTHS[language][(month ?? 1) - 1] ?? '';
  return `${String(day)}${language === 'da' ? '.' : ''} ${name} ${String(year)}`;
}
