import type { LocalDate } from '../calendar/index.js';
import { birthDateOf, type Sex, sexOf } from './birth-date.js';
import { type Accepted, refusal, type Refusal } from './refusal.js';

/** The identifier system of national replacement numbers (X-eCPR). */
export const replacementCprSystem = 'urn:oid:1.2.208.176.1.6.1.1';

export type ReplacementCprRefusalCode =
  'replacement-cpr-format' | 'replacement-cpr-regional' | 'replacement-cpr-day-does-not-exist';
export type ReplacementCprResult =
  (Accepted & { birthDate: LocalDate; sex: Sex }) | Refusal<ReplacementCprRefusalCode>;

const national = /^\d{6}-?[17][A-Z]{2}\d$/;
const regional = /^\d{6}-?[056][A-Z]{2}\d$/;
const format = 'DDMMYY, then 1 (born 1900–1999) or 7 (born 2000–2099), two letters A–Z and a digit.';

/**
 * Reads a national replacement number for somebody without CPR number, with or without hyphen, in letters of either
 * case; `value` is its ten characters with capital letters. Rule: Sundhedsdatastyrelsen, format of X-eCPR.
 * Numbers given out by a region or a practice (D-eCPR, seventh character 0, 5 or 6) are refused with a code of their
 * own: they are unique only where they were given out.
 * `birthDate` is the day the number was made where the birth date was unknown then.
 */
export function parseReplacementCpr(text: string): ReplacementCprResult {
  const trimmed = text.trim().toUpperCase();
  if (regional.test(trimmed)) {
    return refusal('replacement-cpr-regional', `A national replacement number: ${format}`);
  }
  if (!national.test(trimmed)) {
    return refusal('replacement-cpr-format', format);
  }
  const value = trimmed.replace('-', '');
  const birthDate = birthDateOf(value, value.charAt(6) === '1' ? 19 : 20);
  if (birthDate === undefined) {
    return refusal('replacement-cpr-day-does-not-exist', 'Six first digits DDMMYY of a day that exists.');
  }
  return { ok: true, value, birthDate, sex: sexOf(value.charAt(9)) };
}
