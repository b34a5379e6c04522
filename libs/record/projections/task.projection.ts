import type { TaskEvent } from '../../domain/task/task.types.js';
import type { ProjectorsOf } from './projection.types.js';
import { updateRows, upsertRow } from './rows.js';

/** The same occasion may raise a task again after it was closed. */
export const taskProjectors: ProjectorsOf<TaskEvent> = {
  taskRaised: (context, { taskId, kind, ref, participantId, deadline }) =>
    upsertRow(
      context,
      'tasks',
      { task_id: taskId },
      {
        kind,
        ref,
        participant_id: participantId,
        raised_at: context.at,
        deadline,
        closed_at: null,
        how: null,
        note: null,
      },
    ),
  taskClosed: (context, { taskId, how, note }) =>
    updateRows(context, 'tasks', { task_id: taskId }, { closed_at: context.at, how, note }),
};
