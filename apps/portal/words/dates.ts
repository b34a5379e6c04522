import {
  copenhagenDate,
  copenhagenTime,
  type Instant,
  type LocalDate,
} from '../../../libs/domain/calendar/index.js';
import type { Language } from '../../../libs/contracts/problem.types.js';
import { dateWriter, periodWriter } from '../../../libs/mail/templates/written-dates.js';

/** Dates and times as people read them, in Danish time. */
export interface DateWords {
  /** "2. marts 2027"; of a date or an instant. */
  readonly day: (date: string) => string;
  /** "tirsdag den 2. marts 2027"; of a date or an instant. */
  readonly fullDay: (date: string) => string;
  /** "2. marts 2027 kl. 09.00" */
  readonly moment: (at: Instant) => string;
  /** "tirsdag den 2. marts 2027 kl. 09.00–10.30" */
  readonly period: (from: Instant, to: Instant) => string;
  /** The last day of something that ends at an instant: that instant does not belong to it any more. */
  readonly lastDay: (to: Instant) => string;
}

const LOCALES = { da: 'da-DK', en: 'en-GB' } as const;
const AROUND = {
  da: { at: 'kl.', until: 'til', separator: '.' },
  en: { at: 'at', until: 'to', separator: ':' },
} as const;

function writtenIn(language: Language): DateWords {
  const locale = LOCALES[language];
  const around = AROUND[language];
  const long = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const full = dateWriter(locale);
  const day = (date: string): string => long.format(new Date(`${dateOf(date)}T12:00:00.000Z`));
  return {
    day,
    fullDay: (date) => full(dateOf(date)),
    moment: (at) => `${day(at)} ${around.at} ${copenhagenTime(at).replace(':', around.separator)}`,
    period: periodWriter({ date: full, ...around }),
    lastDay: (to) => day(new Date(Date.parse(to) - 1).toISOString()),
  };
}

function dateOf(date: string): LocalDate {
  return date.includes('T') ? copenhagenDate(date) : date;
}

/** Dates in both languages. */
export const DATES: Readonly<Record<Language, DateWords>> = { da: writtenIn('da'), en: writtenIn('en') };
