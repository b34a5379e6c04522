import type { EvolversOf } from '../plan/decider.types.js';
import type { TaskEvent } from './task.types.js';
import { isAsking, toldKey } from './telling-task.js';

export const taskEvolvers: EvolversOf<TaskEvent> = {
  taskRaised: (state, { taskId, kind, ref, participantId, deadline }, at) => ({
    ...state,
    tasks: { ...state.tasks, [taskId]: { taskId, kind, ref, participantId, raisedAt: at, deadline } },
  }),
  taskClosed(state, { taskId, how }, at) {
    const task = state.tasks[taskId];
    const tasks = Object.fromEntries(Object.entries(state.tasks).filter(([id]) => id !== taskId));
    if (task === undefined || how !== 'done' || !isAsking(task)) return { ...state, tasks };
    return { ...state, tasks, told: { ...state.told, [toldKey(task)]: at } };
  },
};
