import type { LocalDate } from '../calendar/index.js';
import { birthDateOf, type Sex, sexOf } from './birth-date.js';
import { type Accepted, refusal, type Refusal } from './refusal.js';

/** The identifier system of CPR numbers. */
export const cprSystem = 'urn:oid:1.2.208.176.1.2';

export type CprRefusalCode = 'cpr-format' | 'cpr-day-does-not-exist';
export type CprResult = (Accepted & { birthDate: LocalDate; sex: Sex }) | Refusal<CprRefusalCode>;

const pattern = /^\d{6}-?\d{4}$/;

/** CPR-kontoret, "Personnummeret i CPR-systemet": positions 5 to 7 tell the century. */
function centuryOf(number: string): number {
  const year = Number(number.slice(4, 6));
  const seventh = Number(number.charAt(6));
  if (seventh <= 3) {
    return 19;
  }
  if (seventh === 4 || seventh === 9) {
    return year <= 36 ? 20 : 19;
  }
  return year <= 57 ? 20 : 18;
}

/**
 * Reads a CPR number, with or without hyphen; `value` is its ten digits.
 * The day must exist in the year the number tells. Modulus 11 is no rule: CPR-kontoret gives out numbers without it
 * since 1 October 2007. Whether anybody has the number, or the birth date is still to come, is not told.
 * Birth dates from 1858 to 1899 are possible by the rule and lie before what the calendar counts with.
 */
export function parseCpr(text: string): CprResult {
  const trimmed = text.trim();
  if (!pattern.test(trimmed)) {
    return refusal('cpr-format', 'Ten digits DDMMYYSSSS, with or without a hyphen after the sixth.');
  }
  const value = trimmed.replace('-', '');
  const birthDate = birthDateOf(value, centuryOf(value));
  if (birthDate === undefined) {
    return refusal('cpr-day-does-not-exist', 'Six first digits DDMMYY of a day that exists.');
  }
  return { ok: true, value, birthDate, sex: sexOf(value.charAt(9)) };
}
