import type {
  AnswerManner,
  ApprovalAnswer,
  DraftingEvent,
  RecordedAnswer,
} from '../../domain/drafting/drafting.types.js';
import type { EventContext, ProjectorsOf } from './projection.types.js';
import { deleteRows, insertRow, updateRows } from './rows.js';
import { lockVersion, returnVersion, submitVersion } from './versions.js';

export const draftingProjectors: ProjectorsOf<DraftingEvent> = {
  sectionSaved: (context, { section, revision, content, authorPersonId }) =>
    insertRow(context, 'section_revisions', {
      section,
      revision,
      content,
      author_person_id: authorPersonId,
      at: context.at,
    }),
  goalSet: (context, { goalId, title, priority }) => setGoal(context, goalId, title, priority),
  agreementMade: (context, event) =>
    insertRow(context, 'agreements', {
      agreement_id: event.agreementId,
      goal_id: event.goalId,
      title: event.title,
      responsible_participant_id: event.responsibleParticipantId,
      due_date: event.dueDate,
      deadline: event.deadline,
      binding_since: event.binding ? context.at : null,
      made_at: context.at,
    }),
  agreementRevised: (context, { agreementId, title, responsibleParticipantId, dueDate, deadline }) =>
    updateRows(
      context,
      'agreements',
      { agreement_id: agreementId },
      { title, responsible_participant_id: responsibleParticipantId, due_date: dueDate, deadline },
    ),
  agreementRemoved: (context, { agreementId }) =>
    deleteRows(context, 'agreements', { agreement_id: agreementId }),
  goalRemoved: (context, { goalId }) => deleteRows(context, 'goals', { goal_id: goalId }),
  agreementEnded: (context, { agreementId, outcome, reason, replacedBy }) =>
    updateRows(
      context,
      'agreements',
      { agreement_id: agreementId },
      { outcome, reason, replaced_by: replacedBy, ended_at: context.at },
    ),
  goalStatusReported: (context, { goalId, status, note, cycle }) =>
    updateRows(
      context,
      'goals',
      { goal_id: goalId },
      { status, note, reported_in_cycle: cycle, reported_at: context.at },
    ),
  draftSubmitted: (context, event) => submitVersion(context, event),
  draftApproved: (context, { participantId, ...by }) =>
    answerApproval(context, participantId, {
      answer: 'approved',
      section: null,
      reason: null,
      ...recorded(by),
    }),
  async draftObjected(context, { participantId, section, reason, toReturned = null, ...by }) {
    const answer = { answer: 'objected', section, reason, ...recorded(by) } as const;
    await answerApproval(context, participantId, answer, toReturned);
    if (toReturned === null) await returnVersion(context);
  },
  draftWithdrawn: (context) => returnVersion(context),
  versionLocked: (context, event) => lockVersion(context, event),
  revisionOpened: null,
};

/** Setting a goal anew changes its words and place, not how it goes. */
async function setGoal(
  context: EventContext,
  goalId: string,
  title: string,
  priority: number,
): Promise<void> {
  await context.manager.query(
    `INSERT INTO goals (plan_id, goal_id, title, priority, status, set_at) VALUES ($1, $2, $3, $4, 'open', $5)
     ON CONFLICT (plan_id, goal_id) DO UPDATE SET title = EXCLUDED.title, priority = EXCLUDED.priority`,
    [context.planId, goalId, context.sealer.words(title), priority, context.at],
  );
}

interface Answer {
  readonly answer: ApprovalAnswer;
  readonly section: string | null;
  readonly reason: string | null;
  readonly recordedBy: string | null;
  readonly manner: AnswerManner | null;
}

/** Who recorded an answer; nobody for one of one's own. */
function recorded({ recordedBy, manner }: RecordedAnswer): Pick<Answer, 'recordedBy' | 'manner'> {
  return { recordedBy: recordedBy ?? null, manner: manner ?? null };
}

/** An answer belongs to the version that lies out for approval, of which there is one at most, or to the one that came back. */
async function answerApproval(
  { manager, planId, at, sealer }: EventContext,
  participantId: string,
  answer: Answer,
  returnedVersion: number | null = null,
): Promise<void> {
  await manager.query(
    `UPDATE approvals SET answer = $3, section = $4, reason = $5, answered_at = $6, recorded_by = $7, manner = $8
     WHERE plan_id = $1 AND participant_id = $2
       AND version = coalesce($9, (SELECT version FROM versions WHERE plan_id = $1 AND status = 'submitted'))`,
    [
      planId,
      participantId,
      answer.answer,
      answer.section,
      answer.reason === null ? null : sealer.words(answer.reason),
      at,
      answer.recordedBy,
      answer.manner,
      returnedVersion,
    ],
  );
}
