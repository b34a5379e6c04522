import { findOverlaps } from '../../../libs/domain/overlap/index.js';
import type { ExistingPlanView, OverlapDecisionView } from '../../../libs/record/read/gathering.read.js';
import type { OverlapsView } from './gathering.view.js';

/** The overlaps that the rule finds, with what people decided about each. */
export function overlapsOf(
  plans: readonly ExistingPlanView[],
  decisions: readonly OverlapDecisionView[],
): OverlapsView['items'] {
  return findOverlaps(plans.map(({ content }) => content)).map((overlap) => {
    const decided = decisions.find(({ overlapKey }) => overlapKey === overlap.key);
    return { ...overlap, decision: decided?.decision ?? null, decisionReason: decided?.reason ?? null };
  });
}
