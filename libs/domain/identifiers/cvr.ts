import { type Accepted, refusal, type Refusal } from './refusal.js';
import { weightedSum } from './weighted-sum.js';

/** The identifier system of CVR numbers in the Danish FHIR core profiles; they have no OID there. */
export const cvrSystem = 'http://cvr.dk';

export type CvrRefusalCode = 'cvr-format' | 'cvr-check-digit';
export type CvrResult = Accepted | Refusal<CvrRefusalCode>;

const pattern = /^[1-9]\d{7}$/;
const weights = [2, 7, 6, 5, 4, 3, 2, 1];

/**
 * Reads the number of a legal unit in Det Centrale Virksomhedsregister, spaces allowed; `value` is its eight digits.
 * Rule: the sum of the digits with weights 2 7 6 5 4 3 2 1 is divisible by 11; the first digit is not 0.
 */
export function parseCvr(text: string): CvrResult {
  const value = text.replaceAll(' ', '');
  if (!pattern.test(value)) {
    return refusal('cvr-format', 'Eight digits, the first one not 0.');
  }
  if (weightedSum(value, weights) % 11 !== 0) {
    return refusal('cvr-check-digit', 'Eight digits that satisfy modulus 11.');
  }
  return { ok: true, value };
}
