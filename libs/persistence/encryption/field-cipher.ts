import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { KEY_BYTES, open, seal } from './aes-gcm.js';
import { PersonalPaths } from './personal-paths.js';
import { SecretHashes } from './secret-hashes.js';

/** The keys of one field or kind of field. Old keys stay until everything is encrypted anew. */
export interface FieldKeys {
  /** Key id (1–255) to key; each key is 32 bytes. */
  readonly encryption: ReadonlyMap<number, Buffer>;
  /** The one of them that new values are encrypted under. */
  readonly current: number;
  /** Key of the keyed hash: at least 32 bytes, and never one of the others. */
  readonly hashing: Buffer;
}

/**
 * Encrypts single fields (AES-256-GCM) under keys that the database never sees, and hashes them under a key
 * (HMAC-SHA-256, RFC 2104), so that a value can be found without being readable. An encrypted value is: key id
 * (1 byte), then what `seal` gives.
 */
export class FieldCipher {
  /** What is kept of secrets, and of rows that must be as they were written. */
  readonly secrets: SecretHashes;
  readonly #authentication = new Map<string, Buffer>();
  /** Paths as one person gets them in a mail. */
  readonly paths: PersonalPaths;

  /** @throws RangeError if a key has the wrong length or id, or the current one is missing. */
  constructor(private readonly keys: FieldKeys) {
    for (const [id, key] of keys.encryption) {
      if (!Number.isInteger(id) || id < 1 || id > 255)
        throw new RangeError('Expected key ids from 1 to 255.');
      if (key.length !== KEY_BYTES) throw new RangeError('Expected encryption keys of 32 bytes.');
      if (key.equals(keys.hashing)) throw new RangeError('Expected a key of its own for hashing.');
    }
    if (keys.hashing.length < KEY_BYTES) throw new RangeError('Expected a hashing key of at least 32 bytes.');
    this.keyOf(keys.current);
    this.secrets = new SecretHashes(keys);
    this.paths = new PersonalPaths(keys);
  }

  /**
   * Encrypts under the current key; twice the same gives two different values.
   * @param context What the value belongs to (a row's id); it must be given again to read the value, so that a
   *   value moved to another row is refused.
   */
  encrypt(content: Buffer | string, context: string): Buffer {
    const id = this.keys.current;
    return Buffer.concat([Buffer.of(id), seal(this.keyOf(id), Buffer.from(content), bound(id, context))]);
  }

  /**
   * What `encrypt` was given for this context.
   * @throws Error if the key is unknown, or the value was altered or belongs to another context.
   */
  decrypt(value: Buffer, context: string): Buffer {
    const id = value[0];
    if (id === undefined) throw new Error('The encrypted value is incomplete.');
    return open(this.keyOf(id), value.subarray(1), bound(id, context));
  }

  /** The keyed hash (32 bytes) by which an equal text is found. */
  hash(text: string): Buffer {
    return createHmac('sha256', this.keys.hashing).update(text, 'utf8').digest();
  }

  /**
   * The code that proves that a text was written by somebody who has the keys (HMAC-SHA-256), with the id of its key
   * before it. For each purpose it is under a key of its own (HKDF, RFC 5869), so that no code stands for two things.
   */
  authenticate(text: string, purpose: string): string {
    const id = this.keys.current;
    return `${id}:${this.codeUnder(id, text, purpose).toString('base64')}`;
  }

  /** Whether a code proves that for this purpose. */
  isAuthentic(text: string, purpose: string, code: string): boolean {
    const [, id, given] = /^([1-9]\d{0,2}):([A-Za-z0-9+/]{43}=)$/.exec(code) ?? [];
    if (id === undefined || given === undefined || !this.keys.encryption.has(Number(id))) return false;
    return timingSafeEqual(this.codeUnder(Number(id), text, purpose), Buffer.from(given, 'base64'));
  }

  private codeUnder(id: number, text: string, purpose: string): Buffer {
    const name = `${id} ${purpose}`;
    let key = this.#authentication.get(name);
    if (key === undefined) {
      key = Buffer.from(
        hkdfSync('sha256', this.keyOf(id), '', `kiplan authentication ${purpose}`, KEY_BYTES),
      );
      this.#authentication.set(name, key);
    }
    return createHmac('sha256', key).update(text, 'utf8').digest();
  }

  /** Whether a value is under an older key and should be encrypted anew. */
  isOutdated(value: Buffer): boolean {
    return value[0] !== this.keys.current;
  }

  private keyOf(id: number): Buffer {
    const key = this.keys.encryption.get(id);
    if (key === undefined) throw new RangeError(`There is no encryption key ${id}.`);
    return key;
  }
}

function bound(keyId: number, context: string): Buffer {
  return Buffer.concat([Buffer.of(keyId), Buffer.from(context, 'utf8')]);
}
