import type { Language } from './problem.types.js';

/** Who may do something, in words that fit wherever they stand in the sentence. */
const ROLES = {
  coordinator: { da: 'koordinatoren', en: 'the coordinator' },
  deputy: { da: 'stedfortræderen', en: 'the deputy' },
  successor: { da: 'den foreslåede efterfølger', en: 'the proposed successor' },
  citizen: { da: 'borgeren', en: 'the citizen' },
  custodyHolder: { da: 'den, der har forældremyndigheden', en: 'whoever holds custody' },
  representative: { da: 'parterne', en: 'the parties' },
  relative: { da: 'de pårørende', en: 'the relatives' },
  chair: { da: 'mødelederen', en: 'the chair of the meeting' },
  teamLeader: { da: 'teamlederen', en: 'the team leader' },
  self: { da: 'den, det handler om', en: 'the person whom it concerns' },
  practitioner: { da: 'medarbejdere', en: 'practitioners' },
  administrator: { da: 'en administrator', en: 'an administrator' },
  auditor: { da: 'en auditor', en: 'an auditor' },
  programmeLead: { da: 'en programleder', en: 'a programme lead' },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

type NamedRole = keyof typeof ROLES;

function isNamed(role: string): role is NamedRole {
  return Object.hasOwn(ROLES, role);
}

/**
 * The roles that may do what somebody may not, read from what a rule expected.
 * @param expected roles as the rules name them, with commas between; anything else names nobody
 * @returns none if it is not told by roles
 */
export function permittedRoles(expected: string | undefined): string[] {
  const roles = (expected ?? '').split(/, | or /).filter((role) => role !== '' && role !== 'process');
  return roles.every(isNamed) ? [...new Set(roles)] : [];
}

/** Who may do it, as a sentence: whoever reads it is none of them. Null if nobody is named. */
export function permittedSentence(language: Language, roles: readonly string[]): string | null {
  const named = roles.filter(isNamed).map((role) => ROLES[role][language]);
  const last = named.at(-1);
  if (last === undefined) return null;
  const others = named.slice(0, -1).join(', ');
  const or = { da: 'eller', en: 'or' }[language];
  const all = others === '' ? last : `${others} ${or} ${last}`;
  return language === 'da' ? `Det kan ${all} gøre.` : `It can be done by ${all}.`;
}
