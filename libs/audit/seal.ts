import { createHash } from 'node:crypto';
import type { Instant } from '../domain/calendar/index.js';

/** The end of one chain, at the moment of a seal. */
export interface SealedHead {
  readonly chain: string;
  readonly place: number;
  readonly hash: Buffer;
}

/** A seal over the ends of all chains that had grown since the seal before it. */
export interface Seal {
  readonly number: number;
  readonly at: Instant;
  readonly hash: Buffer;
  readonly keyId: string;
  readonly signature: Buffer;
  /** The newest seal that was known to be kept outside, as `<name of the anchors>:<its number>`; null if none was. */
  readonly anchored: string | null;
}

/** SHA-256 over the seal before, and the number, moment, anchor and heads of this one. */
export function hashOfSeal(
  previous: Buffer,
  { number, at, anchored }: Pick<Seal, 'number' | 'at' | 'anchored'>,
  heads: Iterable<SealedHead>,
): Buffer {
  const known = anchored === null ? '' : `${anchored}\n`;
  const hash = createHash('sha256').update(previous).update(`${number}\n${at}\n${known}`, 'utf8');
  for (const { chain, place, hash: head } of heads) {
    hash.update(`${chain}\n${place}\n${head.toString('hex')}\n`, 'utf8');
  }
  return hash.digest();
}

/** In the order in which a seal takes them in: by the chain's name, letter by letter. */
export function inOrder(heads: readonly SealedHead[]): SealedHead[] {
  return [...heads].sort((one, other) => (one.chain < other.chain ? -1 : 1));
}
