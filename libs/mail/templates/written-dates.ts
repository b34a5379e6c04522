import { copenhagenDate, copenhagenTime, type Instant, type LocalDate } from '../../domain/calendar/index.js';

/**
 * A function that writes a date out in full, for instance "tirsdag den 3. marts 2027".
 * @param locale a BCP 47 tag such as `da-DK`
 */
export function dateWriter(locale: string): (date: LocalDate) => string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' });
  return (date) => format.format(new Date(`${date}T12:00:00.000Z`));
}

/** The words of one language around a time of day. */
export interface PeriodWords {
  readonly date: (date: LocalDate) => string;
  /** Between date and time: "kl.", "at". */
  readonly at: string;
  /** Between two times on different days: "til", "to". */
  readonly until: string;
  /** Between hours and minutes. */
  readonly separator: '.' | ':';
}

/**
 * A function that writes from when to when a meeting lasts, in Danish time (Europe/Copenhagen), for instance
 * "tirsdag den 2. marts 2027 kl. 09.00–10.30".
 */
export function periodWriter({
  date,
  at,
  until,
  separator,
}: PeriodWords): (from: Instant, to: Instant) => string {
  const time = (instant: Instant): string => copenhagenTime(instant).replace(':', separator);
  return (from, to) => {
    const [firstDay, lastDay] = [copenhagenDate(from), copenhagenDate(to)];
    const start = `${date(firstDay)} ${at} ${time(from)}`;
    return firstDay === lastDay
      ? `${start}–${time(to)}`
      : `${start} ${until} ${date(lastDay)} ${at} ${time(to)}`;
  };
}
