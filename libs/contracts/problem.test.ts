import { describe, expect, it } from '@jest/globals';
import { ERROR_CODES } from '../domain/plan/errors.js';
import { COMMAND_RULES } from '../domain/plan/command-rules.js';
import {
  API_ERROR_CODES,
  isProblemCode,
  languageOf,
  permittedRoles,
  type Problem,
  problemOf,
  PROBLEMS,
} from './problem.js';

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

describe('every problem', () => {
  const contexts: readonly NonNullable<Problem['context']>[] = [
    {},
    { permitted: [] },
    { permitted: ['coordinator'] },
    { permitted: ['coordinator', 'deputy', 'self'] },
    { permitted: ['unheardOf'] },
    { seq: 3 },
  ];

  it.each(Object.keys(PROBLEMS).filter(isProblemCode))('%s is whole with and without its details', (code) => {
    for (const language of ['da', 'en'] as const) {
      for (const context of contexts) {
        for (const errors of [[], [{ field: '/x', expected: '' }]]) {
          const told = problemOf(code, language, 'c-1', errors, context);
          expect(JSON.stringify(told)).not.toMatch(/undefined|null|NaN|\[object/);
          expect(told.detail).toMatch(/\.$/);
        }
      }
    }
  });
});

describe('who may do what somebody may not', () => {
  it.each([
    ['coordinator, deputy', 'da', 'Det kan koordinatoren eller stedfortræderen gøre.'],
    ['teamLeader', 'da', 'Det kan teamlederen gøre.'],
    [
      'coordinator, deputy, self',
      'en',
      'It can be done by the coordinator, the deputy or the person whom it concerns.',
    ],
    [
      'practitioner, coordinator or teamLeader',
      'en',
      'It can be done by practitioners, the coordinator or the team leader.',
    ],
    ['process', 'da', 'Det hører ikke til din rolle. Tal med den, hvis opgave det er.'],
    [
      'answerGathering, uploadDocument',
      'da',
      'Det hører ikke til din rolle. Tal med den, hvis opgave det er.',
    ],
  ] as const)('%s, in %s', (expected, language, detail) => {
    const context = { permitted: permittedRoles(expected) };
    expect(problemOf('ACTOR.NOT_PERMITTED', language, 'c-1', [], context).detail).toBe(detail);
  });

  it('is named for every command: nobody is told to ask themself', () => {
    for (const [command, { by, bySelf }] of Object.entries(COMMAND_RULES)) {
      const roles = permittedRoles([...by, ...(bySelf ? ['self'] : [])].join(', '));
      const { detail } = problemOf('ACTOR.NOT_PERMITTED', 'da', 'c-1', [], { permitted: roles });
      if (!by.includes('coordinator'))
        expect([command, detail]).toEqual([command, expect.not.stringContaining('koordinator')]);
    }
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
