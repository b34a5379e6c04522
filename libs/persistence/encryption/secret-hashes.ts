import { createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { FieldKeys } from './field-cipher.js';

/** RFC 5869: what the keys are derived for. */
const PURPOSE = 'kiplan secrets and rows';

/**
 * What stands in the database of a secret that proves who brings it (the id of a session, the token of a link), and of a row that
 * must be as it was written: codes under keys that the database does not have (HMAC-SHA-256, RFC 2104), so that whoever can
 * insert a row has made nobody signed in. They are derived from the field keys; new ones are made under the newest, old ones
 * found by the others.
 */
export class SecretHashes {
  /** Newest first. */
  readonly #keys: readonly Buffer[];

  constructor({ encryption, current }: Pick<FieldKeys, 'encryption' | 'current'>) {
    const others = [...encryption].filter(([id]) => id !== current).map(([, key]) => key);
    const newest = encryption.get(current);
    this.#keys = (newest === undefined ? others : [newest, ...others]).map((key) =>
      Buffer.from(hkdfSync('sha256', key, '', PURPOSE, 32)),
    );
  }

  /** What is kept of a new secret. */
  hash(secret: string): Buffer {
    return this.ofPlainHash(plainHash(secret));
  }

  /** Everything that may have been kept of a secret: a row with one of these is the secret's. */
  hashes(secret: string): Buffer[] {
    const plain = plainHash(secret);
    return this.#keys.map((key) => mac(key, plain));
  }

  /** What is kept of a secret of which only a SHA-256 was kept before. */
  ofPlainHash(plain: Buffer): Buffer {
    return mac(this.#newest(), plain);
  }

  /**
   * The code of what must stay as it was written.
   * @param parts What a row says, by place; texts, numbers, lists of them, or null.
   */
  code(what: string, parts: readonly unknown[]): Buffer {
    return mac(this.#newest(), textOf(what, parts));
  }

  /** Whether a code is that of these parts, in a time that does not depend on it. */
  isCode(code: Buffer, what: string, parts: readonly unknown[]): boolean {
    const text = textOf(what, parts);
    return this.#keys.some((key) => {
      const right = mac(key, text);
      return right.length === code.length && timingSafeEqual(right, code);
    });
  }

  #newest(): Buffer {
    const [newest] = this.#keys;
    if (newest === undefined) throw new RangeError('Expected at least one key.');
    return newest;
  }
}

/** A secret of 256 random bits needs no slow hash. */
function plainHash(secret: string): Buffer {
  return createHash('sha256').update(secret, 'utf8').digest();
}

function mac(key: Buffer, content: Buffer | string): Buffer {
  return createHmac('sha256', key).update(content).digest();
}

/** Begins unlike any SHA-256 that stands for a secret: longer than 32 bytes. */
function textOf(what: string, parts: readonly unknown[]): string {
  return JSON.stringify(['the code of a row as it was written', what, ...parts]);
}
