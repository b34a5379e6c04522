import { AuditKeys } from '../../../libs/audit/audit-keys.js';
import type { Finding, FindingKind } from '../../../libs/audit/verification/finding.types.js';
import { verifyAudit } from '../../../libs/audit/verification/verify-audit.js';
import { anchoringOf } from '../../../libs/process/audit-parts.js';
import type { ProcessParts } from '../../../libs/process/process-parts.js';

const FINDING_WORDS: Readonly<Record<FindingKind, string>> = {
  entryMissing: 'an entry is missing',
  entryChanged: 'an entry is not as it was written',
  entryForged: 'an entry was not written by kiplan',
  entryTwice: 'an entry stands there twice',
  headDiffers: 'the chain does not end where its head says',
  headMissing: 'the chain has no head',
  sealMissing: 'a seal is missing',
  sealChanged: 'a seal is not as it was made',
  sealForged: 'a seal was not made with the audit’s key',
  sealedEntryDiffers: 'an entry is not the one that was sealed',
  anchorDiffers: 'the database does not have the seal that was anchored outside of it',
  anchorForged: 'an anchored seal was not made with the audit’s key',
  timestampForged: 'the time-stamp of an anchored seal is not the authority’s',
  changeWithoutEntry: 'an event has no entry',
};

/**
 * Checks every chain, seal and anchor; writers need not stop.
 * @returns 0 if everything is as it was written, 1 if anything is not.
 */
export async function verify(
  { environment, database }: ProcessParts,
  say: (line: string) => void,
): Promise<number> {
  const keys = new AuditKeys(environment.AUDIT_KEYS);
  const anchored = await anchoringOf(environment).anchor.kept();
  const { entries, chains, seals, unsealed, findings } = await database.transaction(
    'REPEATABLE READ',
    (manager) => verifyAudit(manager, keys, anchored, environment.AUDIT_TIMESTAMP_CERTIFICATES),
  );
  for (const finding of findings) say(wordsOf(finding));
  say(
    `${entries} entries in ${chains} chains, ${seals} seals, ${anchored.length} anchored; ` +
      `${unsealed} chains with entries that are not sealed yet.`,
  );
  if (anchored.length === 0) say('No seal is anchored: whoever replaces the whole database is not noticed.');
  say(findings.length === 0 ? 'Everything is as it was written.' : `${findings.length} findings.`);
  return findings.length === 0 ? 0 : 1;
}

function wordsOf({ kind, chain, place }: Finding): string {
  return `${chain} ${place}: ${FINDING_WORDS[kind]} (${kind})`;
}
