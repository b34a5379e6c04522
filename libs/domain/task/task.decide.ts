import type { DecidersOf } from '../plan/decider.types.js';
import { ensure, requiredIn } from '../plan/errors.js';
import { DONE_WITH_THE_PLAN, type TaskCommand } from './task.types.js';

export const taskDeciders: DecidersOf<TaskCommand> = {
  completeTask(state, { taskId, note }) {
    const { kind } = requiredIn(state.tasks, taskId, 'TASK.NOT_FOUND', { field: 'taskId' });
    // Otherwise a plan would stay open for ever of which nothing is awaited any more.
    ensure(!DONE_WITH_THE_PLAN.includes(kind), 'TASK.DONE_WITH_THE_PLAN', { field: 'taskId' });
    return [{ type: 'taskClosed', taskId, how: 'done', note }];
  },
};
