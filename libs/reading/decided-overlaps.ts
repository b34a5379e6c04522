import { findOverlaps, type Overlap } from '../domain/overlap/index.js';
import type { ExistingPlanView, OverlapDecisionView } from '../record/read/gathering.read.js';

/** An overlap with what people decided about it. */
export interface DecidedOverlap extends Overlap {
  readonly decision: OverlapDecisionView['decision'] | null;
  readonly decisionReason: string | null;
}

/** The overlaps that the rule finds, with what people decided about each. */
export function decidedOverlaps(
  plans: readonly ExistingPlanView[],
  decisions: readonly OverlapDecisionView[],
): DecidedOverlap[] {
  return findOverlaps(plans.map(({ content }) => content)).map((overlap) => {
    const decided = decisions.find(({ overlapKey }) => overlapKey === overlap.key);
    return { ...overlap, decision: decided?.decision ?? null, decisionReason: decided?.reason ?? null };
  });
}
