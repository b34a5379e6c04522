import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { optional, shortText } from '../schemas/fields.js';
import { fieldProblems } from './field-problems.js';

const body = z.strictObject({
  name: shortText,
  count: z.int(),
  ratio: z.number(),
  sure: z.boolean(),
  list: z.array(z.string()),
  inner: z.strictObject({ of: z.string() }),
  choice: z.enum(['one', 'two']),
  note: optional(shortText),
});

function told(value: unknown, language: 'da' | 'en'): Record<string, string> {
  const result = body.safeParse(value);
  const problems = fieldProblems(result.error?.issues ?? [], language);
  return Object.fromEntries(problems.map(({ field, expected }) => [field, expected]));
}

describe('a field that is missing or of another type', () => {
  const wrong = { name: 1, count: 'x', ratio: [], sure: 'yes', list: {}, inner: 'x', choice: 3, note: 4 };

  it.each(['da', 'en'] as const)('is told in %s as what is expected, never as undefined', (language) => {
    for (const value of [{}, wrong]) {
      const problems = told(value, language);
      expect(Object.keys(problems).length).toBeGreaterThan(6);
      for (const expected of Object.values(problems)) expect(expected).not.toMatch(/undefined|NaN|null/);
    }
  });

  it('is told what should stand there', () => {
    expect(told({}, 'da')).toMatchObject({
      '/count': 'Feltet mangler eller har en anden form. Her skal stå et tal.',
      '/list': 'Feltet mangler eller har en anden form. Her skal stå en liste.',
    });
    expect(told({}, 'en')['/name']).toBe('The field is missing or has another form. It must be a text.');
  });
});
