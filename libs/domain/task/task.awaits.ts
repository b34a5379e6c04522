import type { Awaited } from '../deadline/awaited.types.js';
import type { PlanState } from '../plan/plan.types.js';
import type { Task } from './task.types.js';

/** What a task is awaited by: raised again after it was closed, it is another. */
export function taskRef({ taskId, raisedAt }: Pick<Task, 'taskId' | 'raisedAt'>): string {
  return `task:${taskId}:${raisedAt}`;
}

/** Each open task has its own deadline and its own ladder; what is told at one moment goes out in one mail. */
export function taskAwaits(state: PlanState): Awaited[] {
  return Object.values(state.tasks).map(({ taskId, kind, raisedAt, deadline }) => ({
    ref: taskRef({ taskId, raisedAt }),
    kind: 'task',
    from: { kind: 'coordinator' },
    since: raisedAt,
    deadline,
    // What a death leaves to be done does not wait for the end of a hold.
    clock: kind === 'citizenDied' ? 'calendar' : 'duty',
  }));
}
