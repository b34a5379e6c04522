import type { ProcessParts } from '../../../libs/process/process-parts.js';
import { publicKey } from './public-key.js';
import { sealNow } from './seal-now.js';
import { verify } from './verify.js';

type AuditCommand = (parts: ProcessParts, say: (line: string) => void) => Promise<number>;

const AUDIT_COMMANDS: Readonly<Record<string, AuditCommand>> = { verify, seal: sealNow, key: publicKey };

/** Checks, seals, and gives what others need to check. */
export async function audit(
  parts: ProcessParts,
  words: readonly string[],
  say: (line: string) => void,
): Promise<number> {
  const [name] = words;
  const command = name === undefined ? undefined : AUDIT_COMMANDS[name];
  if (words.length !== 1 || command === undefined) {
    say(`audit expects one of ${Object.keys(AUDIT_COMMANDS).join(', ')}`);
    return 2;
  }
  return command(parts, say);
}
