import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { randomBytes, randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, type JWK } from 'jose';

/** Signatures of the local provider (RFC 7518, 3.3), those that most providers make. */
export const SIGNING_ALGORITHM = 'RS256';

/** How many keys stay published, so that what the last but one signed is still verified. */
const KEPT_KEYS = 3;

interface Kept {
  /** Private keys, the newest first; it signs. */
  readonly keys: readonly JWK[];
  readonly cookieKey: string;
}

/** The keys of a folder, made at the first use. */
export async function readSigningKeys(folder: string): Promise<Kept> {
  const file = keysFile(folder);
  if (existsSync(file)) return JSON.parse(await readFile(file, 'utf8')) as Kept;
  return keep(folder, { keys: [await newKey()], cookieKey: randomBytes(32).toString('base64url') });
}

/** Puts a new key in front of the others; the provider signs under it from its next start on. */
export async function rotateSigningKeys(folder: string): Promise<void> {
  const { keys, cookieKey } = await readSigningKeys(folder);
  await keep(folder, { keys: [await newKey(), ...keys].slice(0, KEPT_KEYS), cookieKey });
}

async function keep(folder: string, kept: Kept): Promise<Kept> {
  await mkdir(folder, { recursive: true });
  await writeFile(keysFile(folder), `${JSON.stringify(kept, undefined, 2)}\n`, { mode: 0o600 });
  return kept;
}

function keysFile(folder: string): string {
  return join(folder, 'signing-keys.json');
}

async function newKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair(SIGNING_ALGORITHM, { extractable: true });
  return { ...(await exportJWK(privateKey)), kid: randomUUID(), alg: SIGNING_ALGORITHM, use: 'sig' };
}
