/** Under which heading a persona stands on the page. */
export const PERSONA_GROUPS = [
  'coordinator',
  'practitioner',
  'leader',
  'citizen',
  'relative',
  'other',
] as const;
export type PersonaGroup = (typeof PERSONA_GROUPS)[number];

/** Somebody whom one can sign in as on a local set-up. All are fictitious. */
export interface Persona {
  /** The provider's own name for them: the subject of their tokens. */
  readonly subject: string;
  /** What they are called on the command line, in small letters. */
  readonly calledAs: string;
  readonly givenName: string;
  readonly familyName: string;
  /** Who they are, in Danish words. */
  readonly about: string;
  readonly group: PersonaGroup;
  /** What the provider says of them besides the subject. */
  readonly claims: Readonly<Record<string, unknown>>;
}
