import type { Logger } from 'pino';
import type { Queryable } from '../persistence/queryable.js';
import type { AuditAnchor } from './anchor/audit-anchor.js';
import type { Seal } from './seal.js';
import { lastSeal } from './sealing.js';
import type { Timestamping } from './timestamping/timestamping.js';

export interface AnchoringParts {
  readonly database: Queryable;
  readonly anchor: AuditAnchor;
  /** Null without a time-stamping authority. */
  readonly timestamping: Timestamping | null;
  readonly logger: Logger;
}

/** A seal that is kept outside, as the seals to come say it. */
export interface Anchored {
  readonly seal: Seal;
  /** `<name of the anchors>:<the seal's number>` */
  readonly said: string;
}

/**
 * Keeps the newest seal outside the database, unless it is not newer than the one that was kept last. An authority that
 * does not answer does not keep it from being kept: the next time-stamp covers it, too.
 * @param after The number of the seal that was kept last.
 * @returns What was kept, or null if there is no newer one.
 */
export async function anchorAudit(parts: AnchoringParts, after = 0): Promise<Anchored | null> {
  const seal = await lastSeal(parts.database);
  if (seal === null || seal.number <= after) return null;
  const { anchored: _anchored, ...kept } = seal;
  const name = await parts.anchor.keep({ ...kept, timestamp: await timestampOf(seal, parts) });
  return { seal, said: `${name}:${seal.number}` };
}

async function timestampOf({ hash }: Seal, { timestamping, logger }: AnchoringParts): Promise<Buffer | null> {
  try {
    return (await timestamping?.timestamp(hash)) ?? null;
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown';
    logger.warn({ reason }, 'a seal of the audit is anchored without a time-stamp');
    return null;
  }
}
