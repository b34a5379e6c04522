import { AuditKeys } from '../../../libs/audit/audit-keys.js';
import type { Recovery } from '../../../libs/audit/anchor/audit-anchor.js';
import type { Report } from '../../../libs/audit/verification/finding.types.js';
import { checkReadModels } from '../../../libs/audit/verification/check-read-models.js';
import { verifyAudit } from '../../../libs/audit/verification/verify-audit.js';
import { anchoringOf } from '../../../libs/process/audit-parts.js';
import type { ProcessParts } from '../../../libs/process/process-parts.js';
import { wordsOf } from './finding-words.js';

/** Exit codes of `audit verify`. */
/** Leaves out what takes longest: making every plan's read models anew and comparing. */
const WITHOUT_READ_MODELS = '--without-read-models';

const ENDS = { whole: 0, findings: 1, broken: 4 } as const;

/**
 * Checks every chain, seal and anchor, and every plan against them; writers need not stop.
 * @returns 0 if everything is as it was written, 1 if anything is not, 4 if the verification itself could not be finished. (A key
 *   that is missing ends every process at its start, with 3.)
 */
export async function verify(
  { environment, database, vault, logger }: ProcessParts,
  say: (line: string) => void,
  words: readonly string[],
): Promise<number> {
  const keys = new AuditKeys(environment.AUDIT_KEYS);
  if (words.some((word) => word !== WITHOUT_READ_MODELS)) {
    say(`audit verify takes nothing, or ${WITHOUT_READ_MODELS}`);
    return 2;
  }
  let found = 0;
  const report: Report = (finding) => {
    found += 1;
    say(wordsOf(finding));
  };
  try {
    const anchors = await anchoringOf(environment).anchor.kept();
    const verification = await database.transaction('REPEATABLE READ', (manager) =>
      verifyAudit(manager, {
        keys,
        cipher: vault.cipher,
        anchors,
        trusted: environment.AUDIT_TIMESTAMP_CERTIFICATES,
        report,
      }),
    );
    const { entries, chains, seals, plans, stale, unsealed, recoveries } = verification;
    const models = words.includes(WITHOUT_READ_MODELS) ? 0 : await checkReadModels(database, vault, report);
    say(
      `${entries} entries in ${chains} chains, ${seals} seals, ${anchors.length} lines of anchors, ${plans} plans, ` +
        `${models} of them made anew from their events; ` +
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
