/** A secret key with the id under which what it encrypted is found again. */
export interface Key {
  readonly id: string;
  /** 32 bytes (AES-256). */
  readonly secret: Uint8Array;
}

const PART = /^([A-Za-z0-9._-]{1,32}):([A-Za-z0-9+/]{43}=)$/;

/**
 * Reads `id:base64,id:base64,…`, newest first, each secret 32 bytes.
 * @returns The keys in that order, or undefined if the text is not of that form or an id comes twice.
 */
export function readKeyRing(text: string): readonly Key[] | undefined {
  const keys: Key[] = [];
  for (const part of text.split(',')) {
    const [, id, secret] = PART.exec(part.trim()) ?? [];
    if (id === undefined || secret === undefined || keys.some((key) => key.id === id)) return undefined;
    keys.push({ id, secret: Buffer.from(secret, 'base64') });
  }
  return keys;
}
