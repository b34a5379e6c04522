import { type Accepted, refusal, type Refusal } from './refusal.js';

/** The identifier system of provider numbers (ydernumre). */
export const providerNumberSystem = 'urn:oid:1.2.208.176.1.4';

export type ProviderNumberResult = Accepted | Refusal<'provider-number-format'>;

const pattern = /^\d{1,6}$/;

/**
 * Reads the number of a practice under the health insurance agreements (ydernummer); `value` is its six digits, with
 * the leading zeros that some systems drop.
 */
export function parseProviderNumber(text: string): ProviderNumberResult {
  const trimmed = text.trim();
  const value = trimmed.padStart(6, '0');
  return pattern.test(trimmed) && value !== '000000'
    ? { ok: true, value }
    : refusal('provider-number-format', 'Six digits, not all 0; leading zeros may be left out.');
}
