import type { Instant } from '../calendar/index.js';
import { deadlineAfter } from '../deadline/period.js';
import type { PlanState } from '../plan/plan.types.js';
import type { TaskEvent, TaskKind } from './task.types.js';

/**
 * A task for the coordinator. Its id follows from what it is for, so the same occasion never raises it twice.
 * @param ref what is awaited that the task serves; it is settled together with that.
 */
export function raiseTask(
  state: PlanState,
  kind: TaskKind,
  occasion: string,
  { ref, participantId }: { ref: string | null; participantId: string | null },
  at: Instant,
): Extract<TaskEvent, { type: 'taskRaised' }> {
  return {
    type: 'taskRaised',
    taskId: `${kind}:${occasion}`,
    kind,
    ref,
    participantId,
    deadline: deadlineAfter(at, state.policy.taskWithin, state.policy),
  };
}

/** The task if it stands not yet in an open plan, or nothing. */
export function raiseTaskOnce(...task: Parameters<typeof raiseTask>): ReturnType<typeof raiseTask>[] {
  const [state] = task;
  const raised = raiseTask(...task);
  return state.ended !== null || state.tasks[raised.taskId] !== undefined ? [] : [raised];
}
