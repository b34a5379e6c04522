import { appendFile, mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Instant } from '../../domain/calendar/index.js';
import { type AnchoredSeal, AuditAnchor } from './audit-anchor.js';

interface Line {
  readonly number: number;
  readonly at: Instant;
  readonly hash: string;
  readonly keyId: string;
  readonly signature: string;
  readonly timestamp: string | null;
}

/**
 * Keeps seals in a file, a line of JSON each. The file belongs on another disk or machine than the database, best on one
 * that cannot be written over.
 */
export class FileAnchor extends AuditAnchor {
  constructor(private readonly file: string) {
    super();
  }

  override async keep({ number, at, hash, keyId, signature, timestamp }: AnchoredSeal): Promise<void> {
    const line: Line = {
      number,
      at,
      hash: hash.toString('base64'),
      keyId,
      signature: signature.toString('base64'),
      timestamp: timestamp?.toString('base64') ?? null,
    };
    await mkdir(dirname(this.file), { recursive: true });
    await appendFile(this.file, `${JSON.stringify(line)}\n`, { mode: 0o640 });
    const handle = await open(this.file, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  }

  override async kept(): Promise<AnchoredSeal[]> {
    return (await this.text())
      .split('\n')
      .filter((line) => line !== '')
      .map((text) => {
        const line = JSON.parse(text) as Line;
        return {
          number: line.number,
          at: line.at,
          hash: Buffer.from(line.hash, 'base64'),
          keyId: line.keyId,
          signature: Buffer.from(line.signature, 'base64'),
          timestamp: line.timestamp === null ? null : Buffer.from(line.timestamp, 'base64'),
        };
      });
  }

  private async text(): Promise<string> {
    try {
      return await readFile(this.file, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
      throw error;
    }
  }
}
