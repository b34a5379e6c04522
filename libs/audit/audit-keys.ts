import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';

/** One key of the audit, from which both of its uses are derived; the database never sees it. */
export interface AuditSecret {
  readonly id: string;
  /** 32 bytes. */
  readonly secret: Uint8Array;
}

interface DerivedKeys {
  readonly authentication: Buffer;
  readonly signing: KeyObject;
}

// RFC 8410, section 7: an Ed25519 private key in PKCS #8 is this and 32 bytes.
const ED25519_PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * Authenticates entries (HMAC-SHA-256, RFC 2104), so that nobody can make one who only has the database, and signs
 * seals (Ed25519, RFC 8032), so that anybody can check them with the public key. Both keys come from one secret by HKDF
 * (RFC 5869).
 */
export class AuditKeys {
  readonly #keys: ReadonlyMap<string, DerivedKeys>;
  readonly #current: string;

  /** @param secrets Newest first; old ones stay as long as what they authenticated is to be checked. */
  constructor(secrets: readonly AuditSecret[]) {
    const [newest] = secrets;
    if (newest === undefined) throw new RangeError('Expected at least one key of the audit.');
    this.#current = newest.id;
    this.#keys = new Map(secrets.map(({ id, secret }) => [id, derived(secret)]));
  }

  /** The id of the key under which everything new is authenticated and signed. */
  get current(): string {
    return this.#current;
  }

  /** Whether there is a key of this id. */
  has(keyId: string): boolean {
    return this.#keys.has(keyId);
  }

  /** The code that proves that a text was written by somebody who has the key; in base64. */
  authenticate(text: string): string {
    return this.codeOf(text, this.#current);
  }

  /** Whether a code proves that. */
  isAuthentic(text: string, keyId: string, code: string): boolean {
    return this.#keys.has(keyId) && this.codeOf(text, keyId) === code;
  }

  /** Signs under the current key. */
  sign(content: Buffer): Buffer {
    return sign(null, content, this.keysOf(this.#current).signing);
  }

  /** Whether a signature is that of this key. */
  isSigned(content: Buffer, keyId: string, signature: Buffer): boolean {
    const keys = this.#keys.get(keyId);
    return keys !== undefined && verify(null, content, createPublicKey(keys.signing), signature);
  }

  /** The public key that others check seals with, as PEM. */
  publicKey(keyId: string = this.#current): string {
    return createPublicKey(this.keysOf(keyId).signing).export({ type: 'spki', format: 'pem' }).toString();
  }

  private codeOf(text: string, keyId: string): string {
    return createHmac('sha256', this.keysOf(keyId).authentication).update(text, 'utf8').digest('base64');
  }

  private keysOf(id: string): DerivedKeys {
    const keys = this.#keys.get(id);
    if (keys === undefined) throw new RangeError(`There is no audit key ${id}.`);
    return keys;
  }
}

function derived(secret: Uint8Array): DerivedKeys {
  const part = (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', purpose, 32));
  return {
    authentication: part('kiplan audit authentication'),
    signing: createPrivateKey({
      key: Buffer.concat([ED25519_PKCS8, part('kiplan audit signing')]),
      format: 'der',
      type: 'pkcs8',
    }),
  };
}
