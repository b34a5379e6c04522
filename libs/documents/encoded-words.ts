const ENCODED_WORD = /=\?([\w-]{1,40})(?:\*[\w-]{0,40})?\?([bq])\?([^?\s]*)\?=/gi;

/**
 * A text in which words are encoded as in mails (RFC 2047), decoded; what cannot be decoded stays as it is. Some programs
 * write names of files so where only mails may have it.
 */
export function decodeEncodedWords(text: string): string {
  // Blanks between two of them belong to neither (RFC 2047, 6.2).
  return text
    .replaceAll(/(\?=)\s+(?==\?)/g, '$1')
    .replaceAll(ENCODED_WORD, (whole, charset: string, encoding: string, word: string) => {
      const bytes = encoding.toLowerCase() === 'b' ? Buffer.from(word, 'base64') : quotedBytes(word);
      return decodeBytes(bytes, charset) ?? whole;
    });
}

/** Bytes as text; null if they are none in this encoding, or it is not known. */
export function decodeBytes(bytes: Buffer, charset: string): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function quotedBytes(word: string): Buffer {
  const bytes = word
    .replaceAll('_', ' ')
    .replaceAll(/=([0-9a-f]{2})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
  return Buffer.from(bytes, 'latin1');
}
