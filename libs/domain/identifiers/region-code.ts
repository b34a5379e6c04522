import { refusal, type Refusal } from './refusal.js';

/** The identifier system of region codes: ISO 3166-2 as named in FHIR. */
export const regionCodeSystem = 'urn:iso:std:iso:3166:-2';

/** The five regions of Denmark by ISO 3166-2 code, with their Danish names. */
export const regions = [
  { code: 'DK-81', danishName: 'Region Nordjylland' },
  { code: 'DK-82', danishName: 'Region Midtjylland' },
  { code: 'DK-83', danishName: 'Region Syddanmark' },
  { code: 'DK-84', danishName: 'Region Hovedstaden' },
  { code: 'DK-85', danishName: 'Region Sjælland' },
] as const;

export type RegionCode = (typeof regions)[number]['code'];
export type RegionCodeResult = { ok: true; value: RegionCode } | Refusal<'region-code-unknown'>;

/** Reads a region code, in letters of either case; `value` is `DK-81` to `DK-85`. */
export function parseRegionCode(text: string): RegionCodeResult {
  const upperCase = text.trim().toUpperCase();
  const region = regions.find(({ code }) => code === upperCase);
  return region === undefined
    ? refusal('region-code-unknown', 'DK-81, DK-82, DK-83, DK-84 or DK-85.')
    : { ok: true, value: region.code };
}
