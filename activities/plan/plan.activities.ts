import type {
  PlanActivities,
  StepActivities,
  StepName,
  StepRequest,
  WaitState,
} from '../../libs/contracts/index.js';
import { STEP_NAMES } from '../../libs/domain/deadline/awaited.types.js';
import type { StepPerformer } from './step-performer.js';

/**
 * Every step as an activity of its own name, so that an administrator reads in the history what was done. All of them
 * are one mechanism: which events a step leads to is decided by the rules, under the plan's lock.
 */
export function planActivities(performer: StepPerformer): StepActivities & PlanActivities {
  const steps = STEP_NAMES.map((step): [StepName, (request: StepRequest) => Promise<WaitState>] => [
    step,
    (request) => performer.perform(step, request),
  ]);
  return {
    ...(Object.fromEntries(steps) as StepActivities),
    readWaitState: ({ planId }) => performer.read(planId),
    reportStepProblem: ({ planId, step, key, code }) => performer.reportProblem(planId, step, key, code),
  };
}
