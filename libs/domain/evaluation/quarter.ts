import { addMonths, copenhagenInstant, type Instant } from '../calendar/index.js';

/** A quarter of a year, as `2027-Q1`. */
export const QUARTER = /^(20\d{2})-Q([1-4])$/;

/** How long after its end a quarter is told: what was under way then is on record, also by a clock that is late. In ms. */
const TOLD_AFTER = 3_600_000;

export interface Quarter {
  /** As `2027-Q1`. */
  readonly name: string;
  readonly from: Instant;
  /** Not in it any more. */
  readonly to: Instant;
  readonly toldFrom: Instant;
}

/** When a quarter begins and ends, in Danish time, and from when on it is told; null for a text that names none. */
export function quarterOf(name: string): Quarter | null {
  const [, year, quarter] = QUARTER.exec(name) ?? [];
  if (year === undefined) return null;
  const first = addMonths(`${year}-01-01`, (Number(quarter) - 1) * 3);
  const to = copenhagenInstant(addMonths(first, 3), '00:00');
  return {
    name,
    from: copenhagenInstant(first, '00:00'),
    to,
    toldFrom: new Date(Date.parse(to) + TOLD_AFTER).toISOString(),
  };
}
