import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LOCAL_ENVIRONMENT_FILE } from '../../command-line/local-environment.js';
import type { LocalSystem } from '../local-system.js';

/** What the operator's command line needs to reach this system. */
const REMEMBERED = [
  'DATABASE_URL',
  'TEMPORAL_ADDRESS',
  'TEMPORAL_NAMESPACE',
  'SMTP_URL',
  'OIDC_ISSUER',
  'OIDC_AUDIENCE',
  'OIDC_CLAIMS',
  'FIELD_KEYS',
  'FIELD_HASH_KEY',
  'PAYLOAD_KEYS',
  'RETURN_ADDRESS_KEYS',
  'SESSION_KEYS',
  'AUDIT_KEYS',
  'AUDIT_ANCHOR_FILE',
  'PUBLIC_URL',
  'MAIL_DOMAIN',
  'LOCAL_SETUP',
] as const;

/** Leaves it where the command line finds it, readable by its owner only. */
export async function rememberEnvironment(system: LocalSystem): Promise<void> {
  const remembered = Object.fromEntries(REMEMBERED.map((name) => [name, system.environment[name]]));
  const file = join(system.settings.home, LOCAL_ENVIRONMENT_FILE);
  await writeFile(file, `${JSON.stringify(remembered, undefined, 2)}\n`, { mode: 0o600 });
}
