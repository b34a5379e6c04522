import { addMonths, copenhagenInstant, type Instant } from '../calendar/index.js';

/** A quarter of a year, as `2027-Q1`. */
export const QUARTER = /^(20\d{2})-Q([1-4])$/;

/** When a quarter begins and ends, in Danish time; null for a text that names none. */
export function quarterOf(text: string): { readonly from: Instant; readonly to: Instant } | null {
  const [, year, quarter] = QUARTER.exec(text) ?? [];
  if (year === undefined) return null;
  const first = addMonths(`${year}-01-01`, (Number(quarter) - 1) * 3);
  return { from: copenhagenInstant(first, '00:00'), to: copenhagenInstant(addMonths(first, 3), '00:00') };
}
