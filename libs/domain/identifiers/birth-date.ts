import { dayExists, type LocalDate } from '../calendar/index.js';

/** Sex as the last digit of a CPR number or a replacement number tells it. */
export type Sex = 'male' | 'female';

/** The sex that a last digit stands for: odd is male, even is female. */
export function sexOf(lastDigit: string): Sex {
  return Number(lastDigit) % 2 === 1 ? 'male' : 'female';
}

/** The date of a number that begins with DDMMYY, in the given century (18, 19 or 20), if there is such a day. */
export function birthDateOf(number: string, century: number): LocalDate | undefined {
  const day = number.slice(0, 2);
  const month = number.slice(2, 4);
  const year = `${century}${number.slice(4, 6)}`;
  return dayExists(Number(year), Number(month), Number(day)) ? `${year}-${month}-${day}` : undefined;
}
