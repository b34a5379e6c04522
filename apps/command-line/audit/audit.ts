import type { ProcessParts } from '../../../libs/process/process-parts.js';
import { publicKey } from './public-key.js';
import { recovered } from './recovered.js';
import { sealNow } from './seal-now.js';
import { verify } from './verify.js';

type AuditCommand = (
  parts: ProcessParts,
  say: (line: string) => void,
  words: readonly string[],
) => Promise<number>;

const AUDIT_COMMANDS: Readonly<Record<string, AuditCommand>> = {
  verify,
  seal: sealNow,
  key: publicKey,
  recovered,
};

/** Checks, seals, gives what others need to check, and takes what is said of a restore. */
export async function audit(
  parts: ProcessParts,
  words: readonly string[],
  say: (line: string) => void,
): Promise<number> {
  const [name, ...rest] = words;
  const command = name === undefined ? undefined : AUDIT_COMMANDS[name];
  if (command === undefined || (rest.length > 0 && !['recovered', 'verify'].includes(name ?? ''))) {
    say(`audit expects one of ${Object.keys(AUDIT_COMMANDS).join(', ')}`);
    return 2;
  }
  return command(parts, say, rest);
}
