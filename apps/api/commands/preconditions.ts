import type { Request } from 'express';
import { ApiError } from '../http/api-error.js';

/** The entity tag (RFC 9110, 8.8.3) of a plan at a seq, or of a section at a revision. */
export function entityTag(number: number): string {
  return `"${number}"`;
}

/**
 * The number in If-Match.
 * @returns null if the header is not there or is `*`.
 * @throws ApiError PRECONDITION.INVALID for anything but one strong tag of ours.
 */
export function ifMatch(request: Request): number | null {
  const header = request.get('if-match')?.trim();
  if (header === undefined || header === '*') return null;
  const number = /^"(\d{1,9})"$/.exec(header)?.[1];
  if (number === undefined) throw new ApiError('PRECONDITION.INVALID');
  return Number(number);
}

/**
 * The number in If-Match, where an edit must tell what it is an edit of.
 * @throws ApiError PRECONDITION.REQUIRED if it is not told, PRECONDITION.INVALID if it cannot be read.
 */
export function requiredIfMatch(request: Request): number {
  const number = ifMatch(request);
  if (number === null) throw new ApiError('PRECONDITION.REQUIRED');
  return number;
}
