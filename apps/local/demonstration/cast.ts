import type { CastPerson } from './cast.types.js';
import { CAST_CITIZENS, CAST_CUSTODY_HOLDERS, CAST_RELATIVES, type CitizenName } from './citizens.js';
import { CAST_STAFF, type StaffName } from './staff.js';

export type CastName = StaffName | CitizenName;

/** Everyone of the demonstration: staff, citizens, those who hold custody, relatives. */
export const CAST_PEOPLE: readonly CastPerson[] = [
  ...CAST_STAFF,
  ...CAST_CITIZENS,
  ...CAST_CUSTODY_HOLDERS,
  ...CAST_RELATIVES,
];

/** The person who is called so in the demonstration. */
export function castMember(name: CastName): CastPerson {
  const found = CAST_PEOPLE.find(({ calledAs }) => calledAs === name);
  if (found === undefined) throw new Error(`Nobody of the cast is called ${name}.`);
  return found;
}

/** How a person of the demonstration is written on screen, or null for a person who is not of it. */
export function castTitle(personId: string): string | null {
  const found = CAST_PEOPLE.find(({ id }) => id === personId);
  return found === undefined ? null : `${found.givenName} ${found.familyName}`;
}
