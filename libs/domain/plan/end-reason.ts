import { END_REASONS, type EndReason } from './plan.types.js';

/** The reason for which a course ended, where that is what an agreement was dropped for; null for what somebody wrote. */
export function endReasonOf(reason: string | null): EndReason | null {
  return END_REASONS.find((one) => one === reason) ?? null;
}
