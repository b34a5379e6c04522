import { AuditKeysMissing } from '../../libs/audit/keys-in-use.js';
import { trustAuthorities } from '../../libs/config/tls.js';
import { readEnvironment } from '../../libs/config/environment.js';
import { COMMANDS, usage } from './commands.js';
import { environmentVariables } from './local-environment.js';
import { openOperations } from './operations.js';

/** Ends so if a key of the audit is missing. */
const KEYS_MISSING = 3;

async function run(words: readonly string[]): Promise<number> {
  const [name, ...rest] = words;
  const command = COMMANDS.find((one) => one.name === name);
  if (command === undefined) {
    process.stderr.write(`${usage()}\n`);
    return name === undefined || name === 'help' ? 0 : 2;
  }
  const environment = readEnvironment(await environmentVariables());
  trustAuthorities(environment);
  const parts = await openOperations(environment);
  try {
    return await command.run(parts, rest, (line) => process.stdout.write(`${line}\n`));
  } finally {
    await parts.close();
  }
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof AuditKeysMissing ? KEYS_MISSING : 1;
}
