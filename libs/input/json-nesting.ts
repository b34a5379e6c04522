/** How deep objects and lists may lie in one another; nothing of ours is a third as deep. */
export const MOST_NESTED = 64;

const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = Buffer.from('"\\[]{}');

/**
 * Whether a text nests deeper than `MOST_NESTED`, told without parsing it: what comes after the parser walks through
 * everything, and many brackets would cost a lot.
 * @param text JSON in UTF-8, or anything else
 */
export function isNestedTooDeep(text: Uint8Array): boolean {
  let depth = 0;
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const byte = text[index];
    if (quoted) {
      if (byte === BACKSLASH) index += 1;
      else if (byte === QUOTE) quoted = false;
    } else if (byte === QUOTE) quoted = true;
    else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
      depth += 1;
      if (depth > MOST_NESTED) return true;
    } else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) depth -= 1;
  }
  return false;
}
