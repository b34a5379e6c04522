import { describe, expect, it } from '@jest/globals';
import { dateIn, wrongDateField } from './date-field.js';
import { FormValues } from './form-values.js';

const filled = (day: string, month: string, year: string): FormValues =>
  FormValues.with({ 'from-day': day, 'from-month': month, 'from-year': year });

describe('a date in three fields', () => {
  it.each([
    ['31', '2', '2027', 'from'],
    ['32', '1', '2027', 'from'],
    ['', '1', '2027', 'from'],
    ['1', '13', '2027', 'from-month'],
    ['1', '', '2027', 'from-month'],
    ['1', 'marts', '2027', 'from-month'],
    ['1', '1', '27', 'from-year'],
    ['1', '1', '', 'from-year'],
  ])('of %j %j %j is wrong by the field %s', (day, month, year, field) => {
    const values = filled(day, month, year);
    expect(dateIn(values, 'from')).toBe('');
    expect(wrongDateField(values, 'from')).toBe(field);
  });
});
