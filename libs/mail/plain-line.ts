const longest = 100;

/** Control characters and line separators end a header; format characters (Cf) can turn the reading direction. */
const unprintable = /[\p{Cc}\p{Cf}\u2028\u2029]+/gu;

/**
 * A text on one line, fit for a header, a calendar property or an envelope: no line breaks, control or invisible
 * formatting characters, single spaces, at most 100 characters.
 * @param text a name or subject that somebody has typed
 */
export function plainLine(text: string): string {
  const line = text.replace(unprintable, ' ').replace(/\s+/gu, ' ').trim();
  return Array.from(line).slice(0, longest).join('').trim();
}
