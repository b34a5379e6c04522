import { findOverlaps, type Overlap } from '../domain/overlap/index.js';
import type { ExistingPlanView, OverlapDecisionView } from '../record/read/gathering.read.js';

/** An overlap with what people decided about it. */
export interface DecidedOverlap extends Overlap {
  readonly decision: OverlapDecisionView['decision'] | null;
  readonly decisionReason: string | null;
}

/** The overlaps that are told, the surest first, and whether there are or may be more than that. */
export interface DecidedOverlaps {
  readonly overlaps: readonly DecidedOverlap[];
  readonly more: boolean;
}

/** The overlaps that the rule finds, with what people decided about each. */
export function decidedOverlaps(
  plans: readonly ExistingPlanView[],
  decisions: readonly OverlapDecisionView[],
): DecidedOverlaps {
  const { overlaps, more } = findOverlaps(plans.map(({ content }) => content));
  const decided = new Map(decisions.map((one) => [one.overlapKey, one]));
  return {
    overlaps: overlaps.map((overlap) => {
      const { decision = null, reason = null } = decided.get(overlap.key) ?? {};
      return { ...overlap, decision, decisionReason: reason };
    }),
    more,
  };
}
