import type { Instant, LocalDate } from '../calendar/index.js';
import type { GivenByWorker } from '../register/workplace.js';

/**
 * What one person's word does not settle: a consent or another basis, that somebody holds custody or is a guardian, that
 * they do no longer; that somebody from another organisation is to coordinate.
 */
export const MATTERS = ['consent', 'basis', 'part', 'endOfSay', 'successor'] as const;
export type Matter = (typeof MATTERS)[number];

/** What somebody saw who recorded or confirmed that a person has a say, or has it no more. */
export const SEEN_DOCUMENTS = [
  'courtJudgment',
  'agencyDecision',
  'registeredAgreement',
  'guardianshipCertificate',
  'registerExtract',
  'deathCertificate',
  'ownStatement',
] as const;
export type SeenDocument = (typeof SEEN_DOCUMENTS)[number];

export interface Seen {
  readonly document: SeenDocument;
  /** The day of the document. */
  readonly dated: LocalDate;
}

/** What stands on one person's word and waits for a second one. */
export interface ProvisionalMatter {
  /** The matter and what it is about, as one word: `part:mother`. */
  readonly confirmationId: string;
  readonly matter: Matter;
  /** The consent, basis or participant; the proposed successor's person. */
  readonly subjectId: string;
  /** Whom it opens something to, or whose say it is about; null for a successor. */
  readonly participantId: string | null;
  readonly recordedBy: string;
  readonly recordedAt: Instant;
  readonly confirmBy: Instant;
  /** What could not wait counts already; it stands before the team leader until somebody has looked at it. */
  readonly countsAlready: boolean;
}

export interface ConfirmationState {
  /** By confirmation id; consents stand in `grants`. Not in states of before version 0.3. */
  readonly provisional?: Readonly<Record<string, ProvisionalMatter>>;
  /** Since when the part of a custody holder or guardian is confirmed, by participant. Not in states of before version 0.3. */
  readonly confirmedParts?: Readonly<Record<string, Instant>>;
  /** Whose say ended by a decision that was confirmed, by participant. Not in states of before version 0.3. */
  readonly sayEnded?: Readonly<Record<string, Instant>>;
}

export type ConfirmationCommand =
  | ({
      readonly type: 'confirmMatter';
      readonly confirmationId: string;
      readonly seen: Seen | null;
    } & GivenByWorker)
  | ({
      readonly type: 'rejectMatter';
      readonly confirmationId: string;
      readonly reason: string;
    } & GivenByWorker)
  | ({
      readonly type: 'recordEndOfSay';
      readonly participantId: string;
      readonly seen: Seen;
      readonly reason: string;
    } & GivenByWorker);

interface OfMatter {
  readonly confirmationId: string;
  readonly matter: Matter;
  readonly subjectId: string;
}

export type ConfirmationEvent =
  | (OfMatter & {
      readonly type: 'matterRecorded';
      readonly participantId: string | null;
      readonly recordedBy: string;
      readonly confirmBy: Instant;
      readonly countsAlready: boolean;
      readonly seen: Seen | null;
      readonly reason: string | null;
    })
  | (OfMatter & {
      readonly type: 'matterConfirmed';
      readonly participantId: string | null;
      /** The second person; null where a register says so. */
      readonly by: string | null;
      readonly seen: Seen | null;
    })
  | (OfMatter & {
      readonly type: 'matterRejected';
      readonly participantId: string | null;
      readonly by: string;
      readonly reason: string;
    })
  | (OfMatter & {
      readonly type: 'matterLapsed';
      readonly participantId: string | null;
      /** Nobody confirmed it in time, or what it was about is no more. */
      readonly how: 'unconfirmed' | 'moot';
    });
