import { TestWorkflowEnvironment } from '@temporalio/testing';
import { sayNothing } from './progress.js';
import { timeSkippingBinary } from './time-skipping-binary.js';

/**
 * Starts a Temporal server whose clock jumps to the next thing that is due. Its clock is one for all workflows
 * in it, and it has no visibility: search attributes and lists are tried on the development server.
 *
 * @returns The environment with a connected client; its `teardown()` stops the server.
 */
export async function startTimeSkippingServer(): Promise<TestWorkflowEnvironment> {
  const path = await timeSkippingBinary(sayNothing);
  return TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path } },
  });
}
