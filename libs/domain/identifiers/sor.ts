import { type Accepted, refusal, type Refusal } from './refusal.js';

/** The identifier system of SOR codes. */
export const sorSystem = 'urn:oid:1.2.208.176.1.1';

export type SorResult = Accepted | Refusal<'sor-format'>;

const pattern = /^[1-9]\d{10,17}$/;

/**
 * Reads the code of a unit in Sundhedsvæsenets Organisationsregister; `value` is its digits.
 * Rule: at least 11 digits (Danish FHIR core profiles), at most 18 (the length of a SNOMED CT identifier, the form in
 * which the codes are given out), the first one not 0.
 */
export function parseSor(text: string): SorResult {
  const value = text.trim();
  return pattern.test(value)
    ? { ok: true, value }
    : refusal('sor-format', 'From 11 to 18 digits, the first one not 0.');
}
