import type { Client } from '@temporalio/client';
import { TypedSearchAttributes } from '@temporalio/common';
import {
  attributesOf,
  PLAN_WORKFLOW,
  planWorkflowId,
  PLANS_TASK_QUEUE,
  staticSummaryOf,
  type WaitState,
  waitStateChangedSignal,
} from '../contracts/index.js';

/**
 * Tells a plan's process its wait state, and starts the process if there is none, in one call: so doing it again starts
 * no second one, and a plan whose process was lost gets one with its next event.
 */
export async function tellProcess(client: Client, planId: string, waitState: WaitState): Promise<void> {
  const known = attributesOf(waitState).filter((pair) => pair.value !== null);
  await client.workflow.signalWithStart(PLAN_WORKFLOW, {
    workflowId: planWorkflowId(planId),
    taskQueue: PLANS_TASK_QUEUE,
    args: [{ planId, waitState }],
    signal: waitStateChangedSignal,
    signalArgs: [waitState],
    typedSearchAttributes: new TypedSearchAttributes(known as never),
    staticSummary: staticSummaryOf(waitState),
  });
}
