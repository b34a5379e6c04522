import type { DecidersOf } from '../plan/decider.types.js';
import { requiredIn } from '../plan/errors.js';
import type { TaskCommand } from './task.types.js';

export const taskDeciders: DecidersOf<TaskCommand> = {
  completeTask(state, { taskId, note }) {
    requiredIn(state.tasks, taskId, 'TASK.NOT_FOUND', { field: 'taskId' });
    return [{ type: 'taskClosed', taskId, how: 'done', note }];
  },
};
