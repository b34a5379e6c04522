import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isNestedTooDeep, MOST_NESTED } from './json-nesting.js';

const nested = (depth: number): Buffer => Buffer.from('['.repeat(depth) + ']'.repeat(depth));

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

describe('nesting', () => {
  it('is taken up to its limit and not beyond', () => {
    expect(isNestedTooDeep(nested(MOST_NESTED))).toBe(false);
    expect(isNestedTooDeep(nested(MOST_NESTED + 1))).toBe(true);
  });

  it('is told of JSON as its parser would', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), fc.integer({ min: 55, max: 70 }), (inner, around) => {
        const json = `${'['.repeat(around)}${inner}${']'.repeat(around)}`;
        expect(isNestedTooDeep(Buffer.from(json))).toBe(depthOf(JSON.parse(json)) > MOST_NESTED);
      }),
      { seed: 7, numRuns: 500 },
    );
  });

  it('does not count brackets in texts', () => {
    expect(isNestedTooDeep(Buffer.from(JSON.stringify({ a: '["\\['.repeat(1_000) })))).toBe(false);
  });

  it('is told in no time, whatever was sent', () => {
    const begun = performance.now();
    isNestedTooDeep(Buffer.alloc(400_000, '['));
    expect(performance.now() - begun).toBeLessThan(20);
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        isNestedTooDeep(bytes);
      }),
      { seed: 7 },
    );
  });
});
