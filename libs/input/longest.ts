/** The most characters that a text of each size may have, whichever way it comes in. */
export const LONGEST = {
  /** Names of people, organisations, places, codes. */
  name: 200,
  /** Reasons, notes, titles. */
  shortText: 2_000,
  /** The text of a section or of minutes. */
  longText: 50_000,
} as const;
