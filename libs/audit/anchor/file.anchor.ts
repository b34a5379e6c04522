import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { type AnchoredSeal, type AnchorLine, AuditAnchor, type SignedRecovery } from './audit-anchor.js';

const bytes = z.base64().transform((text) => Buffer.from(text, 'base64'));
const chained = { name: z.uuid(), previous: z.string() };
const sealFields = {
  number: z.int().positive(),
  at: z.iso.datetime(),
  hash: bytes,
  keyId: z.string(),
  signature: bytes,
  timestamp: bytes.nullable(),
};
const sealLine = z.strictObject({ ...chained, ...sealFields });
/** As older releases wrote it. */
const unchainedLine = z.strictObject(sealFields);
const recoveryLine = z.strictObject({
  ...chained,
  recovered: z.strictObject({
    at: z.iso.datetime(),
    by: z.string(),
    why: z.string(),
    entryId: z.uuid(),
    lastSeal: z.int().nonnegative(),
    lost: z.array(z.string()),
    keyId: z.string(),
    signature: bytes,
  }),
});

/**
 * Keeps seals in a file, a line of JSON each, with the hash of the line before. The file belongs on another disk or machine
 * than the database, best on one that cannot be written over; each worker has one of its own.
 */
export class FileAnchor extends AuditAnchor {
  constructor(private readonly file: string) {
    super();
  }

  override keep({ number, at, hash, keyId, signature, timestamp }: AnchoredSeal): Promise<string> {
    return this.add({
      number,
      at,
      hash: hash.toString('base64'),
      keyId,
      signature: signature.toString('base64'),
      timestamp: timestamp?.toString('base64') ?? null,
    });
  }

  override async recover({ signature, ...recovery }: SignedRecovery): Promise<void> {
    await this.add({ recovered: { ...recovery, signature: signature.toString('base64') } });
  }

  override async kept(): Promise<readonly AnchorLine[]> {
    const kept: AnchorLine[] = [];
    let before = '';
    let name: string | null = null;
    for (const [index, text] of (await this.lines()).entries()) {
      const line = lineOf(text);
      const follows =
        line !== null &&
        (line.previous === null
          ? name === null
          : line.previous === hashOf(before) && (name === null || line.read.name === name));
      if (!follows) kept.push({ kind: 'broken', line: index + 1 });
      if (line !== null) {
        kept.push(line.read);
        name = line.read.name ?? name;
      }
      before = text;
    }
    return kept;
  }

  /** @returns The name of the anchors. */
  private async add(fields: object): Promise<string> {
    const lines = await this.lines();
    const last = lines.at(-1);
    const name = newestName(lines);
    const chain = { name: name ?? randomUUID(), previous: hashOf(last ?? '') };
    await mkdir(dirname(this.file), { recursive: true });
    const handle = await open(this.file, 'a', 0o640);
    try {
      await handle.write(`${JSON.stringify({ ...chain, ...fields })}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    return chain.name;
  }

  private async lines(): Promise<string[]> {
    try {
      return (await readFile(this.file, 'utf8')).split('\n').filter((line) => line !== '');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  }
}

function newestName(lines: readonly string[]): string | null {
  for (const text of lines.toReversed()) {
    const name = lineOf(text)?.read.name ?? null;
    if (name !== null) return name;
  }
  return null;
}

interface ReadLine {
  readonly previous: string | null;
  readonly read: Extract<AnchorLine, { kind: 'seal' | 'recovery' }>;
}

function lineOf(text: string): ReadLine | null {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return null;
  }
  const seal = sealLine.safeParse(content);
  if (seal.success) {
    const { name, previous, ...anchored } = seal.data;
    return { previous, read: { kind: 'seal', name, seal: anchored } };
  }
  const unchained = unchainedLine.safeParse(content);
  if (unchained.success) return { previous: null, read: { kind: 'seal', name: null, seal: unchained.data } };
  const recovery = recoveryLine.safeParse(content);
  if (!recovery.success) return null;
  const { name, previous, recovered } = recovery.data;
  return { previous, read: { kind: 'recovery', name, recovery: recovered } };
}

function hashOf(line: string): string {
  return createHash('sha256').update(line, 'utf8').digest('base64');
}
