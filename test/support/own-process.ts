import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort, LOOPBACK } from '../../apps/local/engines/ports.js';
import { type ServerProcess, startServerProcess } from '../../apps/local/engines/server-process.js';
import { LOCAL_AUDIENCE, LOCAL_CLAIM_MAPPING } from '../../apps/local/sign-in/local-claims.js';

/** What a process of ours is started with, on ports of its own; nobody is there but the database. */
export async function processVariables(databaseUrl: string, folder: string): Promise<NodeJS.ProcessEnv> {
  const secret = (): string => randomBytes(32).toString('base64');
  return {
    PATH: process.env['PATH'],
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: `${LOOPBACK}:${await freePort()}`,
    SMTP_URL: `smtp://${LOOPBACK}:${await freePort()}`,
    API_PORT: String(await freePort()),
    PORTAL_PORT: String(await freePort()),
    WORKER_PORT: String(await freePort()),
    OIDC_ISSUER: `http://localhost:${await freePort()}`,
    OIDC_AUDIENCE: LOCAL_AUDIENCE,
    OIDC_CLAIMS: LOCAL_CLAIM_MAPPING,
    FIELD_KEYS: `1:${secret()}`,
    FIELD_HASH_KEY: secret(),
    PAYLOAD_KEYS: `1:${secret()}`,
    SESSION_KEYS: `1:${secret()}`,
    AUDIT_KEYS: `1:${secret()}`,
    AUDIT_ANCHOR_FILE: join(folder, 'anchors.jsonl'),
    LOCAL_SETUP: 'true',
  };
}

/** Starts what was built, as it runs in production. */
export async function startOwnProcess(
  program: string,
  folder: string,
  environment: NodeJS.ProcessEnv,
): Promise<ServerProcess> {
  return startServerProcess({
    name: `${program.replaceAll('/', '-')}-${randomBytes(4).toString('hex')}`,
    command: process.execPath,
    commandArguments: [fileURLToPath(new URL(`../../dist/apps/${program}/main.js`, import.meta.url))],
    runFolder: folder,
    environment,
  });
}
