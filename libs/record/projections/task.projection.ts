import type { TaskEvent } from '../../domain/task/task.types.js';
import { writeNote } from './coordination-notes.js';
import type { ProjectorsOf } from './projection.types.js';
import { updateRows, upsertRow } from './rows.js';

/** The same occasion may raise a task again after it was closed. */
export const taskProjectors: ProjectorsOf<TaskEvent> = {
  async taskRaised(context, { taskId, kind, ref, participantId, deadline, open }) {
    await upsertRow(
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
        open: open === undefined ? null : JSON.stringify(open),
      },
    );
    await writeNote(context, 'task', taskId, null);
  },
  async taskClosed(context, { taskId, how, note }) {
    await updateRows(context, 'tasks', { task_id: taskId }, { closed_at: context.at, how });
    await writeNote(context, 'task', taskId, note);
  },
};
