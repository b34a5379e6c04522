import type { Instant } from '../calendar/index.js';

/** Sections written as text. Section 1 follows from the record, section 4 from goals and agreements. */
export const WRITTEN_SECTIONS = ['survey', 'challenges', 'followUp', 'citizenWishes', 'crisisPlan'] as const;
export type WrittenSection = (typeof WRITTEN_SECTIONS)[number];

/** Sections that must be filled before a draft is submitted (2, 3, 5); goals (4) are counted. */
export const REQUIRED_SECTIONS: readonly WrittenSection[] = ['survey', 'challenges', 'followUp'];

/** Where a revision of a locked version begins: section 3, 4 or 5. */
export const REVISABLE_SECTIONS = ['challenges', 'goals', 'followUp'] as const;
export type RevisableSection = (typeof REVISABLE_SECTIONS)[number];

export interface SectionState {
  readonly revision: number;
  readonly filled: boolean;
  readonly authorPersonId: string;
}

export type ApprovalAnswer = 'approved' | 'objected';

/** How a participant gave an answer that somebody else records. */
export const ANSWER_MANNERS = ['oral', 'written'] as const;
export type AnswerManner = (typeof ANSWER_MANNERS)[number];

/** Who recorded an answer for somebody else, and how it had been given; absent for an answer of one's own. */
export interface RecordedAnswer {
  readonly recordedBy?: string;
  readonly manner?: AnswerManner;
}

/** A draft that was sent out for approval. */
export interface Submission {
  readonly version: number;
  readonly submittedAt: Instant;
  readonly deadline: Instant;
  /** Everyone who is asked, with the answer so far. */
  readonly approvals: Readonly<Record<string, ApprovalAnswer | null>>;
}

export type GoalStatus = 'open' | 'onTrack' | 'atRisk' | 'achieved' | 'dropped';

export interface Goal {
  readonly goalId: string;
  readonly priority: number;
  readonly status: GoalStatus;
  /** The follow-up cycle in which its status was last told. */
  readonly reportedInCycle: number | null;
  /** That no locked version holds it yet; absent once one does, and in older states. */
  readonly draft?: true;
}

export type AgreementOutcome = 'kept' | 'late' | 'changed' | 'dropped';

/** An intervention that one party is responsible for by a date. */
export interface Agreement {
  readonly agreementId: string;
  readonly goalId: string;
  readonly responsibleParticipantId: string;
  readonly deadline: Instant;
  /** Since when it binds: the lock of the version that holds it, or at once; null while it is a draft. */
  readonly bindingSince: Instant | null;
  readonly outcome: AgreementOutcome | null;
}

export interface LockedVersion {
  readonly version: number;
  readonly lockedAt: Instant;
  /** Who had not answered when it was locked. */
  readonly gaps: readonly string[];
}

/** A draft that an objection or a withdrawal sent back, for whoever had it before them and answers now. */
export interface ReturnedDraft {
  readonly version: number;
  readonly submittedAt: Instant;
  /** Who was asked, without those who have objected. */
  readonly approverIds: readonly string[];
}

export interface DraftingState {
  readonly sections: Readonly<Record<string, SectionState>>;
  readonly goals: Readonly<Record<string, Goal>>;
  readonly agreements: Readonly<Record<string, Agreement>>;
  readonly submission: Submission | null;
  /** The draft that came back last, until one is sent out anew; unknown in older states. */
  readonly returned?: ReturnedDraft | null;
  /** How often a draft has been sent out. */
  readonly submissionRounds: number;
  readonly versions: readonly LockedVersion[];
  /** Whether work on a next version is under way (true until the first lock). */
  readonly open: boolean;
  readonly draftOpenedAt: Instant | null;
  /** Whether the citizen said no to the newest draft and has not approved since. */
  readonly citizenObjects: boolean;
  /** How the agreements that bound and have ended did so, for the share that was kept. */
  readonly outcomes: Readonly<Record<AgreementOutcome, number>>;
}

