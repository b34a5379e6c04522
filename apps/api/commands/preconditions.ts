import type { Request } from 'express';
import { ApiError } from '../http/api-error.js';

/** The entity tag (RFC 9110, 8.8.3) of a plan at a seq, or of a section at a revision. */
export function entityTag(number: number): string {
  return `"${number}"`;
}

/** One entity tag and what may follow it (RFC 9110, 8.8.3); lists may have empty members (5.6.1). */
const TAG = /[ \t]*(?:(W\/)?"([\x21\x23-\x7e\x80-\xff]*)"[ \t]*(?:,|$)|,)/gy;
const OURS = /^\d{1,9}$/;

/**
 * The number in If-Match: of a list the highest, since numbers only grow, so that of all that were given out only the highest
 * can be the one that stands. Weak tags never fit (RFC 9110, 13.1.1), nor do tags that something on the way has made of ours.
 * @returns null if the header is not there or is `*`.
 * @throws ApiError PRECONDITION.INVALID for what are no tags, PRECONDITION.NOT_OURS if none of them can fit.
 */
export function ifMatch(request: Request): number | null {
  const header = request.get('if-match')?.trim();
  if (header === undefined || header === '*') return null;
  const tags = tagsIn(header);
  if (tags === null) throw new ApiError('PRECONDITION.INVALID');
  const numbers = tags
    .filter(({ weak, value }) => !weak && OURS.test(value))
    .map(({ value }) => Number(value));
  if (numbers.length === 0) throw new ApiError('PRECONDITION.NOT_OURS');
  return Math.max(...numbers);
}

/** The tags of a list; null if it is none, or empty. */
function tagsIn(header: string): { weak: boolean; value: string }[] | null {
  const found = [...header.matchAll(TAG)];
  const read = found.reduce((length, [text]) => length + text.length, 0);
  const tags = found
    .filter(([, , value]) => value !== undefined)
    .map(([, weak, value = '']) => ({ weak: weak !== undefined, value }));
  return read === header.length && tags.length > 0 ? tags : null;
}

/**
 * The number in If-Match, where an edit must tell what it is an edit of.
 * @throws ApiError PRECONDITION.REQUIRED if it is not told, and as `ifMatch`.
 */
export function requiredIfMatch(request: Request): number {
  const number = ifMatch(request);
  if (number === null) throw new ApiError('PRECONDITION.REQUIRED');
  return number;
}
