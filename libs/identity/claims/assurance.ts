/**
 * How sure it is who signed in, from the least on: the levels of NSIS (National Standard for Identiteters
 * Sikringsniveauer), which are those of Regulation (EU) 910/2014 (eIDAS), article 8.
 */
export const ASSURANCE_LEVELS = ['low', 'substantial', 'high'] as const;
export type AssuranceLevel = (typeof ASSURANCE_LEVELS)[number];

/** Whether a level is enough; none at all is less than the least. */
export function isAtLeast(level: AssuranceLevel | null, least: AssuranceLevel): boolean {
  return level !== null && ASSURANCE_LEVELS.indexOf(level) >= ASSURANCE_LEVELS.indexOf(least);
}

/** The level and all above it. */
export function fromLevel(least: AssuranceLevel): readonly AssuranceLevel[] {
  return ASSURANCE_LEVELS.slice(ASSURANCE_LEVELS.indexOf(least));
}
