import { CAST_PEOPLE } from '../../apps/local/demonstration/cast.js';
import type { CastPerson } from '../../apps/local/demonstration/cast.types.js';
import { parseCpr } from '../../libs/domain/identifiers/index.js';

/** Shorter words may stand anywhere by chance. */
const SHORTEST = 6;

/** What nobody but who may know somebody may read of them: number, birth date, how they are reached, and who they are. */
export function personalWordsOf(person: CastPerson): string[] {
  const { givenName, familyName, email, telephone, address, organisationId, cpr } = person;
  const words = [email, telephone, telephone?.replaceAll(' ', ''), ...(address?.split(', ') ?? [])];
  // Who works in an organisation is no secret.
  if (organisationId === null) words.push(`${givenName} ${familyName}`, familyName, ...givenName.split(' '));
  if (cpr !== null) words.push(...numberWords(cpr));
  return words.filter((word): word is string => (word?.length ?? 0) >= SHORTEST && word !== 'Test');
}

/** The same of everyone of the demonstration. */
export const PERSONAL_WORDS: readonly string[] = [...new Set(CAST_PEOPLE.flatMap(personalWordsOf))];

function numberWords(cpr: string): string[] {
  const parsed = parseCpr(cpr);
  if (!parsed.ok) throw new Error('A test person has a number that cannot exist.');
  const { value, birthDate } = parsed;
  return [value, `${value.slice(0, 6)}-${value.slice(6)}`, birthDate];
}
