import type { Instant, LocalDate } from '../../domain/calendar/index.js';
import type { MailLanguage } from '../language.js';
import { da } from './catalogue.da.js';
import { en } from './catalogue.en.js';
import type { TimedNoticeKind, UntimedNoticeKind } from './notice-item.js';

/** What a text may mention, already in words. */
export interface Details {
  /** The last day, written out; null if there is none. */
  readonly deadline: string | null;
}
export interface TimedDetails extends Details {
  /** The days and hours of what is told, written out. */
  readonly time: string;
}

/** One notice in one language. It reveals neither what the course is nor whom it is about. */
export interface NoticeText<Known> {
  /** At most 70 characters, without names; it may be seen on a locked telephone. */
  readonly subject: string;
  readonly heading: string;
  readonly paragraphs: (known: Known) => readonly string[];
  /** What the link leads to, as something to do. */
  readonly action: string;
}

/** Everything that is said in one language. */
export interface Catalogue {
  readonly notices: { readonly [Kind in UntimedNoticeKind]: NoticeText<Details> } & {
    readonly [Kind in TimedNoticeKind]: NoticeText<TimedDetails>;
  };
  readonly greeting: (firstName: string | null) => string;
  /** Subject and heading of several notices in one mail. */
  readonly bundle: (count: number) => string;
  readonly mailClosing: readonly string[];
  readonly letter: {
    readonly contact: (name: string, telephone: string) => string;
    readonly link: (link: string) => string;
    readonly enclosed: string;
    readonly farewell: string;
  };
  readonly callNote: {
    readonly before: string;
    readonly after: string;
  };
  readonly meeting: string;
  readonly date: (date: LocalDate) => string;
  readonly period: (from: Instant, to: Instant) => string;
}

/** The texts by language. A missing kind, text or parameter does not compile. */
export const CATALOGUES: Readonly<Record<MailLanguage, Catalogue>> = { da, en };
