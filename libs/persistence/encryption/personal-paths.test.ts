import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { PersonalPaths } from './personal-paths.js';

const [old, current] = [randomBytes(32), randomBytes(32)];
const before = new PersonalPaths({ encryption: new Map([[1, old]]), current: 1 });
const after = new PersonalPaths({
  encryption: new Map([
    [1, old],
    [2, current],
  ]),
  current: 2,
});
const [citizen, party] = [randomUUID(), randomUUID()];
const path = `plans/${randomUUID()}/meetings/${randomUUID()}`;

describe('a path in a mail', () => {
  it('leads the one who got it there, also after the keys were changed, and nobody else', () => {
    const token = before.seal(citizen, path);
    expect(after.open(citizen, token)).toBe(path);
    expect(after.open(party, token)).toBeNull();
    expect(before.open(citizen, after.seal(citizen, path))).toBeNull();
  });

  it('is the same text for the same person, and tells no two people that it is the same', () => {
    const token = after.seal(citizen, path);
    expect(after.seal(citizen, path)).toBe(token);
    const other = after.seal(party, path);
    expect(longestCommon(token, other)).toBeLessThan(12);
    expect(Buffer.from(token, 'base64url').toString('latin1')).not.toContain('plans/');
    expect(`https://plan.example/to/${token}`.length).toBeLessThan(250);
  });

  it.each(['', 'x', 'plans/1', 'ø'.repeat(60), 'A'.repeat(200), 'A'.repeat(1_000)])(
    'is none: %s',
    (token) => {
      expect(after.open(citizen, token)).toBeNull();
    },
  );
});

function longestCommon(one: string, other: string): number {
  let longest = 0;
  for (let from = 0; from < one.length; from += 1)
    while (other.includes(one.slice(from, from + longest + 1)) && from + longest < one.length) longest += 1;
  return longest;
}
