import type { GrantedKind, InformationKind } from '../consent.types.js';
import { sourceOf } from '../covered-kinds.js';

/** The kinds of information in the words of the forms and pages. */
export const KIND_WORDS: Readonly<Record<'da' | 'en', Readonly<Record<InformationKind, string>>>> = {
  da: {
    course: 'at der er et forløb, og hvornår der er møder',
    masterData: 'stamoplysninger: navn, grundlag, deltagere og koordinator',
    survey: 'afdækningen af de planer, der findes',
    challenges: 'udfordringer',
    goals: 'mål og aftaler',
    followUp: 'opfølgning',
    citizenWishes: 'dine egne ønsker',
    crisisPlan: 'kriseplanen',
    existingPlans: 'alle parters egne planer',
    contactDetails: 'adresse, telefon og e-mail',
    appointments: 'aftaler i kalenderen',
  },
  en: {
    course: 'that there is a course, and when there are meetings',
    masterData: 'master data: name, grounds, participants and coordinator',
    survey: 'the survey of existing plans',
    challenges: 'challenges',
    goals: 'goals and agreements',
    followUp: 'follow-up',
    citizenWishes: 'your own wishes',
    crisisPlan: 'the crisis plan',
    existingPlans: "all parties' own plans",
    contactDetails: 'address, telephone and e-mail',
    appointments: 'calendar appointments',
  },
};

const PLANS_FROM = { da: 'planen fra', en: 'the plan from' } as const;

/** A kind of information in words. @param sources Names of participants, for existing plans of one source. */
export function kindWords(
  kind: GrantedKind,
  language: 'da' | 'en',
  sources: Readonly<Record<string, string>> = {},
): string {
  const source = sourceOf(kind);
  if (source === null) return KIND_WORDS[language][kind as InformationKind];
  return `${PLANS_FROM[language]} ${sources[source] ?? '–'}`;
}
