import type { LocalDate } from '../domain/calendar/index.js';
import type { AgreementOutcome, GoalStatus, WrittenSection } from '../domain/drafting/drafting.types.js';

/** What a version of the plan consists of, kept as it was submitted for approval. */
export interface VersionContent {
  readonly sections: Readonly<Partial<Record<WrittenSection, string>>>;
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
