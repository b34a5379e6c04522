import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

/** The keys of one field or kind of field. Old keys stay until everything is encrypted anew. */
export interface FieldKeys {
  /** Key id (1–255) to key; each key is 32 bytes. */
  readonly encryption: ReadonlyMap<number, Buffer>;
  /** The one of them that new values are encrypted under. */
  readonly current: number;
  /** Key of the keyed hash: at least 32 bytes, and never one of the others. */
  readonly hashing: Buffer;
}

const KEY_BYTES = 32;
// NIST SP 800-38D: 96-bit initialisation vector, 128-bit tag.
const VECTOR_BYTES = 12;
const TAG_BYTES = 16;
const HEADER_BYTES = 1 + VECTOR_BYTES;

/**
 * Encrypts single fields (AES-256-GCM, NIST SP 800-38D) and hashes them under a key (HMAC-SHA-256, RFC 2104), so
 * that a value can be found without being readable. An encrypted value is: key id (1 byte), initialisation
 * vector (12), ciphertext, tag (16).
 */
export class FieldCipher {
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
  }

  /**
   * Encrypts a text under the current key; twice the same text gives two different values.
   * @param context What the value belongs to (a row's id); it must be given again to read the value, so that a
   *   value moved to another row is refused.
   */
  encrypt(text: string, context: string): Buffer {
    const vector = randomBytes(VECTOR_BYTES);
    const header = Buffer.concat([Buffer.of(this.keys.current), vector]);
    const cipher = createCipheriv('aes-256-gcm', this.keyOf(this.keys.current), vector);
    cipher.setAAD(additionalData(this.keys.current, context));
    return Buffer.concat([header, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  }

  /**
   * The text of a value that `encrypt` wrote for this context.
   * @throws Error if the key is unknown, or the value was altered or belongs to another context.
   */
  decrypt(value: Buffer, context: string): string {
    const keyId = value[0];
    if (keyId === undefined || value.length < HEADER_BYTES + TAG_BYTES) {
      throw new Error('The encrypted value is incomplete.');
    }
    const vector = value.subarray(1, HEADER_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', this.keyOf(keyId), vector, { authTagLength: TAG_BYTES });
    decipher.setAAD(additionalData(keyId, context));
    decipher.setAuthTag(value.subarray(-TAG_BYTES));
    const text = decipher.update(value.subarray(HEADER_BYTES, -TAG_BYTES));
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  }

  /** The keyed hash (32 bytes) by which an equal text is found. */
  hash(text: string): Buffer {
    return createHmac('sha256', this.keys.hashing).update(text, 'utf8').digest();
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

function additionalData(keyId: number, context: string): Buffer {
  return Buffer.concat([Buffer.of(keyId), Buffer.from(context, 'utf8')]);
}
