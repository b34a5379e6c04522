import type { Instant } from '../calendar/index.js';
import type { GivenByWorker } from '../register/workplace.js';

/** What can be disclosed. `course` is the fact that there is a course, with its meetings' times. */
export const INFORMATION_KINDS = [
  'course',
  'masterData',
  'survey',
  'challenges',
  'goals',
  'followUp',
  'citizenWishes',
  'crisisPlan',
  'existingPlans',
  'contactDetails',
  'appointments',
] as const;
export type InformationKind = (typeof INFORMATION_KINDS)[number];

/** The existing plans of one source alone: of this participant. */
export type SourcedKind = `existingPlans:${string}`;

/** What a consent or basis can name. */
export type GrantedKind = InformationKind | SourcedKind;

export const PURPOSES = ['coordination', 'evaluation'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** The rule that a consent is given under; each has its longest period in the policy. */
export const CONSENT_BASES = [
  'healthAct43',
  'adminAct28',
  'serviceAct',
  'gdprArticle9',
  'custodyHolder',
] as const;
export type ConsentBasis = (typeof CONSENT_BASES)[number];

/** Statutory bases other than consent: rare, each use recorded with its reason. */
export const STATUTORY_BASES = [
  'vitalInterest',
  'valueSpring',
  'ssdCooperation',
  'adminAct28Section2',
  'dutyToNotify',
  'courtOrder',
] as const;
export type StatutoryBasis = (typeof STATUTORY_BASES)[number];

/** Why a basis counts before a second person has looked at it. */
export const URGENCIES = ['dangerToLife'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** Bases that can be of what cannot wait. */
export const URGENT_BASES: readonly StatutoryBasis[] = ['vitalInterest', 'valueSpring', 'dutyToNotify'];

export const CONSENT_MANNERS = ['oral', 'written', 'digital'] as const;
export type ConsentManner = (typeof CONSENT_MANNERS)[number];

/** Who can consent: the citizen, or who has a say for them. */
export const CONSENT_GIVERS = ['citizen', 'custodyHolder', 'guardian'] as const;
export type ConsentGiver = (typeof CONSENT_GIVERS)[number];

export type GrantStatus = 'provisional' | 'given';

/** One recipient's part of a consent while it can still open something. */
export interface Grant {
  readonly grantId: string;
  readonly consentId: string;
  readonly participantId: string;
  readonly kinds: readonly GrantedKind[];
  readonly purpose: Purpose;
  readonly basis: ConsentBasis;
  readonly from: Instant;
  readonly to: Instant;
  readonly status: GrantStatus;
  readonly recordedBy: string;
  readonly recordedAt: Instant;
  /** Until when a provisional grant must be confirmed; null once it is given. */
  readonly confirmBy: Instant | null;
  /** Who consented; not in states of before version 0.3. */
  readonly givenBy?: ConsentGiver;
}

/** A recorded basis other than consent, while it lasts. */
export interface RecordedBasis {
  readonly basisId: string;
  readonly participantId: string;
  readonly basis: StatutoryBasis;
  readonly kinds: readonly GrantedKind[];
  readonly from: Instant;
  readonly to: Instant;
}

/** That nothing reaches a participant, since when and how. */
export interface Settled {
  readonly at: Instant;
  readonly how: 'refused' | 'withdrawn' | 'lapsed';
  /** The person on the citizen's side who said no themself: it is theirs to change. */
  readonly by?: string;
}

export interface ConsentState {
  readonly grants: Readonly<Record<string, Grant>>;
  readonly bases: Readonly<Record<string, RecordedBasis>>;
  /** Participants whom nothing reaches although the question was settled: how, and when. */
  readonly settled: Readonly<Record<string, Settled>>;
  /** By participant: everybody on the citizen's side whose own no to them stands; not in states of before version 0.3. */
  readonly ownNos?: Readonly<Record<string, readonly string[]>>;
  readonly attempts: number;
  /** Ids of consents and bases that were ever recorded: none is used twice. */
  readonly usedIds: readonly string[];
}

export interface GrantRequest {
  readonly participantId: string;
  readonly kinds: readonly GrantedKind[];
  readonly purpose: Purpose;
  readonly from: Instant;
  readonly to: Instant;
}

export type ConsentCommand =
  | {
      readonly type: 'recordConsentAttempt';
      readonly participantIds: readonly string[];
      readonly outcome: 'notReached' | 'postponed' | 'askedAgain';
      readonly place: string;
      readonly helperPersonId: string | null;
      readonly minutesSpent: number;
    }
  | ({
      readonly type: 'giveConsent';
      readonly consentId: string;
      readonly grants: readonly GrantRequest[];
      readonly basis: ConsentBasis;
      readonly manner: ConsentManner;
      readonly wordingVersion: string;
      readonly givenBy: 'citizen' | 'custodyHolder' | 'guardian';
      readonly place: string;
      readonly helperPersonId: string | null;
      readonly minutesSpent: number;
    } & GivenByWorker)
  | ({
      readonly type: 'confirmConsent';
      readonly consentId: string;
      readonly participantId: string;
    } & GivenByWorker)
  | { readonly type: 'refuseConsent'; readonly participantId: string; readonly reason: string | null }
  | {
      readonly type: 'narrowConsent';
      readonly participantId: string;
      readonly keep: readonly GrantedKind[];
    }
  | { readonly type: 'withdrawConsent'; readonly participantId: string }
  | ({
      readonly type: 'recordBasis';
      readonly basisId: string;
      readonly participantId: string;
      readonly basis: StatutoryBasis;
      readonly kinds: readonly GrantedKind[];
      readonly from: Instant;
      readonly to: Instant;
      readonly reason: string;
      readonly extent: string;
      readonly citizenTold: boolean;
      readonly notToldBecause: string | null;
      /** What cannot wait for a second person, as a coded ground. */
      readonly urgentBecause?: Urgency | null;
    } & GivenByWorker)
  | { readonly type: 'endBasis'; readonly basisId: string; readonly reason: string };

export type ConsentEvent =
  | {
      readonly type: 'consentAttempted';
      readonly participantIds: readonly string[];
      readonly outcome: 'notReached' | 'postponed' | 'askedAgain';
      readonly place: string;
      readonly helperPersonId: string | null;
      readonly minutesSpent: number;
    }
  | {
      readonly type: 'consentGiven';
      readonly consentId: string;
      readonly grants: readonly Grant[];
      /** Earlier grants that the new ones cover altogether. */
      readonly replacedGrantIds: readonly string[];
      readonly manner: ConsentManner;
      readonly wordingVersion: string;
      readonly givenBy: 'citizen' | 'custodyHolder' | 'guardian';
      readonly place: string;
      readonly helperPersonId: string | null;
      readonly minutesSpent: number;
    }
  | {
      readonly type: 'consentConfirmed';
      readonly consentId: string;
      readonly participantId: string;
      readonly grantIds: readonly string[];
      /** Earlier grants that the confirmed ones cover altogether; absent from older events, which replaced none. */
      readonly replacedGrantIds?: readonly string[];
      /** Who confirmed; not in events of before version 0.3. */
      readonly by?: string;
    }
  | {
      readonly type: 'consentRefused';
      readonly participantId: string;
      readonly reason: string | null;
      /** The citizen or custody holder who said so themself; absent if staff recorded it, and from older events. */
      readonly by?: string;
    }
  | {
      readonly type: 'consentNarrowed';
      readonly participantId: string;
      readonly grantIds: readonly string[];
      readonly keep: readonly GrantedKind[];
    }
  | {
      readonly type: 'consentWithdrawn';
      readonly participantId: string;
      readonly grantIds: readonly string[];
      /** The citizen or custody holder who did so themself; absent if staff recorded it, and from older events. */
      readonly by?: string;
    }
  | {
      readonly type: 'consentExpired';
      readonly participantId: string;
      readonly grantIds: readonly string[];
    }
  | {
      readonly type: 'provisionalConsentLapsed';
      readonly participantId: string;
      readonly grantIds: readonly string[];
    }
  | {
      readonly type: 'basisRecorded';
      readonly basis: RecordedBasis;
      readonly reason: string;
      readonly extent: string;
      readonly citizenTold: boolean;
      readonly notToldBecause: string | null;
      /** Not in events of before version 0.3. */
      readonly urgentBecause?: Urgency | null;
    }
  | { readonly type: 'basisEnded'; readonly basisId: string; readonly reason: string | null }
  /** The citizen came of age: those who held custody take part as relatives, as far as the citizen wants. */
  | { readonly type: 'custodyEnded'; readonly participantIds: readonly string[] };
