import { defineQuery, defineSignal } from '@temporalio/workflow';
import type { StepName } from '../domain/deadline/awaited.types.js';
import type { WaitState } from './wait-state.js';

/** Name under which the plan's process is started. */
export const PLAN_WORKFLOW = 'plan';

/** What a plan's process is started with, and what it carries into its next run. */
export interface PlanProcessInput {
  readonly planId: string;
  readonly waitState?: WaitState;
}

/** The plan has a new wait state. Signals may come late, twice or out of order: the highest seq counts. */
export const waitStateChangedSignal = defineSignal<[WaitState]>('waitStateChanged');

/** For an administrator: ask the record again what the plan waits for. */
export const lookAgainNowSignal = defineSignal('lookAgainNow');

/** For an administrator: try the next step again now, without waiting for the next try of one that failed. */
export const performNextStepNowSignal = defineSignal('performNextStepNow');

/** For an administrator: the wait state that the process acts on. */
export const waitStateQuery = defineQuery<WaitState | null>('waitState');

/** Which step of which plan is to be performed. The key makes performing it twice performing it once. */
export interface StepRequest {
  readonly planId: string;
  readonly key: string;
  readonly tryNow: boolean;
}

/** Every step is an activity of its own name. It gives back the plan's newest wait state. */
export type StepActivities = Readonly<Record<StepName, (request: StepRequest) => Promise<WaitState>>>;

export interface StepProblemReport {
  readonly planId: string;
  readonly step: StepName;
  readonly key: string;
  readonly code: string;
}

/** What the process asks of the record besides steps. */
export interface PlanActivities {
  readWaitState(request: { readonly planId: string }): Promise<WaitState>;
  reportStepProblem(report: StepProblemReport): Promise<WaitState>;
}
