import { tellingsOf } from '../domain/notice/tellings.js';
import type { PlanState, RecordedEvent } from '../domain/plan/plan.types.js';
import type { Task } from '../domain/task/task.types.js';
import type { PlanNotice } from './notice-content.js';

/** The place of the event that a task about reaching somebody was raised for; null for other tasks. */
export function occasionSeq({ taskId, kind }: Task): number | null {
  const seq = /^\d+/.exec(taskId.slice(kind.length + 1))?.[0];
  return seq === undefined ? null : Number(seq);
}

/**
 * What the participant of a task is to be told, as a mail would have told it if they had one.
 * @param recorded the event at the task's `occasionSeq`
 * @returns null if that event tells the participant nothing any more
 */
export function noticeOfTask(state: PlanState, task: Task, recorded: RecordedEvent): PlanNotice | null {
  const telling = tellingsOf(recorded, state).find(
    ({ recipient, kind }) =>
      recipient.kind === 'participant' &&
      recipient.participantId === task.participantId &&
      task.taskId === `${task.kind}:${recorded.seq}:${kind}:${recipient.participantId}`,
  );
  if (telling === undefined) return null;
  const { reminder: _, ...notice } = telling;
  return { ...notice, key: task.taskId, planId: state.planId };
}
