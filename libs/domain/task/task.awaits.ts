import type { Awaited } from '../deadline/awaited.types.js';
import type { PlanState } from '../plan/plan.types.js';

/** The oldest open task stands for all of them: the coordinator is reminded of the list, not of each line. */
export function taskAwaits(state: PlanState): Awaited[] {
  return Object.values(state.tasks)
    .sort((a, b) =>
      a.deadline === b.deadline ? (a.taskId < b.taskId ? -1 : 1) : a.deadline < b.deadline ? -1 : 1,
    )
    .map(({ taskId, raisedAt, deadline }, index) => ({
      ref: `task:${taskId}:${raisedAt}`,
      kind: 'task',
      from: { kind: 'coordinator' },
      since: raisedAt,
      deadline,
      clock: 'duty',
      dormant: index > 0,
    }));
}
