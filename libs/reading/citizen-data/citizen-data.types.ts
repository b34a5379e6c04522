import type { Instant, LocalDate } from '../../domain/calendar/index.js';
import type { WrittenSection } from '../../domain/drafting/drafting.types.js';
import type { NoticeKind, NoticeRecipient } from '../../domain/notice/notice.types.js';
import type { EventType } from '../../domain/plan/plan.types.js';
import type { VersionContent } from '../../persistence/version-content.js';
import type { PersonRevision } from '../../register/person-revisions.js';
import type { RegisteredPerson } from '../../register/registered-person.js';
import type { AccessLogItem } from '../access-log.reading.js';
import type { DecidedOverlap } from '../decided-overlaps.js';
import type { FullPlan } from '../full-plan.js';

/**
 * The structure that somebody's data is handed over in (GDPR articles 15 and 20). A field that is added raises the number
 * after the dot; one that is renamed or removed raises the number before it.
 */
export const CITIZEN_DATA_FORMAT = { name: 'kiplan-citizen-data', version: '1.1' } as const;

/** Somebody as the register has them, with what it keeps of a citizen. */
export interface PersonPart extends RegisteredPerson {
  readonly registeredAt: Instant;
  readonly organisationName: string | null;
  /** Null for somebody who is no citizen. */
  readonly cpr: string | null;
  readonly birthDate: LocalDate | null;
}

/** Somebody to whom the rest refers by id. */
export interface MentionedPerson {
  readonly personId: string;
  /** Null for somebody whose name is protected. */
  readonly name: string | null;
  readonly organisationName: string | null;
}

/** Everything that is kept about a person beside plans. */
export interface PersonData {
  readonly person: PersonPart;
  /** What was there before corrections, newest first. */
  readonly corrections: readonly PersonRevision[];
  /** Who looked at what the register has, or corrected it, or tried to; oldest first. */
  readonly accessLog: readonly AccessLogItem[];
  readonly people: readonly MentionedPerson[];
}

/** A revision of a section; every one is kept. */
export interface SectionRevision {
  readonly section: WrittenSection;
  readonly revision: number;
  readonly content: string;
  readonly authorPersonId: string;
  readonly at: Instant;
}

/** Something that happened, with all that was written. */
export interface TimelineItem {
  readonly seq: number;
  readonly at: Instant;
  readonly type: EventType;
  readonly actorKind: 'person' | 'process';
  readonly actorPersonId: string | null;
  readonly content: Readonly<Record<string, unknown>>;
}

/** A notice about the plan: when it was made and sent, and to whom by role. What was sent names nobody and nothing. */
export interface SentNotice {
  readonly kind: NoticeKind;
  readonly recipient: NoticeRecipient['kind'];
  /** The participant who was told, or whose leader was. */
  readonly participantId: string | null;
  readonly status: string;
  readonly madeAt: Instant;
  readonly sentAt: Instant | null;
}

/** One plan in every part, as it is to the person whose data is asked for. */
export interface PlanData {
  readonly plan: FullPlan;
  readonly sectionRevisions: readonly SectionRevision[];
  readonly versionContents: readonly { readonly version: number; readonly content: VersionContent }[];
  readonly overlaps: readonly DecidedOverlap[];
  /** Whether there are or may be more overlaps than are told. */
  readonly moreOverlaps: boolean;
  readonly timeline: readonly TimelineItem[];
  readonly notices: readonly SentNotice[];
  /** Who looked at the plan, changed it, or tried to; oldest first. */
  readonly accessLog: readonly AccessLogItem[];
  readonly people: readonly MentionedPerson[];
}

/**
 * Somebody's data, opened to be handed over: the person at once, plans and documents one after another, so that no more
 * than one of them is in memory at a time.
 */
export interface OpenedCitizenData extends PersonData {
  readonly preparedAt: Instant;
  plans(): AsyncGenerator<PlanData>;
  /** The content of a document; null if it is not there any more. */
  document(planId: string, documentId: string): Promise<Buffer | null>;
}
