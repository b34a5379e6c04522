/** A text cut after so many characters (code points), never in the middle of one. */
export function firstCharacters(text: string, count: number): string {
  return Array.from(text).slice(0, count).join('');
}

/** Whether a text has at most so many characters, counted as people and JSON Schema count: in code points. */
export function hasAtMost(text: string, count: number): boolean {
  if (text.length <= count) return true;
  return text.length <= 2 * count && Array.from(text).length <= count;
}
