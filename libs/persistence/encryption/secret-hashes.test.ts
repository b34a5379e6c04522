import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { SecretHashes } from './secret-hashes.js';

const [old, current] = [randomBytes(32), randomBytes(32)];
const before = new SecretHashes({ encryption: new Map([[1, old]]), current: 1 });
const after = new SecretHashes({
  encryption: new Map([
    [1, old],
    [2, current],
  ]),
  current: 2,
});
const elsewhere = new SecretHashes({ encryption: new Map([[2, current]]), current: 2 });

describe('what is kept of a secret', () => {
  it('is found again after the keys were changed, for as long as the old one is there', () => {
    const kept = before.hash('secret');
    expect(after.hashes('secret')).toContainEqual(kept);
    expect(elsewhere.hashes('secret')).not.toContainEqual(kept);
    expect(after.hash('secret')).toEqual(elsewhere.hash('secret'));
    expect(after.hashes('another')).not.toContainEqual(kept);
  });

  it('is found by what was kept of it before, and cannot be made without the key', () => {
    const plain = Buffer.from('2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b', 'hex');
    expect(after.hashes('secret')).toContainEqual(after.ofPlainHash(plain));
    expect(after.hashes('secret')).not.toContainEqual(plain);
  });

  it('is the code of a row as it was written, and of no other', () => {
    const code = before.code('session', ['person', null, ['a', 'b']]);
    expect(after.isCode(code, 'session', ['person', null, ['a', 'b']])).toBe(true);
    expect(after.isCode(code, 'session', ['person', null, ['a']])).toBe(false);
    expect(after.isCode(code, 'link', ['person', null, ['a', 'b']])).toBe(false);
    expect(elsewhere.isCode(code, 'session', ['person', null, ['a', 'b']])).toBe(false);
    expect(after.isCode(Buffer.of(1), 'session', [])).toBe(false);
  });
});
