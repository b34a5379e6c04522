import type { Instant } from '../calendar/index.js';
import type { AwaitedKind } from '../deadline/awaited.types.js';

/** Work that only a person can do, raised by the plan for its coordinator. */
export const TASK_KINDS = [
  'telephone',
  'sendLetter',
  'handOver',
  'addressFailed',
  'deliveryFailed',
  'noticeUncertain',
  'requiredRoleMissing',
  'stepProblem',
  'secondStart',
  'planMerged',
  'convene',
  'changeCoordinator',
  'citizenDied',
  'participantDied',
  'representativeLeft',
  'newTimeWished',
  'delegationWished',
  'calendarAnswerNotTaken',
  'mailFromPerson',
  'mailNotUnderstood',
  'answerAfterLock',
] as const;
/** What may come back by mail and is put before a person, since nothing follows from it by itself; the mail is not kept. */
export const INCOMING_MAILS = ['personal', 'calendarAnswer', 'calendar', 'report', 'unreadable'] as const;
export type IncomingMail = (typeof INCOMING_MAILS)[number];

export type TaskKind = (typeof TASK_KINDS)[number];

/** What no note settles: it is done when the plan is ended, or what it was raised for turns out not to be so. */
export const DONE_WITH_THE_PLAN: readonly TaskKind[] = ['citizenDied'];

/** How much of a kind is open. */
export interface OpenMatter {
  readonly kind: AwaitedKind;
  readonly count: number;
}

export interface Task {
  readonly taskId: string;
  readonly kind: TaskKind;
  /** What is awaited that this task serves; when that is settled, so is the task. */
  readonly ref: string | null;
  readonly participantId: string | null;
  readonly raisedAt: Instant;
  readonly deadline: Instant;
}

export interface TaskState {
  readonly tasks: Readonly<Record<string, Task>>;
  /** When a person told somebody what is asked of them, by `toldKey`; not in states of before version 0.2. */
  readonly told?: Readonly<Record<string, Instant>>;
}

export type TaskCommand = {
  readonly type: 'completeTask';
  readonly taskId: string;
  readonly note: string | null;
};

export type TaskEvent =
  | {
      readonly type: 'taskRaised';
      readonly taskId: string;
      readonly kind: TaskKind;
      readonly ref: string | null;
      readonly participantId: string | null;
      readonly deadline: Instant;
      /** What was open in the plan that was merged into this one; only for `planMerged`. */
      readonly open?: readonly OpenMatter[];
    }
  | {
      readonly type: 'taskClosed';
      readonly taskId: string;
      /** Done by a person, or no longer needed. */
      readonly how: 'done' | 'moot';
      readonly note: string | null;
    };
