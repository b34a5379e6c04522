import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Clock } from '../clock/clock.js';
import { canonicalJson } from '../persistence/snapshots/canonical-json.js';
import { type AuditAnchor, type Recovery, standing } from './anchor/audit-anchor.js';
import type { Origin } from './audit-entry.types.js';
import type { AuditKeys } from './audit-keys.js';
import type { AuditLog } from './audit-log.js';
import { checkSeals } from './verification/check-seals.js';

/** What a recovery is made with. */
export interface RecoveringParts {
  readonly database: DataSource;
  readonly clock: Clock;
  readonly audit: AuditLog;
  readonly keys: AuditKeys;
  readonly anchor: AuditAnchor;
}

/** What is signed of a recovery. */
export function signedText(recovery: Recovery): string {
  return `kiplan recovery\n${canonicalJson(recovery)}`;
}

/**
 * Says, for the audit and for the anchors, that an older state was restored, or anchors were lost, by somebody who may: what is
 * anchored and no longer in the database is given up, and so are anchors that the seals tell of and that are not there. It is on
 * the audit and kept outside, signed with the audit's key: so a restore is told from an attack.
 * @param told Who did it, and why.
 * @returns The recovery; null if nothing is missing.
 */
export async function recoverAudit(
  parts: RecoveringParts,
  told: { readonly by: string; readonly why: string; readonly origin: Origin },
): Promise<Recovery | null> {
  const { database, clock, audit, keys, anchor } = parts;
  const kept = standing(await anchor.kept());
  const missing = new Set<number>();
  const { demanded } = await database.transaction('REPEATABLE READ', (manager) =>
    checkSeals(
      manager,
      keys,
      kept.map(({ seal }) => seal),
      ({ kind, place }) => {
        if (kind === 'anchorDiffers') missing.add(place);
      },
    ),
  );
  const there = kept.map(({ seal }) => seal.number).filter((number) => !missing.has(number));
  const names = new Set(kept.map(({ name }) => name));
  const lost = [...demanded.keys()].filter((name) => !names.has(name)).sort();
  if (missing.size === 0 && lost.length === 0) return null;
  const { by, why, origin } = told;
  const recovery = {
    at: await clock.now(),
    by,
    why,
    entryId: randomUUID(),
    lastSeal: Math.max(0, ...there.slice(-1)),
    lost,
  };
  await audit.add(database, {
    id: recovery.entryId,
    at: recovery.at,
    actor: { kind: 'process' },
    roles: [],
    operation: 'recoverAudit',
    planId: null,
    recovered: { by, why, lastSeal: recovery.lastSeal, lost },
    allowed: true,
    origin,
  });
  const signature = keys.sign(Buffer.from(signedText(recovery), 'utf8'));
  await anchor.recover({ ...recovery, keyId: keys.current, signature });
  return recovery;
}
