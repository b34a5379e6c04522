import { describe, expect, it } from '@jest/globals';
import { InvalidCursor, type PageRequest, pageOf, placeOf, rowsToRead } from './page.js';

const numbers = Array.from({ length: 7 }, (_, index) => index + 1);
const read = (after: number, count: number): number[] => numbers.filter((n) => n > after).slice(0, count);

describe('a page', () => {
  it('leads to the next one until the list is at its end', () => {
    const pages: (readonly number[])[] = [];
    let cursor: string | null = null;
    do {
      const request: PageRequest = { cursor, limit: 3 };
      const after = Number(placeOf(request, ['number'])?.[0] ?? 0);
      const page = pageOf(request, read(after, rowsToRead(request)), (n) => [n]);
      pages.push(page.items);
      cursor = page.next;
    } while (cursor !== null);
    expect(pages).toEqual([[1, 2, 3], [4, 5, 6], [7]]);
  });

  it('holds at least one item and at most a hundred', () => {
    expect(rowsToRead({ limit: 0 })).toBe(2);
    expect(rowsToRead({ limit: 5000 })).toBe(101);
  });

  it.each([
    '',
    'x',
    Buffer.from('[1,2]').toString('base64url'),
    Buffer.from('{"0":1}').toString('base64url'),
    Buffer.from('["a\\u0000"]').toString('base64url'),
  ])('refuses the cursor %j, which no list gave out', (cursor) => {
    expect(() => placeOf({ cursor, limit: 1 }, ['string'])).toThrow(InvalidCursor);
  });

  it.each([1.5, 2_147_483_648, -1e300])('refuses a cursor of %d, which no column holds', (number) => {
    const cursor = Buffer.from(JSON.stringify([number])).toString('base64url');
    expect(() => placeOf({ cursor, limit: 1 }, ['number'])).toThrow(InvalidCursor);
  });
});
