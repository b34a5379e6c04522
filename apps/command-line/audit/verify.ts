import { AuditKeys } from '../../../libs/audit/audit-keys.js';
import type { Recovery } from '../../../libs/audit/anchor/audit-anchor.js';
import type { Finding } from '../../../libs/audit/verification/finding.types.js';
import { verifyAudit } from '../../../libs/audit/verification/verify-audit.js';
import { anchoringOf } from '../../../libs/process/audit-parts.js';
import type { ProcessParts } from '../../../libs/process/process-parts.js';
import { wordsOf } from './finding-words.js';

/** Exit codes of `audit verify`. */
const ENDS = { whole: 0, findings: 1, broken: 4 } as const;

/**
 * Checks every chain, seal and anchor, and every plan against them; writers need not stop.
 * @returns 0 if everything is as it was written, 1 if anything is not, 4 if the verification itself could not be finished. (A key
 *   that is missing ends every process at its start, with 3.)
 */
export async function verify(
  { environment, database, vault, logger }: ProcessParts,
  say: (line: string) => void,
): Promise<number> {
  const keys = new AuditKeys(environment.AUDIT_KEYS);
  try {
    const anchors = await anchoringOf(environment).anchor.kept();
    const verification = await database.transaction('REPEATABLE READ', (manager) =>
      verifyAudit(manager, {
        keys,
        cipher: vault.cipher,
        anchors,
        trusted: environment.AUDIT_TIMESTAMP_CERTIFICATES,
        report: (finding: Finding) => {
          say(wordsOf(finding));
        },
      }),
    );
    const { entries, chains, seals, plans, stale, unsealed, recoveries, found } = verification;
    say(
      `${entries} entries in ${chains} chains, ${seals} seals, ${anchors.length} lines of anchors, ${plans} plans; ` +
        `${unsealed} chains with entries that are not sealed yet.`,
    );
    if (stale > 0) say(`${stale} snapshots are of another release; they are folded anew when they are read.`);
    for (const recovery of recoveries) say(recoveryWords(recovery));
    if (anchors.length === 0) say('No seal is anchored: whoever replaces the whole database is not noticed.');
    say(found === 0 ? 'Everything is as it was written.' : `${found} findings.`);
    return found === 0 ? ENDS.whole : ENDS.findings;
  } catch (error) {
    logger.error({ error }, 'the verification could not be finished');
    say('The verification could not be finished; what was found until then is said above.');
    return ENDS.broken;
  }
}

function recoveryWords({ at, by, why, lastSeal, lost }: Recovery): string {
  const anchors = lost.length === 0 ? '' : `; anchors that were lost: ${lost.join(', ')}`;
  return `Recovered ${at} by ${by} (${why}): what was anchored after seal ${lastSeal} is given up${anchors}.`;
}
