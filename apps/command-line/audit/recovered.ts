import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { AuditKeys } from '../../../libs/audit/audit-keys.js';
import { recoverAudit } from '../../../libs/audit/recovering.js';
import { anchoringOf } from '../../../libs/process/audit-parts.js';
import type { ProcessParts } from '../../../libs/process/process-parts.js';

const LONGEST = 500;

/**
 * Says that an older state of the database was restored, or an anchor file lost, by somebody who may: who, and why.
 * @returns 0 if it is said, 1 if there is nothing that is missing, 2 for words that are not understood.
 */
export async function recovered(
  { environment, database, clock, audit }: ProcessParts,
  say: (line: string) => void,
  words: readonly string[],
): Promise<number> {
  const told = toldBy(words);
  if (told === null) {
    say('audit recovered expects --by=<who restored it> and --why=<why, in a sentence>');
    return 2;
  }
  const recovery = await recoverAudit(
    {
      database,
      clock,
      audit,
      keys: new AuditKeys(environment.AUDIT_KEYS),
      anchor: anchoringOf(environment).anchor,
    },
    { ...told, origin: { channel: 'commandLine', address: null, correlationId: randomUUID() } },
  );
  if (recovery === null) {
    say('The database has everything that is anchored: nothing was given up, and nothing is noted.');
    return 1;
  }
  say(`Noted: what was anchored after seal ${recovery.lastSeal} is given up. The workers go on sealing.`);
  return 0;
}

function toldBy(words: readonly string[]): { by: string; why: string } | null {
  try {
    const options = { by: { type: 'string' }, why: { type: 'string' } } as const;
    const { by = '', why = '' } = parseArgs({ args: [...words], options }).values;
    const isTold = [by, why].every((text) => text.trim() !== '' && text.length <= LONGEST);
    return isTold ? { by, why } : null;
  } catch {
    return null;
  }
}
