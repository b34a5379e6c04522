import type { Instant } from '../../domain/calendar/index.js';
import type { Seal } from '../seal.js';

/** A seal that is kept outside the database, with whatever proves when it was there. */
export interface AnchoredSeal extends Omit<Seal, 'anchored'> {
  /** A time-stamp token (RFC 3161) over the hash's hash; null if no service was asked. */
  readonly timestamp: Buffer | null;
}

/** Who restored an older state of the database, why, and what is given up by it. */
export interface Recovery {
  readonly at: Instant;
  readonly by: string;
  readonly why: string;
  /** The id of the entry that the audit has of it. */
  readonly entryId: string;
  /** The newest anchored seal that the database still has; what was anchored after it is given up. 0 for none. */
  readonly lastSeal: number;
  /** Names of anchors that are lost, and are demanded no more. */
  readonly lost: readonly string[];
}

/** A recovery with the signature of the audit's key over it. */
export interface SignedRecovery extends Recovery {
  readonly keyId: string;
  readonly signature: Buffer;
}

/** One line of what was kept, in its order. */
export type AnchorLine =
  | {
      readonly kind: 'seal';
      /** Which anchors the line belongs to; null for lines of older releases, which are not chained. */
      readonly name: string | null;
      readonly seal: AnchoredSeal;
    }
  | { readonly kind: 'recovery'; readonly name: string; readonly recovery: SignedRecovery }
  /** A line that cannot be read, or does not follow the one before: something was taken away, put in or altered. */
  | { readonly kind: 'broken'; readonly line: number };

/** Where seals are kept outside the database, so that replacing the whole of it is noticed. Each line is chained to the one before. */
export abstract class AuditAnchor {
  /**
   * Keeps a seal. It must not be lost once this has returned.
   * @returns The name of the anchors, for the seals to come.
   */
  abstract keep(seal: AnchoredSeal): Promise<string>;
  /** Notes that an older state was restored by somebody who may. */
  abstract recover(recovery: SignedRecovery): Promise<void>;
  /** Everything that was kept, oldest first. */
  abstract kept(): Promise<readonly AnchorLine[]>;
}

/** The newest seal that is kept, if any; what was given up by a recovery does not count. */
export function newestAnchored(
  lines: readonly AnchorLine[],
): { name: string | null; seal: AnchoredSeal } | null {
  let newest: { name: string | null; seal: AnchoredSeal } | null = null;
  for (const line of standing(lines)) {
    if (newest === null || line.seal.number >= newest.seal.number) newest = line;
  }
  return newest;
}

/** The seals that are kept and were not given up. */
export function standing(
  lines: readonly AnchorLine[],
): readonly { readonly name: string | null; readonly seal: AnchoredSeal }[] {
  let seals: { name: string | null; seal: AnchoredSeal }[] = [];
  for (const line of lines) {
    if (line.kind === 'seal') seals.push(line);
    if (line.kind === 'recovery') {
      const { lastSeal } = line.recovery;
      seals = seals.filter(({ seal }) => seal.number <= lastSeal);
    }
  }
  return seals;
}
