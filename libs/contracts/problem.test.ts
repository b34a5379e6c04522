import { describe, expect, it } from '@jest/globals';
import { ERROR_CODES } from '../domain/plan/errors.js';
import { API_ERROR_CODES, isProblemCode, languageOf, problemOf, PROBLEMS } from './problem.js';

describe('the catalogue of problems', () => {
  it.each([...ERROR_CODES, ...API_ERROR_CODES])(
    'says what %s means and what to do, in both languages',
    (code) => {
      const { status, da, en } = PROBLEMS[code];
      expect(status).toBeGreaterThanOrEqual(400);
      for (const text of [da, en]) {
        expect(text.title).not.toBe('');
        expect(text.detail).toMatch(/\.$/);
      }
      expect(da.detail).not.toBe(en.detail);
    },
  );

  it('answers what the rules refuse with a status of the client', () => {
    for (const code of ERROR_CODES) expect(PROBLEMS[code].status).toBeLessThan(500);
  });

  it('knows its codes and no others', () => {
    expect(isProblemCode('PLAN.ENDED')).toBe(true);
    expect(isProblemCode('toString')).toBe(false);
  });
});

describe('the language of an answer', () => {
  it.each([
    [undefined, 'da'],
    ['', 'da'],
    ['de', 'da'],
    ['en', 'en'],
    ['en-GB,en;q=0.9', 'en'],
    ['da;q=0.4, en;q=0.8', 'en'],
    ['en;q=0.3,da', 'da'],
    ['en;q=0', 'da'],
    ['*', 'da'],
  ] as const)('%s is answered in %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });
});

describe('the body of a problem', () => {
  it('carries code, words, fields and the correlation id', () => {
    expect(problemOf('PLAN.ENDED', 'en', 'c-1', [{ field: '/x', expected: 'y' }], { seq: 3 })).toEqual({
      type: '/problems/PLAN.ENDED',
      title: 'The plan has ended',
      status: 409,
      code: 'PLAN.ENDED',
      detail: 'Reopen the plan if the course is to go on.',
      errors: [{ field: '/x', expected: 'y' }],
      correlationId: 'c-1',
      context: { seq: 3 },
    });
  });
});
