import { z } from 'zod';
import { AWAITED_KINDS } from '../../../libs/domain/deadline/awaited.types.js';
import { TASK_KINDS } from '../../../libs/domain/task/task.types.js';
import { EXAMPLE_IDS } from '../openapi/examples.js';
import { items, page, participantRef, uuidAnswer, when } from '../schemas/answers.js';

export const taskView = z
  .strictObject({
    planId: uuidAnswer,
    taskId: z.string(),
    kind: z.enum(TASK_KINDS),
    ref: z.string().nullable(),
    participantId: participantRef.nullable(),
    raisedAt: when,
    deadline: when,
    closedAt: when.nullable(),
    how: z.enum(['done', 'moot']).nullable(),
    note: z.string().nullable(),
    open: z
      .array(z.strictObject({ kind: z.enum(AWAITED_KINDS), count: z.int().min(1) }))
      .readonly()
      .nullable()
      .meta({
        description: 'What was open in the plan that was merged into this one; only for `planMerged`.',
      }),
  })
  .meta({ id: 'Task', description: 'Work that only a person can do.' });

export const tasksView = items(taskView);
export type TasksView = z.output<typeof tasksView>;
export const taskPage = page(taskView);
export type TaskPage = z.output<typeof taskPage>;

export const TASKS_EXAMPLE: TasksView = {
  items: [
    {
      planId: EXAMPLE_IDS.plan,
      taskId: 'telephone:citizen:1',
      kind: 'telephone',
      ref: null,
      participantId: 'citizen',
      raisedAt: '2027-03-02T07:00:00.000Z',
      deadline: '2027-03-05T22:59:59.999Z',
      closedAt: null,
      how: null,
      note: null,
      open: null,
    },
  ],
};
