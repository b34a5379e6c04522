import { addDays, addMonths, copenhagenDate, copenhagenInstant, type Instant } from '../calendar/index.js';
import type { EndReason } from '../plan/plan.types.js';
import type { RetentionMonths } from './retention.types.js';

/** What is kept no longer than needed (GDPR article 5(1)(e)); how long that is, is policy and no legal advice. */
const USUAL_MONTHS = 60;

/** The months of a plan whose policy says nothing of retention. */
export const USUAL_RETENTION: RetentionMonths = {
  completed: USUAL_MONTHS,
  citizenDeclined: USUAL_MONTHS,
  citizenWithdrew: USUAL_MONTHS,
  moved: USUAL_MONTHS,
  died: USUAL_MONTHS,
  merged: USUAL_MONTHS,
};

/** How a plan ended, and what its policy says of retention. */
export interface EndedPlan {
  readonly endedAt: Instant;
  readonly reason: EndReason;
  /** Null in policies of before there was anything about it. */
  readonly retentionMonths: RetentionMonths | null;
}

/**
 * From when on an ended plan is to be erased (GDPR article 17): so many months after the day of its end, at the beginning of
 * the day in Denmark.
 */
export function planErasableFrom({ endedAt, reason, retentionMonths }: EndedPlan): Instant {
  return monthsAfter(endedAt, (retentionMonths ?? USUAL_RETENTION)[reason]);
}

/** What somebody has to do with plans and organisations that are kept. */
export interface Involvement {
  /** Until when the person had to do with anything; null while the person does. */
  readonly until: Instant | null;
}

/**
 * From when on somebody is to be erased who takes part in nothing any more, works nowhere and is no citizen with a plan;
 * null while the person is one of these.
 * @param months How long people are kept after that.
 */
export function personErasableFrom({ until }: Involvement, months: number): Instant | null {
  return until === null ? null : monthsAfter(until, months);
}

/** Months differ by up to three days, and the day counts whole. */
const DAYS_OF_DOUBT = 4;

/** Whoever is erasable at an instant had to do with nothing from this one on; for looking them up. */
export function uninvolvedBefore(at: Instant, months: number): Instant {
  return copenhagenInstant(addDays(addMonths(copenhagenDate(at), -months), DAYS_OF_DOUBT), '00:00');
}

/** Months of which the key of network addresses is to be destroyed: those before this one, as `YYYY-MM` (UTC). */
export function addressesErasedBefore(at: Instant, months: number): string {
  return addMonths(`${at.slice(0, 7)}-01`, -months).slice(0, 7);
}

function monthsAfter(at: Instant, months: number): Instant {
  return copenhagenInstant(addMonths(copenhagenDate(at), months), '00:00');
}
