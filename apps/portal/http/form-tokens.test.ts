import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { FormTokens } from './form-tokens.js';

const key = (id: string): { id: string; secret: Uint8Array } => ({ id, secret: randomBytes(32) });
const session = randomBytes(32);

describe('a form token', () => {
  it('holds for its session and no other one, and is another one each time', () => {
    const tokens = new FormTokens([key('1')]);
    const token = tokens.make(session);
    expect(tokens.holds(token, session)).toBe(true);
    expect(tokens.holds(token, randomBytes(32))).toBe(false);
    expect(tokens.make(session)).not.toBe(token);
  });

  it('holds over a change of keys, while the old one is kept', () => {
    const old = key('1');
    const token = new FormTokens([old]).make(session);
    expect(new FormTokens([key('2'), old]).holds(token, session)).toBe(true);
    expect(new FormTokens([key('2')]).holds(token, session)).toBe(false);
  });

  it.each([undefined, '', 'x', ['a', 'b'], 'A'.repeat(64), 'A'.repeat(100_000)])('is not %j', (forged) => {
    expect(new FormTokens([key('1')]).holds(forged, session)).toBe(false);
  });

  it('is none any more with one bit changed', () => {
    const tokens = new FormTokens([key('1')]);
    const bytes = Buffer.from(tokens.make(session), 'base64url');
    for (const place of [0, 15, 16, 47]) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(place) ^ 1, place);
      expect(tokens.holds(changed.toString('base64url'), session)).toBe(false);
    }
  });
});
