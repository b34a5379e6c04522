import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DataKey } from '../erasure/data-key.js';
import { SEAL_MARK, sealedText, sealedValueOf } from './sealed-value.js';
import { opened, WordSealer } from './word-sealer.js';

const PLAN = 'plan:0b8f3c52-6c1e-4d8a-9d35-1f0c2b7a4e01';
const OTHER = 'plan:0b8f3c52-6c1e-4d8a-9d35-1f0c2b7a4e02';
const key = new DataKey(PLAN, randomBytes(32));
const sealer = new WordSealer(key);

function open(text: string, by = key): unknown {
  const value = sealedValueOf(text);
  if (value === null) throw new Error('It is not sealed.');
  return opened(by, value);
}

describe('sealed words', () => {
  it('are opened as they were, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(open(sealer.words(text))).toBe(text);
      }),
    );
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(open(sealer.structure(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('are alike for the same words, and tell nothing of them', () => {
    expect(sealer.words('Søvn')).toBe(sealer.words('Søvn'));
    expect(sealer.words('Søvn')).not.toBe(sealer.words('søvn'));
    expect(sealer.words('kanarie')).not.toContain('kanarie');
    expect(sealer.words('kanarie')).toContain(PLAN);
  });

  it('differ under another key, which opens none of them', () => {
    const other = new DataKey(OTHER, randomBytes(32));
    expect(new WordSealer(other).words('Søvn')).not.toBe(sealer.words('Søvn'));
    expect(() => open(sealer.words('Søvn'), other)).toThrow();
  });

  it('are refused if they were altered, or moved to what another key belongs to', () => {
    const { content } = sealedValueOf(sealer.words('Søvn')) ?? { content: Buffer.alloc(0) };
    const altered = Buffer.from(content);
    altered.writeUInt8(altered.readUInt8(14) ^ 1, 14);
    expect(() => open(sealedText({ kind: 'words', keyName: PLAN, content: altered }))).toThrow();
    expect(() => open(sealedText({ kind: 'structure', keyName: PLAN, content: altered }))).toThrow();
  });

  it.each(['', 'Søvn', SEAL_MARK, `${SEAL_MARK}w${PLAN}`, `${SEAL_MARK}x${PLAN} AAAA`, `w${PLAN} AAAA`])(
    'are not taken for sealed when they are not: %j',
    (text) => {
      expect(sealedValueOf(text)).toBeNull();
    },
  );
});
