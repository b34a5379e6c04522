import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Key } from '../../../libs/config/key-ring.js';

const NONCE_BYTES = 16;
const TOKEN_BYTES = NONCE_BYTES + 32;

/**
 * Tokens that stand in every form of a session and in no other place, so that no page of anybody else's can send one
 * (synchroniser tokens). Each is another one and all are bound to the session: HMAC-SHA-256 over a nonce and the hash of
 * the session's id.
 */
export class FormTokens {
  readonly #keys: readonly Buffer[];

  constructor(keys: readonly Key[]) {
    this.#keys = keys.map(({ secret }) =>
      Buffer.from(hkdfSync('sha256', secret, '', 'kiplan form token', 32)),
    );
  }

  /** @param idHash The hash of the session's id. */
  make(idHash: Buffer): string {
    const [key] = this.#keys;
    if (key === undefined) throw new RangeError('Expected a key for form tokens.');
    const nonce = randomBytes(NONCE_BYTES);
    return Buffer.concat([nonce, mac(key, nonce, idHash)]).toString('base64url');
  }

  /** Whether a token was made for this session. */
  holds(token: unknown, idHash: Buffer): boolean {
    const bytes = typeof token === 'string' ? Buffer.from(token, 'base64url') : Buffer.alloc(0);
    if (bytes.length !== TOKEN_BYTES) return false;
    const nonce = bytes.subarray(0, NONCE_BYTES);
    return this.#keys.some((key) => timingSafeEqual(mac(key, nonce, idHash), bytes.subarray(NONCE_BYTES)));
  }
}

function mac(key: Buffer, nonce: Buffer, idHash: Buffer): Buffer {
  return createHmac('sha256', key).update(nonce).update(idHash).digest();
}
