import type { LocalDate } from '../domain/calendar/index.js';
import type { AgreementOutcome, GoalStatus, WrittenSection } from '../domain/drafting/drafting.types.js';

/** What a version of the plan consists of, kept as it was submitted for approval. */
export interface VersionContent {
  readonly sections: Readonly<Partial<Record<WrittenSection, string>>>;
  /** Null for readers who may not see them. */
  readonly goals: readonly VersionGoal[] | null;
  readonly agreements: readonly VersionAgreement[] | null;
}

/** How goals and agreements are kept together. */
export interface GoalsPart {
  readonly goals: readonly VersionGoal[];
  readonly agreements: readonly VersionAgreement[];
}

export interface VersionGoal {
  readonly goalId: string;
  readonly title: string;
  readonly priority: number;
  readonly status: GoalStatus;
}

export interface VersionAgreement {
  readonly agreementId: string;
  readonly goalId: string;
  readonly title: string;
  readonly responsibleParticipantId: string;
  readonly dueDate: LocalDate;
  readonly outcome: AgreementOutcome | null;
}

/** The kinds of information that a version is kept in, each for its own readers; the agreements go with the goals. */
export const VERSION_PART_KINDS = [
  'survey',
  'challenges',
  'goals',
  'followUp',
  'citizenWishes',
  'crisisPlan',
] as const;
export type VersionPartKind = (typeof VERSION_PART_KINDS)[number];
