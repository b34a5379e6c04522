import { isUtf8 } from 'node:buffer';

/** Whether an address says everything in UTF-8, percent-encoded as RFC 3986, 2.5 has it. */
export function isUtf8Address(address: string): boolean {
  if (!/^[\x21-\x7e]*$/.test(address)) return false;
  try {
    decodeURIComponent(address);
    return true;
  } catch {
    return false;
  }
}

/** Whether the body of a form (application/x-www-form-urlencoded) is UTF-8, with what it encodes. */
export function isUtf8Form(body: Buffer): boolean {
  if (!isUtf8(body)) return false;
  return isUtf8(percentDecoded(body));
}

/** The bytes that a text stands for; a percent sign that encodes nothing stands for itself, as browsers have it. */
function percentDecoded(text: Buffer): Buffer {
  const bytes = text
    .toString('latin1')
    .replaceAll(/%([0-9a-f]{2})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
  return Buffer.from(bytes, 'latin1');
}

/**
 * Looks for half of a character (a lone surrogate), which JSON can write and UTF-8 cannot.
 * @param value what was parsed, no deeper than `MOST_NESTED`
 * @returns the path to the first one, in a name or in a text; null if there is none.
 */
export function pathToHalfCharacter(value: unknown): string[] | null {
  if (typeof value === 'string') return value.isWellFormed() ? null : [];
  if (typeof value !== 'object' || value === null) return null;
  for (const [name, inner] of Object.entries(value)) {
    if (!name.isWellFormed()) return [name.toWellFormed()];
    const path = pathToHalfCharacter(inner);
    if (path !== null) return [name, ...path];
  }
  return null;
}
