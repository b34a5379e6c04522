import { randomInt, timingSafeEqual } from 'node:crypto';
import type { KeyedHash } from '../identity/sign-in-key.js';

/** Short enough to be told by telephone; what keeps it from being guessed is that a link takes few wrong ones. */
const DIGITS = 6;

/** A new code, the second factor of a link: it is told to the person by another way than the link's. */
export function newCode(): string {
  return String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');
}

/** A code as somebody wrote it, with blanks or hyphens as people have them. */
export function writtenCode(text: string): string {
  return text.replaceAll(/[\s-]/g, '');
}

/**
 * What is kept of a code. A million codes are tried in no time by whoever reads the table, so it is hashed under a key that
 * is not in it (HMAC-SHA-256), bound to its link.
 */
export function codeHash(keyed: KeyedHash, linkId: string, code: string): Buffer {
  return keyed.hash(JSON.stringify(['access-code', linkId, code]));
}

/** Whether it is the link's code, in a time that does not depend on it. */
export function isCode(keyed: KeyedHash, linkId: string, code: string, hash: Buffer): boolean {
  return timingSafeEqual(codeHash(keyed, linkId, code), hash);
}
