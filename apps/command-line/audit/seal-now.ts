import { newestAnchored } from '../../../libs/audit/anchor/audit-anchor.js';
import { anchorAudit } from '../../../libs/audit/anchoring.js';
import { AuditKeys } from '../../../libs/audit/audit-keys.js';
import { sealAudit } from '../../../libs/audit/sealing.js';
import { anchoringOf } from '../../../libs/process/audit-parts.js';
import type { ProcessParts } from '../../../libs/process/process-parts.js';

/** Seals what is not sealed, and anchors the newest seal outside the database, such as before a backup. */
export async function sealNow(
  { environment, database, clock, logger }: ProcessParts,
  say: (line: string) => void,
): Promise<number> {
  const anchoring = anchoringOf(environment);
  const newest = newestAnchored(await anchoring.anchor.kept());
  const said = newest === null || newest.name === null ? null : `${newest.name}:${newest.seal.number}`;
  await sealAudit(database, clock, new AuditKeys(environment.AUDIT_KEYS), newest?.seal ?? null, said);
  const anchored = await anchorAudit({ database, logger, ...anchoring }, newest?.seal.number);
  say(
    anchored === null
      ? 'There is nothing to seal.'
      : `Seal ${anchored.seal.number} of ${anchored.seal.at} is anchored.`,
  );
  return 0;
}
