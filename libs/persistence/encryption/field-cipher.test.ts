import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { FieldCipher } from './field-cipher.js';

const hashing = randomBytes(32);
const oldKey = randomBytes(32);
const newKey = randomBytes(32);
const cipher = new FieldCipher({ encryption: new Map([[1, oldKey]]), current: 1, hashing });
const rotated = new FieldCipher({
  encryption: new Map([
    [1, oldKey],
    [2, newKey],
  ]),
  current: 2,
  hashing,
});

describe('FieldCipher', () => {
  it.each(['0201609995', '', 'æøå 🙂', 'x'.repeat(10_000)])('gives back what it encrypted', (text) => {
    expect(cipher.decrypt(cipher.encrypt(text, 'row'), 'row').toString()).toBe(text);
  });

  it('writes the id of the key first and never the same value twice', () => {
    const first = cipher.encrypt('0201609995', 'row');
    expect(first[0]).toBe(1);
    expect(first.includes('0201609995')).toBe(false);
    expect(cipher.encrypt('0201609995', 'row').equals(first)).toBe(false);
  });

  it('reads values under an older key, and tells that they are', () => {
    const value = cipher.encrypt('0201609995', 'row');
    expect(rotated.decrypt(value, 'row').toString()).toBe('0201609995');
    expect(rotated.isOutdated(value)).toBe(true);
    expect(rotated.isOutdated(rotated.encrypt('0201609995', 'row'))).toBe(false);
  });

  it('refuses a value whose key it does not have', () => {
    expect(() => cipher.decrypt(rotated.encrypt('0201609995', 'row'), 'row')).toThrow('encryption key 2');
  });

  it('refuses a value that was moved to another row', () => {
    expect(() => cipher.decrypt(cipher.encrypt('0201609995', 'row'), 'another row')).toThrow();
  });

  it('refuses a value in which any one byte was altered', () => {
    const value = cipher.encrypt('0201609995', 'row');
    for (let place = 0; place < value.length; place += 1) {
      const altered = Buffer.from(value);
      altered[place] = (altered[place] ?? 0) ^ 1;
      expect(() => cipher.decrypt(altered, 'row')).toThrow();
    }
  });

  it('refuses an incomplete value', () => {
    expect(() => cipher.decrypt(Buffer.alloc(0), 'row')).toThrow('incomplete');
    expect(() => cipher.decrypt(cipher.encrypt('', 'row').subarray(0, 20), 'row')).toThrow('incomplete');
  });

  it('hashes equal texts equally, under its key only', () => {
    const other = new FieldCipher({
      encryption: new Map([[1, oldKey]]),
      current: 1,
      hashing: randomBytes(32),
    });
    expect(cipher.hash('0201609995').equals(rotated.hash('0201609995'))).toBe(true);
    expect(cipher.hash('0201609995').equals(cipher.hash('0201609996'))).toBe(false);
    expect(cipher.hash('0201609995').equals(other.hash('0201609995'))).toBe(false);
  });

  it.each([
    ['a short key', new Map([[1, randomBytes(16)]]), 1, hashing],
    ['a key id beyond a byte', new Map([[256, oldKey]]), 256, hashing],
    ['a missing current key', new Map([[1, oldKey]]), 2, hashing],
    ['a short hashing key', new Map([[1, oldKey]]), 1, randomBytes(16)],
    ['one key for both', new Map([[1, oldKey]]), 1, oldKey],
  ])('refuses %s', (_what, encryption, current, hashingKey) => {
    expect(() => new FieldCipher({ encryption, current, hashing: hashingKey })).toThrow(RangeError);
  });
});
