/** Id of the one workflow that drives a plan. */
export function planWorkflowId(planId: string): string {
  return `plan-${planId}`;
}

/** The plan that a workflow id belongs to, or null for another kind of workflow. */
export function planIdOfWorkflow(workflowId: string): string | null {
  const match = /^plan-([0-9a-f-]{36})$/.exec(workflowId);
  return match?.[1] ?? null;
}

/** Id of the dispatcher that drains one shard of the outbox of notices. */
export function noticesWorkflowId(shard: number): string {
  return `notices-${shard}`;
}

/** Id of the sweeper's workflow and of the Temporal Schedule that starts it. */
export const SWEEPER_WORKFLOW_ID = 'sweeper';
export const SWEEPER_SCHEDULE_ID = 'sweeper-schedule';

/** Id of the retention run's workflow and of the Temporal Schedule that starts it. */
export const RETENTION_WORKFLOW_ID = 'retention';
export const RETENTION_SCHEDULE_ID = 'retention-schedule';

/** Whether a text is an id as plans and people have them. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);
}
