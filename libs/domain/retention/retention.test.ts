import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDuration } from '../calendar/index.js';
import { defaultPolicy } from '../plan/default-policy.js';
import { END_REASONS } from '../plan/plan.types.js';
import {
  addressesErasedBefore,
  planErasableFrom,
  personErasableFrom,
  uninvolvedBefore,
  USUAL_RETENTION,
} from './retention.rules.js';

describe('an ended plan', () => {
  it.each([
    ['2027-03-01T12:00:00.000Z', 60, '2032-02-29T23:00:00.000Z'],
    // The end of a day in Denmark, and of a month that is longer than the one in which it is erased.
    ['2027-08-31T22:30:00.000Z', 6, '2028-02-29T23:00:00.000Z'],
    ['2027-08-31T21:30:00.000Z', 6, '2028-02-28T23:00:00.000Z'],
    ['2027-03-01T12:00:00.000Z', 1, '2027-03-31T22:00:00.000Z'],
  ])('that ended at %s with %d months is erased from %s on', (endedAt, months, from) => {
    const retentionMonths = { ...USUAL_RETENTION, moved: months };
    expect(planErasableFrom({ endedAt, reason: 'moved', retentionMonths })).toBe(from);
  });

  it('is kept for as long as its own policy says of its reason, and for the usual time if that says nothing', () => {
    const endedAt = '2027-03-01T12:00:00.000Z';
    const retentionMonths = { ...USUAL_RETENTION, completed: 120 };
    expect(planErasableFrom({ endedAt, reason: 'completed', retentionMonths })).toBe(
      '2037-02-28T23:00:00.000Z',
    );
    for (const reason of END_REASONS) {
      const usual = '2032-02-29T23:00:00.000Z';
      expect(planErasableFrom({ endedAt, reason, retentionMonths: null })).toBe(usual);
      expect(
        planErasableFrom({ endedAt, reason, retentionMonths: defaultPolicy.retentionMonths ?? null }),
      ).toBe(usual);
    }
  });
});

describe('somebody', () => {
  it('who has to do with something is kept, and so long after it', () => {
    expect(personErasableFrom({ until: null }, 60)).toBeNull();
    expect(personErasableFrom({ until: '2027-03-01T12:00:00.000Z' }, 12)).toBe('2028-02-29T23:00:00.000Z');
  });
});

describe('looking people up', () => {
  it('misses nobody who is erasable', () => {
    const day = fc.integer({ min: 0, max: 20_000 });
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 0, max: 1_439 }),
        fc.integer({ min: 1, max: 130 }),
        (days, minutes, months) => {
          const until = addDuration('1995-01-01T00:00:00.000Z', { minutes: days * 1_440 + minutes });
          const from = personErasableFrom({ until }, months) ?? '';
          expect(until < uninvolvedBefore(from, months)).toBe(true);
          expect(until < uninvolvedBefore(addDuration(from, { minutes: days }), months)).toBe(true);
        },
      ),
    );
  });
});

describe('network addresses', () => {
  it.each([
    ['2027-03-31T23:59:59.999Z', 13, '2026-02'],
    ['2027-01-01T00:00:00.000Z', 1, '2026-12'],
    ['2027-01-01T00:00:00.000Z', 0, '2027-01'],
  ])('at %s, kept for %d months, are forgotten of months before %s', (at, months, before) => {
    expect(addressesErasedBefore(at, months)).toBe(before);
  });
});