export type DraftingCommand =
  | {
      readonly type: 'saveSection';
      readonly section: WrittenSection;
      /** The revision that the writer had before them; 0 for a section not yet written. */
      readonly baseRevision: number;
      readonly content: string;
    }
  | {
      readonly type: 'setGoal';
      readonly goalId: string;
      readonly title: string;
      readonly priority: number;
    }
  | {
      readonly type: 'makeAgreement';
      readonly agreementId: string;
      readonly goalId: string;
      readonly title: string;
      readonly responsibleParticipantId: string;
      readonly dueDate: string;
      /** True for what is agreed at a meeting and binds at once, without waiting for a new version. */
      readonly bindsAtOnce: boolean;
    }
  | {
      /** Changes an agreement that does not bind yet. */
      readonly type: 'reviseAgreement';
      readonly agreementId: string;
      readonly title: string;
      readonly responsibleParticipantId: string;
      readonly dueDate: string;
    }
  | { readonly type: 'removeAgreement'; readonly agreementId: string }
  | { readonly type: 'removeGoal'; readonly goalId: string }
  | {
      readonly type: 'endAgreement';
      readonly agreementId: string;
      readonly outcome: AgreementOutcome;
      readonly reason: string | null;
      /** For `changed`: the agreement that takes its place. */
      readonly replacement: {
        readonly agreementId: string;
        readonly title: string;
        readonly responsibleParticipantId: string;
        readonly dueDate: string;
      } | null;
    }
  | {
      readonly type: 'reportGoalStatus';
      readonly goalId: string;
      readonly status: Exclude<GoalStatus, 'open'>;
      readonly note: string | null;
    }
  | { readonly type: 'submitDraft' }
  | {
      readonly type: 'approveDraft';
      readonly participantId: string;
      /** How the participant gave the answer, where somebody else records it; always for the citizen's. */
      readonly manner?: AnswerManner | null;
      /** When the text that was read had been sent out; absent where the precondition of the command says what was read. */
      readonly submittedAt?: Instant | null;
    }
  | {
      readonly type: 'objectToDraft';
      readonly participantId: string;
      readonly submittedAt?: Instant | null;
      readonly manner?: AnswerManner | null;
      readonly section: RevisableSection | 'survey';
      readonly reason: string;
    }
  | { readonly type: 'withdrawDraft'; readonly reason: string }
  | { readonly type: 'lockVersion'; readonly reason: string }
  | { readonly type: 'openRevision'; readonly from: RevisableSection; readonly reason: string };

export type DraftingEvent =
  | {
      readonly type: 'sectionSaved';
      readonly section: WrittenSection;
      readonly revision: number;
      readonly content: string;
      readonly authorPersonId: string;
    }
  | { readonly type: 'goalSet'; readonly goalId: string; readonly title: string; readonly priority: number }
  | {
      readonly type: 'agreementMade';
      readonly agreementId: string;
      readonly goalId: string;
      readonly title: string;
      readonly responsibleParticipantId: string;
      readonly dueDate: string;
      readonly deadline: Instant;
      readonly binding: boolean;
    }
  | {
      readonly type: 'agreementRevised';
      readonly agreementId: string;
      readonly title: string;
      readonly responsibleParticipantId: string;
      readonly dueDate: string;
      readonly deadline: Instant;
    }
  | { readonly type: 'agreementRemoved'; readonly agreementId: string }
  | { readonly type: 'goalRemoved'; readonly goalId: string }
  | {
      readonly type: 'agreementEnded';
      readonly agreementId: string;
      readonly outcome: AgreementOutcome;
      readonly reason: string | null;
      readonly replacedBy: string | null;
    }
  | {
      readonly type: 'goalStatusReported';
      readonly goalId: string;
      readonly status: Exclude<GoalStatus, 'open'>;
      readonly note: string | null;
      readonly cycle: number | null;
    }
  | {
      readonly type: 'draftSubmitted';
      readonly version: number;
      readonly deadline: Instant;
      readonly approverIds: readonly string[];
      /** The section revisions that the version consists of. */
      readonly revisions: Readonly<Record<string, number>>;
      /** The goals and agreements that it consists of; not in events of before version 0.2, where it is all of them. */
      readonly goalIds?: readonly string[];
      readonly agreementIds?: readonly string[];
    }
  | (RecordedAnswer & {
      readonly type: 'draftApproved';
      readonly participantId: string;
      /** That the citizen had said no to an earlier draft, and somebody else recorded this yes: the citizen is told. */
      readonly afterCitizensNo?: true;
    })
  | (RecordedAnswer & {
      readonly type: 'draftObjected';
      readonly participantId: string;
      readonly section: RevisableSection | 'survey';
      readonly reason: string;
      /** The version that had come back already when this objection to it came; absent for one that sends it back. */
      readonly toReturned?: number;
    })
  | { readonly type: 'draftWithdrawn'; readonly reason: string }
  | {
      readonly type: 'versionLocked';
      readonly version: number;
      readonly gaps: readonly string[];
      readonly reason: string | null;
    }
  | { readonly type: 'revisionOpened'; readonly from: RevisableSection; readonly reason: string };
