import type { PersonClaims } from './claims/read-claims.js';

/** Hashes a text under a key, so that it is found again without being kept. */
export interface KeyedHash {
  hash(text: string): Buffer;
}

/**
 * What is kept of how a provider knows a person: a keyed hash. A subject can be a name, a mail address or a number
 * that other systems know, and need not stand in the register to be found there.
 */
export function subjectKey(keyed: KeyedHash, issuer: string, subject: string): string {
  return keyOf(keyed, 'subject', issuer, subject);
}

/** The same for somebody whom the provider knows as one of an organisation's employees. */
export function employeeKey(keyed: KeyedHash, issuer: string, cvr: string, employee: string): string {
  return keyOf(keyed, 'employee', issuer, cvr, employee);
}

/** Every key under which the person who signed in may be registered, the surest first. */
export function signInKeys(keyed: KeyedHash, issuer: string, claims: PersonClaims): readonly string[] {
  const { subject, cvr, employee } = claims;
  const asEmployee = cvr === null || employee === null ? [] : [employeeKey(keyed, issuer, cvr, employee)];
  return [subjectKey(keyed, issuer, subject), ...asEmployee];
}

function keyOf(keyed: KeyedHash, ...parts: readonly string[]): string {
  return keyed.hash(JSON.stringify(['sign-in', ...parts])).toString('base64url');
}
