import type { Client } from '@temporalio/client';
import protobuf from '@temporalio/proto';

const { EventType } = protobuf.temporal.api.enums.v1;
const { History } = protobuf.temporal.api.history.v1;

/** The events that Temporal Cloud bills, by their types. */
export const BILLABLE_ACTIONS = [
  'WorkflowExecutionStarted',
  'WorkflowExecutionSignaled',
  'TimerStarted',
  'ActivityTaskScheduled',
  'UpsertWorkflowSearchAttributes',
] as const;

/** What a workflow's histories hold, all its runs together. */
export interface HistoryFigures {
  readonly runs: number;
  readonly events: number;
  /** Size of the histories as they cross the wire, in bytes. */
  readonly bytes: number;
  /** How many events there are of each type, such as `WorkflowExecutionSignaled`. */
  readonly byType: Readonly<Record<string, number>>;
}

/** The figures of a workflow that may have gone through several runs (continue-as-new). */
export async function historyFigures(client: Client, workflowId: string): Promise<HistoryFigures> {
  const byType: Record<string, number> = {};
  let [runs, events, bytes] = [0, 0, 0];
  for (let runId: string | undefined; ;) {
    const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
    const recorded = history.events ?? [];
    runs += 1;
    events += recorded.length;
    bytes += History.encode(history).finish().length;
    for (const { eventType } of recorded) {
      const type = typeName(eventType ?? 0);
      byType[type] = (byType[type] ?? 0) + 1;
    }
    runId = recorded[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId ?? undefined;
    if (runId === undefined || runId === '') return { runs, events, bytes, byType };
  }
}

/** How many events of some types there are. */
export function countOf({ byType }: HistoryFigures, ...types: readonly string[]): number {
  return types.reduce((sum, type) => sum + (byType[type] ?? 0), 0);
}

/** `EVENT_TYPE_TIMER_STARTED` as `TimerStarted`. */
function typeName(type: number): string {
  return (EventType[type] ?? '')
    .replace('EVENT_TYPE_', '')
    .split('_')
    .map((word) => `${word.charAt(0)}${word.slice(1).toLowerCase()}`)
    .join('');
}
