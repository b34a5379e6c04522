import type { EvolversOf } from '../plan/decider.types.js';
import type { TaskEvent } from './task.types.js';

export const taskEvolvers: EvolversOf<TaskEvent> = {
  taskRaised: (state, { taskId, kind, ref, participantId, deadline }, at) => ({
    ...state,
    tasks: { ...state.tasks, [taskId]: { taskId, kind, ref, participantId, raisedAt: at, deadline } },
  }),
  taskClosed: (state, { taskId }) => ({
    ...state,
    tasks: Object.fromEntries(Object.entries(state.tasks).filter(([id]) => id !== taskId)),
  }),
};
