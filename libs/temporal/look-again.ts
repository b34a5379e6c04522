import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { lookAgainNowSignal, planWorkflowId, type WaitState } from '../contracts/index.js';
import { tellProcess } from './tell-process.js';

/** Has a plan's process ask the record again; a plan without a process gets one. */
export async function lookAgain(client: Client, planId: string, waitState: WaitState): Promise<void> {
  try {
    await client.workflow.getHandle(planWorkflowId(planId)).signal(lookAgainNowSignal);
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
    await tellProcess(client, planId, waitState);
  }
}
