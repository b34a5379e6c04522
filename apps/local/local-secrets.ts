import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const SECRET_BYTES = 32;

/**
 * A secret of this data folder, made at its first use and kept with the data it protects.
 *
 * @param home The data folder.
 * @param name Which secret.
 * @returns 32 random bytes as 64 hexadecimal digits.
 */
export async function localSecret(home: string, name: string): Promise<string> {
  const file = join(home, 'secrets.json');
  const secrets = existsSync(file)
    ? (JSON.parse(await readFile(file, 'utf8')) as Record<string, string>)
    : {};
  const known = secrets[name];
  if (known !== undefined) return known;
  const made = randomBytes(SECRET_BYTES).toString('hex');
  await writeFile(file, `${JSON.stringify({ ...secrets, [name]: made }, undefined, 2)}\n`, { mode: 0o600 });
  return made;
}
