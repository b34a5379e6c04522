import { hkdfSync } from 'node:crypto';
import { KEY_BYTES, open, sealAlike } from './aes-gcm.js';
import type { FieldKeys } from './field-cipher.js';

interface PathKeys {
  readonly key: Buffer;
  readonly vectorKey: Buffer;
}

/** RFC 4648, 5; 12 bytes of vector, 16 of tag, and a path. */
const TOKEN = /^[A-Za-z0-9_-]{40,700}$/;

/**
 * Paths of ours as one person gets them in a mail: whoever runs mailboxes reads in them neither a plan nor a meeting, and cannot
 * tell that two people were led to the same one. They are encrypted under a key that the database does not have, for that person
 * (AES-256-GCM, the same path giving the same text), and opened for nobody else.
 */
export class PersonalPaths {
  /** Newest first. */
  readonly #keys: readonly PathKeys[];

  constructor({ encryption, current }: Pick<FieldKeys, 'encryption' | 'current'>) {
    const newestFirst = [...encryption].sort(
      ([one], [other]) => Number(other === current) - Number(one === current),
    );
    this.#keys = newestFirst.map(([, secret]) => ({
      key: derived(secret, 'kiplan paths of one person'),
      vectorKey: derived(secret, 'kiplan paths of one person, vectors'),
    }));
  }

  /** What stands in a mail to a person instead of a path. */
  seal(personId: string, path: string): string {
    const [newest] = this.#keys;
    if (newest === undefined) throw new RangeError('Expected at least one key.');
    const content = Buffer.from(path, 'utf8');
    return sealAlike(newest.key, newest.vectorKey, content, boundTo(personId)).toString('base64url');
  }

  /** The path that a person was mailed; null for what is none, and for what somebody else was mailed. */
  open(personId: string, token: string): string | null {
    if (!TOKEN.test(token)) return null;
    const sealed = Buffer.from(token, 'base64url');
    for (const { key } of this.#keys) {
      try {
        return open(key, sealed, boundTo(personId)).toString('utf8');
      } catch {
        // Under another key, or nobody's.
      }
    }
    return null;
  }
}

function boundTo(personId: string): Buffer {
  return Buffer.from(`person ${personId}`, 'utf8');
}

function derived(secret: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', purpose, KEY_BYTES));
}
