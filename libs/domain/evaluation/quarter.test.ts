import { describe, expect, it } from '@jest/globals';
import { quarterOf } from './quarter.js';

describe('a quarter', () => {
  it('begins and ends at midnight in Denmark, in summer time and in winter time, and is told an hour later', () => {
    expect(quarterOf('2027-Q1')).toEqual({
      name: '2027-Q1',
      from: '2026-12-31T23:00:00.000Z',
      to: '2027-03-31T22:00:00.000Z',
      toldFrom: '2027-03-31T23:00:00.000Z',
    });
    expect(quarterOf('2027-Q4')).toEqual({
      name: '2027-Q4',
      from: '2027-09-30T22:00:00.000Z',
      to: '2027-12-31T23:00:00.000Z',
      toldFrom: '2028-01-01T00:00:00.000Z',
    });
  });

  it.each(['2027', '2027-Q5', '1999-Q1', '2027-Q1 ', ''])('is not named by %j', (text) => {
    expect(quarterOf(text)).toBeNull();
  });
});
