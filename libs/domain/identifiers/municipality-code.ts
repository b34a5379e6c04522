import { municipalities, type Municipality } from './municipalities.js';
import { refusal, type Refusal } from './refusal.js';

/** The code system of municipality codes in the Danish FHIR core profiles; they have no OID there. */
export const municipalityCodeSystem = 'http://hl7.dk/fhir/core/CodeSystem/dk-core-municipality-codes';

export type MunicipalityCodeRefusalCode = 'municipality-code-format' | 'municipality-code-unknown';
export type MunicipalityCodeResult =
  { ok: true; value: string; municipality: Municipality } | Refusal<MunicipalityCodeRefusalCode>;

const pattern = /^\d{4}$/;

/**
 * Reads a municipality code; `value` is its four digits, for instance `0219`. It must be one of the 98 municipalities
 * since 2007; codes of municipalities that were merged away are refused.
 */
export function parseMunicipalityCode(text: string): MunicipalityCodeResult {
  const value = text.trim();
  if (!pattern.test(value)) {
    return refusal('municipality-code-format', 'Four digits, for instance 0219.');
  }
  const municipality = municipalities.find(({ code }) => code === value);
  return municipality === undefined
    ? refusal('municipality-code-unknown', 'The code of one of the 98 municipalities since 2007.')
    : { ok: true, value, municipality };
}
