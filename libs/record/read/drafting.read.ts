import type { Instant, LocalDate } from '../../domain/calendar/index.js';
import type {
  AgreementOutcome,
  AnswerManner,
  ApprovalAnswer,
  GoalStatus,
  WrittenSection,
} from '../../domain/drafting/drafting.types.js';
import type { GoalsPart, VersionContent, VersionPartKind } from '../../persistence/version-content.js';
import type { Queryable } from '../../persistence/queryable.js';

export interface SectionView {
  readonly section: WrittenSection;
  readonly revision: number;
  readonly content: string;
  readonly authorPersonId: string;
  readonly at: Instant;
}

export interface GoalView {
  readonly goalId: string;
  readonly title: string;
  readonly priority: number;
  readonly status: GoalStatus;
  readonly note: string | null;
  readonly reportedInCycle: number | null;
  readonly reportedAt: Instant | null;
}

export interface AgreementView {
  readonly agreementId: string;
  readonly goalId: string;
  readonly title: string;
  readonly responsibleParticipantId: string;
  readonly dueDate: LocalDate;
  readonly deadline: Instant;
  readonly bindingSince: Instant | null;
  readonly outcome: AgreementOutcome | null;
  readonly reason: string | null;
  readonly replacedBy: string | null;
  readonly endedAt: Instant | null;
}

interface VersionRow {
  readonly version: number;
  readonly status: 'submitted' | 'returned' | 'locked';
  readonly submittedAt: Instant;
  readonly deadline: Instant;
  readonly lockedAt: Instant | null;
  readonly lockReason: string | null;
  readonly gaps: readonly string[];
}

export interface ApprovalView {
  readonly participantId: string;
  readonly answer: ApprovalAnswer | null;
  readonly section: string | null;
  readonly reason: string | null;
  readonly answeredAt: Instant | null;
  /** Who recorded the answer for the participant; null for an answer of their own. */
  readonly recordedBy: string | null;
  readonly manner: AnswerManner | null;
}

/** A version without its content, with everyone's answer. */
export interface VersionView extends VersionRow {
  readonly approvals: readonly ApprovalView[];
}

const SECTION_COLUMNS = `section, revision, content, author_person_id AS "authorPersonId", at`;

/** The newest revision of each section. */
export async function sectionsOf(source: Queryable, planId: string): Promise<SectionView[]> {
  return source.query(
    `SELECT DISTINCT ON (section) ${SECTION_COLUMNS}
     FROM section_revisions WHERE plan_id = $1 ORDER BY section, revision DESC`,
    [planId],
  );
}

/** Goals by priority. */
export async function goalsOf(source: Queryable, planId: string): Promise<GoalView[]> {
  return source.query(
    `SELECT goal_id AS "goalId", title, priority, status, note, reported_in_cycle AS "reportedInCycle",
       reported_at AS "reportedAt"
     FROM goals WHERE plan_id = $1 ORDER BY priority, goal_id`,
    [planId],
  );
}

/** Agreements by their date, those that ended included. */
export async function agreementsOf(source: Queryable, planId: string): Promise<AgreementView[]> {
  return source.query(
    `SELECT agreement_id AS "agreementId", goal_id AS "goalId", title,
       responsible_participant_id AS "responsibleParticipantId", due_date AS "dueDate", deadline,
       binding_since AS "bindingSince", outcome, reason, replaced_by AS "replacedBy", ended_at AS "endedAt"
     FROM agreements WHERE plan_id = $1 ORDER BY due_date, agreement_id`,
    [planId],
  );
}

/** Versions, newest first, drafts that were returned included. */
export async function versionsOf(source: Queryable, planId: string): Promise<VersionView[]> {
  const versions = await source.query<VersionRow[]>(
    `SELECT v.version, v.status, v.submitted_at AS "submittedAt", v.deadline, v.locked_at AS "lockedAt",
       n.note AS "lockReason", v.gaps
     FROM versions v
     LEFT JOIN coordination_notes n
       ON n.plan_id = v.plan_id AND n.concern = 'versionLock' AND n.ref = v.version::text
     WHERE v.plan_id = $1 ORDER BY v.version DESC`,
    [planId],
  );
  const approvals = await source.query<(ApprovalView & { version: number })[]>(
    `SELECT version, participant_id AS "participantId", answer, section, reason, answered_at AS "answeredAt",
       recorded_by AS "recordedBy", manner
     FROM approvals WHERE plan_id = $1 ORDER BY participant_id`,
    [planId],
  );
  return versions.map((version) => ({
    ...version,
    approvals: approvals
      .filter((approval) => approval.version === version.version)
      .map(({ version: _, ...approval }) => approval),
  }));
}

/** What a version consists of, as far as the source lets it be seen; null if there is none with this number. */
export async function versionContent(
  source: Queryable,
  planId: string,
  version: number,
): Promise<VersionContent | null> {
  const rows = await source.query<{ kind: VersionPartKind | null; content: unknown }[]>(
    `SELECT p.kind, p.content FROM versions v
     LEFT JOIN version_parts p ON p.plan_id = v.plan_id AND p.version = v.version
     WHERE v.plan_id = $1 AND v.version = $2 ORDER BY p.kind`,
    [planId, version],
  );
  if (rows.length === 0) return null;
  const goals = rows.find(({ kind }) => kind === 'goals')?.content as GoalsPart | undefined;
  const sections = rows.flatMap(({ kind, content }): [WrittenSection, string][] =>
    kind === 'goals' || kind === null ? [] : [[kind, String(content)]],
  );
  return {
    sections: Object.fromEntries(sections),
    goals: goals?.goals ?? null,
    agreements: goals?.agreements ?? null,
  };
}
