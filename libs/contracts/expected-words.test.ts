import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { expectedIn } from './expected-words.js';

/** Roles, commands and answers, which are the same in every language. */
const CODES = /^[a-z][A-Za-z]*(, [a-z][A-Za-z]*)*$/;
const SAID = /expected:\s*(?:'((?:[^'\\]|\\.)*)'|"([^"]*)"|`([^`]*)`)/g;

/** What the rules say that they expect, with a stand-in for what is filled in. */
function said(): string[] {
  const sources = globSync('libs/{domain,register,reading,record}/**/*.ts', {
    exclude: (name) => name.endsWith('.test.ts') || name === 'identifiers',
  });
  return sources.flatMap((source) =>
    [...readFileSync(source, 'utf8').matchAll(SAID)].map(([, single, double, template]) =>
      (single ?? double ?? template ?? '').replaceAll(/\$\{[^}]*\}/g, '7'),
    ),
  );
}

describe('what is expected', () => {
  it('has Danish words wherever the rules say it in English', () => {
    const words = [...new Set(said())].filter((text) => text === 'text' || !CODES.test(text));
    expect(words.length).toBeGreaterThan(40);
    expect(words.filter((text) => expectedIn('da', text) === text)).toEqual([]);
  });

  it.each([
    ['at least one', 'mindst én'],
    [
      'not before 2027-03-01; an urgent meeting may be sooner',
      'ikke før 2027-03-01; et hastemøde må være før',
    ],
    ['coordinator, deputy', 'coordinator, deputy'],
    ['toString', 'toString'],
  ])('%s is in Danish: %s', (english, danish) => {
    expect(expectedIn('da', english)).toBe(danish);
    expect(expectedIn('en', english)).toBe(english);
  });
});
