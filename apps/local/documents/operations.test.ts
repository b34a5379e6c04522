import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { VARIABLE_NAMES } from '../../../libs/config/environment.js';
import { HEALTH_CODES } from '../../../libs/health/health-check.js';

const text = readFileSync('docs/operations.md', 'utf8');
const rows = text.split('\n').filter((line) => line.startsWith('| `'));
/** What stands in the first column of the table of the environment. */
const told = rows.flatMap((line) => {
  const [, first = ''] = line.split('|');
  return [...first.matchAll(/`([A-Z][A-Z0-9_]+)`/g)].map(([, name = '']) => name);
});
/** Keys and roles have tables of their own, in which variables stand again. */
const environment = text.slice(text.indexOf('## Environment of'), text.indexOf('### Database roles'));

describe('the operations document', () => {
  it('tells of every variable that the processes know', () => {
    expect(VARIABLE_NAMES.filter((name) => !environment.includes(`\`${name}\``))).toEqual([]);
  });

  it('tells of no variable that they do not know', () => {
    const known = [...VARIABLE_NAMES, 'DATABASE_OWNER_URL'];
    expect(told.filter((name) => !known.includes(name))).toEqual([]);
  });

  it('tells of every code of readiness', () => {
    expect(Object.keys(HEALTH_CODES).filter((code) => !text.includes(`\`${code}\``))).toEqual([]);
  });
});
