import { describe, expect, it } from '@jest/globals';
import type { Request } from 'express';
import fc from 'fast-check';
import { ApiError } from '../http/api-error.js';
import { ifMatch } from './preconditions.js';

const request = (header: string | undefined): Request => ({ get: () => header }) as unknown as Request;

function outcome(header: string | undefined): number | null | string {
  try {
    return ifMatch(request(header));
  } catch (error) {
    if (error instanceof ApiError) return error.code;
    throw error;
  }
}

describe('If-Match', () => {
  it.each([
    [undefined, null],
    ['*', null],
    ['"7"', 7],
    [' "7" ', 7],
    ['"6", "7"', 7],
    ['"7" ,"6",', 7],
    ['W/"9", "7", "x"', 7],
    ['W/"7"', 'PRECONDITION.NOT_OURS'],
    ['"7-gzip"', 'PRECONDITION.NOT_OURS'],
    ['"x", W/"7"', 'PRECONDITION.NOT_OURS'],
    ['""', 'PRECONDITION.NOT_OURS'],
    ['7', 'PRECONDITION.INVALID'],
    ['w/"7"', 'PRECONDITION.INVALID'],
    ['"7', 'PRECONDITION.INVALID'],
    ['"7" "8"', 'PRECONDITION.INVALID'],
    ['*, "7"', 'PRECONDITION.INVALID'],
    [',', 'PRECONDITION.INVALID'],
    ['', 'PRECONDITION.INVALID'],
  ])('%j is %j', (header, expected) => {
    expect(outcome(header)).toBe(expected);
  });

  it('is read or refused, whatever it is, in no time', () => {
    fc.assert(
      fc.property(fc.string(), (header) => {
        outcome(header);
      }),
      { seed: 7 },
    );
    const begun = performance.now();
    for (const text of ['"1",', ',', '"', 'W/', ' ']) outcome(text.repeat(4_000));
    expect(performance.now() - begun).toBeLessThan(500);
  });
});
