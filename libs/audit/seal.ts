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
}

/** SHA-256 over the seal before, and the number, moment and heads of this one. */
export function hashOfSeal(
  previous: Buffer,
  { number, at }: Pick<Seal, 'number' | 'at'>,
  heads: readonly SealedHead[],
): Buffer {
  const hash = createHash('sha256').update(previous).update(`${number}\n${at}\n`, 'utf8');
  for (const { chain, place, hash: head } of [...heads].sort(byChain)) {
    hash.update(`${chain}\n${place}\n${head.toString('hex')}\n`, 'utf8');
  }
  return hash.digest();
}

function byChain(one: SealedHead, other: SealedHead): number {
  return one.chain < other.chain ? -1 : 1;
}
