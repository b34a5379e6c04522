import { isInstant, type Instant } from '../../domain/calendar/index.js';
import type { OpenMatter, TaskKind } from '../../domain/task/task.types.js';
import { InvalidCursor, type Page, pageOf, type PageRequest, placeOf, rowsToRead } from './page.js';
import type { Queryable } from '../../persistence/queryable.js';

export interface TaskView {
  readonly planId: string;
  readonly taskId: string;
  readonly kind: TaskKind;
  readonly ref: string | null;
  readonly participantId: string | null;
  readonly raisedAt: Instant;
  readonly deadline: Instant;
  readonly closedAt: Instant | null;
  readonly how: 'done' | 'moot' | null;
  readonly note: string | null;
  /** What was open in a plan that was merged into this one; null for every other task. */
  readonly open: readonly OpenMatter[] | null;
}

const COLUMNS = `t.plan_id AS "planId", t.task_id AS "taskId", t.kind, t.ref, t.participant_id AS "participantId",
  t.raised_at AS "raisedAt", t.deadline, t.closed_at AS "closedAt", t.how, n.note, t.open`;

const NOTES = `LEFT JOIN coordination_notes n ON n.plan_id = t.plan_id AND n.concern = 'task' AND n.ref = t.task_id`;

/** A plan's tasks: open ones first, by deadline. */
export async function tasksOf(source: Queryable, planId: string): Promise<TaskView[]> {
  return source.query(
    `SELECT ${COLUMNS} FROM tasks t ${NOTES} WHERE t.plan_id = $1 ORDER BY t.closed_at NULLS FIRST, t.deadline, t.task_id`,
    [planId],
  );
}

/**
 * Open tasks in the plans that somebody coordinates, or stands in for at this instant, the most urgent first.
 * @throws InvalidCursor
 */
export async function tasksOfPerson(
  source: Queryable,
  person: { personId: string; at: Instant },
  request: PageRequest,
): Promise<Page<TaskView>> {
  const place = placeOf(request, ['string', 'string', 'string']);
  if (place !== null && !isInstant(place[0])) throw new InvalidCursor();
  const rows = await source.query<TaskView[]>(
    `SELECT ${COLUMNS}
     FROM tasks t ${NOTES}
     WHERE t.closed_at IS NULL
       AND t.plan_id IN (
         SELECT id FROM plans WHERE coordinator_person_id = $1
         UNION ALL
         SELECT id FROM plans WHERE deputy_person_id = $1 AND deputy_from <= $2 AND $2 < deputy_to
       )
       AND ($4::timestamptz IS NULL OR (t.deadline, t.plan_id::text, t.task_id) > ($4, $5, $6))
     ORDER BY t.deadline, t.plan_id::text, t.task_id
     LIMIT $3`,
    [
      person.personId,
      person.at,
      rowsToRead(request),
      place?.[0] ?? null,
      place?.[1] ?? null,
      place?.[2] ?? null,
    ],
  );
  return pageOf(request, rows, ({ deadline, planId, taskId }) => [deadline, planId, taskId]);
}
