/**
 * Control characters, line breaks, and what turns the reading direction (Unicode, Bidi_Control), as a regular expression has them
 * between brackets.
 */
export const BREAKING =
  '\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069';
const BREAKS = new RegExp(`[${BREAKING}]`, 'u');

/** Whether a text stands on one line and reads as it is written: a name that does not could pass for another. */
export function isOneLine(text: string): boolean {
  return !BREAKS.test(text);
}
