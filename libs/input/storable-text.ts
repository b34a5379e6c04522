import { SEAL_MARK } from '../persistence/sealed-words/sealed-value.js';
import { BREAKING } from './one-line.js';

const UNSTORABLE = `\\u0000\\u${SEAL_MARK.charCodeAt(0).toString(16)}`;

/** A regular expression of texts that can be stored and have a visible character, as JSON Schema writes it. */
export const VISIBLE_TEXT = `^[^${UNSTORABLE}]*[^\\s${UNSTORABLE}][^${UNSTORABLE}]*$`;

/** The same of texts on one line. */
export const VISIBLE_LINE = `^[^${UNSTORABLE}${BREAKING}]*[^\\s${UNSTORABLE}${BREAKING}][^${UNSTORABLE}${BREAKING}]*$`;

/**
 * PostgreSQL can hold every text but NUL and lone surrogates, and one private-use character marks what is sealed;
 * everything else is fine text.
 */
export function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0') && !text.includes(SEAL_MARK);
}
