import type { VNode } from 'preact';
import { DONE_WITH_THE_PLAN } from '../../../../libs/domain/task/task.types.js';
import type { PlanHead } from '../../../../libs/reading/plan-head.js';
import type { PlanPart } from '../../../../libs/reading/plan-pages.reading.js';
import type { TaskView } from '../../../../libs/record/read/tasks.read.js';
import type { FormState } from '../../forms/form-fields.js';
import { PostForm } from '../../forms/post-form.js';
import { SendButton } from '../../forms/send-button.js';
import { TextField } from '../../forms/text-field.js';
import type { Visit, Visitor } from '../../http/visit.js';
import { Facts } from '../../plan/facts.js';
import { Names } from '../../plan/names.js';
import { PlanLayout } from '../../plan/plan-layout.js';
import { Section } from '../../plan/section.js';
import { Table } from '../../plan/table.js';
import { CODE_WORDS } from '../../words/code.words.js';
import { DATES } from '../../words/dates.js';
import { TASK_WORDS } from './tasks.words.js';

interface PageParts {
  readonly visit: Visit;
  readonly shown: PlanPart<readonly TaskView[]>;
  readonly done: string | null;
}

/** Work that only a person can do: what is open, and what was done. */
export function TasksPage({ visit, shown, done }: PageParts): VNode {
  const { language } = visit;
  const { head, part } = shown;
  const words = TASK_WORDS[language];
  const open = part.filter(({ closedAt }) => closedAt === null);
  const closed = part.filter(({ closedAt }) => closedAt !== null);
  return (
    <PlanLayout visit={visit} head={head} page="tasks" title={words.title} done={done}>
      <p class="font-lead">{words.lead}</p>
      {open.length === 0 ? <p>{words.none}</p> : null}
      <ul class="plan-list nobullet-list no-max-width">
        {open.map((task) => (
          <li key={task.taskId} class="plan-card">
            <h2 class="h4">
              <a href={taskAddress(head, task)}>{words.solve(CODE_WORDS[language].taskKinds[task.kind])}</a>
            </h2>
            <TaskFacts visit={visit} head={head} task={task} />
          </li>
        ))}
      </ul>
      {closed.length === 0 ? null : (
        <Section id="done-tasks" heading={words.doneTasks}>
          <Table
            caption={words.doneTasks}
            columns={[words.title, words.done, words.note]}
            rows={closed.map(({ taskId, kind, closedAt, how, note }) => ({
              key: taskId,
              cells: [
                CODE_WORDS[language].taskKinds[kind],
                [
                  how === null ? null : CODE_WORDS[language].taskEnds[how],
                  closedAt === null ? null : DATES[language].day(closedAt),
                ]
                  .filter((one) => one !== null)
                  .join(', '),
                note ?? '–',
              ],
            }))}
          />
        </Section>
      )}
    </PlanLayout>
  );
}

/** Where a task is done. */
export function taskAddress({ planId }: PlanHead, { taskId }: TaskView): string {
  return `/plans/${planId}/tasks/${encodeURIComponent(taskId)}`;
}

interface TaskParts {
  readonly visit: Visit;
  readonly head: PlanHead;
  readonly task: TaskView;
}

function TaskFacts({ visit, head, task }: TaskParts): VNode {
  const { language } = visit;
  const words = TASK_WORDS[language];
  const { participantId, raisedAt, deadline, open } = task;
  const meetingId = meetingOf(task);
  return (
    <Facts
      facts={[
        [
          words.about,
          participantId === null ? null : new Names(head, language).participantInFull(participantId),
        ],
        [
          words.meeting,
          meetingId === null ? null : (
            <a href={`/plans/${head.planId}/meetings/${encodeURIComponent(meetingId)}`}>{words.seeMeeting}</a>
          ),
        ],
        [
          words.openElsewhere,
          open === null || open.length === 0
            ? null
            : open
                .map(({ kind, count }) => `${CODE_WORDS[language].awaited[kind]}: ${String(count)}`)
                .join('; '),
        ],
        [words.raised, DATES[language].day(raisedAt)],
        [words.until, DATES[language].lastDay(deadline)],
      ]}
    />
  );
}

/** The meeting that a task serves; null for every other task. */
function meetingOf({ ref }: TaskView): string | null {
  return /^meeting:(.+):\d+$/.exec(ref ?? '')?.[1] ?? null;
}

interface SolveParts extends TaskParts {
  readonly visit: Visit & { readonly visitor: Visitor };
  readonly form: FormState;
}

/** One task, to be done. */
export function TaskPage({ visit, head, task, form }: SolveParts): VNode {
  const words = TASK_WORDS[visit.language].form;
  const title = CODE_WORDS[visit.language].taskKinds[task.kind];
  return (
    <PlanLayout visit={visit} head={head} page="tasks" title={title} problems={form.problems}>
      <TaskFacts visit={visit} head={head} task={task} />
      {task.kind === 'sendLetter' ? (
        <p>
          <a href={`${taskAddress(head, task)}/letter`}>{words.letter}</a>. {words.letterHint}
        </p>
      ) : null}
      {DONE_WITH_THE_PLAN.includes(task.kind) ? (
        <p>{words.withThePlan}</p>
      ) : (
        <PostForm visitor={visit.visitor} action={taskAddress(head, task)}>
          <TextField form={form} name="note" label={words.note} hint={words.noteHint} rows={4} optional />
          <SendButton label={words.send} />
        </PostForm>
      )}
    </PlanLayout>
  );
}
