import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

/** Bytes of every key (AES-256). */
export const KEY_BYTES = 32;
// NIST SP 800-38D: 96-bit initialisation vector, 128-bit tag.
const VECTOR_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Encrypts with AES-256-GCM (NIST SP 800-38D) under a fresh initialisation vector.
 * @param additional What must be given again to read it: the value is bound to its place.
 * @returns Initialisation vector (12 bytes), ciphertext, tag (16).
 */
export function seal(key: Buffer, content: Buffer, additional: Buffer): Buffer {
  return sealWith(randomBytes(VECTOR_BYTES), key, content, additional);
}

/**
 * The same under an initialisation vector that follows from the content: equal contents give equal values, and nothing
 * else is told by it (as in AES-SIV, RFC 5297).
 * @param vectorKey A key for nothing but this; its HMAC-SHA-256 over place and content begins with the vector.
 */
export function sealAlike(key: Buffer, vectorKey: Buffer, content: Buffer, additional: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(additional.length);
  const code = createHmac('sha256', vectorKey).update(length).update(additional).update(content).digest();
  return sealWith(code.subarray(0, VECTOR_BYTES), key, content, additional);
}

function sealWith(vector: Buffer, key: Buffer, content: Buffer, additional: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, vector);
  cipher.setAAD(additional);
  return Buffer.concat([vector, cipher.update(content), cipher.final(), cipher.getAuthTag()]);
}

/**
 * What `seal` encrypted.
 * @throws Error if the value is incomplete or was altered, or key or `additional` are not the same.
 */
export function open(key: Buffer, sealed: Buffer, additional: Buffer): Buffer {
  if (sealed.length < VECTOR_BYTES + TAG_BYTES) throw new Error('The encrypted value is incomplete.');
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, VECTOR_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(additional);
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  const content = decipher.update(sealed.subarray(VECTOR_BYTES, -TAG_BYTES));
  return Buffer.concat([content, decipher.final()]);
}
