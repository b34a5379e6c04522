import type { AgreementOutcome } from './drafting.types.js';

/** The share of agreements that bound and have ended which were kept, 0 to 1; null while none has ended. */
export function keptShare(outcomes: Readonly<Record<AgreementOutcome, number>>): number | null {
  const ended = Object.values(outcomes).reduce((sum, count) => sum + count, 0);
  return ended === 0 ? null : outcomes.kept / ended;
}
