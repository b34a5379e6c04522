import { describe, expect, it } from '@jest/globals';
import { isSignedInAnew } from './sign-in-anew.js';

const WANTED = { minutes: 15, assurance: 'substantial' } as const;
const NOW = '2027-03-01T12:00:00.000Z';

describe('whether somebody signed in anew', () => {
  it.each([
    ['just now', '2027-03-01T12:00:00.000Z', 'substantial', true],
    ['fifteen minutes ago', '2027-03-01T11:45:00.000Z', 'high', true],
    ['longer ago', '2027-03-01T11:44:59.999Z', 'high', false],
    ['by a clock that is a little ahead', '2027-03-01T12:00:30.000Z', 'high', true],
    ['in the future', '2027-03-01T12:02:00.000Z', 'high', false],
    ['less surely', NOW, 'low', false],
    ['nobody knows how surely', NOW, null, false],
    ['nobody knows when', null, 'high', false],
  ] as const)('%s', (_, at, assurance, expected) => {
    expect(isSignedInAnew({ at, assurance }, WANTED, NOW)).toBe(expected);
  });
});
