import type { VersionPartKind } from '../../persistence/version-content.js';
import type { MailLanguage } from '../language.js';
import { CATALOGUES } from '../templates/catalogue.js';

/** What a letter calls what it tells beside its notices. */
export interface LetterWords {
  readonly place: string;
  readonly agenda: string;
  readonly times: string;
  readonly coordinator: string;
  readonly parts: Readonly<Record<VersionPartKind, string>>;
  readonly agreement: (title: string, responsible: string, day: string) => string;
  readonly period: (from: string, to: string) => string;
  readonly day: (date: string) => string;
}

const da: LetterWords = {
  place: 'Sted',
  agenda: 'Dagsorden',
  times: 'Foreslåede tidspunkter',
  coordinator: 'Koordinator',
  parts: {
    survey: 'Afdækning',
    challenges: 'Udfordringer',
    goals: 'Mål og aftaler',
    followUp: 'Opfølgning',
    citizenWishes: 'Borgerens ønsker',
    crisisPlan: 'Kriseplan',
  },
  agreement: (title, responsible, day) => `– ${title}. Ansvarlig: ${responsible}. Senest ${day}.`,
  period: CATALOGUES.da.period,
  day: CATALOGUES.da.date,
};

const en: LetterWords = {
  place: 'Place',
  agenda: 'Agenda',
  times: 'Proposed times',
  coordinator: 'Coordinator',
  parts: {
    survey: 'Survey',
    challenges: 'Challenges',
    goals: 'Goals and agreements',
    followUp: 'Follow-up',
    citizenWishes: 'Citizen’s wishes',
    crisisPlan: 'Crisis plan',
  },
  agreement: (title, responsible, day) => `– ${title}. Responsible: ${responsible}. By ${day}.`,
  period: CATALOGUES.en.period,
  day: CATALOGUES.en.date,
};

export const LETTER_WORDS: Readonly<Record<MailLanguage, LetterWords>> = { da, en };
