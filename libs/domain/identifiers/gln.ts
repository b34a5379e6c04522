import { type Accepted, refusal, type Refusal } from './refusal.js';
import { weightedSum } from './weighted-sum.js';

/** The identifier system of GLN in the Danish FHIR core profiles; they have no OID there. */
export const glnSystem = 'http://www.gs1.org/gln';

export type GlnRefusalCode = 'gln-format' | 'gln-check-digit';
export type GlnResult = Accepted | Refusal<GlnRefusalCode>;

const pattern = /^\d{13}$/;

/**
 * Reads a Global Location Number (EAN location number), spaces allowed; `value` is its 13 digits.
 * Rule: GS1 General Specifications, check digit modulus 10 with weights 1 and 3 by turns.
 */
export function parseGln(text: string): GlnResult {
  const value = text.replaceAll(' ', '');
  if (!pattern.test(value)) {
    return refusal('gln-format', 'Thirteen digits.');
  }
  if (weightedSum(value, [1, 3]) % 10 !== 0) {
    return refusal('gln-check-digit', 'Thirteen digits that satisfy modulus 10.');
  }
  return { ok: true, value };
}
