import { SEAL_MARK } from '../persistence/sealed-words/sealed-value.js';

/**
 * PostgreSQL can hold every text but NUL and lone surrogates, and one private-use character marks what is sealed;
 * everything else is fine text.
 */
export function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0') && !text.includes(SEAL_MARK);
}
