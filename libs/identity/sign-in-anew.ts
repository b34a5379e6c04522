import { addDuration, type Instant } from '../domain/calendar/index.js';
import { type AssuranceLevel, isAtLeast } from './claims/assurance.js';

/** When and how surely somebody signed in, as their provider says. */
export interface SignIn {
  /** Null if the provider does not say; an access link says nothing either. */
  readonly at: Instant | null;
  readonly assurance: AssuranceLevel | null;
}

/** What a sign-in must be for an operation that opens or ends much. */
export interface AnewWanted {
  /** How long ago it may be. */
  readonly minutes: number;
  readonly assurance: AssuranceLevel;
}

/**
 * Whether somebody signed in a short while ago, and surely enough, for an operation that asks for it
 * (`OPERATION_RULES[…].anew`). A time that is not told, or is ahead of ours, is none.
 * @param now On the clock that everybody goes by; a provider's may be a little ahead of it.
 */
export function isSignedInAnew({ at, assurance }: SignIn, wanted: AnewWanted, now: Instant): boolean {
  if (at === null || !isAtLeast(assurance, wanted.assurance)) return false;
  const earliest = addDuration(now, { minutes: -wanted.minutes });
  return at >= earliest && at <= addDuration(now, { minutes: AHEAD_MINUTES });
}

/** How far ahead a provider's clock may be. */
const AHEAD_MINUTES = 1;
