import type { Instant, LocalDate } from '../../calendar/index.js';
import type { ConsentBasis, ConsentManner, GrantedKind, InformationKind, Purpose } from '../consent.types.js';

/** A recipient as the form names it. */
export interface FormRecipient {
  /** The authority, or the person. */
  readonly name: string;
  readonly kinds: readonly GrantedKind[];
  readonly purpose: Purpose;
  /** The first day. */
  readonly from: LocalDate;
  /** The moment at which it ends. */
  readonly to: Instant;
}

/** What a form is filled in with. */
export interface ConsentFormData {
  /** The authorities that disclose. */
  readonly disclosers: readonly string[];
  readonly recipients: readonly FormRecipient[];
  readonly basis: ConsentBasis;
  readonly givenBy: 'citizen' | 'custodyHolder' | 'guardian';
  readonly manner: ConsentManner;
  readonly date: LocalDate;
  /** Who records it. */
  readonly recordedBy: string;
  /** Whom to ask, and how to reach them. */
  readonly contact: { readonly name: string; readonly telephone: string | null };
  /** By participant: the name under which its existing plans are meant. */
  readonly sources: Readonly<Record<string, string>>;
}

/** One part of the form: a heading and what stands under it. */
export interface FormPart {
  readonly heading: string;
  readonly lines: readonly string[];
}

/** The wording that is shown or read out, filled in. */
export interface ConsentForm {
  readonly version: string;
  readonly language: 'da' | 'en';
  readonly title: string;
  readonly introduction: string;
  readonly parts: readonly FormPart[];
}

/** What is said otherwise to a custody holder, whose consent is about a child. */
export interface ChildWording extends Pick<
  ConsentWording,
  'introduction' | 'purposes' | 'voluntaryLines' | 'withdrawalLines'
> {
  readonly kinds: Readonly<Partial<Record<InformationKind, string>>>;
}

/** The texts of one version in one language. */
export interface ConsentWording {
  /** Kinds of information that this version names in other words than the ones before it. */
  readonly kinds?: Readonly<Partial<Record<InformationKind, string>>>;
  readonly title: string;
  readonly introduction: string;
  readonly who: string;
  readonly recipients: string;
  readonly recipient: (recipient: { name: string; kinds: string; from: string; to: string }) => string;
  readonly purpose: string;
  readonly purposes: Readonly<Record<Purpose, string>>;
  readonly basis: string;
  readonly bases: Readonly<Record<ConsentBasis, string>>;
  readonly voluntary: string;
  readonly voluntaryLines: readonly string[];
  readonly withdrawal: string;
  readonly withdrawalLines: readonly string[];
  readonly recorded: string;
  readonly recordedLine: (recorded: { date: string; manner: string; by: string; given: string }) => string;
  readonly manners: Readonly<Record<ConsentManner, string>>;
  readonly givers: Readonly<Record<ConsentFormData['givenBy'], string>>;
  readonly contact: string;
  readonly contactLine: (contact: { name: string; telephone: string | null }) => string;
  /** Absent from the versions that had no such words; custody holders are not shown those any more. */
  readonly ofChild?: ChildWording;
}
