import type { Instant, LocalDate } from '../../domain/calendar/index.js';
import type {
  AgreementOutcome,
  ApprovalAnswer,
  GoalStatus,
  WrittenSection,
} from '../../domain/drafting/drafting.types.js';
import type { VersionContent } from '../../persistence/version-content.js';
import type { ReadSource } from './page.js';

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
}

/** A version without its content, with everyone's answer. */
export interface VersionView extends VersionRow {
  readonly approvals: readonly ApprovalView[];
}

const SECTION_COLUMNS = `section, revision, content, author_person_id AS "authorPersonId", at`;

/** The newest revision of each section. */
export async function sectionsOf(source: ReadSource, planId: string): Promise<SectionView[]> {
  return source.query(
    `SELECT DISTINCT ON (section) ${SECTION_COLUMNS}
     FROM section_revisions WHERE plan_id = $1 ORDER BY section, revision DESC`,
    [planId],
  );
}

/** Every revision of one section, newest first. */
export async function sectionRevisionsOf(
  source: ReadSource,
  planId: string,
  section: WrittenSection,
): Promise<SectionView[]> {
  return source.query(
    `SELECT ${SECTION_COLUMNS} FROM section_revisions WHERE plan_id = $1 AND section = $2 ORDER BY revision DESC`,
    [planId, section],
  );
}

/** Goals by priority. */
export async function goalsOf(source: ReadSource, planId: string): Promise<GoalView[]> {
  return source.query(
    `SELECT goal_id AS "goalId", title, priority, status, note, reported_in_cycle AS "reportedInCycle",
       reported_at AS "reportedAt"
     FROM goals WHERE plan_id = $1 ORDER BY priority, goal_id`,
    [planId],
  );
}

/** Agreements by their date, those that ended included. */
export async function agreementsOf(source: ReadSource, planId: string): Promise<AgreementView[]> {
  return source.query(
    `SELECT agreement_id AS "agreementId", goal_id AS "goalId", title,
       responsible_participant_id AS "responsibleParticipantId", due_date AS "dueDate", deadline,
       binding_since AS "bindingSince", outcome, reason, replaced_by AS "replacedBy", ended_at AS "endedAt"
     FROM agreements WHERE plan_id = $1 ORDER BY due_date, agreement_id`,
    [planId],
  );
}

/** Versions, newest first, drafts that were returned included. */
export async function versionsOf(source: ReadSource, planId: string): Promise<VersionView[]> {
  const versions = await source.query<VersionRow[]>(
    `SELECT version, status, submitted_at AS "submittedAt", deadline, locked_at AS "lockedAt",
       lock_reason AS "lockReason", gaps
     FROM versions WHERE plan_id = $1 ORDER BY version DESC`,
    [planId],
  );
  const approvals = await source.query<(ApprovalView & { version: number })[]>(
    `SELECT version, participant_id AS "participantId", answer, section, reason, answered_at AS "answeredAt"
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

/** What a version consists of; null if there is none with this number. */
export async function versionContent(
  source: ReadSource,
  planId: string,
  version: number,
): Promise<VersionContent | null> {
  const rows = await source.query<{ content: VersionContent }[]>(
    'SELECT content FROM versions WHERE plan_id = $1 AND version = $2',
    [planId, version],
  );
  return rows[0]?.content ?? null;
}
