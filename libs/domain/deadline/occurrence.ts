import type { PlanState } from '../plan/plan.types.js';
import type { DueStep, StepName } from './awaited.types.js';

/** A step that may come again for the same reference: each occurrence has a key of its own. */
export function nextOccurrence(
  state: Pick<PlanState, 'performed'>,
  step: StepName,
  ref: string,
  at: string,
): DueStep {
  const base = `${step}:${ref}#`;
  const earlier = Object.keys(state.performed).filter((key) => key.startsWith(base)).length;
  return { step, ref, key: `${base}${earlier}`, at };
}

/** The reference that a step's key was made for. */
export function refOfKey(key: string): string {
  return key.slice(key.indexOf(':') + 1, key.lastIndexOf('#'));
}
